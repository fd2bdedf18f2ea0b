import { expect, test } from 'vitest';
import { keepNearest, pagesInView } from './page-plan.ts';

test('a view that crosses a page reads both pages', () => {
  expect(pagesInView(0, 40)).toEqual([0]);
  expect(pagesInView(190, 230)).toEqual([0, 1]);
  expect(pagesInView(99_990, 99_999)).toEqual([499]);
});

test('memory keeps the pages next to the view and lets the far ones go', () => {
  expect(keepNearest([0, 1, 2, 250, 251, 499], [250, 251], 3).toSorted()).toEqual([2, 250, 251]);
});
