import { expect, test } from 'vitest';
import { ROLE } from '../contracts/bindings/index.ts';
import { NEIGHBOUR_NAME, NEIGHBOUR_POINTS } from './neighbour-points.ts';
import { type Participant, type Roster, ratedKw, roster, rosterFile } from './participants.ts';
import type { Setting } from './setting.ts';
import { BUSINESSES_KW, storeless, town } from './testing/settings.ts';

const cold = town(1);
const settings: readonly Setting[] = [
  cold,
  town(2),
  town(1, 'calm-day'),
  storeless(),
  // Two customers, both drawn to trade on their own.
  storeless(BUSINESSES_KW.slice(0, 2), 3),
];
const rosters = settings.map(setting => ({ setting, people: roster(setting) }));
const towns = rosters.slice(0, 3);
const [{ people: coldPeople }] = rosters as [(typeof rosters)[number]];

test('every connection point has exactly one owner, and the owner knows it', () => {
  for (const { setting, people } of rosters) {
    const owned = traders(people).flatMap(p => p.points);
    expect([...owned].sort((a, b) => a - b)).toEqual(setting.points.map((_, k) => k));
    for (const [k, owner] of people.ownerOf.entries()) expect(owner.points).toContain(k);
  }
});

test('the same seed gives the same people with the same keys, another seed other keys', () => {
  expect(keys(roster(town(1)))).toEqual(keys(coldPeople));
  const known = new Set(keys(coldPeople));
  expect(known.size).toBe(everybody(coldPeople).length);
  expect(keys(roster({ ...cold, seed: 2 })).filter(key => known.has(key))).toEqual([]);
});

test('an aggregator, a power plant, a community, a retailer, a meter operator, a transmission operator and individuals take part, each in its role', () => {
  for (const { people } of rosters) {
    const { retailer, meterOperator, aggregator, vpp, community, transmission, individuals } = people;
    expect([retailer, meterOperator, aggregator, vpp, community, transmission].map(p => p.roles)).toEqual([
      ROLE.RETAILER,
      ROLE.METER_OPERATOR,
      ROLE.AGGREGATOR,
      ROLE.VPP,
      ROLE.COMMUNITY | ROLE.SHARING_PROVIDER,
      ROLE.TSO,
    ]);
    expect(everybody(people).filter(p => p.name === '')).toEqual([]);
    for (const { roles, points } of individuals) {
      expect([ROLE.CONSUMER, ROLE.PROSUMER]).toContain(roles);
      expect(points).toHaveLength(1);
    }
    // Its reverse auction needs a point of its own.
    expect(aggregator.points.length).toBeGreaterThan(0);
    expect([...retailer.points, ...meterOperator.points, ...transmission.points]).toEqual([]);
  }
});

test('where stores exist the power plant owns stores only, among them all behind the transformer that will be cold', () => {
  for (const { setting, people } of towns) {
    const { vpp } = people;
    expect(vpp.points.length).toBeGreaterThan(0);
    expect(vpp.points.filter(k => !hasStore(setting, k))).toEqual([]);
    const behind = [...(setting.scenario.stress?.points ?? [])].filter(k => hasStore(setting, k));
    expect(vpp.points).toEqual(expect.arrayContaining(behind));
  }
  expect(rosters.slice(3).flatMap(r => r.people.vpp.points)).toEqual([]);
});

test('the community is one street of up to twelve points that generates or stores', () => {
  for (const { setting, people } of towns) {
    const { points } = people.community;
    expect(points.length).toBeGreaterThan(1);
    expect(points.length).toBeLessThanOrEqual(12);
    const streets = new Set(points.map(k => setting.network.bus.segment[setting.points[k]!.bus]));
    expect(streets.size).toBe(1);
    expect(points.some(k => ratedKw(setting.points[k]!, 'pv') > 0 || hasStore(setting, k))).toBe(true);
  }
});

test('however many points a network has, 120 individuals trade on their own, and 24 drivers behind the cold transformer', () => {
  const { stress } = cold.scenario;
  const behind = Int32Array.from(cold.points.keys()).subarray(0, 300);
  const crowded = roster({
    ...cold,
    scenario: { ...cold.scenario, stress: { ...stress!, points: behind } },
  });
  const isDriver = (p: Participant) => behind.includes(p.points[0]!);
  expect(crowded.individuals.filter(isDriver)).toHaveLength(24);
  const many = roster(storeless(Array.from({ length: 600 }, () => 60)));
  expect(many.individuals).toHaveLength(120);
});

test('what the deployer registers names everybody once and the owner of every point', () => {
  for (const { setting, people } of rosters) {
    const file = rosterFile(setting, people);
    expect(file.participants.map(p => p.address)).toEqual(keys(people));
    const addresses = new Set(file.participants.map(p => p.address));
    expect(file.points.map(p => p.id)).toEqual(setting.points.map(p => p.id));
    const [nextDoor, ...none] = file.neighbours;
    expect(none).toEqual([]);
    expect(file.participants.find(p => p.address === nextDoor!.operator)).toMatchObject({
      roles: ROLE.DSO,
      name: NEIGHBOUR_NAME,
    });
    expect(nextDoor!.points.map(p => p.id)).toEqual(NEIGHBOUR_POINTS.map(p => p.id));
    const all = [...file.points, ...nextDoor!.points];
    expect(new Set(all.map(p => p.id)).size).toBe(all.length);
    expect(all.filter(p => !addresses.has(p.owner))).toEqual([]);
    // Nobody's key but the meter's own signs a reading.
    const meters = new Set(all.map(p => p.meter));
    expect(meters.size).toBe(all.length);
    expect([...meters].filter(meter => addresses.has(meter))).toEqual([]);
  }
});

function traders({ aggregator, vpp, community, individuals }: Roster): Participant[] {
  return [aggregator, vpp, community, ...individuals];
}

function everybody(people: Roster): Participant[] {
  return [
    people.retailer,
    people.meterOperator,
    people.aggregator,
    people.vpp,
    people.community,
    people.transmission,
    ...people.individuals,
    people.neighbour.operator,
    ...people.neighbour.owners,
  ];
}

function keys(people: Roster): string[] {
  return everybody(people).map(p => p.wallet.address);
}

function hasStore({ points }: Setting, k: number): boolean {
  return ratedKw(points[k]!, 'battery') > 0;
}
