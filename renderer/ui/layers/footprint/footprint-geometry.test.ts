import { expect, test } from 'vitest';
import type { TradeFootprint } from '../../../../preload/contract/trades.ts';
import { changedBy } from './footprint-geometry.ts';

test('a branch that only carries a part of the trade, by tracing, is not drawn as changed by it', () => {
  const footprint: TradeFootprint = {
    solved: true,
    kw: 24,
    scheduled: true,
    branches: [
      { branch: 4, flowKw: 500, bySensitivityKw: 0.2, byTracingKw: 24 },
      { branch: 7, flowKw: 60, bySensitivityKw: -24, byTracingKw: 0 },
    ],
    lossesKw: 0,
    lossesByTracingKw: 0,
    voltage: null,
    explanation: '',
  };
  expect(changedBy(footprint)).toEqual([{ branch: 7, pMw: -0.024 }]);
  expect(changedBy({ solved: false, missing: 'no forecast' })).toEqual([]);
});
