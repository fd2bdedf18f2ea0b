import { expect, test } from 'vitest';
import { packPositions } from './nets.ts';
import { PartBook } from './part-book.ts';
import { chainOf } from './sheets.ts';

const SLOT = 1_800_000_000;
const interval = BigInt(SLOT);
const [FIRST, SECOND] = [1n, 2n];
/** Sold at a point of group 0, bought at one of group 2. */
const positionsOf = (netWh: bigint): string =>
  packPositions([
    { point: 7, participant: 3, netWh, amountMicroEur: 10n },
    { point: 600, participant: 4, netWh: -netWh, amountMicroEur: -10n },
  ]);
const settled = (batchId: bigint, netWh: bigint) => ({ batchId, interval, positions: positionsOf(netWh) });
const correct = { sellerSideFeeMicroEur: 0n, buyerSideFeeMicroEur: 0n };
const signs = (book: PartBook, group: number) => book.parts(SLOT, group).map(part => part.sign);

test('parts stand by group in the order of their events; a correction takes back what it replaces, a void what it ends', () => {
  const book = new PartBook();
  book.apply('BatchSettled', settled(FIRST, 100n));
  book.apply('BatchSettled', settled(SECOND, 200n));
  expect(book.groups(SLOT)).toEqual([0, 2]);
  const nets = { ...correct, batchId: FIRST, positions: positionsOf(90n) };
  book.apply('BatchCorrected', { batchId: FIRST, interval, founded: true, nets });
  book.apply('BatchVoided', { batchId: SECOND, interval });
  for (const group of [0, 2]) expect(signs(book, group)).toEqual([1n, 1n, -1n, 1n, -1n]);
  const [first, second, back, right, void_] = book.parts(SLOT, 2);
  expect([back!.positions, void_!.positions]).toEqual([first!.positions, second!.positions]);
  expect(right!.positions).not.toBe(first!.positions);
  const sheet = book.sheet(SLOT, 2, chainOf(book.parts(SLOT, 2)));
  expect(sheet.parts).toHaveLength(5);
});

test('an objection to right nets changes nothing, nor does a batch whose nets nobody gave', () => {
  const book = new PartBook();
  book.apply('BatchSettled', settled(FIRST, 100n));
  const nets = { ...correct, batchId: FIRST, positions: positionsOf(100n) };
  book.apply('BatchCorrected', { batchId: FIRST, interval, founded: false, nets });
  book.apply('BatchVoided', { batchId: SECOND, interval });
  book.apply('PointSettled', { interval });
  expect(signs(book, 0)).toEqual([1n]);
});

test('a closed interval is forgotten, and one that is too long ago; others stay', () => {
  const book = new PartBook();
  const later = SLOT + 900;
  book.apply('BatchSettled', settled(FIRST, 100n));
  book.apply('BatchSettled', { ...settled(SECOND, 100n), interval: BigInt(later) });
  book.apply('IntervalClosed', { interval, points: 2n });
  expect([book.groups(SLOT), book.groups(later)]).toEqual([[], [0, 2]]);
  book.forgetBefore(later + 1);
  expect(book.groups(later)).toEqual([]);
});
