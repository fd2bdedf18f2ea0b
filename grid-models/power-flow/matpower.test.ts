import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readMatpower } from '../formats/matpower/read.ts';
import { buildModel } from '../network/build.ts';
import { solveLinear } from './linear.ts';
import { solve } from './solve.ts';

const REFERENCE = '../shared/data/matpower';
const VM_PU = 1e-6;
const VA_DEG = 1e-4;
const FLOW_MW = 1e-4;

interface Expected {
  readonly bus: readonly { id: number; vmPu: number; vaDeg: number }[];
  readonly gen: readonly { bus: number; pMw: number; qMvar: number }[];
  readonly branch: readonly { pfMw: number; qfMvar: number; ptMw: number; qtMvar: number }[];
  readonly losses: { pMw: number; qMvar: number };
}

const text = (path: string): string =>
  path.endsWith('.gz') ? gunzipSync(readFileSync(path)).toString() : readFileSync(path, 'utf8');

const files = existsSync(REFERENCE) ? readdirSync(`${REFERENCE}/cases`) : [];
const network = (name: string) => readMatpower(`${name}.m`, text(`${REFERENCE}/cases/${name}.m`));

function largest(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  // Math.max would let a NaN through unseen only if it were ignored; it is not: the result is then NaN and fails.
  return expected.reduce((worst, value, row) => Math.max(worst, Math.abs(actual[row]! - value)), 0);
}

describe.skipIf(!existsSync(REFERENCE))(
  'reference solutions of MATPOWER (skipped where the data is absent)',
  () => {
    test('all 42 cases are there', () => expect(files.length).toBeGreaterThanOrEqual(42));

    test.each(files)('%s is solved to the reference', file => {
      const name = file.replace(/\.m(\.gz)?$/, '');
      const packed = file.endsWith('.gz') ? '.gz' : '';
      const expected = JSON.parse(text(`${REFERENCE}/expected/${name}.json${packed}`)) as Expected;
      const read = readMatpower(`${name}.m`, text(`${REFERENCE}/cases/${file}`));
      const result = solve(buildModel(read));
      if (!result.converged) throw new Error(result.message);
      expect([...read.bus.id]).toEqual(expected.bus.map(b => String(b.id)));
      expect(
        largest(
          result.vmPu,
          expected.bus.map(b => b.vmPu),
        ),
      ).toBeLessThan(VM_PU);
      expect(
        largest(
          result.vaDeg,
          expected.bus.map(b => b.vaDeg),
        ),
      ).toBeLessThan(VA_DEG);
      expect(
        largest(
          result.pFromMw,
          expected.branch.map(b => b.pfMw),
        ),
      ).toBeLessThan(FLOW_MW);
      expect(
        largest(
          result.qFromMvar,
          expected.branch.map(b => b.qfMvar),
        ),
      ).toBeLessThan(FLOW_MW);
      expect(
        largest(
          result.pToMw,
          expected.branch.map(b => b.ptMw),
        ),
      ).toBeLessThan(FLOW_MW);
      expect(
        largest(
          result.qToMvar,
          expected.branch.map(b => b.qtMvar),
        ),
      ).toBeLessThan(FLOW_MW);
      expect(Math.abs(result.lossesMw - expected.losses.pMw)).toBeLessThan(FLOW_MW);
      expect(Math.abs(result.lossesMvar - expected.losses.qMvar)).toBeLessThan(FLOW_MW);
      for (const slack of result.slack) {
        const first = expected.gen.findIndex((g, row) => {
          return String(g.bus) === read.bus.id[slack.bus] && read.generator.control[row] === 2;
        });
        expect(Math.abs(slack.pMw - expected.gen[first]!.pMw)).toBeLessThan(FLOW_MW);
      }
    });

    test.each(['case118', 'case1354pegase'])('%s: the DC power flow agrees to 1e-6', name => {
      const expected = JSON.parse(text(`${REFERENCE}/expected-dc/${name}.json`)) as Expected;
      const result = solveLinear(buildModel(network(name)));
      if (!result.converged) throw new Error(result.message);
      expect(
        largest(
          result.vaDeg,
          expected.bus.map(b => b.vaDeg),
        ),
      ).toBeLessThan(1e-6);
      expect(
        largest(
          result.pFromMw,
          expected.branch.map(b => b.pfMw),
        ),
      ).toBeLessThan(1e-6);
    });

    test('a flat start reaches the same solution as the start in the file', () => {
      for (const name of ['case118', 'case300', 'case1354pegase', 'case2383wp']) {
        const model = buildModel(network(name));
        const byFile = solve(model);
        const byFlat = solve(model, undefined, { start: 'flat' });
        if (!byFile.converged || !byFlat.converged) throw new Error(`${name} did not converge`);
        expect(largest(byFlat.vmPu, [...byFile.vmPu])).toBeLessThan(VM_PU);
      }
    });
  },
);
