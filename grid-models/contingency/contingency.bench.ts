/** N-1 of every branch of a transmission grid: seconds from a solved base state to the last answer, one thread. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMatpower } from '../formats/matpower/read.ts';
import { buildModel } from '../network/build.ts';
import { solve } from '../power-flow/solve.ts';
import { networkLimits } from '../security/limits.ts';
import { contingencies, everyOutage, type Outage } from './contingencies.ts';

const CASES = join('..', 'shared', 'data', 'matpower', 'cases');
const NAME = 'case2869pegase';
const RUNS = 3;

export async function benchContingency(): Promise<{ name: string; value: number; unit: string }[]> {
  const path = join(CASES, `${NAME}.m`);
  if (!existsSync(path)) {
    console.error(`${path} is not here: contingency/${NAME} is left out`);
    return [];
  }
  const network = readMatpower(`${NAME}.m`, readFileSync(path, 'utf8'));
  const model = buildModel(network);
  const limits = networkLimits(network);
  const base = solve(model);
  if (!base.converged) throw new Error(`${NAME} did not converge: ${base.message}`);
  const every = everyOutage(model);
  const of = (kind: Outage['kind']) => every.filter(outage => outage.kind === kind);
  const seconds = (outages: readonly Outage[], screenUsed: number | undefined): number => {
    const times: number[] = [];
    // A part of the outages warms up.
    contingencies(model, base, limits, { outages: outages.slice(0, 300) });
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      const found = contingencies(model, base, limits, {
        outages,
        ...(screenUsed === undefined ? {} : { screenUsed }),
      });
      times.push((performance.now() - start) / 1000);
      if (found.length < outages.length) throw new Error('bench: an outage is missing');
    }
    return times.sort((a, b) => a - b)[RUNS >> 1]!;
  };
  return [
    { name: `contingency/${NAME}`, value: seconds(of('branch'), undefined), unit: 's' },
    { name: `contingency/${NAME}-all-ac`, value: seconds(of('branch'), 0), unit: 's' },
  ];
}
