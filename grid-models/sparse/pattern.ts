/** Builds sparsity patterns from the edges of a graph. */
import type { Pattern } from './symbolic.ts';

/**
 * Pattern of a symmetric matrix with full diagonal and an entry at (from, to) and (to, from) of every edge.
 * Edges with an end below 0 are skipped, parallel edges and loops share one entry.
 */
export function patternOfEdges(n: number, from: Int32Array, to: Int32Array): Pattern {
  const count = new Int32Array(n + 1);
  for (let e = 0; e < from.length; e++) {
    const f = from[e]!;
    const t = to[e]!;
    if (f < 0 || t < 0 || f === t) continue;
    count[f]!++;
    count[t]!++;
  }
  const start = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) start[i + 1] = start[i]! + count[i]! + 1;
  const all = new Int32Array(start[n]!);
  const next = start.slice(0, n);
  for (let i = 0; i < n; i++) all[next[i]!++] = i;
  for (let e = 0; e < from.length; e++) {
    const f = from[e]!;
    const t = to[e]!;
    if (f < 0 || t < 0 || f === t) continue;
    all[next[f]!++] = t;
    all[next[t]!++] = f;
  }
  const ptr = new Int32Array(n + 1);
  let kept = 0;
  for (let i = 0; i < n; i++) {
    const row = all.subarray(start[i]!, start[i + 1]!).sort();
    for (let p = 0; p < row.length; p++) if (p === 0 || row[p] !== row[p - 1]) all[kept++] = row[p]!;
    ptr[i + 1] = kept;
  }
  return { n, ptr, idx: all.slice(0, kept) };
}

/** Place of entry (row, column) in the pattern, or -1. */
export function entryAt(pattern: Pattern, row: number, column: number): number {
  let low = pattern.ptr[row]!;
  let high = pattern.ptr[row + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = pattern.idx[middle]!;
    if (here === column) return middle;
    if (here < column) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Leading n × n part of a pattern, and for each of its entries the place in the original. */
export function leadingPart(pattern: Pattern, n: number): { pattern: Pattern; source: Int32Array } {
  const ptr = new Int32Array(n + 1);
  const idx = new Int32Array(pattern.ptr[n]!);
  const source = new Int32Array(pattern.ptr[n]!);
  let kept = 0;
  for (let i = 0; i < n; i++) {
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      if (pattern.idx[p]! >= n) continue;
      idx[kept] = pattern.idx[p]!;
      source[kept++] = p;
    }
    ptr[i + 1] = kept;
  }
  return { pattern: { n, ptr, idx: idx.slice(0, kept) }, source: source.slice(0, kept) };
}
