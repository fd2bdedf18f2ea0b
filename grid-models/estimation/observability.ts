/**
 * Which nodes the measurements determine: numerical observability (Monticelli & Wu 1985).
 *
 * The gain matrix with every measurement brought to the same size is eliminated; a pivot that vanishes marks a direction
 * nobody measures. It is replaced by 1 and followed back: solving G·x = that unit vector gives the states that move
 * without any measurement noticing.
 */
import type { Gain } from './gain.ts';

/** A pivot below this share of its diagonal is a direction without measurement. */
const PIVOT_VANISHED = 1e-9;
/** Part of the largest component from which a state takes part in such a direction. */
const COMPONENT = 1e-5;
/** Directions followed to the nodes they touch; beyond it the rest is still counted, only not named. */
const DIRECTIONS_FOLLOWED_MAX = 200;

export interface Unmeasured {
  /** Independent directions of the state that no measurement sees. */
  readonly directions: number;
  /** Unknowns that take part in the directions followed, ascending. */
  readonly unknowns: readonly number[];
}

/** @param gain filled with measurements of equal size; its values stay as they are */
export function unmeasured(gain: Gain): Unmeasured {
  const { n, m, order, ptr, idx, target, home } = gain.symbolic;
  const pivots = new Float64Array(n);
  const upper = new Float64Array(m);
  for (let p = 0; p < home.length; p++) {
    const place = home[p]!;
    if (place < n) pivots[place] = gain.values[p]!;
    else if (place < n + m) upper[place - n] = gain.values[p]!;
  }
  const diagonal = pivots.slice();
  const vanished: number[] = [];
  let t = 0;
  for (let k = 0; k < n; k++) {
    const end = ptr[k + 1]!;
    const size = end - ptr[k]!;
    if (!(pivots[k]! > PIVOT_VANISHED * diagonal[k]!)) {
      // Rows of a positive semidefinite matrix vanish together with their pivot.
      vanished.push(k);
      pivots[k] = 1;
      upper.fill(0, ptr[k]!, end);
      t += (size * (size - 1)) / 2;
      continue;
    }
    for (let p = ptr[k]!; p < end; p++) {
      const factor = upper[p]! / pivots[k]!;
      pivots[idx[p]!]! -= factor * upper[p]!;
      for (let q = p + 1; q < end; q++) upper[target[t++]!]! -= factor * upper[q]!;
    }
  }
  const touched = new Set<number>();
  for (const k of vanished.slice(0, DIRECTIONS_FOLLOWED_MAX)) {
    const direction = new Float64Array(n);
    direction[k] = 1;
    // Only rows eliminated before k can follow it: back substitution of U x = e_k.
    for (let i = k - 1; i >= 0; i--) {
      let sum = 0;
      for (let p = ptr[i]!; p < ptr[i + 1]!; p++) sum += upper[p]! * direction[idx[p]!]!;
      direction[i] = -sum / pivots[i]!;
    }
    const largest = direction.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    direction.forEach((x, i) => {
      if (Math.abs(x) > COMPONENT * largest) touched.add(order[i]!);
    });
  }
  return { directions: vanished.length, unknowns: [...touched].sort((a, b) => a - b) };
}
