/**
 * Cost of one power flow by size, on generated radial grids: it must grow like the number of buses. Time of a repeated
 * solve, and what model, analysis, workspace and answer keep in memory, both per bus.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildModel } from '../network/build.ts';
import { solve } from '../power-flow/solve.ts';
import { radialNetwork } from './testing/radial.ts';

const SIZES = [
  ['1k', 1_000, 100],
  ['10k', 10_000, 30],
  ['100k', 100_000, 5],
] as const;

export async function benchGrowth(prefix = ''): Promise<{ name: string; value: number; unit: string }[]> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const keptBytes = (): number => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  return SIZES.flatMap(([size, buses, runs]) => {
    const name = `growth/radial-${size}`;
    if (!name.startsWith(prefix) && !prefix.startsWith(name)) return [];
    const network = radialNetwork(buses);
    const before = keptBytes();
    const model = buildModel(network);
    const state = solve(model);
    if (!state.converged) throw new Error(`${name}: ${state.message}`);
    const bytes = keptBytes() - before;
    const times: number[] = [];
    for (let run = 0; run < runs + 3; run++) {
      const start = performance.now();
      if (!solve(model).converged) throw new Error(`${name} converged once only`);
      // The first three warm up.
      if (run >= 3) times.push(performance.now() - start);
    }
    const medianMs = times.sort((a, b) => a - b)[times.length >> 1]!;
    if (state.vmPu.length !== buses) throw new Error(`${name} lost its answer`);
    return [
      { name, value: (1000 * medianMs) / buses, unit: 'us/bus' },
      { name: `${name}-memory`, value: bytes / buses, unit: 'B/bus' },
    ];
  });
}
