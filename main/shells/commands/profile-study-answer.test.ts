import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitCountBytes, limitCounts } from '../../../grid-models/series/limit-counts.ts';
import { ROW_OUTCOME, summarise, summaryBytes, summaryColumns } from '../../../grid-models/series/summary.ts';
import { radialNetwork } from '../../../grid-models/series/testing/radial.ts';
import { intervalsCsv, percentiles, profileAnswer, profileSummary } from './profile-study-answer.ts';

const network = radialNetwork(4);

/** Three intervals: solved, without solution, not run. */
function stopped() {
  const summary = summaryColumns(new ArrayBuffer(summaryBytes(3)), 3);
  const counts = limitCounts(new ArrayBuffer(limitCountBytes(network, 3)), network, 3);
  summary.outcome[0] = ROW_OUTCOME.solved;
  summary.loadingPercentMax[0] = 120.5;
  summary.loadingMaxBranch[0] = 2;
  summarise(summary).unsolved(1, 'diverged');
  counts.ofRow[0] = 1;
  counts.loading[2] = 1;
  return profileAnswer(network, ['00:00', '=1+1', '00:30'], { summary, counts, done: 2 });
}

test('a percentile is the smallest value that so many percent of the solved intervals do not exceed', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 40 }), values => {
      const summary = summaryColumns(new ArrayBuffer(summaryBytes(values.length + 1)), values.length + 1);
      summary.vmPuMax.set(values);
      for (const { percent, vmPuMax } of percentiles(summary)) {
        const atMost = (limit: number) => values.filter(value => value <= limit).length;
        const enough = values.filter(value => 100 * atMost(value) >= percent * values.length);
        expect(vmPuMax).toBe(values.length === 0 ? null : Math.min(...enough));
      }
    }),
  );
});

test('an interval without solution has its reason and no numbers, one that was not run has nothing', () => {
  const { intervals, isComplete } = stopped();
  expect(isComplete).toBe(false);
  expect(intervals[0]).toMatchObject({ outcome: 'solved', loadingPercentMax: 120.5, violations: 1 });
  const none = { loadingPercentMax: null, vmPuMin: null, vmPuMinBus: null, lossesMw: null, violations: null };
  expect(intervals[1]).toMatchObject({ outcome: 'unsolved', reason: 'diverged', ...none });
  expect(intervals[2]).toMatchObject({ outcome: 'not-run', reason: null, ...none });
});

test('the table has a row per interval, empty cells where there is no number, and no cell that a spreadsheet runs', () => {
  const [header, first, second, third, end] = intervalsCsv(stopped()).split('\r\n');
  expect(header?.split(',')).toHaveLength(11);
  expect(first).toMatch(/^00:00,solved,,120\.5,3,/);
  expect(second).toBe("'=1+1,unsolved,diverged,,,,,,,,");
  expect(third).toBe('00:30,not-run,,,,,,,,,');
  expect(end).toBe('');
});

test('a stopped run says how far it came, which limits it found violated and what has no solution', () => {
  const words = profileSummary('grid.m', stopped());
  expect(words).toMatch(/^grid\.m: stopped after 2 of 3 intervals, 1 with a violated limit, 1 without/);
  expect(words).toMatch(/3 line-loading: 1\n/);
  expect(words).toMatch(/=1\+1: diverged/);
});
