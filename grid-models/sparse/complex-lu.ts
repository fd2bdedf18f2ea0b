/**
 * LU of a complex matrix, real and imaginary parts apart: the admittance matrix, factorised once and solved many times.
 *
 * Only + − × ÷ in a fixed order, so the same matrix gives the same bits on every machine and engine: what a verdict
 * rests on may use it. Pivots are watched as in `block-lu`; when one collapses the real form (a −b; b a) is factorised
 * with row pivoting, with the same five operations.
 */

import { type BlockLu, blockLu, factoriseBlocks, solveBlocks } from './block-lu.ts';
import type { Symbolic } from './symbolic.ts';

/** Squared size of a pivot, relative to the squared size of its row, that the straight run accepts. */
const PIVOT_COLLAPSE_SQUARED = 1e-22;

export interface ComplexLu {
  readonly symbolic: Symbolic;
  /** n inverted pivots, m entries of U, m of L. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly rowSizeSquared: Float64Array;
  readonly workRe: Float64Array;
  readonly workIm: Float64Array;
  /** Set while the last factorisation needed row pivoting. */
  pivoting: BlockLu | null;
}

export function complexLu(symbolic: Symbolic): ComplexLu {
  const { n, m } = symbolic;
  return {
    symbolic,
    re: new Float64Array(n + 2 * m),
    im: new Float64Array(n + 2 * m),
    rowSizeSquared: new Float64Array(n),
    workRe: new Float64Array(n),
    workIm: new Float64Array(n),
    pivoting: null,
  };
}

/**
 * @param re,im one value per entry of the pattern
 * @returns false when the matrix is singular to working precision; `lu` is then unusable
 */
export function factoriseComplex(lu: ComplexLu, re: Float64Array, im: Float64Array): boolean {
  lu.pivoting = null;
  scatter(lu, re, im);
  if (eliminate(lu)) return true;
  const blocks = blockLu(lu.symbolic);
  const values = new Float64Array(4 * re.length);
  for (let p = 0; p < re.length; p++) {
    values[4 * p] = re[p]!;
    values[4 * p + 1] = -im[p]!;
    values[4 * p + 2] = im[p]!;
    values[4 * p + 3] = re[p]!;
  }
  if (!factoriseBlocks(blocks, values)) return false;
  lu.pivoting = blocks;
  return true;
}

/** Solves A·x = b, all [n]; the output arrays may be the input arrays. */
export function solveComplex(
  lu: ComplexLu,
  bRe: Float64Array,
  bIm: Float64Array,
  xRe: Float64Array,
  xIm: Float64Array,
): void {
  if (lu.pivoting) {
    solveByBlocks(lu.pivoting, bRe, bIm, xRe, xIm);
    return;
  }
  const { re, im, workRe, workIm } = lu;
  const { n, m, order, ptr, idx } = lu.symbolic;
  for (let k = 0; k < n; k++) {
    workRe[k] = bRe[order[k]!]!;
    workIm[k] = bIm[order[k]!]!;
  }
  const lowerAt = n + m;
  for (let k = 0; k < n; k++) {
    const yr = workRe[k]!;
    const yi = workIm[k]!;
    // Injections are few in a right side made from one trade: most columns have nothing to pass on.
    if (yr === 0 && yi === 0) continue;
    for (let p = ptr[k]!; p < ptr[k + 1]!; p++) {
      const i = idx[p]!;
      const lr = re[lowerAt + p]!;
      const li = im[lowerAt + p]!;
      workRe[i]! -= lr * yr - li * yi;
      workIm[i]! -= lr * yi + li * yr;
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    let yr = workRe[k]!;
    let yi = workIm[k]!;
    for (let p = ptr[k]!; p < ptr[k + 1]!; p++) {
      const j = idx[p]!;
      const ur = re[n + p]!;
      const ui = im[n + p]!;
      yr -= ur * workRe[j]! - ui * workIm[j]!;
      yi -= ur * workIm[j]! + ui * workRe[j]!;
    }
    workRe[k] = re[k]! * yr - im[k]! * yi;
    workIm[k] = re[k]! * yi + im[k]! * yr;
  }
  for (let k = 0; k < n; k++) {
    xRe[order[k]!] = workRe[k]!;
    xIm[order[k]!] = workIm[k]!;
  }
}

function scatter(lu: ComplexLu, re: Float64Array, im: Float64Array): void {
  const { home, n, pattern, rank } = lu.symbolic;
  lu.re.fill(0);
  lu.im.fill(0);
  for (let i = 0; i < n; i++) {
    let size = 0;
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      const vr = re[p]!;
      const vi = im[p]!;
      lu.re[home[p]!] = vr;
      lu.im[home[p]!] = vi;
      size = Math.max(size, vr * vr + vi * vi);
    }
    lu.rowSizeSquared[rank[i]!] = size;
  }
}

function eliminate(lu: ComplexLu): boolean {
  const { re, im, rowSizeSquared } = lu;
  const { n, m, ptr, idx, target } = lu.symbolic;
  const lowerAt = n + m;
  let t = 0;
  for (let k = 0; k < n; k++) {
    const dr = re[k]!;
    const di = im[k]!;
    const size = dr * dr + di * di;
    if (!(size > PIVOT_COLLAPSE_SQUARED * rowSizeSquared[k]!)) return false;
    const ir = dr / size;
    const ii = -di / size;
    re[k] = ir;
    im[k] = ii;
    const end = ptr[k + 1]!;
    for (let p = ptr[k]!; p < end; p++) {
      const lr = re[lowerAt + p]!;
      const li = im[lowerAt + p]!;
      re[lowerAt + p] = lr * ir - li * ii;
      im[lowerAt + p] = lr * ii + li * ir;
    }
    for (let p = ptr[k]!; p < end; p++) {
      const lr = re[lowerAt + p]!;
      const li = im[lowerAt + p]!;
      const ur = re[n + p]!;
      const ui = im[n + p]!;
      const i = idx[p]!;
      re[i]! -= lr * ur - li * ui;
      im[i]! -= lr * ui + li * ur;
      for (let r = p + 1; r < end; r++) {
        const place = target[t++]!;
        const vr = re[n + r]!;
        const vi = im[n + r]!;
        re[n + place]! -= lr * vr - li * vi;
        im[n + place]! -= lr * vi + li * vr;
        const sr = re[lowerAt + r]!;
        const si = im[lowerAt + r]!;
        re[lowerAt + place]! -= sr * ur - si * ui;
        im[lowerAt + place]! -= sr * ui + si * ur;
      }
    }
  }
  return true;
}

function solveByBlocks(
  lu: BlockLu,
  bRe: Float64Array,
  bIm: Float64Array,
  xRe: Float64Array,
  xIm: Float64Array,
): void {
  const n = bRe.length;
  const both = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    both[2 * i] = bRe[i]!;
    both[2 * i + 1] = bIm[i]!;
  }
  solveBlocks(lu, both, both);
  for (let i = 0; i < n; i++) {
    xRe[i] = both[2 * i]!;
    xIm[i] = both[2 * i + 1]!;
  }
}
