import { expect, test } from 'vitest';
import { baseInjection } from '../network/build.ts';
import { meanInjection, rowInjection, rowMix } from './row-mix.ts';
import { growingMix } from './testing/growing-mix.ts';
import { radialNetwork } from './testing/radial.ts';

const network = radialNetwork(120);
const ROWS = 9;

const mix = growingMix(network, ROWS);

test('a row of a mix is the sum of its terms, each times the factor of the row', () => {
  const file = baseInjection(network);
  const row = rowInjection(mix, 3, network.bus.count);
  for (let b = 0; b < network.bus.count; b++) {
    expect(row.pMw[b]).toBeCloseTo(3 * file.pMw[b]! + (b === 7 ? 0.05 : 0), 12);
    expect(row.qMvar[b]).toBeCloseTo(3 * file.qMvar[b]!, 12);
  }
  const mean = meanInjection(mix, network.bus.count);
  for (let b = 0; b < network.bus.count; b++)
    expect(mean.pMw[b]).toBeCloseTo(4 * file.pMw[b]! + (b === 7 ? (4 * 0.05) / 9 : 0), 12);
  expect(() => rowMix([file], ROWS, new Float64Array(1))).toThrow(RangeError);
});
