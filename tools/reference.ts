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
const PROMISED = { vmPu: 1e-6, vaDeg: 1e-4, flowMw: 1e-4 };

const zAnswer = z.object({
  iterations: z.number(),
  buses: z.array(z.object({ id: z.union([z.number(), z.string()]), vmPu: z.number(), vaDeg: z.number() })),
  branches: z.array(
    z.object({ pFromMw: z.number(), qFromMvar: z.number(), pToMw: z.number(), qToMvar: z.number() }),
  ),
});
const zExpected = z.object({
  bus: z.array(z.object({ id: z.number(), vmPu: z.number(), vaDeg: z.number() })),
  branch: z.array(z.object({ pfMw: z.number(), qfMvar: z.number(), ptMw: z.number(), qtMvar: z.number() })),
});

const folder = join(DATA, 'matpower', 'cases');
if (!existsSync(folder)) {
  console.error(`${folder} is not here: there is nothing to compare with.`);
  process.exit(2);
}
let worst = { vmPu: 0, vaDeg: 0, flowMw: 0 };
let failed = 0;
print('case', 'buses', 'iterations', 'max |ΔV| p.u.', 'max |Δθ| °', 'max |Δflow| MW, Mvar');
for (const file of readdirSync(folder).sort()) {
  const name = file.replace(/\.m(\.gz)?$/, '');
  const run = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join('dist', 'main', 'cli.js'),
      'solve',
      join(folder, file),
      '--json',
    ],
    { maxBuffer: 2 ** 28, encoding: 'utf8' },
  );
  if (run.status === null || run.status > 1) {
    failed++;
    print(name, '–', '–', `exit ${run.status}`, run.stderr.trim().split('\n')[0] ?? '', '');
    continue;
  }
  const answer = zAnswer.parse(JSON.parse(run.stdout));
  const expected = zExpected.parse(readJson(join(DATA, 'matpower', 'expected', `${name}.json`)));
  const off = {
    vmPu: most(answer.buses, (b, k) => b.vmPu - (expected.bus[k]?.vmPu ?? Number.NaN)),
    vaDeg: most(answer.buses, (b, k) => b.vaDeg - (expected.bus[k]?.vaDeg ?? Number.NaN)),
    flowMw: most(answer.branches, (b, k) => {
      const e = expected.branch[k];
      if (!e) return Number.NaN;
      const parts = [b.pFromMw - e.pfMw, b.qFromMvar - e.qfMvar, b.pToMw - e.ptMw, b.qToMvar - e.qtMvar];
      return Math.max(...parts.map(Math.abs));
    }),
  };
  if (answer.buses.length !== expected.bus.length || answer.branches.length !== expected.branch.length)
    off.vmPu = Number.POSITIVE_INFINITY;
  const holds = off.vmPu <= PROMISED.vmPu && off.vaDeg <= PROMISED.vaDeg && off.flowMw <= PROMISED.flowMw;
  if (!holds) failed++;
  worst = {
    vmPu: Math.max(worst.vmPu, off.vmPu),
    vaDeg: Math.max(worst.vaDeg, off.vaDeg),
    flowMw: Math.max(worst.flowMw, off.flowMw),
  };
  print(
    name,
    String(answer.buses.length),
    String(answer.iterations),
    off.vmPu.toExponential(1),
    off.vaDeg.toExponential(1),
    `${off.flowMw.toExponential(1)}${holds ? '' : '  NOT WITHIN'}`,
  );
}
print(
  'promised',
  '',
  '',
  PROMISED.vmPu.toExponential(0),
  PROMISED.vaDeg.toExponential(0),
  PROMISED.flowMw.toExponential(0),
);
print(
  'worst',
  '',
  '',
  worst.vmPu.toExponential(1),
  worst.vaDeg.toExponential(1),
  worst.flowMw.toExponential(1),
);
process.exit(failed === 0 ? 0 : 1);

/** Largest magnitude; a missing counterpart is infinitely far away. */
function most<T>(rows: readonly T[], difference: (row: T, index: number) => number): number {
  return rows.reduce((largest, row, k) => {
    const d = Math.abs(difference(row, k));
    return Number.isNaN(d) ? Number.POSITIVE_INFINITY : Math.max(largest, d);
  }, 0);
}

function readJson(path: string): unknown {
  const text = existsSync(path)
    ? readFileSync(path, 'utf8')
    : gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
  return JSON.parse(text);
}

function print(name: string, buses: string, iterations: string, vm: string, va: string, flow: string): void {
  console.log(
    [
      name.padEnd(18),
      buses.padStart(6),
      iterations.padStart(10),
      vm.padStart(14),
      va.padStart(11),
      flow.padStart(21),
    ].join(' '),
  );
}
