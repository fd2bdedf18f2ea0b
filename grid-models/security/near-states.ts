/**
 * The exact states three changes of injection lead to from one solved state, side by side: the three legs of a trade.
 *
 * About the solved state V̂, with V = V̂ + d and conj written as *, the power at a node changes by
 *
 *     ΔS_i = J(d)_i + Q(d)_i,     J(d)_i = V̂_i (Y d)*_i + d_i Î*_i,     Q(d)_i = d_i (Y d)*_i                       (1)
 *
 * exactly: the equations are quadratic. So d solves J(d) = ΔS − Q(d), which is iterated with the factors of J kept from V̂,
 *
 *     J(d⁺) = g,     g⁺ = ΔS − Q(d⁺)          from g = ΔS: the first d⁺ is the linear estimate                      (2)
 *
 * and contracts by about twice the relative change of voltage a step. Q needs no product with Y: J(d⁺) = g says that
 * (Y d⁺)*_i = (g_i − d⁺_i Î*_i)/V̂_i, so
 *
 *     Q(d⁺)_i = d⁺_i (g_i/V̂_i − d⁺_i Î*_i/V̂_i)                                                                    (3)
 *
 * and g⁺ − g is what the equations are off by at V̂ + d⁺. At a voltage-controlled node the second equation is
 * |V̂ + d|² = v², whose quadratic part is |d|², and (Y d)_i is formed from its row as the reactive part of g is not known.
 *
 * It is faster than steps that look at the full equations each time, not another answer: what comes out is a start that
 * the full equations measure, and that is corrected where it falls short (correction.ts).
 */
import type { Equations } from '../sensitivity/rectangular.ts';
import { SIDE_BY_SIDE, solveThree } from '../sparse/block-lu.ts';
import { MISMATCH_PU } from './correction.ts';
import type { Present } from './interval-solver.ts';
import type { Change } from './screening.ts';

/** A step that leaves more than this share of the one before is no contraction to wait for. */
const LEFT_SHARE_MAX = 0.5;
const STEPS_MAX = 20;
/** Doubles a node: real and imaginary part of each side. */
const WIDTH = 2 * SIDE_BY_SIDE;

export class NearStates {
  private readonly eq: Equations;
  /** [6·free] ΔS, g and d of the three changes, by node. */
  private readonly delta: Float64Array;
  private readonly g: Float64Array;
  private readonly d: Float64Array;
  private readonly work: Float64Array;
  /** [2·node] per side. */
  private readonly v: readonly Float64Array[];
  /** The state the next two are of: [2·free] 1/V̂ and conj(Î)/V̂. */
  private about: Present | null = null;
  /** Did the last question end at solutions? */
  private isSolved = false;
  private readonly perVolt: Float64Array;
  private readonly flowing: Float64Array;

  constructor(eq: Equations) {
    const { freeCount, nodeCount } = eq.model;
    this.eq = eq;
    this.delta = new Float64Array(WIDTH * freeCount);
    this.g = new Float64Array(WIDTH * freeCount);
    this.d = new Float64Array(WIDTH * freeCount);
    this.work = new Float64Array(WIDTH * freeCount);
    this.v = Array.from({ length: SIDE_BY_SIDE }, () => new Float64Array(2 * nodeCount));
    this.perVolt = new Float64Array(2 * freeCount);
    this.flowing = new Float64Array(2 * freeCount);
  }

  /**
   * @param changes up to three
   * @param scaled where they are those of the last question times a number, that number: Q grows with its square, so g
   *               begins near its end
   * @returns [2·node] of each the voltages that the iteration ends with: at a solution, unless it does not contract there.
   *          Memory of this object, good until the next question.
   */
  solve(present: Present, changes: readonly Change[], scaled?: number): Float64Array[] {
    const isScaled = scaled !== undefined && this.about === present && this.isSolved;
    if (this.about !== present) this.prepare(present);
    const { delta, g, d } = this;
    // Q of the last question, in the place of g.
    if (isScaled) for (let i = 0; i < g.length; i++) g[i] = scaled * scaled * (delta[i]! - g[i]!);
    else g.fill(0);
    delta.fill(0);
    changes.forEach(({ nodes, pPu }, side) => {
      for (let n = 0; n < nodes.length; n++) delta[WIDTH * nodes[n]! + 2 * side]! += pPu[n]!;
    });
    for (let i = 0; i < g.length; i++) g[i] = delta[i]! - g[i]!;
    this.isSolved = this.iterate(present);
    return changes.map((_, side) => {
      const v = this.v[side]!;
      v.set(present.v);
      for (let i = 0, at = 2 * side; at < d.length; i += 2, at += WIDTH) {
        v[i]! += d[at]!;
        v[i + 1]! += d[at + 1]!;
      }
      return v;
    });
  }

  private prepare(present: Present): void {
    const { s, v } = present;
    const { perVolt, flowing } = this;
    for (let i = 0; i < perVolt.length; i += 2) {
      const square = v[i]! * v[i]! + v[i + 1]! * v[i + 1]!;
      const re = v[i]! / square;
      const im = -v[i + 1]! / square;
      perVolt[i] = re;
      perVolt[i + 1] = im;
      // Î* = Ŝ/V̂, so Î*/V̂ = Ŝ/V̂².
      const a = s[i]! * re - s[i + 1]! * im;
      const b = s[i]! * im + s[i + 1]! * re;
      flowing[i] = a * re - b * im;
      flowing[i + 1] = a * im + b * re;
    }
    this.about = present;
  }

  /** @returns whether it ended with no equation of any side off by more than a solution's mismatch */
  private iterate({ linearisation }: Present): boolean {
    let before = Number.POSITIVE_INFINITY;
    for (let step = 0; step < STEPS_MAX; step++) {
      solveThree(linearisation.lu, this.g, this.d, this.work);
      const left = this.advance();
      if (left <= MISMATCH_PU) return true;
      if (!(left < LEFT_SHARE_MAX * before)) return false;
      before = left;
    }
    return false;
  }

  /** g ← ΔS − Q(d). @returns the largest change of g */
  private advance(): number {
    const { delta, g, d, perVolt, flowing } = this;
    const { pqCount } = this.eq.model;
    let most = 0;
    for (let i = 0; i < pqCount; i++) {
      const wRe = perVolt[2 * i]!;
      const wIm = perVolt[2 * i + 1]!;
      const kRe = flowing[2 * i]!;
      const kIm = flowing[2 * i + 1]!;
      for (let at = WIDTH * i; at < WIDTH * (i + 1); at += 2) {
        const e = d[at]!;
        const f = d[at + 1]!;
        const p = g[at]!;
        const q = g[at + 1]!;
        const a = p * wRe - q * wIm - (e * kRe - f * kIm);
        const b = p * wIm + q * wRe - (e * kIm + f * kRe);
        const nextP = delta[at]! - (e * a - f * b);
        const nextQ = delta[at + 1]! - (e * b + f * a);
        most = Math.max(most, Math.abs(nextP - p), Math.abs(nextQ - q));
        g[at] = nextP;
        g[at + 1] = nextQ;
      }
    }
    return Math.max(most, this.advanceControlled());
  }

  /** The same at voltage-controlled nodes. */
  private advanceControlled(): number {
    const { delta, g, d } = this;
    const { pqCount, freeCount, admittance } = this.eq.model;
    const { pattern, re, im } = admittance;
    let most = 0;
    for (let i = pqCount; i < freeCount; i++) {
      for (let at = WIDTH * i, side = 0; side < WIDTH; at += 2, side += 2) {
        let a = 0;
        let b = 0;
        for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
          const k = pattern.idx[p]!;
          if (k >= freeCount) continue;
          const e = d[WIDTH * k + side]!;
          const f = d[WIDTH * k + side + 1]!;
          a += re[p]! * e - im[p]! * f;
          b += re[p]! * f + im[p]! * e;
        }
        const e = d[at]!;
        const f = d[at + 1]!;
        const nextP = delta[at]! - (e * a + f * b);
        const nextSquare = -(e * e + f * f);
        most = Math.max(most, Math.abs(nextP - g[at]!), Math.abs(nextSquare - g[at + 1]!));
        g[at] = nextP;
        g[at + 1] = nextSquare;
      }
    }
    return most;
  }
}
