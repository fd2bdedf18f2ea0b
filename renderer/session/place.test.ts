import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOME, hashOf, type Place, parseHash, placeOfLink, tenseOf } from './place.ts';

const places: fc.Arbitrary<Place> = fc.record({
  screen: fc.constantFrom('overview', 'diagram', 'trades'),
  element: fc.option(fc.string({ minLength: 1 }), { nil: null }),
  trade: fc.option(fc.string({ minLength: 1 }), { nil: null }),
  instant: fc.oneof(
    fc.constant('now' as const),
    fc.integer({ min: 1, max: 3_000_000 }).map(n => ({ interval: n * 900 })),
  ),
});

test('every place survives its address, whatever the names hold', () => {
  fc.assert(
    fc.property(places, place => {
      expect(parseHash(hashOf(place))).toEqual(place);
    }),
  );
});

test('a foreign or mistyped address leads home, not astray', () => {
  expect(parseHash('')).toEqual(HOME);
  expect(parseHash('#t=secret')).toEqual(HOME);
  expect(parseHash('#/../../etc?interval=12')).toEqual(HOME);
  expect(parseHash('#/diagram?interval=1769900401').instant).toBe('now');
});

test('an instant is past, running or coming by the running interval', () => {
  expect(tenseOf('now', 1800)).toBe('live');
  expect(tenseOf({ interval: 900 }, 1800)).toBe('past');
  expect(tenseOf({ interval: 1800 }, 1800)).toBe('running');
  expect(tenseOf({ interval: 2700 }, 1800)).toBe('coming');
});

test("an alarm's link selects its trade on trades, its element elsewhere, and keeps the rest", () => {
  const from: Place = { ...HOME, element: 'T1', instant: { interval: 900 } };
  expect(placeOfLink({ screen: 'trades', subject: 't-9' }, from)).toEqual({
    ...from,
    screen: 'trades',
    trade: 't-9',
  });
  expect(placeOfLink({ screen: 'diagram', subject: 'T3' }, from)).toEqual({
    ...from,
    screen: 'diagram',
    element: 'T3',
  });
  expect(placeOfLink({ screen: 'chain', subject: '' }, from)).toEqual({ ...from, screen: 'chain' });
});
