/** Which columns a table shows at its width: what is also said elsewhere gives way before anything is cut off. */
import type { Column } from './DataTable.tsx';

export interface FittingColumns<T> {
  readonly shown: readonly Column<T>[];
  /** In the order of the table. */
  readonly leftOut: readonly Column<T>[];
}

/** @param widthPx room for the row; 0 while it is not measured: then nothing gives way */
export function fittingColumns<T>(columns: readonly Column<T>[], widthPx: number): FittingColumns<T> {
  const ranks = [...new Set(columns.flatMap(c => c.givesWay ?? []))].sort((a, b) => b - a);
  let shown = columns;
  for (const rank of ranks) {
    if (widthPx === 0 || leastWidthPx(shown) <= widthPx) break;
    shown = shown.filter(c => c.givesWay !== rank);
  }
  return { shown, leftOut: columns.filter(c => !shown.includes(c)) };
}

/** Room that the columns need at least. A width is '90px' or 'minmax(90px, 1fr)': the first number is the least. */
export function leastWidthPx(columns: readonly { readonly width: string }[]): number {
  return columns.reduce((sum, c) => sum + Number(/\d+/.exec(c.width)?.[0] ?? 0), 0);
}
