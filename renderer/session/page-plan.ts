/** Which pages of a long table are read, and which stay in memory. */

export const PAGE_ROWS = 200;
const PAGES_KEPT = 12; // Beyond what any view shows; a longer scroll reads again rather than fill the memory.

/** Pages that a view of these rows touches. */
export function pagesInView(first: number, last: number, pageRows = PAGE_ROWS): number[] {
  const from = Math.floor(Math.max(0, first) / pageRows);
  const to = Math.floor(Math.max(0, last) / pageRows);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The pages that stay in memory: those nearest to the view. */
export function keepNearest(
  pages: readonly number[],
  inView: readonly number[],
  most = PAGES_KEPT,
): number[] {
  const centre = ((inView[0] ?? 0) + (inView.at(-1) ?? 0)) / 2;
  return pages.toSorted((a, b) => Math.abs(a - centre) - Math.abs(b - centre)).slice(0, most);
}
