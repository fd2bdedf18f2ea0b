/**
 * Where one solved state leaves room for more injection and where for less, by segment: a limit near or violated closes the
 * direction that would use more of it. Where that direction cannot be told, both are closed.
 */
import type { GridModel } from '../network/build.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { effectOnElement, type Sensitivities, sensitivities } from '../sensitivity/voltage-and-flow.ts';
import type { LimitReading } from './assessment.ts';
import type { Limits } from './limits.ts';
import { isNear, readingsBySegment } from './traffic-light.ts';

export interface SegmentRoom {
  readonly segment: string;
  /** The most used limit that closes more injection (up) or less of it (down); null where that direction is open. */
  readonly up: LimitReading | null;
  readonly down: LimitReading | null;
}

/** One row per segment with a limit that has a value in the state: a segment without a row is unknown, not open. */
export function segmentRoom(model: GridModel, limits: Limits, state: SolvedState): SegmentRoom[] {
  const { network } = model;
  let slopes: Sensitivities | null | undefined;
  const slopesOfLoading = (element: string): Float64Array | null => {
    // Only a loading needs them, and most states have none near its limit.
    if (slopes === undefined) slopes = sensitivities(model, state);
    const branch = network.branch.id.indexOf(element);
    return slopes && effectOnElement(slopes, { kind: 'loading', branch });
  };
  return [...readingsBySegment(network, limits, state)].map(([segment, readings]) => {
    let up: LimitReading | null = null;
    let down: LimitReading | null = null;
    for (const reading of readings.filter(isNear).sort((a, b) => b.used - a.used)) {
      const closes = closedBy(reading, () => {
        const perBus = slopesOfLoading(reading.element);
        return perBus && Array.from(perBus).filter((_, bus) => network.bus.segment[bus] === segment);
      });
      if (closes.up) up ??= reading;
      if (closes.down) down ??= reading;
    }
    return { segment, up, down };
  });
}

interface Closed {
  readonly up: boolean;
  readonly down: boolean;
}

/** @param slopesHere change of the reading's loading per kW injected at each bus of its segment; null where there is none */
function closedBy(reading: LimitReading, slopesHere: () => readonly number[] | null): Closed {
  if (reading.limit === 'voltage-high') return { up: true, down: false };
  if (reading.limit === 'voltage-low') return { up: false, down: true };
  const slopes = slopesHere() ?? [];
  const most = Math.max(0, ...slopes);
  const least = Math.min(0, ...slopes);
  // Loaded by consumption every kW injected takes some away; loaded by feed-in it adds. A meshed segment may do both.
  const up = most > MOVES_SHARE * -least;
  const down = -least > MOVES_SHARE * most;
  return up || down ? { up, down } : { up: true, down: true };
}

/** Buses that move a loading by less than this share of what the others move it do not say how it is loaded. */
const MOVES_SHARE = 0.05;
