/**
 * `npm run reference`: solves every published case beside the project with the command line as users have it and prints
 * how far each answer is from the reference solution. Exit 1 when one is further than promised.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const DATA = join('..', 'shared', 'data');
/** Largest permitted difference, by what is compared. */
const PROMISED = { vmPu: 1e-6, vaDeg: 1e-4, flowMw: 1e-4, lossesMw: 1e-4, loadingPercent: 0.05 };
type Off = { readonly [what in keyof typeof PROMISED]: number };
const WHAT = Object.keys(PROMISED) as (keyof Off)[];

const zId = z.union([z.number(), z.string()]);
const zAnswer = z.object({
  iterations: z.number(),
  buses: z.array(z.object({ id: zId, vmPu: z.number().nullable(), vaDeg: z.number().nullable() })),
  branches: z.array(
    z.object({
      id: zId,
      pFromMw: z.number(),
      qFromMvar: z.number(),
      pToMw: z.number(),
      qToMvar: z.number(),
      loadingPercent: z.number().nullable(),
    }),
  ),
  losses: z.object({ pMw: z.number() }),
});
type Answer = z.output<typeof zAnswer>;

const zMatpower = z.object({
  bus: z.array(z.object({ id: z.number(), vmPu: z.number(), vaDeg: z.number() })),
  branch: z.array(z.object({ pfMw: z.number(), qfMvar: z.number(), ptMw: z.number(), qtMvar: z.number() })),
  losses: z.object({ pMw: z.number() }),
});
const zRow = z.record(z.string(), z.number().nullable()).and(z.object({ index: z.number() }));
const zPandapower = z.object({
  bus: z.array(zRow),
  line: z.array(zRow),
  trafo: z.array(zRow),
  losses: z.object({ pMw: z.number() }),
});

/** What the product does not do, by name: such a file is refused, and that is its reference. */
const REFUSED: Record<string, RegExp> = { IEEE_European_LV_On_Peak_566: /asymmetric_load/ };

if (!existsSync(DATA)) {
  console.error(`${DATA} is not here: there is nothing to compare with.`);
  process.exit(2);
}
let failed = 0;
let worst: Off = { vmPu: 0, vaDeg: 0, flowMw: 0, lossesMw: 0, loadingPercent: 0 };
print('case', 'buses', 'iterations', ['|ΔV| p.u.', '|Δθ| °', '|Δflow| MW', '|Δloss| MW', '|Δload| %']);
for (const file of cases('matpower', 'cases')) {
  const name = file.replace(/\.m(\.gz)?$/, '');
  compare(name, join(DATA, 'matpower', 'cases', file), answer =>
    fromMatpower(answer, zMatpower.parse(readJson(join(DATA, 'matpower', 'expected', `${name}.json`)))),
  );
}
for (const file of cases('pandapower', 'networks')) {
  const name = file.replace(/\.json$/, '');
  compare(name, join(DATA, 'pandapower', 'networks', file), answer =>
    fromPandapower(answer, zPandapower.parse(readJson(join(DATA, 'pandapower', 'expected', file)))),
  );
}
print(
  'promised',
  '',
  '',
  WHAT.map(what => PROMISED[what].toExponential(0)),
);
print(
  'worst',
  '',
  '',
  WHAT.map(what => worst[what].toExponential(1)),
);
process.exit(failed === 0 ? 0 : 1);

function cases(format: string, folder: string): string[] {
  return readdirSync(join(DATA, format, folder)).sort();
}

function compare(name: string, path: string, difference: (answer: Answer) => Off): void {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join('dist', 'main', 'cli.js'), 'solve', path, '--json'],
    { maxBuffer: 2 ** 28, encoding: 'utf8' },
  );
  const refusal = REFUSED[name];
  if (refusal && run.status === 2 && refusal.test(run.stderr)) {
    console.log(`${name}: refused, three-phase loads are not supported`);
    return;
  }
  if (run.status === null || run.status > 1) {
    failed++;
    console.log(`${name}: exit ${run.status}, ${run.stderr.trim().split('\n')[0] ?? ''}`);
    return;
  }
  const answer = zAnswer.parse(JSON.parse(run.stdout));
  const off = difference(answer);
  const beyond = WHAT.filter(what => !(off[what] <= PROMISED[what]));
  if (beyond.length > 0) failed++;
  worst = Object.fromEntries(WHAT.map(what => [what, Math.max(worst[what], off[what])])) as Off;
  const figures = WHAT.map(what => `${off[what].toExponential(1)}${beyond.includes(what) ? ' !' : ''}`);
  print(name, String(answer.buses.length), String(answer.iterations), figures);
}

/** Rows stand in the order of the file in both. MATPOWER states no loading. */
function fromMatpower(answer: Answer, expected: z.output<typeof zMatpower>): Off {
  const isWhole =
    answer.buses.length === expected.bus.length && answer.branches.length === expected.branch.length;
  return {
    vmPu: isWhole
      ? most(answer.buses, (b, k) => (b.vmPu ?? Number.NaN) - expected.bus[k]!.vmPu)
      : Number.POSITIVE_INFINITY,
    vaDeg: most(answer.buses, (b, k) => (b.vaDeg ?? Number.NaN) - (expected.bus[k]?.vaDeg ?? Number.NaN)),
    flowMw: most(answer.branches, (b, k) => {
      const e = expected.branch[k];
      if (!e) return Number.NaN;
      return largest([b.pFromMw - e.pfMw, b.qFromMvar - e.qfMvar, b.pToMw - e.ptMw, b.qToMvar - e.qtMvar]);
    }),
    lossesMw: Math.abs(answer.losses.pMw - expected.losses.pMw),
    loadingPercent: 0,
  };
}

/** Rows go by their index in the tables; null in the reference is a dead element. */
function fromPandapower(answer: Answer, expected: z.output<typeof zPandapower>): Off {
  const bus = new Map(answer.buses.map(b => [String(b.id), b]));
  const branch = new Map(answer.branches.map(b => [String(b.id), b]));
  const branches = [
    ...expected.line.map(row => ({ row, found: branch.get(`line:${row.index}`), ends: ['from', 'to'] })),
    ...expected.trafo.map(row => ({ row, found: branch.get(`trafo:${row.index}`), ends: ['hv', 'lv'] })),
  ];
  // The reference counts lines and transformers; what impedances lose stands in their own table.
  const losses = answer.branches
    .filter(b => /^(line|trafo|trafo3w):/.test(String(b.id)))
    .reduce((sum, b) => sum + b.pFromMw + b.pToMw, 0);
  return {
    vmPu: most(expected.bus, row => value(bus.get(`${row.index}`)?.vmPu) - value(row['vm_pu'])),
    vaDeg: most(expected.bus, row => {
      const turns = (value(bus.get(`${row.index}`)?.vaDeg) - value(row['va_degree'])) / 360;
      return 360 * (turns - Math.round(turns));
    }),
    flowMw: most(branches, ({ row, found, ends }) =>
      largest([
        value(found?.pFromMw) - value(row[`p_${ends[0]}_mw`]),
        value(found?.qFromMvar) - value(row[`q_${ends[0]}_mvar`]),
        value(found?.pToMw) - value(row[`p_${ends[1]}_mw`]),
        value(found?.qToMvar) - value(row[`q_${ends[1]}_mvar`]),
      ]),
    ),
    lossesMw: Math.abs(losses - expected.losses.pMw),
    loadingPercent: most(
      branches,
      ({ row, found }) => value(found?.loadingPercent) - value(row['loading_percent']),
    ),
  };
}

/** Nothing flows and nothing stands at a dead element; one that is missing from the answer is no number. */
function value(number: number | null | undefined): number {
  return number === undefined ? Number.NaN : (number ?? 0);
}

function largest(values: readonly number[]): number {
  return values.some(Number.isNaN) ? Number.NaN : Math.max(...values.map(Math.abs));
}

/** Largest magnitude; a missing counterpart is infinitely far away. */
function most<T>(rows: readonly T[], difference: (row: T, index: number) => number): number {
  return rows.reduce((found, row, k) => {
    const d = Math.abs(difference(row, k));
    return Number.isNaN(d) ? Number.POSITIVE_INFINITY : Math.max(found, d);
  }, 0);
}

function readJson(path: string): unknown {
  const text = existsSync(path)
    ? readFileSync(path, 'utf8')
    : gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
  return JSON.parse(text);
}

function print(name: string, buses: string, iterations: string, figures: readonly string[]): void {
  console.log(
    [
      name.padEnd(27),
      buses.padStart(6),
      iterations.padStart(10),
      ...figures.map(figure => figure.padStart(11)),
    ].join(' '),
  );
}
