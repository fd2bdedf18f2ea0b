/**
 * The traffic light of a segment of the grid, from assessed states (BDEW traffic light concept): green the market is
 * free, amber limits are foreseen and the operator buys flexibility, red limits are violated and it may intervene.
 */
import type { Network } from '../network/network.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { type LimitReading, readings } from './assessment.ts';
import type { Limits } from './limits.ts';

export type Light = 'green' | 'amber' | 'red' | 'unknown';

/** From this used share on a limit counts as near: it leaves no room for what was not checked against it. */
const NEAR_FROM_USED = 0.95;

export interface SegmentLight {
  readonly segment: string;
  readonly light: Light;
  /** Element and limit the light follows from; null for green and unknown. */
  readonly element: string | null;
  readonly limit: string | null;
}

/** The most used limit of each segment in one solved state; a segment without a limit that has a value is not in it. */
export type WorstBySegment = ReadonlyMap<string, LimitReading>;

export interface LightInput {
  readonly network: Network;
  /** Of the present state; null when there is no data or no solution for it. */
  readonly now: WorstBySegment | null;
  /** Of the coming intervals; null where there is no forecast or no solution. */
  readonly forecast: readonly (WorstBySegment | null)[];
}

/** One light per segment, in the order the segments first appear in the bus table. */
export function trafficLights({ network, now, forecast }: LightInput): SegmentLight[] {
  const segments = [...new Set(network.bus.segment)];
  // A segment no state can speak of is unknown, never green: that holds for the whole grid when a solution is missing.
  const unsolved = now === null || forecast.includes(null);
  const coming = new Map<string, LimitReading>();
  for (const worst of forecast) {
    for (const [segment, found] of worst ?? []) {
      const known = coming.get(segment);
      if (!known || found.used > known.used) coming.set(segment, found);
    }
  }
  return segments.map(segment => {
    const here = now?.get(segment);
    const ahead = coming.get(segment);
    // Certain trouble outranks what is not known; what is not known outranks calm.
    if (here && here.margin < 0) return { segment, light: 'red', element: here.element, limit: here.limit };
    if (ahead && ahead.margin < 0)
      return { segment, light: 'amber', element: ahead.element, limit: ahead.limit };
    const light = unsolved || (!here && !ahead) ? 'unknown' : 'green';
    return { segment, light, element: null, limit: null };
  });
}

/** Near its limit or beyond it. Not a colour: trades are checked up to the limit itself, so being near it is no risk. */
export function isNear({ used, margin }: LimitReading): boolean {
  return margin < 0 || used >= NEAR_FROM_USED;
}

/** A branch belongs to the segment of its to end: the transformer of a substation to what it feeds. */
export function readingsBySegment(
  network: Network,
  limits: Limits,
  state: SolvedState,
): Map<string, LimitReading[]> {
  const { bus, branch } = network;
  const segmentOf = new Map<string, string>();
  for (let b = 0; b < bus.count; b++) segmentOf.set(`bus ${bus.id[b]}`, bus.segment[b]!);
  for (let e = 0; e < branch.count; e++) {
    segmentOf.set(`branch ${branch.id[e]}`, bus.segment[branch.to[e]!]! || bus.segment[branch.from[e]!]!);
  }
  const out = new Map<string, LimitReading[]>();
  for (const reading of readings(network, limits, state)) {
    const table = reading.unit === 'p.u.' ? 'bus' : 'branch';
    const segment = segmentOf.get(`${table} ${reading.element}`)!;
    const known = out.get(segment);
    if (known) known.push(reading);
    else out.set(segment, [reading]);
  }
  return out;
}

export function worstBySegment(network: Network, limits: Limits, state: SolvedState): WorstBySegment {
  const out = new Map<string, LimitReading>();
  for (const [segment, found] of readingsBySegment(network, limits, state))
    out.set(
      segment,
      found.reduce((worst, reading) => (reading.used > worst.used ? reading : worst)),
    );
  return out;
}
