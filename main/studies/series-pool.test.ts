import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../../grid-models/network/build.ts';
import { baseState } from '../../grid-models/series/base-state.ts';
import { type RowMix, rowMix } from '../../grid-models/series/row-mix.ts';
import { ROW_OUTCOME, reasonOf } from '../../grid-models/series/summary.ts';
import { radialNetwork } from '../../grid-models/series/testing/radial.ts';
import { runSeries, SeriesError } from './series-pool.ts';
import type { Series } from './series-worker.ts';

const network = radialNetwork(60);
const base = baseState(buildModel(network), mix([1]))!;

/** The file's own injection times a factor per row. */
function mix(factors: readonly number[]): RowMix {
  const shared = new Float64Array(new SharedArrayBuffer(8 * factors.length));
  shared.set(factors);
  return rowMix([baseInjection(network)], factors.length, shared);
}

/** Some rows far beyond what the grid can carry among many that it can. */
function series(rows: number): Series {
  const factors = Array.from({ length: rows }, (_, k) => (k % 70 === 5 ? 400 : 0.4 + ((k * 37) % 100) / 80));
  return { network, base, mix: mix(factors) };
}

test('three threads give, byte for byte, what one gives', async () => {
  const asked = series(601);
  const alone = await runSeries(asked, { threads: 1 });
  const three = await runSeries(asked, { threads: 3 });
  expect(alone.done).toBe(601);
  expect(Buffer.from(three.summary.buffer).equals(Buffer.from(alone.summary.buffer))).toBe(true);
  expect(Buffer.from(three.counts.buffer).equals(Buffer.from(alone.counts.buffer))).toBe(true);
  const { outcome, loadingPercentMax } = alone.summary;
  for (let row = 0; row < 601; row++) {
    expect(outcome[row]).toBe(row % 70 === 5 ? ROW_OUTCOME.unsolved : ROW_OUTCOME.solved);
    expect(Number.isNaN(loadingPercentMax[row])).toBe(row % 70 === 5);
    if (row % 70 === 5) expect(reasonOf(alone.summary, row)).not.toBeNull();
  }
});

test('progress grows up to all rows', async () => {
  const seen: number[] = [];
  await runSeries(series(300), { threads: 2, onProgress: (done, total) => seen.push(done, total) });
  const done = seen.filter((_, k) => k % 2 === 0);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(seen.slice(-2)).toEqual([300, 300]);
});

test('a cancelled run ends with the rows it had: they are those of a whole run, the others are not run', async () => {
  const asked = series(6400);
  const cancel = new AbortController();
  const part = await runSeries(asked, {
    threads: 2,
    signal: cancel.signal,
    onProgress: done => {
      if (done >= 192) cancel.abort();
    },
  });
  expect(part.done).toBeGreaterThanOrEqual(192);
  expect(part.done).toBeLessThan(6400);
  const whole = await runSeries(series(part.done), { threads: 1 });
  const { outcome, loadingPercentMax } = part.summary;
  const isRun = (row: number) => outcome[row] !== ROW_OUTCOME.notRun;
  expect(outcome.filter(o => o !== ROW_OUTCOME.notRun)).toHaveLength(part.done);
  for (let row = 0; row < 6400; row++) {
    if (!isRun(row)) expect(loadingPercentMax[row]).toBeNaN();
    else if (row < part.done) expect(loadingPercentMax[row]).toBe(whole.summary.loadingPercentMax[row]);
  }
});

test('a run that is cancelled before it begins runs nothing', async () => {
  const { done, summary } = await runSeries(series(10), { signal: AbortSignal.abort() });
  expect(done).toBe(0);
  expect(summary.outcome.every(o => o === ROW_OUTCOME.notRun)).toBe(true);
});

test('a thread that fails fails the run, with its own words as the cause', async () => {
  const { generator } = network;
  const twice = {
    ...generator,
    count: 2,
    id: ['A', 'B'],
    bus: Int32Array.of(0, 0),
    control: new Uint8Array(2).fill(generator.control[0]!),
    inService: Uint8Array.of(1, 1),
    vmPuSet: Float64Array.of(1, 1.05),
    vaDegSet: Float64Array.of(0, 0),
  };
  const run = runSeries({ ...series(500), network: { ...network, generator: twice } }, { threads: 2 });
  await expect(run).rejects.toThrow(SeriesError);
  await expect(run).rejects.toThrow(/^The series stopped: .*problem/);
});
