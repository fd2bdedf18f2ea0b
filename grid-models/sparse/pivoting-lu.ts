/**
 * Sparse LU with row pivoting, for the matrices whose diagonal cannot be trusted: near the nose of a power flow, or
 * with negative reactances. Slower than the straight runs of `block-lu` and `complex-lu`, used when those give up.
 *
 * Left-looking by columns: each column is solved against the columns of L found so far, in the topological order of a
 * depth-first search, then the pivot is chosen (Gilbert & Peierls 1988). The diagonal is kept while it is at least
 * DIAGONAL_PREFERENCE of the largest candidate, which preserves the sparsity of the given order.
 */

/** Square matrix by columns, entries in any order within a column. */
export interface ColumnMatrix {
  readonly n: number;
  readonly ptr: Int32Array;
  readonly idx: Int32Array;
  readonly values: Float64Array;
}

export interface PivotingLu {
  readonly n: number;
  /** L by columns (unit diagonal implied), rows as in the matrix; U by columns, rows as elimination steps. */
  readonly lower: GrowingColumns;
  readonly upper: GrowingColumns;
  readonly pivot: Float64Array;
  /** Row of the matrix chosen in step k. */
  readonly rowOfStep: Int32Array;
  readonly columnOfStep: Int32Array;
}

const DIAGONAL_PREFERENCE = 0.1;
/** A pivot below this share of its column's largest entry is rounding noise, not a number. */
const PIVOT_NOISE = 1e-15;

/** @param order column eliminated in step k. @returns null when the matrix is singular to working precision. */
export function factoriseWithPivoting(matrix: ColumnMatrix, order: Int32Array): PivotingLu | null {
  const { n } = matrix;
  const lower = new GrowingColumns(n);
  const upper = new GrowingColumns(n);
  const pivot = new Float64Array(n);
  const rowOfStep = new Int32Array(n);
  const stepOfRow = new Int32Array(n).fill(-1);
  const x = new Float64Array(n);
  const reach = new Reach(n);

  for (let k = 0; k < n; k++) {
    const column = order[k]!;
    const first = reach.find(matrix, column, lower, stepOfRow);
    let size = 0;
    for (let p = matrix.ptr[column]!; p < matrix.ptr[column + 1]!; p++) {
      x[matrix.idx[p]!]! += matrix.values[p]!;
      size = Math.max(size, Math.abs(matrix.values[p]!));
    }
    let best = -1;
    let bestSize = 0;
    for (let s = first; s < n; s++) {
      const row = reach.stack[s]!;
      const step = stepOfRow[row]!;
      if (step < 0) {
        const here = Math.abs(x[row]!);
        if (here > bestSize) {
          best = row;
          bestSize = here;
        }
        continue;
      }
      const u = x[row]!;
      upper.push(step, u);
      for (let p = lower.ptr[step]!; p < lower.ptr[step + 1]!; p++) x[lower.idx[p]!]! -= lower.values[p]! * u;
    }
    if (!(bestSize > PIVOT_NOISE * size)) return null;
    if (stepOfRow[column]! < 0 && Math.abs(x[column]!) >= DIAGONAL_PREFERENCE * bestSize) best = column;
    const value = x[best]!;
    pivot[k] = value;
    rowOfStep[k] = best;
    stepOfRow[best] = k;
    for (let s = first; s < n; s++) {
      const row = reach.stack[s]!;
      if (stepOfRow[row]! < 0) lower.push(row, x[row]! / value);
      x[row] = 0;
    }
    lower.close(k);
    upper.close(k);
  }
  return { n, lower, upper, pivot, rowOfStep, columnOfStep: order };
}

/** Solves A·x = rhs; `out` may be `rhs`. */
export function solveWithPivoting(lu: PivotingLu, rhs: Float64Array, out: Float64Array): void {
  const { n, lower, upper, pivot, rowOfStep, columnOfStep } = lu;
  const y = rhs.slice();
  const z = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const value = y[rowOfStep[k]!]!;
    z[k] = value;
    if (value === 0) continue;
    for (let p = lower.ptr[k]!; p < lower.ptr[k + 1]!; p++) y[lower.idx[p]!]! -= lower.values[p]! * value;
  }
  for (let k = n - 1; k >= 0; k--) {
    const value = z[k]! / pivot[k]!;
    out[columnOfStep[k]!] = value;
    for (let p = upper.ptr[k]!; p < upper.ptr[k + 1]!; p++) z[upper.idx[p]!]! -= upper.values[p]! * value;
  }
}

/** Columns appended one after the other into arrays that double when full. */
class GrowingColumns {
  readonly ptr: Int32Array;
  idx: Int32Array;
  values: Float64Array;
  private used = 0;

  constructor(n: number) {
    this.ptr = new Int32Array(n + 1);
    this.idx = new Int32Array(8 * n + 8);
    this.values = new Float64Array(8 * n + 8);
  }

  push(index: number, value: number): void {
    if (this.used === this.idx.length) {
      const idx = new Int32Array(2 * this.used);
      idx.set(this.idx);
      this.idx = idx;
      const values = new Float64Array(2 * this.used);
      values.set(this.values);
      this.values = values;
    }
    this.idx[this.used] = index;
    this.values[this.used++] = value;
  }

  close(column: number): void {
    this.ptr[column + 1] = this.used;
  }
}

/** Rows that become non-zero in a column, so ordered that every row stands before those it changes. */
class Reach {
  readonly stack: Int32Array;
  private readonly n: number;
  private readonly seen: Int32Array;
  private readonly path: Int32Array;
  private readonly progress: Int32Array;
  private round = 0;

  constructor(n: number) {
    this.n = n;
    this.stack = new Int32Array(n);
    this.seen = new Int32Array(n).fill(-1);
    this.path = new Int32Array(n);
    this.progress = new Int32Array(n);
  }

  /** @returns first used place of `stack`; the list runs from there to n. */
  find(matrix: ColumnMatrix, column: number, lower: GrowingColumns, stepOfRow: Int32Array): number {
    const { stack, seen, path, progress } = this;
    const round = this.round++;
    let top = this.n;
    for (let p = matrix.ptr[column]!; p < matrix.ptr[column + 1]!; p++) {
      if (seen[matrix.idx[p]!] === round) continue;
      let depth = 0;
      path[0] = matrix.idx[p]!;
      seen[path[0]!] = round;
      progress[0] = this.startOf(path[0]!, lower, stepOfRow);
      while (depth >= 0) {
        const row = path[depth]!;
        const step = stepOfRow[row]!;
        const end = step < 0 ? 0 : lower.ptr[step + 1]!;
        let q = step < 0 ? 0 : progress[depth]!;
        while (q < end && seen[lower.idx[q]!] === round) q++;
        if (q < end) {
          progress[depth] = q + 1;
          const child = lower.idx[q]!;
          seen[child] = round;
          path[++depth] = child;
          progress[depth] = this.startOf(child, lower, stepOfRow);
        } else {
          stack[--top] = row;
          depth--;
        }
      }
    }
    return top;
  }

  private startOf(row: number, lower: GrowingColumns, stepOfRow: Int32Array): number {
    const step = stepOfRow[row]!;
    return step < 0 ? 0 : lower.ptr[step]!;
  }
}
