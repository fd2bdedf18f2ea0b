import { expect, test } from 'vitest';
import { meritPicture } from './merit-geometry.ts';
import { meritRows, meritSum, notShownWords, type Offer, offerWords, sumWords } from './merit-rows.ts';

const offer = (offerId: string, part: Partial<Offer> = {}): Offer => ({
  offerId,
  point: 'P1',
  sellerName: 'Bakery',
  direction: 'up',
  kw: 10,
  energyWh: '2500',
  elsewhere: false,
  priceMicroEurPerKwh: '140000',
  blockedBy: null,
  blockedElement: null,
  ...part,
});
const atL4 = { blockedBy: 'L4: line loading 98.2 %, limit 100.0 %', blockedElement: 'L4' };
const mixed = [
  offer('a'),
  offer('b', { ...atL4, kw: 30 }),
  offer('c', { direction: 'down', kw: 7 }),
  offer('d', { kw: 5, priceMicroEurPerKwh: '200000' }),
];
const FRAME = { width: 412, height: 100, left: 0, right: 0, top: 0, bottom: 0 };

test('each direction adds up its own usable offers; a blocked one stays on the list and adds nothing', () => {
  expect(meritRows(mixed, 'up').map(r => [r.offer.offerId, r.cumulativeKw])).toEqual([
    ['a', 10],
    ['b', null],
    ['d', 15],
  ]);
  expect(meritRows(mixed, 'down').map(r => r.cumulativeKw)).toEqual([7]);
});

test('what is blocked is said with its power and the elements that block it, each once', () => {
  const rows = meritRows([...mixed, offer('e', { ...atL4, kw: 2 })], 'up');
  expect(meritSum(rows)).toEqual({ usableKw: 15, blockedKw: 32, blockers: ['L4'] });
  expect(sumWords(meritSum(rows))).toBe('15.0 kW usable, 32.0 kW blocked: L4');
  expect(sumWords(meritSum(meritRows(mixed, 'down')))).toBe('7.0 kW usable');
});

test('where nothing is known the reason stands in place of an element, and beyond three the blockers are counted', () => {
  const unknown = offer('a', { blockedBy: 'unknown: no forecast' });
  expect(sumWords(meritSum(meritRows([unknown], 'up')))).toBe(
    '0.0 kW usable, 10.0 kW blocked: unknown: no forecast',
  );
  const many = ['L1', 'L2', 'L3', 'L4', 'L5'].map(id =>
    offer(id, { blockedBy: `${id}: line loading`, blockedElement: id }),
  );
  expect(sumWords(meritSum(meritRows(many, 'up')))).toMatch(/blocked: L1, L2, L3 and 2 more$/);
});

test('offers beyond those listed are counted by direction', () => {
  expect(notShownWords({ up: 0, down: 0 })).toBeNull();
  expect(notShownWords({ up: 12, down: 0 })).toBe('Not shown and not added up: the dearest offers, 12 up.');
  expect(notShownWords({ up: 12, down: 3 })).toMatch(/12 up and 3 down\.$/);
});

test('an offer in words has its seller, point, power, price and place in the order', () => {
  const rows = meritRows(mixed, 'up');
  expect(rows.map(offerWords)).toEqual([
    'Bakery at P1: 10.0 kW at 14.00 ct/kWh, 10.0 kW with all cheaper ones',
    'Bakery at P1: 30.0 kW at 14.00 ct/kWh, blocked: L4: line loading 98.2 %, limit 100.0 %',
    'Bakery at P1: 5.0 kW at 20.00 ct/kWh, 15.0 kW with all cheaper ones',
  ]);
});

test('usable steps follow one another by price and power, blocked ones stand beyond a gap', () => {
  // 45 kW over 400 px beside the gap of 12 px.
  const { steps, blocked, zeroY } = meritPicture(meritRows(mixed, 'up'), FRAME);
  expect(steps.map(s => s.row.offer.offerId)).toEqual(['a', 'd', 'b']);
  const [a, d, b] = steps;
  expect(a!.x + a!.width).toBeCloseTo(d!.x);
  expect(b!.x).toBeCloseTo(d!.x + d!.width + 12);
  expect(b!.x + b!.width).toBeCloseTo(FRAME.width);
  expect(blocked).toEqual({ x: expect.closeTo(b!.x), width: expect.closeTo(b!.width) });
  expect(d!.height / a!.height).toBeCloseTo(20 / 14);
  expect(d!.y + d!.height).toBeCloseTo(zeroY);
});

test('the axis counts usable power only, and only blocked offers leave it without a number', () => {
  const ticks = meritPicture(meritRows(mixed, 'up'), FRAME).xTicks;
  expect(ticks[0]?.text).toBe('0');
  expect(Number(ticks.at(-1)?.text)).toBeLessThanOrEqual(15);
  const none = meritPicture(meritRows([offer('b', atL4)], 'up'), FRAME);
  expect(none.xTicks).toEqual([]);
  expect(none.blocked).toEqual({ x: 0, width: FRAME.width });
});

test('offers for nothing, below nothing, or too small to see still have a place in the picture', () => {
  const free = meritPicture(meritRows([offer('a', { priceMicroEurPerKwh: '0' })], 'up'), FRAME);
  expect(free.steps[0]).toMatchObject({ height: 0, y: free.zeroY });
  const paid = meritPicture(
    meritRows([offer('a', { priceMicroEurPerKwh: '-50000' }), offer('b', { kw: 0.001 })], 'up'),
    FRAME,
  );
  expect(paid.steps[0]!.y).toBe(paid.zeroY);
  expect(paid.steps[0]!.priceY).toBeGreaterThan(paid.zeroY);
  expect(paid.steps[1]!.width).toBe(1);
  expect(meritPicture([], FRAME)).toMatchObject({ steps: [], xTicks: [], blocked: null });
});
