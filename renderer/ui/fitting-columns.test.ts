import { expect, test } from 'vitest';
import type { Column } from './DataTable.tsx';
import { fittingColumns } from './fitting-columns.ts';

const column = (key: string, width: string, givesWay?: number): Column<string> => ({
  key,
  title: key,
  width,
  render: row => row,
  ...(givesWay === undefined ? {} : { givesWay }),
});
const COLUMNS = [
  column('name', 'minmax(100px, 1fr)'),
  column('kind', '80px', 3),
  column('part a', '90px', 1),
  column('part b', '90px', 1),
  column('fee', '90px', 2),
];
const shownAt = (widthPx: number): string[] => fittingColumns(COLUMNS, widthPx).shown.map(c => c.key);

test('with room for the least width of every column none gives way', () => {
  expect(shownAt(450)).toEqual(['name', 'kind', 'part a', 'part b', 'fee']);
});

test('the highest rank gives way first, and equal ranks together', () => {
  expect(shownAt(449)).toEqual(['name', 'part a', 'part b', 'fee']);
  expect(shownAt(369)).toEqual(['name', 'part a', 'part b']);
  expect(shownAt(279)).toEqual(['name']);
});

test('a column without a rank stays however narrow it gets', () => {
  expect(shownAt(20)).toEqual(['name']);
});

test('what is left out is named in the order of the table', () => {
  expect(fittingColumns(COLUMNS, 300).leftOut.map(c => c.key)).toEqual(['kind', 'fee']);
});

test('before the table is measured nothing gives way', () => {
  expect(shownAt(0)).toHaveLength(COLUMNS.length);
});
