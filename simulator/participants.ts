/**
 * Who takes part in the simulated market, with keys of their own, and who trades for which connection point.
 *
 * Keys are made from the seed: anybody can make them again. They are for simulated participants only.
 */
import { id, SigningKey, Wallet } from 'ethers';
import { ROLE } from '../contracts/bindings/index.ts';
import { hash, random } from '../grid-models/demonstration/random.ts';
import type { ConnectionPoint, EquipmentKind } from '../grid-models/network/network.ts';
import { NEIGHBOUR_NAME, NEIGHBOUR_POINTS } from './neighbour-points.ts';
import type { Setting } from './setting.ts';

export interface Participant {
  readonly name: string;
  readonly roles: number;
  readonly wallet: Wallet;
  /** Details meant for it are encrypted for this key. */
  readonly encryptionKey: SigningKey;
  /** Numbers of the points it trades for in the console's network. */
  readonly points: readonly number[];
}

export interface Roster {
  readonly retailer: Participant;
  readonly meterOperator: Participant;
  readonly aggregator: Participant;
  readonly vpp: Participant;
  readonly community: Participant;
  /** Balances the system; operates no area here. */
  readonly transmission: Participant;
  /** Households, prosumers, businesses and EV drivers that trade on their own, one point each. */
  readonly individuals: readonly Participant[];
  /** The operator of the grid area next door, and the owners of the points there in the order of `NEIGHBOUR_POINTS`. */
  readonly neighbour: { readonly operator: Participant; readonly owners: readonly Participant[] };
  /** By point number. */
  readonly ownerOf: readonly Participant[];
  /** Owner of a point by its id, here or next door; null: nobody of this world. */
  ownerAt(point: string): Participant | null;
  /** The key in the meter of a point, by its id: signs its readings. */
  meterAt(point: string): Wallet;
}

/** Same setting, same roster. */
export function roster(setting: Setting): Roster {
  const { points, seed } = setting;
  const classOf = classes(setting);
  const member = (key: string, name: string, roles: number, own: readonly number[]): Participant => ({
    name,
    roles,
    wallet: new Wallet(id(`interlock simulated participant ${seed} ${key}`)),
    encryptionKey: new SigningKey(id(`interlock simulated participant ${seed} ${key} encryption`)),
    points: own,
  });
  const owned = (wanted: PointClass): number[] =>
    points.flatMap((_, k) => (classOf[k] === wanted ? [k] : []));
  const retailer = member('retailer', 'Aldermoor Retail', ROLE.RETAILER, []);
  const meterOperator = member('meters', 'Aldermoor Metering', ROLE.METER_OPERATOR, []);
  const aggregator = member('aggregator', 'Valley Aggregator', ROLE.AGGREGATOR, owned('aggregator'));
  const vpp = member('vpp', 'Alb Virtual Power Plant', ROLE.VPP, owned('vpp'));
  const community = member(
    'community',
    'Weir Energy Community',
    ROLE.COMMUNITY | ROLE.SHARING_PROVIDER,
    owned('community'),
  );
  const transmission = member('transmission', 'Aldermoor Transmission', ROLE.TSO, []);
  const individuals = owned('individual').map(k => {
    const point = points[k]!;
    return member(`point ${point.id}`, point.name.slice(0, NAME_LENGTH_MAX), roleOf(point), [k]);
  });
  const ownerOf: Participant[] = [];
  for (const participant of [aggregator, vpp, community, ...individuals])
    for (const k of participant.points) ownerOf[k] = participant;
  // Thousands of meters, few of them read at a time: each key is made when it is asked for.
  const meters = new Map<string, Wallet>();
  const meterAt = (point: string): Wallet => {
    const meter = meters.get(point) ?? new Wallet(id(`interlock simulated meter ${seed} ${point}`));
    meters.set(point, meter);
    return meter;
  };
  const neighbour = {
    operator: member('neighbour', NEIGHBOUR_NAME, ROLE.DSO, []),
    owners: NEIGHBOUR_POINTS.map(point => member(`point ${point.id}`, point.name, roleOf(point), [])),
  };
  const ownerById = new Map([
    ...points.map((point, k) => [point.id, ownerOf[k]!] as const),
    ...NEIGHBOUR_POINTS.map((point, k) => [point.id, neighbour.owners[k]!] as const),
  ]);
  return {
    retailer,
    meterOperator,
    aggregator,
    vpp,
    community,
    transmission,
    individuals,
    neighbour,
    ownerOf,
    ownerAt: point => ownerById.get(point) ?? null,
    meterAt,
  };
}

/** What the console's deployer registers: JSON of `--roster-only`. */
export interface RosterFile {
  readonly participants: readonly {
    readonly address: string;
    readonly roles: number;
    readonly name: string;
  }[];
  readonly points: readonly RosterPoint[];
  /** Other operators' areas and the points in them. */
  readonly neighbours: readonly { readonly operator: string; readonly points: readonly RosterPoint[] }[];
}

interface RosterPoint {
  readonly id: string;
  readonly owner: string;
  readonly meter: string;
}

/** All participants, each once. */
export function everybodyIn(of: Roster): Participant[] {
  const { retailer, meterOperator, aggregator, vpp, community, transmission, individuals, neighbour } = of;
  return [
    ...[retailer, meterOperator, aggregator, vpp, community, transmission],
    ...individuals,
    neighbour.operator,
    ...neighbour.owners,
  ];
}

export function rosterFile(setting: Setting, of: Roster): RosterFile {
  const registered = ({ id }: { readonly id: string }): RosterPoint => ({
    id,
    owner: of.ownerAt(id)!.wallet.address,
    meter: of.meterAt(id).address,
  });
  return {
    participants: everybodyIn(of).map(p => ({ address: p.wallet.address, roles: p.roles, name: p.name })),
    points: setting.points.map(registered),
    neighbours: [
      { operator: of.neighbour.operator.wallet.address, points: NEIGHBOUR_POINTS.map(registered) },
    ],
  };
}

export function ratedKw(point: ConnectionPoint, kind: EquipmentKind): number {
  let kw = 0;
  for (const e of point.equipment) if (e.kind === kind) kw += e.ratedKw;
  return kw;
}

type PointClass = 'aggregator' | 'vpp' | 'community' | 'individual';

/** The aggregator trades for everybody who joined nothing else. */
function classes(setting: Setting): PointClass[] {
  const { points, scenario, seed } = setting;
  const at = random(hash([seed, 21]));
  const stressed = [...(scenario.stress?.points ?? [])];
  const classOf: PointClass[] = points.map(() => 'aggregator');
  const isFree = (k: number): boolean => classOf[k] === 'aggregator' && !stressed.includes(k);

  // Behind the stressed transformer: stores in the power plant, drivers who will want to buy, the rest brokered.
  let drivers = 0;
  stressed.forEach((k, n) => {
    if (ratedKw(points[k]!, 'battery') > 0) classOf[k] = 'vpp';
    else if (n % 2 === 1 && drivers < DRIVERS_MAX) {
      classOf[k] = 'individual';
      drivers += 1;
    }
  });
  for (const k of communityPoints(setting, isFree)) classOf[k] = 'community';
  let individuals = 0;
  // In a network file without stores the market is made by its customers alone.
  const storeless = points.some(p => ratedKw(p, 'battery') > 0) ? 0.14 : 0.5;
  points.forEach((point, k) => {
    if (!isFree(k)) return;
    const hasStore = ratedKw(point, 'battery') > 0;
    if (hasStore && at.chance(0.5)) classOf[k] = 'vpp';
    else if (individuals < INDIVIDUALS_MAX && at.chance(hasStore ? 0.9 : storeless)) {
      classOf[k] = 'individual';
      individuals += 1;
    }
  });
  // The reverse auction needs a point of the aggregator's own, whatever the draws were.
  if (!classOf.includes('aggregator')) classOf[0] = 'aggregator';
  return classOf;
}

/** One substation's street: the segment with most generators and stores (twelve points at most). */
function communityPoints(setting: Setting, isFree: (k: number) => boolean): number[] {
  const { points, network } = setting;
  const bySegment = new Map<string, number[]>();
  points.forEach((point, k) => {
    const segment = network.bus.segment[point.bus]!;
    if (!isFree(k) || segment === '') return;
    const list = bySegment.get(segment);
    if (list) list.push(k);
    else bySegment.set(segment, [k]);
  });
  const score = (list: readonly number[]): number =>
    list.filter(k => points[k]!.equipment.some(e => e.kind === 'pv' || e.kind === 'battery')).length;
  let best: number[] = [];
  for (const list of bySegment.values()) if (score(list) > score(best)) best = list;
  return best.slice(0, COMMUNITY_MAX);
}

function roleOf(point: Pick<ConnectionPoint, 'equipment'>): number {
  const produces = point.equipment.some(e => e.kind === 'pv' || e.kind === 'battery' || e.kind === 'wind');
  return produces ? ROLE.PROSUMER : ROLE.CONSUMER;
}

/** Each has a key and sends transactions of its own; beyond, the aggregator trades for them. */
const INDIVIDUALS_MAX = 120;
const DRIVERS_MAX = 24;
const COMMUNITY_MAX = 12;
/** Names are public on chain; long ones only cost gas. */
const NAME_LENGTH_MAX = 60;
