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
 * which is nothing where nothing is injected, and g⁺ − g is what the equations are off by at V̂ + d⁺. At a
 * voltage-controlled node the second equation is |V̂ + d|² = v², whose quadratic part is |d|², and (Y d)_i is formed from
 * its row as the reactive part of g is not known.
 *
 * A step is two runs through the factors, in the order of elimination: forward, and backward with (3) as soon as a node's d
 * is known. What comes out is measured by the full equations (1) once at the end.
 */
import type { Equations } from '../sensitivity/rectangular.ts';
import type { Present } from './interval-solver.ts';
import type { Change } from './screening.ts';

/** Changes side by side: the factors are read once for all of them. */
export const SIDES = 3;
/** Doubles a node: real and imaginary part of each side. */
const WIDTH = 2 * SIDES;
/**
 * Largest mismatch of a leg's solution, p.u.: as usual for a power flow. A hundred-thousandth of what the last digit of a
 * verdict's voltage stands for.
 */
export const LEG_MISMATCH_PU = 1e-8;
/** A step that leaves more than this share of the one before is no contraction to wait for. */
const LEFT_SHARE_MAX = 0.5;
const STEPS_MAX = 20;
/** Parts of Q left out: those of ten thousand nodes together are still no mismatch. */
const NEGLIGIBLE_PU = 1e-13;

/** What (3) needs at a node: nothing, or its own numbers, or a row of Y. */
const KIND = { empty: 0, injects: 1, controlled: 2 } as const;

export class NearStates {
  /** [6·node] voltages of the three sides, by node: of the last question. */
  readonly v: Float64Array;
  /** [side] largest mismatch of the full equations there, p.u. */
  readonly mismatchPu = new Float64Array(SIDES);
  private readonly eq: Equations;
  // By rank in the order of elimination, [6·free]: d, Q with the sign of g, and the right-hand side on its way.
  private readonly d: Float64Array;
  private readonly h: Float64Array;
  private readonly y: Float64Array;
  /** ΔS, by rank; nothing but at the ranks of `changed`. */
  private readonly delta: Float64Array;
  private changed: number[] = [];
  /** The state the next three are of: by rank 1/V̂ and conj(Î)/V̂ [2·free], and the kind of each node. */
  private about: Present | null = null;
  private readonly perVolt: Float64Array;
  private readonly flowing: Float64Array;
  private readonly kind: Uint8Array;
  /** By rank the size of conj(Î)/V̂; Infinity where a change is, which is never negligible. */
  private readonly weight: Float64Array;
  /** Did the last question end at solutions? */
  private isSolved = false;

  constructor(eq: Equations) {
    const { freeCount, nodeCount } = eq.model;
    this.eq = eq;
    this.v = new Float64Array(WIDTH * nodeCount);
    this.d = new Float64Array(WIDTH * freeCount);
    this.h = new Float64Array(WIDTH * freeCount);
    this.y = new Float64Array(WIDTH * freeCount);
    this.delta = new Float64Array(WIDTH * freeCount);
    this.perVolt = new Float64Array(2 * freeCount);
    this.flowing = new Float64Array(2 * freeCount);
    this.kind = new Uint8Array(freeCount);
    this.weight = new Float64Array(freeCount);
  }

  /**
   * Leaves the voltages in `v` and what they are off by in `mismatchPu`: a solution, or the place where the iteration gave up.
   * @param changes up to three
   * @param scaled where they are those of the last question times a number, that number: Q grows with its square, so g
   *               begins near its end
   */
  solve(present: Present, changes: readonly Change[], scaled?: number): void {
    const isScaled = scaled !== undefined && this.about === present && this.isSolved;
    if (this.about !== present) this.prepare(present);
    this.change(changes);
    const { h, y } = this;
    if (isScaled) for (let i = 0; i < h.length; i++) h[i]! *= scaled * scaled;
    else h.fill(0);
    y.set(h);
    this.addChange();
    this.isSolved = this.iterate(present);
    this.finish(present);
  }

  private prepare(present: Present): void {
    const { s, v } = present;
    const { perVolt, flowing, kind, weight } = this;
    const { order } = this.eq.symbolic;
    const { pqCount } = this.eq.model;
    for (let k = 0; k < order.length; k++) {
      const i = 2 * order[k]!;
      const square = v[i]! * v[i]! + v[i + 1]! * v[i + 1]!;
      const re = v[i]! / square;
      const im = -v[i + 1]! / square;
      perVolt[2 * k] = re;
      perVolt[2 * k + 1] = im;
      // conj(Î) = Ŝ/V̂.
      const a = s[i]! * re - s[i + 1]! * im;
      const b = s[i]! * im + s[i + 1]! * re;
      flowing[2 * k] = a * re - b * im;
      flowing[2 * k + 1] = a * im + b * re;
      weight[k] = sizeOf(flowing, k);
      const injects = s[i] !== 0 || s[i + 1] !== 0;
      kind[k] = order[k]! >= pqCount ? KIND.controlled : injects ? KIND.injects : KIND.empty;
    }
    this.about = present;
    this.changed = [];
    this.delta.fill(0);
  }

  private change(changes: readonly Change[]): void {
    const { delta, kind, flowing, weight } = this;
    const { rank } = this.eq.symbolic;
    for (const k of this.changed) {
      delta.fill(0, WIDTH * k, WIDTH * (k + 1));
      weight[k] = sizeOf(flowing, k);
      if (kind[k] === KIND.injects && weight[k] === 0) kind[k] = KIND.empty;
    }
    const changed = new Set<number>();
    changes.forEach(({ nodes, pPu }, side) => {
      for (let n = 0; n < nodes.length; n++) {
        const k = rank[nodes[n]!]!;
        changed.add(k);
        delta[WIDTH * k + 2 * side]! += pPu[n]!;
        weight[k] = Number.POSITIVE_INFINITY;
        if (kind[k] === KIND.empty) kind[k] = KIND.injects;
      }
    });
    this.changed = [...changed];
  }

  /** @returns whether it ended with no equation of any side off by more than a solution's mismatch */
  private iterate({ linearisation }: Present): boolean {
    const { factors } = linearisation.lu;
    let before = Number.POSITIVE_INFINITY;
    for (let step = 0; step < STEPS_MAX; step++) {
      this.forward(factors);
      let left = this.backward(factors);
      this.addChange();
      left = Math.max(left, this.controlled());
      if (left <= LEG_MISMATCH_PU) return true;
      if (!(left < LEFT_SHARE_MAX * before)) return false;
      before = left;
    }
    return false;
  }

  private forward(factors: Float64Array): void {
    const { y } = this;
    const { n, m, ptr, idx } = this.eq.symbolic;
    const lowerAt = 4 * (n + m);
    for (let k = 0; k < n; k++) {
      const at = WIDTH * k;
      const y0 = y[at]!;
      const y1 = y[at + 1]!;
      const y2 = y[at + 2]!;
      const y3 = y[at + 3]!;
      const y4 = y[at + 4]!;
      const y5 = y[at + 5]!;
      for (let p = ptr[k]!; p < ptr[k + 1]!; p++) {
        const i = WIDTH * idx[p]!;
        const l = lowerAt + 4 * p;
        const a = factors[l]!;
        const b = factors[l + 1]!;
        const c = factors[l + 2]!;
        const e = factors[l + 3]!;
        y[i]! -= a * y0 + b * y1;
        y[i + 1]! -= c * y0 + e * y1;
        y[i + 2]! -= a * y2 + b * y3;
        y[i + 3]! -= c * y2 + e * y3;
        y[i + 4]! -= a * y4 + b * y5;
        y[i + 5]! -= c * y4 + e * y5;
      }
    }
  }

  /**
   * d of every node and, where a node injects, its next h and right-hand side, both without ΔS. @returns the largest change of h,
   * but for nodes that are `changed` or controlled
   */
  private backward(factors: Float64Array): number {
    const { y, d, h, kind, weight } = this;
    const { n, ptr, idx } = this.eq.symbolic;
    const upperAt = 4 * n;
    let most = 0;
    for (let k = n - 1; k >= 0; k--) {
      const at = WIDTH * k;
      let y0 = y[at]!;
      let y1 = y[at + 1]!;
      let y2 = y[at + 2]!;
      let y3 = y[at + 3]!;
      let y4 = y[at + 4]!;
      let y5 = y[at + 5]!;
      for (let p = ptr[k]!; p < ptr[k + 1]!; p++) {
        const j = WIDTH * idx[p]!;
        const u = upperAt + 4 * p;
        const a = factors[u]!;
        const b = factors[u + 1]!;
        const c = factors[u + 2]!;
        const e = factors[u + 3]!;
        y0 -= a * d[j]! + b * d[j + 1]!;
        y1 -= c * d[j]! + e * d[j + 1]!;
        y2 -= a * d[j + 2]! + b * d[j + 3]!;
        y3 -= c * d[j + 2]! + e * d[j + 3]!;
        y4 -= a * d[j + 4]! + b * d[j + 5]!;
        y5 -= c * d[j + 4]! + e * d[j + 5]!;
      }
      const f = 4 * k;
      const a = factors[f]!;
      const b = factors[f + 1]!;
      const c = factors[f + 2]!;
      const e = factors[f + 3]!;
      const e0 = a * y0 + b * y1;
      const f0 = c * y0 + e * y1;
      const e1 = a * y2 + b * y3;
      const f1 = c * y2 + e * y3;
      const e2 = a * y4 + b * y5;
      const f2 = c * y4 + e * y5;
      d[at] = e0;
      d[at + 1] = f0;
      d[at + 2] = e1;
      d[at + 3] = f1;
      d[at + 4] = e2;
      d[at + 5] = f2;
      if (kind[k] !== KIND.injects) continue;
      // Far from the trade Q is below what counts; a size that is no number is not small.
      const square = e0 * e0 + f0 * f0 + (e1 * e1 + f1 * f1) + (e2 * e2 + f2 * f2);
      if (!(square * weight[k]! < NEGLIGIBLE_PU)) {
        const left = this.quadratic(k);
        if (!(left <= most)) most = left;
      }
    }
    y.set(h);
    return most;
  }

  /** (3) at a node: h = −Q. @returns its largest change */
  private quadratic(k: number): number {
    const { d, h, delta, perVolt, flowing } = this;
    const wRe = perVolt[2 * k]!;
    const wIm = perVolt[2 * k + 1]!;
    const kRe = flowing[2 * k]!;
    const kIm = flowing[2 * k + 1]!;
    let most = 0;
    for (let at = WIDTH * k; at < WIDTH * (k + 1); at += 2) {
      const e = d[at]!;
      const f = d[at + 1]!;
      const p = h[at]! + delta[at]!;
      const q = h[at + 1]! + delta[at + 1]!;
      const a = p * wRe - q * wIm - (e * kRe - f * kIm);
      const b = p * wIm + q * wRe - (e * kIm + f * kRe);
      const nextP = f * b - e * a;
      const nextQ = -(e * b + f * a);
      const left = Math.max(Math.abs(nextP - h[at]!), Math.abs(nextQ - h[at + 1]!));
      if (!(left <= most)) most = left;
      h[at] = nextP;
      h[at + 1] = nextQ;
    }
    return most;
  }

  /** ΔS on top of h, in the next right-hand side. */
  private addChange(): void {
    const { y, delta } = this;
    for (const k of this.changed) for (let at = WIDTH * k; at < WIDTH * (k + 1); at++) y[at]! += delta[at]!;
  }

  /** h of the voltage-controlled nodes, once d is known everywhere. @returns the largest change */
  private controlled(): number {
    const { d, h, y, delta } = this;
    const { rank } = this.eq.symbolic;
    const { pqCount, freeCount, admittance } = this.eq.model;
    const { pattern, re, im } = admittance;
    let most = 0;
    for (let i = pqCount; i < freeCount; i++) {
      for (let side = 0; side < WIDTH; side += 2) {
        const at = WIDTH * rank[i]! + side;
        let a = 0;
        let b = 0;
        for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
          if (pattern.idx[p]! >= freeCount) continue;
          const k = WIDTH * rank[pattern.idx[p]!]! + side;
          a += re[p]! * d[k]! - im[p]! * d[k + 1]!;
          b += re[p]! * d[k + 1]! + im[p]! * d[k]!;
        }
        const e = d[at]!;
        const f = d[at + 1]!;
        const nextP = -(e * a + f * b);
        const nextSquare = -(e * e + f * f);
        const left = Math.max(Math.abs(nextP - h[at]!), Math.abs(nextSquare - h[at + 1]!));
        if (!(left <= most)) most = left;
        h[at] = nextP;
        h[at + 1] = nextSquare;
        y[at] = nextP + delta[at]!;
        y[at + 1] = nextSquare;
      }
    }
    return most;
  }

  /** V̂ + d by node, and what the full equations are off by there. */
  private finish({ s, v: base }: Present): void {
    const { v, d, mismatchPu } = this;
    const { freeCount, nodeCount } = this.eq.model;
    const { order } = this.eq.symbolic;
    for (let k = 0; k < freeCount; k++) {
      const from = WIDTH * k;
      const to = WIDTH * order[k]!;
      const e = base[2 * order[k]!]!;
      const f = base[2 * order[k]! + 1]!;
      v[to] = e + d[from]!;
      v[to + 1] = f + d[from + 1]!;
      v[to + 2] = e + d[from + 2]!;
      v[to + 3] = f + d[from + 3]!;
      v[to + 4] = e + d[from + 4]!;
      v[to + 5] = f + d[from + 5]!;
    }
    for (let i = freeCount; i < nodeCount; i++)
      for (let c = 0; c < WIDTH; c++) v[WIDTH * i + c] = base[2 * i + (c & 1)]!;
    this.measure(s);
    mismatchPu.forEach((off, side) => {
      if (Number.isNaN(off)) mismatchPu[side] = Number.POSITIVE_INFINITY;
    });
  }

  /** Largest mismatch of the full equations at `v`, by side. */
  private measure(s: Float64Array): void {
    const { v, delta, mismatchPu } = this;
    const { freeCount, pqCount, vmPuSet, admittance } = this.eq.model;
    const { rank } = this.eq.symbolic;
    const { pattern, re, im } = admittance;
    const { ptr, idx } = pattern;
    let worst0 = 0;
    let worst1 = 0;
    let worst2 = 0;
    for (let i = 0; i < freeCount; i++) {
      let a0 = 0;
      let b0 = 0;
      let a1 = 0;
      let b1 = 0;
      let a2 = 0;
      let b2 = 0;
      for (let p = ptr[i]!; p < ptr[i + 1]!; p++) {
        const k = WIDTH * idx[p]!;
        const g = re[p]!;
        const b = im[p]!;
        a0 += g * v[k]! - b * v[k + 1]!;
        b0 += g * v[k + 1]! + b * v[k]!;
        a1 += g * v[k + 2]! - b * v[k + 3]!;
        b1 += g * v[k + 3]! + b * v[k + 2]!;
        a2 += g * v[k + 4]! - b * v[k + 5]!;
        b2 += g * v[k + 5]! + b * v[k + 4]!;
      }
      const at = WIDTH * i;
      const own = WIDTH * rank[i]!;
      const p = s[2 * i]!;
      const q = s[2 * i + 1]!;
      // Squared set point where the voltage is controlled: there the second equation is one of |V|.
      const square = i < pqCount ? Number.NaN : vmPuSet[i]! * vmPuSet[i]!;
      const off0 = offBy(p + delta[own]!, q, square, a0, b0, v[at]!, v[at + 1]!);
      const off1 = offBy(p + delta[own + 2]!, q, square, a1, b1, v[at + 2]!, v[at + 3]!);
      const off2 = offBy(p + delta[own + 4]!, q, square, a2, b2, v[at + 4]!, v[at + 5]!);
      // Written so that NaN wins.
      if (!(off0 <= worst0)) worst0 = off0;
      if (!(off1 <= worst1)) worst1 = off1;
      if (!(off2 <= worst2)) worst2 = off2;
    }
    mismatchPu[0] = worst0;
    mismatchPu[1] = worst1;
    mismatchPu[2] = worst2;
  }
}

/** Larger mismatch of a node's two equations, current a + jb leaving it. */
function offBy(p: number, q: number, square: number, a: number, b: number, e: number, f: number): number {
  const dp = Math.abs(p - (e * a + f * b));
  const dq = Math.abs(Number.isNaN(square) ? q - (f * a - e * b) : square - (e * e + f * f));
  return dp > dq ? dp : dq;
}

function sizeOf(parts: Float64Array, k: number): number {
  return Math.abs(parts[2 * k]!) + Math.abs(parts[2 * k + 1]!);
}
