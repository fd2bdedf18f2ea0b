import { expect, test } from 'vitest';
import type { MovedLimit } from '../records/supervision.ts';
import { type Conditions, findingOf, type GridImpact } from './grid-impact.ts';

const GOOD: Conditions = {
  chain: { verified: true, detail: 'block 7' },
  rulesMismatch: null,
  telemetry: { live: true, detail: '' },
};
const loaded: MovedLimit = {
  element: 'T3',
  limit: 'transformer-loading',
  before: 97.21,
  after: 99.1,
  limitValue: 100,
  unit: '%',
};
const impact = (part: Partial<GridImpact>): GridImpact => ({
  solved: true,
  missing: null,
  worst: loaded,
  broken: [],
  ...part,
});

test('what violates nothing is proposed, with what it does to the worst element', () => {
  expect(findingOf(impact({}), GOOD)).toEqual({
    proposal: 'confirm',
    sentence: 'It violates no limit and makes none worse: T3 97.2 → 99.1 %, limit 100.0.',
    worst: loaded,
  });
});

test('one limit broken speaks against it, named with its values; the others are counted', () => {
  const over = { ...loaded, after: 101 };
  const low: MovedLimit = {
    element: 'B7',
    limit: 'voltage-low',
    before: 0.89,
    after: 0.885,
    limitValue: 0.9,
    unit: 'p.u.',
  };
  expect(findingOf(impact({ broken: [over] }), GOOD)).toMatchObject({
    proposal: 'refuse',
    sentence: 'It would violate T3 97.2 → 101.0 %, limit 100.0.',
  });
  expect(findingOf(impact({ broken: [low, over, over] }), GOOD).sentence).toBe(
    'It makes worse B7 0.8900 → 0.8850 p.u., limit 0.9000 and 2 more limits.',
  );
});

test('an unverified chain, other rules, stale data, no solution or no solver: nothing is proposed, however good the numbers look', () => {
  const chain = { ...GOOD, chain: { verified: false, detail: 'block 7 failed' } };
  const rules = { ...GOOD, rulesMismatch: 'the market has other gates' };
  const telemetry = { ...GOOD, telemetry: { live: false, detail: '9 s old' } };
  const unsolved = impact({ solved: false, missing: 'It diverged.', worst: null });
  const sentences = [
    findingOf(impact({}), chain),
    findingOf(impact({}), rules),
    findingOf(impact({}), telemetry),
    findingOf(unsolved, GOOD),
    findingOf(impact({ worst: null }), GOOD),
    findingOf(null, GOOD),
  ];
  expect(sentences.map(f => f.proposal)).toEqual(Array(6).fill('none'));
  expect(sentences.map(f => f.worst)).toEqual(Array(6).fill(null));
  expect(sentences.map(f => f.sentence)).toEqual([
    'Its effect is not known: the chain is not verified (block 7 failed).',
    'Its effect is not known: the market has other gates.',
    'Its effect is not known: measurements are not current (9 s old).',
    'Its effect is not known: It diverged.',
    'Its effect is not known: no limit is given for any element of this network.',
    'Its effect is not known: the power flow solver does not answer.',
  ]);
});
