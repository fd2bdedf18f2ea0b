/** What a study changes: switches in the network, shares of equipment in the schedule. Pure. */
import { localTime } from '../../grid-models/demonstration/local-time.ts';
import { direction, profileShare, type Season } from '../../grid-models/demonstration/profiles.ts';
import type { ConnectionPoint, EquipmentKind, Network } from '../../grid-models/network/network.ts';
import type { Injection } from '../../grid-models/power-flow/result.ts';
import type { StudyChange } from '../../preload/contract/studies.ts';

/** What a study starts from: the network and the schedule of each interval as it stands. */
export interface StudyBase {
  readonly network: Network;
  readonly points: readonly ConnectionPoint[];
  readonly season: Season;
  /** Starts of the intervals, Unix seconds, ascending, with the injection of each. */
  readonly intervals: readonly number[];
  readonly injections: readonly Injection[];
}

/** A change that names something the network does not have. All of them are listed. */
export class StudyInputError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The scenario cannot be applied: ${problems.join('; ')}`);
    this.name = 'StudyInputError';
    this.problems = problems;
  }
}

/** The base with all changes applied. @throws StudyInputError naming every unknown segment or switch */
export function changedCase(base: StudyBase, changes: readonly StudyChange[]): StudyBase {
  const problems = changes.flatMap(change => problemOf(base, change));
  if (problems.length > 0) throw new StudyInputError(problems);
  let network = base.network;
  for (const change of changes)
    if (change.type === 'switch') network = switched(network, change.element, change.closed);
  const scalings = changes.filter(change => change.type === 'scale');
  const injections = base.injections.map((injection, k) =>
    scaled(base, injection, base.intervals[k] ?? 0, scalings),
  );
  return { ...base, network, injections };
}

/** What can be opened or closed: couplers by their id, branches by theirs (a branch is closed when both ends are). */
export function switches(network: Network): { id: string; name: string; closed: boolean }[] {
  const couplers = network.coupler.id.map((id, k) => ({
    id,
    name: `Coupler ${id}`,
    closed: network.coupler.closed[k] === 1,
  }));
  const branches = network.branch.id.map((id, k) => ({
    id,
    name: network.branch.name[k] || id,
    closed: isClosed(network, k),
  }));
  return [...couplers, ...branches];
}

function problemOf(base: StudyBase, change: StudyChange): string[] {
  if (change.type === 'switch') {
    const known =
      base.network.coupler.id.includes(change.element) || base.network.branch.id.includes(change.element);
    return known ? [] : [`there is no switch or branch "${change.element}" in ${base.network.name}`];
  }
  const known = change.segment === '' || base.network.bus.segment.includes(change.segment);
  return known ? [] : [`there is no segment "${change.segment}" in ${base.network.name}`];
}

function switched(network: Network, element: string, closed: boolean): Network {
  const state = closed ? 1 : 0;
  const coupler = network.coupler.id.indexOf(element);
  if (coupler >= 0) {
    return {
      ...network,
      coupler: { ...network.coupler, closed: network.coupler.closed.with(coupler, state) },
    };
  }
  const row = network.branch.id.indexOf(element);
  const { branch } = network;
  return {
    ...network,
    branch: {
      ...branch,
      inService: branch.inService.with(row, state),
      fromClosed: closed ? branch.fromClosed.with(row, 1) : branch.fromClosed,
      toClosed: closed ? branch.toClosed.with(row, 1) : branch.toClosed,
    },
  };
}

function isClosed(network: Network, row: number): boolean {
  const { branch } = network;
  return branch.inService[row] === 1 && branch.fromClosed[row] === 1 && branch.toClosed[row] === 1;
}

type Scaling = Extract<StudyChange, { type: 'scale' }>;

/** Equipment kinds a scaling touches. A battery rests in the baseline: scaling it changes nothing until it is scheduled. */
const KINDS: Record<Scaling['what'], readonly EquipmentKind[]> = {
  pv: ['pv'],
  load: ['household', 'business', 'flexible-load'],
  'ev-charger': ['ev-charger'],
  'heat-pump': ['heat-pump'],
  battery: ['battery'],
};

/**
 * The schedule is a net value per bus, so a scaling adds (factor − 1) times what the equipment of that kind is modelled to
 * do in the interval. Reactive power follows with the bus's own ratio of reactive to active load.
 */
function scaled(
  base: StudyBase,
  injection: Injection,
  interval: number,
  scalings: readonly Scaling[],
): Injection {
  if (scalings.length === 0) return injection;
  const time = localTime(interval + HALF_INTERVAL_S);
  const at = { minuteOfDay: time.minuteOfDay, dayKind: time.dayKind, season: base.season };
  const pMw = Float64Array.from(injection.pMw);
  const qMvar = Float64Array.from(injection.qMvar);
  for (const scaling of scalings) {
    for (const point of base.points) {
      if (scaling.segment !== '' && base.network.bus.segment[point.bus] !== scaling.segment) continue;
      for (const equipment of point.equipment) {
        if (!KINDS[scaling.what].includes(equipment.kind)) continue;
        const deltaMw =
          ((scaling.factor - 1) *
            direction(equipment.kind) *
            equipment.ratedKw *
            profileShare(equipment.kind, at)) /
          1000;
        pMw[point.bus] = (pMw[point.bus] ?? 0) + deltaMw;
        if (equipment.kind !== 'pv')
          qMvar[point.bus] = (qMvar[point.bus] ?? 0) + deltaMw * ratio(base.network, point.bus);
      }
    }
  }
  return { pMw, qMvar };
}

/** Reactive over active power of the loads at a bus, 0 where there is none. */
function ratio(network: Network, bus: number): number {
  let p = 0;
  let q = 0;
  for (let k = 0; k < network.load.count; k++) {
    if (network.load.bus[k] !== bus) continue;
    p += network.load.pMw[k] ?? 0;
    q += network.load.qMvar[k] ?? 0;
  }
  return p > 0 ? q / p : 0;
}

const HALF_INTERVAL_S = 450;
