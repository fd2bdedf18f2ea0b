import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleBar } from './scale-bar.ts';

test('one pixel a metre gives a bar of 100 m', () => {
  expect(scaleBar(0)).toEqual({ metres: 100, widthPx: 100, text: '100 m' });
});

test('the bar is a round distance and fits its room at every zoom', () => {
  fc.assert(
    fc.property(fc.double({ min: -12, max: 8, noNaN: true }), zoom => {
      const { metres, widthPx } = scaleBar(zoom);
      expect(widthPx).toBeLessThanOrEqual(140.001);
      expect(widthPx).toBeGreaterThan(28);
      expect(['1', '2', '5']).toContain(metres.toExponential(0)[0]);
    }),
  );
});
