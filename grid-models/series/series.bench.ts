/**
 * A day and a year of quarter hours on the demonstration grid: seconds from network to summary columns, in one thread and
 * in two, and what a warm row leaves on the heap. The year draws its days from the profiles of the season and kind of day,
 * each day a little higher or lower.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import type { DayKind } from '../demonstration/local-time.ts';
import { pointInjector } from '../demonstration/point-injection.ts';
import { forecastKw, type Season } from '../demonstration/profiles.ts';
import { buildModel } from '../network/build.ts';
import { connectionPoints } from '../network/connection-points.ts';
import type { Network } from '../network/network.ts';
import { solve } from '../power-flow/solve.ts';
import { type Inject, type SeriesSolver, seriesSolver } from './series.ts';
import { ROW_OUTCOME, summarise, summaryBytes, summaryColumns, summaryOf } from './summary.ts';

const DAY = 96;
const YEAR = 365 * DAY;
const RUNS_DAY = 15;
const RUNS_YEAR = 3;
const RUNS_HEAP = 8;
const HEAP_ROWS = 3000;
const SEASONS: readonly Season[] = ['winter', 'transition', 'summer'];
const KINDS: readonly DayKind[] = ['workday', 'saturday', 'sunday'];

/** Work of a thread: rows of a year whose profiles and summary lie in shared memory. */
interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly profiles: SharedArrayBuffer;
  readonly summary: SharedArrayBuffer;
}

export async function benchSeries(): Promise<{ name: string; value: number; unit: string }[]> {
  const network = demonstrationNetwork(1);
  const profiles = dayProfiles(network);
  const summary = new SharedArrayBuffer(summaryBytes(YEAR));
  const days: number[] = [];
  for (let run = 0; run <= RUNS_DAY; run++) {
    const start = performance.now();
    const day = summaryColumns(new ArrayBuffer(summaryBytes(DAY)), DAY);
    solver(network, profiles).run(0, DAY, injector(network, profiles), summarise(day));
    // The first run warms up.
    if (run > 0) days.push((performance.now() - start) / 1000);
    checkSolved(day.outcome);
  }
  const years: number[] = [];
  const shared: number[] = [];
  for (let run = 0; run < RUNS_YEAR; run++) {
    let start = performance.now();
    const alone = summaryColumns(new ArrayBuffer(summaryBytes(YEAR)), YEAR);
    solver(network, profiles).run(0, YEAR, injector(network, profiles), summarise(alone));
    years.push((performance.now() - start) / 1000);
    checkSolved(alone.outcome);

    start = performance.now();
    const both = summaryColumns(summary, YEAR);
    await Promise.all([thread(0, YEAR >> 1, profiles, summary), thread(YEAR >> 1, YEAR, profiles, summary)]);
    shared.push((performance.now() - start) / 1000);
    checkSolved(both.outcome);
    if (Buffer.compare(Buffer.from(both.buffer), Buffer.from(alone.buffer)) !== 0)
      throw new Error('bench: two threads and one differ');
  }
  return [
    { name: 'study/96', value: median(days), unit: 's' },
    { name: 'study/35040', value: median(years), unit: 's' },
    { name: 'study/35040-two-threads', value: median(shared), unit: 's' },
    { name: 'study/heap-bytes-per-row', value: heapBytesPerRow(network, profiles), unit: 'B' },
  ];
}

/** The least of several runs: until compiled code has settled it takes room of its own. */
function heapBytesPerRow(network: Network, profiles: SharedArrayBuffer): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const columns = summarise(summaryColumns(new ArrayBuffer(summaryBytes(HEAP_ROWS)), HEAP_ROWS));
  const inject = injector(network, profiles);
  const warm = solver(network, profiles);
  const growths = Array.from({ length: RUNS_HEAP }, () => {
    // Room for all that may come: a collection in between would hide it.
    collect();
    const before = getHeapStatistics().used_heap_size;
    warm.run(0, HEAP_ROWS, inject, columns);
    return getHeapStatistics().used_heap_size - before;
  });
  return Math.min(...growths) / HEAP_ROWS;
}

/** About the mean of all profiles: near every row. */
function solver(network: Network, profiles: SharedArrayBuffer): SeriesSolver {
  const model = buildModel(network);
  const buses = network.bus.count;
  const values = new Float64Array(profiles);
  const mean = new Float64Array(2 * buses);
  const quarters = values.length / mean.length;
  for (let quarter = 0; quarter < quarters; quarter++) {
    const at = quarter * mean.length;
    for (let k = 0; k < mean.length; k++) mean[k]! += values[at + k]! / quarters;
  }
  const base = solve(model, { pMw: mean.subarray(0, buses), qMvar: mean.subarray(buses) });
  if (!base.converged) throw new Error(base.message);
  return seriesSolver(model, base);
}

/** Injections of every quarter hour of nine days (season by kind of day): per quarter hour MW of all buses, then Mvar. */
function dayProfiles(network: Network): SharedArrayBuffer {
  const points = connectionPoints(network);
  const { injection } = pointInjector(network, points);
  const width = 2 * network.bus.count;
  const buffer = new SharedArrayBuffer(8 * SEASONS.length * KINDS.length * DAY * width);
  const values = new Float64Array(buffer);
  let at = 0;
  for (const season of SEASONS) {
    for (const dayKind of KINDS) {
      for (let quarter = 0; quarter < DAY; quarter++) {
        const time = { minuteOfDay: 15 * quarter, dayKind, season };
        const { pMw, qMvar } = injection(Float64Array.from(points, point => forecastKw(point, time)));
        values.set(pMw, at);
        values.set(qMvar, at + network.bus.count);
        at += width;
      }
    }
  }
  return buffer;
}

function injector(network: Network, profiles: SharedArrayBuffer): Inject {
  const values = new Float64Array(profiles);
  const buses = network.bus.count;
  return (row, pMw, qMvar) => {
    const day = Math.floor(row / DAY);
    const season = [0, 1, 2, 1][Math.floor((4 * day) / 365)]!;
    const kind = [0, 0, 0, 0, 0, 1, 2][day % 7]!;
    const height = 0.9 + 0.2 * (((day * 48271) % 997) / 997);
    const at = 2 * buses * ((season * KINDS.length + kind) * DAY + (row % DAY));
    for (let b = 0; b < buses; b++) {
      pMw[b] = height * values[at + b]!;
      qMvar[b] = height * values[at + buses + b]!;
    }
  };
}

function thread(from: number, to: number, profiles: SharedArrayBuffer, summary: SharedArrayBuffer) {
  const chunk: Chunk = { from, to, profiles, summary };
  const worker = new Worker(new URL(import.meta.url), { workerData: { seriesChunk: chunk } });
  return new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
}

function checkSolved(outcome: Uint8Array): void {
  if (outcome.some(o => o !== ROW_OUTCOME.solved)) throw new Error('bench: a row has no solution');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const { seriesChunk } = (workerData ?? {}) as { seriesChunk?: Chunk };
if (seriesChunk) {
  const { from, to, profiles, summary } = seriesChunk;
  const network = demonstrationNetwork(1);
  const columns = summaryOf(summary, YEAR);
  solver(network, profiles).run(from, to, injector(network, profiles), summarise(columns));
  parentPort?.postMessage('done');
}
