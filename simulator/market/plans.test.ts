import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultTariff } from '../../contracts/bindings/index.ts';
import { localTime } from '../../grid-models/demonstration/local-time.ts';
import { direction, profileShare } from '../../grid-models/demonstration/profiles.ts';
import { baselineKw } from '../../grid-models/demonstration/scenarios.ts';
import { type Roster, roster } from '../participants.ts';
import type { Setting } from '../setting.ts';
import { BUSINESSES_KW, january, quarterHours, storeless, town } from '../testing/settings.ts';
import { type Corridor, flexibilityOffers, type Plan, plan } from './plans.ts';

const CORRIDOR: Corridor = {
  feedInMicroEurPerKwh: Number(defaultTariff.feedInMicroEurPerKwh),
  retailMicroEurPerKwh: Number(defaultTariff.retailMicroEurPerKwh),
};
/** Energies are whole Wh; a seller may have two trades. */
const ROUNDING_WH = 1;
const WEDNESDAY = 14;
const SUNDAY = 18;

const cold = market(town(1));
const calm = market(town(3, 'calm-day'));
const streets = market(storeless());
/** Of five customers one is a household: too small to sell or to buy. */
const mixed = market(storeless(BUSINESSES_KW.map((kw, k) => (k % 5 === 0 ? 10 : kw))));
const everywhere = [cold, calm, streets, mixed];
/** Plans are pure: each is made once for all tests. */
const days = everywhere.flatMap(m =>
  [WEDNESDAY, SUNDAY].flatMap(day =>
    quarterHours(day).map(interval => ({
      ...m,
      interval,
      planned: planned(m, interval),
      offers: offers(m, interval),
    })),
  ),
);

test('the same seed gives the same trades, orders, auction and offers, another seed others', () => {
  const again = market(town(1));
  const other = market(town(2));
  for (const interval of [january(14, 3), january(14, 12), january(14, 18)]) {
    const first = { ...planned(cold, interval), offers: offers(cold, interval) };
    expect({ ...planned(again, interval), offers: offers(again, interval) }).toEqual(first);
    const others = { ...planned(other, interval), offers: offers(other, interval) };
    for (const part of ['bilateral', 'community', 'crossing', 'pool', 'auction', 'offers'] as const)
      expect(others[part]).not.toEqual(first[part]);
  }
});

test('nobody sells more in an interval than its stores, generators and own consumption can give', () => {
  for (const { setting, interval, planned, offers } of days) {
    const sold = sum([
      ...planned.bilateral.map(t => [t.seller, t.energyWh] as const),
      ...planned.community.map(t => [t.seller, t.energyWh] as const),
      ...planned.crossing.out.map(c => [c.point, c.energyWh] as const),
      ...planned.pool.filter(o => o.side === 'sell').map(o => [o.point, o.energyWh] as const),
      ...(planned.auction?.offers ?? []).map(o => [o.point, o.energyWh] as const),
      ...offers.filter(o => o.direction === 'up').map(o => [o.point, o.energyWh] as const),
    ]);
    const beyond = [...sold].filter(([point, wh]) => wh > upKw(setting, point, interval) * 250 + ROUNDING_WH);
    expect(beyond).toEqual([]);
  }
});

test('nobody buys more in an interval than its devices can draw', () => {
  for (const { setting, interval, planned } of days) {
    const bought = sum([
      ...planned.bilateral.map(t => [t.buyer, t.energyWh] as const),
      ...planned.community.map(t => [t.buyer, t.energyWh] as const),
      ...planned.crossing.in.map(c => [c.point, c.energyWh] as const),
      ...planned.pool.filter(o => o.side === 'buy').map(o => [o.point, o.energyWh] as const),
      ...(planned.auction ? [[planned.auction.point, planned.auction.energyWh] as const] : []),
    ]);
    const beyond = [...bought].filter(
      ([point, wh]) => wh > downKw(setting, point, interval) * 250 + ROUNDING_WH,
    );
    expect(beyond).toEqual([]);
  }
});

test('a bilateral buyer has one seller: it could not draw for two', () => {
  for (const { planned } of days) {
    const buyers = planned.bilateral.map(t => t.buyer);
    expect(new Set(buyers).size).toBe(buyers.length);
  }
});

test('nobody takes part in two markets of an interval, nor on both sides of one, nor with itself', () => {
  for (const { planned, offers } of days) {
    const roles = [
      unique(planned.bilateral.map(t => t.seller)),
      unique(planned.bilateral.map(t => t.buyer)),
      unique(planned.community.map(t => t.seller)),
      unique(planned.community.map(t => t.buyer)),
      bothWays(planned).map(c => c.point),
      planned.pool.map(o => o.point),
      (planned.auction?.offers ?? []).map(o => o.point),
      planned.auction ? [planned.auction.point] : [],
      // One store may be offered upward and downward: it is activated in one direction only.
      unique(offers.map(o => o.point)),
    ].flat();
    expect(new Set(roles).size).toBe(roles.length);
  }
});

test('prices stay between feed-in and retail in any corridor, and no offer to an auction is above its bid', () => {
  const corridors = fc
    .tuple(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 500_000 }))
    .map(([floor, spread]) => ({ feedInMicroEurPerKwh: floor, retailMicroEurPerKwh: floor + spread }));
  const intervals = fc.constantFrom(...quarterHours(WEDNESDAY));
  fc.assert(
    fc.property(
      fc.constantFrom(...everywhere),
      intervals,
      corridors,
      ({ setting, people }, interval, corridor) => {
        const planned = plan(setting, people, interval, corridor);
        const { bilateral, community, pool, auction } = planned;
        const prices = [
          ...[...bilateral, ...community, ...bothWays(planned), ...(auction?.offers ?? [])].map(
            t => t.priceMicroEurPerKwh,
          ),
          ...pool.map(o => o.limitPriceMicroEurPerKwh),
          ...(auction ? [auction.maxPriceMicroEurPerKwh] : []),
        ];
        for (const price of prices) {
          expect(price).toBeGreaterThanOrEqual(corridor.feedInMicroEurPerKwh);
          expect(price).toBeLessThanOrEqual(corridor.retailMicroEurPerKwh);
          expect(Number.isInteger(price)).toBe(true);
        }
        for (const offer of auction?.offers ?? [])
          expect(offer.priceMicroEurPerKwh).toBeLessThanOrEqual(auction!.maxPriceMicroEurPerKwh);
      },
    ),
  );
});

test('every energy is a whole number of Wh above zero', () => {
  for (const { planned, offers } of days) {
    const energies = [
      ...planned.bilateral,
      ...planned.community,
      ...bothWays(planned),
      ...planned.pool,
      ...(planned.auction ? [planned.auction, ...planned.auction.offers] : []),
      ...offers,
    ].map(e => e.energyWh);
    expect(energies.filter(wh => !(Number.isSafeInteger(wh) && wh > 0))).toEqual([]);
  }
});

test("the community's trades stay among its members and balance to zero", () => {
  const inside = days.filter(d => d.people.community.points.length > 0);
  expect(inside.some(d => d.setting === cold.setting)).toBe(true);
  for (const { people, planned } of inside) {
    expect(planned.community.length).toBeGreaterThan(0);
    const net = new Map(people.community.points.map(k => [k, 0]));
    for (const { seller, buyer, energyWh } of planned.community) {
      expect(net.has(seller) && net.has(buyer)).toBe(true);
      net.set(seller, net.get(seller)! + energyWh);
      net.set(buyer, net.get(buyer)! - energyWh);
    }
    expect([...net.values()].reduce((a, b) => a + b, 0)).toBe(0);
  }
});

test('on the cold evening drivers behind the stressed transformer buy from outside, at no other time and not on a calm day', () => {
  const behind = new Set(cold.setting.scenario.stress!.points);
  for (const { setting, interval, planned } of days) {
    const toward = planned.bilateral.filter(t => setting === cold.setting && behind.has(t.buyer));
    const { minuteOfDay } = localTime(interval);
    const isEvening = setting === cold.setting && minuteOfDay >= 16 * 60 && minuteOfDay < 20 * 60;
    expect(toward.length > 0).toBe(isEvening);
    expect(toward.some(t => behind.has(t.seller))).toBe(false);
  }
  expect(calm.setting.scenario.stress).toBeNull();
});

test('behind the cold transformer more is offered upward than it is over its rating', () => {
  const { stress } = cold.setting.scenario;
  const { branch } = cold.setting.network;
  const overKw = (stress!.loadingPercent / 100 - 1) * branch.ratingMva[stress!.branch]! * 1000;
  for (let interval = january(14, 17, 30); interval < january(14, 19, 45); interval += 900) {
    const behind = offers(cold, interval).filter(
      o => o.direction === 'up' && stress!.points.includes(o.point),
    );
    expect(behind.reduce((kw, o) => kw + o.energyWh / 250, 0)).toBeGreaterThan(overKw);
  }
});

test('of the customers it trades for, the aggregator offers all behind the cold transformer and up to twenty elsewhere', () => {
  const { scenario } = cold.setting;
  const behind = Int32Array.from({ length: 300 }, (_, k) => k);
  const m = market({
    ...cold.setting,
    scenario: { ...scenario, stress: { ...scenario.stress!, points: behind } },
  });
  const brokered = new Set(m.people.aggregator.points);
  const offered = offers(m, january(14, 18, 30)).filter(o => brokered.has(o.point));
  const elsewhere = offered.filter(o => !behind.includes(o.point));
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(elsewhere.length).toBeLessThanOrEqual(20);
  expect(offered.length - elsewhere.length).toBeGreaterThan(40);
});

test('a flexibility offer states the forecast of its point as its baseline', () => {
  const interval = january(14, 18, 30);
  const baseline = baselineKw(cold.setting.scenario, cold.setting.points, interval, january(14, 17));
  for (const offer of offers(cold, interval, january(14, 17)))
    expect(offer.baselineWh).toBe(Math.round(baseline[offer.point]! * 250));
});

test('in a network file without stores the day has bilateral trades, pool orders on both sides and flexibility offers', () => {
  for (const seed of [1, 2, 3]) {
    const m = market(storeless(BUSINESSES_KW, seed));
    expect(m.setting.points.some(p => p.equipment.some(e => e.kind === 'battery'))).toBe(false);
    for (let interval = january(14, 8); interval <= january(14, 18); interval += 900) {
      const { bilateral, pool } = planned(m, interval);
      expect(bilateral.length).toBeGreaterThan(0);
      expect(new Set(pool.map(o => o.side))).toEqual(new Set(['sell', 'buy']));
      expect(offers(m, interval).length).toBeGreaterThan(0);
    }
  }
});

test('where every second customer is too small to trade, the others still trade among themselves', () => {
  const ratedKw = Array.from({ length: 80 }, (_, k) => (k % 2 === 0 ? 10 : 100));
  for (const seed of [1, 2, 3]) {
    const { bilateral, pool } = planned(market(storeless(ratedKw, seed)), january(14, 11));
    expect(bilateral.length).toBeGreaterThan(0);
    expect(new Set(pool.map(o => o.side))).toEqual(new Set(['sell', 'buy']));
  }
});

test('next door somebody buys and somebody sells in every interval of the town, each point once and in one direction', () => {
  for (const { planned } of days.slice(0, 4 * 96)) {
    expect(planned.crossing.out.length).toBeGreaterThan(0);
    expect(planned.crossing.in.length).toBeGreaterThan(0);
    const foreign = bothWays(planned).map(c => c.foreign.id);
    expect(new Set(foreign).size).toBe(foreign.length);
  }
});

interface Market {
  readonly setting: Setting;
  readonly people: Roster;
}

function market(setting: Setting): Market {
  return { setting, people: roster(setting) };
}

function planned({ setting, people }: Market, interval: number): Plan {
  return plan(setting, people, interval, CORRIDOR);
}

function offers(m: Market, interval: number, knownAtS = Number.POSITIVE_INFINITY) {
  const { setting, people } = m;
  const baseline = baselineKw(setting.scenario, setting.points, interval, knownAtS);
  return flexibilityOffers(setting, people, interval, baseline, planned(m, interval));
}

/** What a point could physically feed more or draw less than it does without a trade, kW. */
function upKw(setting: Setting, point: number, interval: number): number {
  return kwOf(setting, point, interval, (kind, ratedKw, share) => {
    if (kind === 'battery') return ratedKw;
    // Sun and wind give what they give, with or without a buyer.
    if (kind === 'pv' || kind === 'wind') return 0;
    return direction(kind) > 0 ? (1 - share) * ratedKw : share * ratedKw;
  });
}

/** What a point could physically draw more, kW: its devices at full power, its household or business a little over its usual peak. */
function downKw(setting: Setting, point: number, interval: number): number {
  return kwOf(setting, point, interval, (kind, ratedKw, share) => {
    if (kind === 'battery') return ratedKw;
    if (direction(kind) > 0) return 0;
    return (kind === 'household' || kind === 'business' ? 1.05 - share : 1 - share) * ratedKw;
  });
}

type Equipment = Setting['points'][number]['equipment'][number];

function kwOf(
  { points, scenario }: Setting,
  point: number,
  interval: number,
  of: (kind: Equipment['kind'], ratedKw: number, share: number) => number,
): number {
  const { minuteOfDay, dayKind } = localTime(interval);
  const at = { minuteOfDay, dayKind, season: scenario.season };
  return points[point]!.equipment.reduce((kw, e) => kw + of(e.kind, e.ratedKw, profileShare(e.kind, at)), 0);
}

function sum(parts: readonly (readonly [number, number])[]): Map<number, number> {
  const of = new Map<number, number>();
  for (const [point, wh] of parts) of.set(point, (of.get(point) ?? 0) + wh);
  return of;
}

const bothWays = ({ crossing }: Plan) => [...crossing.out, ...crossing.in];

const unique = (list: readonly number[]): number[] => [...new Set(list)];
