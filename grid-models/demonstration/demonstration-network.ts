/**
 * Aldermoor, a town that does not exist: one 110/20 kV station, six 20 kV feeders run as open rings, 120 secondary
 * substations and their low-voltage streets, about 1,250 buses and 700 connection points. Same seed, same town.
 *
 * Its load table is the evening of a winter working day (`PLANNING_TIME`), which it carries within all limits.
 */
import type { Network } from '../network/network.ts';
import { type Customer, consumptionKw, customers, LOAD_TAN_PHI } from './customers.ts';
import { lowVoltageNodes } from './low-voltage.ts';
import { type NetworkBuilder, networkBuilder } from './network-builder.ts';
import { hash, type Random, random } from './random.ts';
import { CABLE, TRANSFORMER } from './standard-types.ts';
import { lengthKm, place, way } from './streets.ts';
import { lastOnRing, STATION, type SubstationPlan, townPlan } from './town.ts';

/** @param seed any integer: which town of this kind */
export function demonstrationNetwork(seed: number): Network {
  const town = townPlan(random(hash([seed, 1])));
  const builder = networkBuilder();
  const sections = station(builder);
  const customersAt = random(hash([seed, 2]));
  const hot = hotSubstations(
    town.feeders.map(f => f.substations.length),
    random(hash([seed, 3])),
  );
  const mvBus: number[][] = [];
  let number = 0;
  let pointNumber = 0;

  for (const [f, feeder] of town.feeders.entries()) {
    const rows: number[] = [];
    feeder.substations.forEach((substation, k) => {
      number += 1;
      const id = `S${String(number).padStart(3, '0')}`;
      const bus = builder.bus({
        id: `${id}.20`,
        name: substation.name,
        vnKv: 20,
        ...MV_BAND,
        vaDeg: MV_ANGLE_DEG,
        place: place(substation.at),
        segment: feeder.name,
      });
      rows.push(bus);
      const from = substation.upstream < 0 ? sections[feeder.section] : rows[substation.upstream]!;
      cable(
        builder,
        `L-F${feeder.number}-${pad2(k + 1)}`,
        substation.name,
        from,
        bus,
        substation.way,
        k < STRONG_SECTIONS,
        true,
      );
      pointNumber = lowVoltage(builder, id, substation, bus, hot.has(`${f}.${k}`), customersAt, pointNumber);
    });
    const { a, b, way: chordWay } = feeder.chord;
    cable(
      builder,
      `L-F${feeder.number}-X`,
      `Spare cable of ${feeder.name}`,
      rows[a]!,
      rows[b]!,
      chordWay,
      false,
      false,
    );
    mvBus.push(rows);
  }
  for (const tie of town.ties) {
    const a = town.feeders[tie.a]!;
    const b = town.feeders[tie.b]!;
    const from = mvBus[tie.a]![a.substations.indexOf(lastOnRing(a))]!;
    const to = mvBus[tie.b]![b.substations.indexOf(lastOnRing(b))]!;
    cable(
      builder,
      `L-F${a.number}-F${b.number}`,
      `Ring cable, feeders ${a.number} and ${b.number}`,
      from,
      to,
      tie.way,
      true,
      false,
    );
  }
  return builder.build('Aldermoor (demonstration)');
}

/** The 110/20 kV station: two transformers on two busbar sections, the coupler between them open. */
function station(builder: NetworkBuilder): readonly [number, number] {
  const at = place(STATION);
  const common = { place: at, segment: 'Aldermoor station' };
  const hv = builder.bus({
    id: 'UW.110',
    name: 'Aldermoor 110 kV',
    vnKv: 110,
    ...HV_BAND,
    vaDeg: 0,
    ...common,
  });
  const section = (letter: string): number =>
    builder.bus({
      id: `UW.20${letter}`,
      name: `Aldermoor 20 kV section ${letter}`,
      vnKv: 20,
      ...MV_BAND,
      vaDeg: MV_ANGLE_DEG,
      ...common,
    });
  const a = section('A');
  const b = section('B');
  builder.slack({ id: 'Grid 110 kV', bus: hv, vmPu: 1.02 });
  const type = TRANSFORMER.station40;
  // One tap step of 1.5 % up holds the 20 kV busbar near 1.025 p.u. at the evening peak.
  builder.transformer({ id: 'T1', name: 'Station transformer 1', hv, lv: a, type, ratio: 0.985 });
  builder.transformer({ id: 'T2', name: 'Station transformer 2', hv, lv: b, type, ratio: 0.985 });
  builder.coupler({ id: 'C-20AB', from: a, to: b, closed: false });
  return [a, b];
}

/** Transformer, low-voltage streets and customers of one substation. @returns the last number given to a point */
function lowVoltage(
  builder: NetworkBuilder,
  id: string,
  substation: SubstationPlan,
  mvBus: number,
  hot: boolean,
  at: Random,
  pointsBefore: number,
): number {
  const ratingKva = hot ? 400 : pickRating(at);
  const type = { 250: TRANSFORMER.local250, 400: TRANSFORMER.local400, 630: TRANSFORMER.local630 }[ratingKva];
  const segment = `${id} ${substation.name}`;
  const lvBus = (busId: string, name: string, u: number, v: number): number =>
    builder.bus({
      id: busId,
      name,
      vnKv: 0.4,
      ...LV_BAND,
      vaDeg: LV_ANGLE_DEG,
      place: place({ u: substation.at.u + u, v: substation.at.v + v }),
      segment,
    });
  const busbar = lvBus(`${id}.04`, `${substation.name} 0.4 kV`, 0, 0);
  builder.transformer({
    id: `T-${id}`,
    name: `${substation.name} transformer`,
    hv: mvBus,
    lv: busbar,
    type,
    ratio: 1,
  });

  const nodes = lowVoltageNodes(ratingKva);
  const isEnd = nodes.map((_, k) => !nodes.some(n => n.upstream === k));
  const served = nodes.map((_, k) => isEnd[k]! || at.chance(hot ? 0.9 : 0.5));
  const planPercent = hot ? at.between(84, 90) : at.between(36, 68);
  const planKw = (planPercent / 100) * ratingKva * PLAN_KW_PER_KVA;
  const list = customers(served.filter(Boolean).length, planKw, hot, at);
  const customerOf: (Customer | null)[] = [];
  let next = 0;
  for (const is of served) customerOf.push(is ? list[next++]! : null);

  const downstreamKw = downstreamConsumption(
    nodes.map(n => n.upstream),
    customerOf,
  );
  const rows: number[] = [];
  let points = pointsBefore;
  nodes.forEach((node, k) => {
    const end = node.way[node.way.length - 1]!;
    const bus = lvBus(`${id}-${pad2(k + 1)}`, `${substation.name}, cabinet ${k + 1}`, end.u, end.v);
    rows.push(bus);
    const places = way(node.way.map(p => ({ u: substation.at.u + p.u, v: substation.at.v + p.v })));
    builder.line({
      id: `L-${id}-${pad2(k + 1)}`,
      name: `${substation.name}, feeder ${node.feeder}`,
      from: node.upstream < 0 ? busbar : rows[node.upstream]!,
      to: bus,
      cable: hot || downstreamKw[k]! > SMALL_CABLE_KW ? CABLE.nayy240 : CABLE.nayy150,
      route: places,
      lengthKm: lengthKm(places),
      toClosed: true,
    });
    const customer = customerOf[k];
    if (!customer) return;
    points += 1;
    connect(builder, `P${String(points).padStart(4, '0')}`, customer, substation.name, bus);
  });
  return points;
}

/** Point, load and generators of one customer, as they are at the planning time. */
function connect(builder: NetworkBuilder, id: string, customer: Customer, where: string, bus: number): void {
  builder.point({
    id,
    name: `${customer.name} ${id.slice(1)}, ${where}`,
    bus,
    equipment: customer.equipment,
  });
  const consumers = customer.equipment.filter(e => e.kind !== 'pv' && e.kind !== 'battery');
  const pKw = round2(consumptionKw(consumers));
  builder.load({ id, bus, pKw, qKvar: round2(pKw * LOAD_TAN_PHI) });
  for (const e of customer.equipment)
    if (e.kind === 'pv' || e.kind === 'battery')
      builder.generator({ id: `${id}.${e.kind}`, bus, pKw: round2(-consumptionKw([e])), source: e.kind });
}

function cable(
  builder: NetworkBuilder,
  id: string,
  name: string,
  from: number,
  to: number,
  points: SubstationPlan['way'],
  strong: boolean,
  toClosed: boolean,
): void {
  const route = way(points);
  const type = strong ? CABLE.na2xs2y240 : CABLE.na2xs2y150;
  builder.line({ id, name, from, to, cable: type, route, lengthKm: lengthKm(route), toClosed });
}

/** Consumption behind each node at the planning time, kW; a node's feeder comes earlier in the list than the node. */
function downstreamConsumption(
  upstream: readonly number[],
  customerOf: readonly (Customer | null)[],
): number[] {
  const kw = customerOf.map(c => (c ? Math.max(0, consumptionKw(c.equipment)) : 0));
  for (let k = kw.length - 1; k >= 0; k--) if (upstream[k]! >= 0) kw[upstream[k]!]! += kw[k]!;
  return kw;
}

/** One substation on each of four feeders is near its rating. Keys: feeder.substation, counted from 0. */
function hotSubstations(sizes: readonly number[], at: Random): Set<string> {
  const hot = new Set<string>();
  const skip = at.below(sizes.length);
  sizes.forEach((size, f) => {
    const k = 4 + at.below(size - 8);
    if (f !== skip && f !== (skip + 3) % sizes.length) hot.add(`${f}.${k}`);
  });
  return hot;
}

function pickRating(at: Random): 250 | 400 | 630 {
  const draw = at.unit();
  return draw < 0.32 ? 250 : draw < 0.78 ? 400 : 630;
}

const pad2 = (value: number): string => String(value).padStart(2, '0');
const round2 = (value: number): number => Math.round(value * 100) / 100;

/** kW at the customers per kVA at the transformer: power factor 0.97 and about 3 % for losses and voltage. */
const PLAN_KW_PER_KVA = 0.942;
/** Above this planned consumption, and near a transformer at its rating, a section is laid as NAYY 4x240 (rated 247 kVA) instead of 4x150 (187 kVA). */
const SMALL_CABLE_KW = 85;
/** The first sections of a feeder carry most and serve as reserve for the neighbour: NA2XS2Y 1x240. */
const STRONG_SECTIONS = 9;

/** EN 50160: ±10 % at low-voltage supply terminals. */
const LV_BAND = { vmPuMin: 0.9, vmPuMax: 1.1 };
/** Planning band of the fictitious operator: leaves the rest of EN 50160's ±10 % to transformers and streets below. */
const MV_BAND = { vmPuMin: 0.96, vmPuMax: 1.05 };
const HV_BAND = { vmPuMin: 0.95, vmPuMax: 1.1 };
/** YNd5, then Dyn5: each lags by 150°. */
const MV_ANGLE_DEG = -150;
const LV_ANGLE_DEG = 60;
