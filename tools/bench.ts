/**
 * Figures, one JSON object a line: {"name":"solve/case118","value":1.2,"unit":"ms"}. Names are stable; a prefix as argument
 * runs a part. Medians after a warm-up; compare ratios within one run, machines differ.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readNetwork } from '../grid-models/formats/read.ts';
import { buildModel } from '../grid-models/network/build.ts';
import { solve } from '../grid-models/power-flow/solve.ts';

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

interface Bench {
  /** Names it yields begin with one of these. */
  readonly names: readonly string[];
  run(): Promise<readonly Figure[]>;
}

const prefix = process.argv[2] ?? '';
const CASES = join('..', 'shared', 'data', 'matpower', 'cases');

const BENCHES: readonly Bench[] = [
  { names: ['solve/case118'], run: async () => solveFigure('case118.m', 200) },
  { names: ['solve/case1354pegase'], run: async () => solveFigure('case1354pegase.m', 30) },
  { names: ['solve/case9241pegase'], run: async () => solveFigure('case9241pegase.m.gz', 7) },
  {
    names: ['check/trades', 'check/trades-screened', 'check/trades-mixed', 'check/trades-accepted'],
    run: async () => (await import('../grid-models/security/trade-check.bench.ts')).benchTradeCheck(),
  },
  {
    names: ['chain/transactions', 'chain/trades'],
    run: async () => (await import('../main/chain/chain.bench.ts')).benchChain(),
  },
  {
    // Minutes: only when asked for.
    names: prefix.startsWith('market-day') ? ['market-day/seconds'] : [],
    run: async () =>
      (await import('../main/chain/market-day.bench.ts')).benchMarketDay(line => console.error(line)),
  },
  {
    names: ['diagram/state-attributes-10k', 'diagram/scene-10k'],
    run: async () =>
      (await import('../renderer/ui/layers/branch-flow/branch-geometry.bench.ts')).benchBranchGeometry(),
  },
  {
    names: ['contingency/case2869pegase', 'contingency/case2869pegase-all-ac'],
    run: async () => (await import('../grid-models/contingency/contingency.bench.ts')).benchContingency(),
  },
  {
    names: ['study/96', 'study/35040', 'study/35040-two-threads', 'study/heap-bytes-per-row'],
    run: async () => (await import('../grid-models/series/series.bench.ts')).benchSeries(),
  },
  {
    names: ['growth/radial-1k', 'growth/radial-10k', 'growth/radial-100k'],
    run: async () => (await import('../grid-models/series/growth.bench.ts')).benchGrowth(prefix),
  },
  {
    names: ['relief/500x200', 'relief/hard-500x600'],
    run: async () => (await import('../grid-models/redispatch/relief.bench.ts')).benchRelief(prefix),
  },
  {
    names: ['peer/'],
    run: async () => (await import('../test/bench/peers/peers.bench.ts')).benchPeers(prefix),
  },
  {
    names: ['start/first-picture', 'diagram/frame-p99', 'memory/resident'],
    run: async () => (await import('../test/bench/console.bench.ts')).benchConsole(prefix),
  },
];

for (const bench of BENCHES) {
  if (!bench.names.some(name => name.startsWith(prefix) || prefix.startsWith(name))) continue;
  for (const figure of await bench.run()) {
    if (figure.name.startsWith(prefix))
      console.log(JSON.stringify({ ...figure, value: Number(figure.value.toPrecision(4)) }));
  }
}
process.exit(0);

/** One solve from the file's start, topology analysed before: what a live console repeats. */
function solveFigure(file: string, runs: number): Figure[] {
  const path = join(CASES, file);
  if (!existsSync(path)) {
    console.error(`${path} is not here: solve/${file.split('.')[0]} is left out`);
    return [];
  }
  const bytes = readFileSync(path);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const model = buildModel(readNetwork(file.replace(/\.gz$/, ''), text));
  const times: number[] = [];
  for (let k = 0; k < runs + 2; k++) {
    const started = performance.now();
    const state = solve(model);
    const ms = performance.now() - started;
    if (!state.converged) throw new Error(`${file} did not converge: ${state.message}`);
    if (k >= 2) times.push(ms);
  }
  return [{ name: `solve/${file.split('.')[0]}`, value: median(times), unit: 'ms' }];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
