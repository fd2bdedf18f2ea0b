/**
 * Least violation and lowest cost by trying every vertex, as the slow twin of the programmes.
 *
 * Σ_r w_r·max(0, over_r(q)) and Σ c_k·q_k are linear between the planes over_r = 0 and the bounds of q, so what minimises one and then the
 * other stands where as many planes meet as there are quantities.
 */
import type { LimitRow } from '../limit-rows.ts';

export interface Quantity {
  readonly kwMin: number;
  readonly kwMax: number;
}

/** Every corner at which a best set can stand, whole offers left out or at least at their minimum. */
export function corners(quantities: readonly Quantity[], rows: readonly LimitRow[]): number[][] {
  const found: number[][] = [];
  const place = (k: number, q: (number | null)[]): void => {
    if (k === quantities.length) {
      found.push(...crossings(q, quantities, rows));
      return;
    }
    const { kwMin, kwMax } = quantities[k]!;
    for (const value of new Set([0, kwMin, kwMax, null])) place(k + 1, [...q, value]);
  };
  place(0, []);
  return found;
}

/** A limit that the schedule keeps is not given up for one that it does not. */
export function violation(rows: readonly LimitRow[], q: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (row.isKept ? 100 : 1) * Math.max(0, over(row, q)), 0);
}

/** The corners that violate least, and among them those with the lowest of each cost in turn. */
export function bestCorners(
  all: readonly number[][],
  rows: readonly LimitRow[],
  costs: readonly ((q: readonly number[]) => number)[],
): { readonly violation: number; readonly costs: readonly number[] } {
  const least = Math.min(...all.map(q => violation(rows, q)));
  let left = all.filter(q => violation(rows, q) <= least + EQUAL);
  const lowest = costs.map(cost => {
    const low = Math.min(...left.map(cost));
    left = left.filter(q => cost(q) <= low + EQUAL);
    return low;
  });
  return { violation: least, costs: lowest };
}

/** The open quantities (null) where as many rows are at their limit, within the bounds. */
function crossings(
  q: readonly (number | null)[],
  quantities: readonly Quantity[],
  rows: readonly LimitRow[],
): number[][] {
  const open = q.flatMap((value, k) => (value === null ? [k] : []));
  if (open.length === 0) return [q.map(value => value ?? 0)];
  return subsets(rows, open.length).flatMap(chosen => {
    const solved = solveDense(
      chosen.map(row => open.map(k => row.perKw[k]!)),
      chosen.map(
        row => -row.reading.overPercent - q.reduce<number>((sum, v, k) => sum + row.perKw[k]! * (v ?? 0), 0),
      ),
    );
    if (!solved) return [];
    const within = open.every((k, n) => {
      const { kwMin, kwMax } = quantities[k]!;
      return solved[n]! >= kwMin - EQUAL && solved[n]! <= kwMax + EQUAL;
    });
    return within ? [q.map((value, k) => value ?? solved[open.indexOf(k)]!)] : [];
  });
}

function over(row: LimitRow, q: readonly number[]): number {
  return q.reduce((sum, value, k) => sum + row.perKw[k]! * value, row.reading.overPercent);
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, n) => subsets(items.slice(n + 1), size - 1).map(rest => [item, ...rest]));
}

/** Gauss with the largest pivot. @returns null when singular */
function solveDense(a: number[][], b: number[]): number[] | null {
  const m = a.map((row, i) => [...row, b[i]!]);
  const n = b.length;
  for (let c = 0; c < n; c++) {
    let p = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r]![c]!) > Math.abs(m[p]![c]!)) p = r;
    [m[c], m[p]] = [m[p]!, m[c]!];
    if (Math.abs(m[c]![c]!) < 1e-12) return null;
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = m[r]![c]! / m[c]![c]!;
      for (let k = c; k <= n; k++) m[r]![k]! -= factor * m[c]![k]!;
    }
  }
  return m.map((row, i) => row[n]! / row[i]!);
}

const EQUAL = 1e-7;
