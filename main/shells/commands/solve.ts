/** `solve`: the power flow of a file, with the file's own ids and order. */

import { buildModel, type GridModel } from '../../../grid-models/network/build.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import { NetworkFileError } from '../../../grid-models/network/problems.ts';
import type { SolvedState, Unsolved } from '../../../grid-models/power-flow/result.ts';
import { solve as solvePowerFlow } from '../../../grid-models/power-flow/solve.ts';
import { assess } from '../../../grid-models/security/assessment.ts';
import { networkLimits } from '../../../grid-models/security/limits.ts';
import { EXIT, InputError } from './exit.ts';
import { readNetworkFile } from './files.ts';

export interface SolveOptions {
  readonly json?: boolean;
  readonly tolerance: number;
  readonly flat?: boolean;
}

export async function solve(file: string, options: SolveOptions): Promise<number> {
  const network = await readNetworkFile(file);
  const model = modelOf(file, network);
  const state = solvePowerFlow(model, undefined, {
    tolerancePu: options.tolerance,
    start: options.flat ? 'flat' : 'file',
  });
  if (!state.converged) {
    if (options.json) console.log(JSON.stringify(unsolvedAnswer(network, state)));
    console.error(`${file}: no solution. ${state.message}`);
    return EXIT.noConvergence;
  }
  const answer = solvedAnswer(network, state);
  if (options.json) console.log(JSON.stringify(answer));
  else console.log(summary(file, answer));
  return answer.violations.length > 0 ? EXIT.negative : EXIT.done;
}

export function modelOf(file: string, network: Network): GridModel {
  try {
    return buildModel(network);
  } catch (error) {
    if (error instanceof NetworkFileError)
      throw new InputError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

function solvedAnswer(network: Network, state: SolvedState) {
  const { bus, branch } = network;
  const busId = (row: number) => idOf(network, bus.id[row] ?? '');
  return {
    format: network.format,
    baseMva: network.baseMva,
    converged: true,
    iterations: state.iterations,
    maxMismatchPu: state.maxMismatchPu,
    buses: bus.id.map((_, k) => ({
      id: busId(k),
      vmPu: finite(state.vmPu[k]),
      vaDeg: finite(state.vaDeg[k]),
    })),
    branches: branch.id.map((id, k) => ({
      id: idOf(network, id),
      from: busId(branch.from[k] ?? -1),
      to: busId(branch.to[k] ?? -1),
      pFromMw: state.pFromMw[k],
      qFromMvar: state.qFromMvar[k],
      pToMw: state.pToMw[k],
      qToMvar: state.qToMvar[k],
      loadingPercent: finite(state.loadingPercent[k]),
    })),
    losses: { pMw: state.lossesMw, qMvar: state.lossesMvar },
    slack: state.slack.map(s => ({ bus: busId(s.bus), pMw: s.pMw, qMvar: s.qMvar })),
    islands: state.islands.map(island => ({
      energised: island.energised,
      buses: Array.from(island.buses, busId),
    })),
    violations: assess(network, networkLimits(network), state).map(v => ({
      ...v,
      element: idOf(network, v.element),
    })),
  };
}

/** No solution yields no numbers: only what was tried and where it failed worst. */
function unsolvedAnswer(network: Network, state: Unsolved) {
  return {
    format: network.format,
    baseMva: network.baseMva,
    converged: false,
    iterations: state.iterations,
    maxMismatchPu: finite(state.maxMismatchPu),
    reason: state.reason,
    message: state.message,
    worst: state.worst.map(w => ({
      bus: idOf(network, network.bus.id[w.bus] ?? ''),
      mismatchPu: finite(w.mismatchPu),
    })),
  };
}

function summary(file: string, answer: ReturnType<typeof solvedAnswer>): string {
  const voltages = answer.buses.flatMap(b => (b.vmPu === null ? [] : [b.vmPu]));
  const dead = answer.buses.length - voltages.length;
  const lines = [
    `${file}: solved in ${answer.iterations} iterations, largest mismatch ${answer.maxMismatchPu.toExponential(1)} p.u.`,
    `  ${answer.buses.length} buses${dead > 0 ? ` (${dead} dead)` : ''}, voltage ${Math.min(...voltages).toFixed(4)} to ${Math.max(...voltages).toFixed(4)} p.u.`,
    `  losses ${answer.losses.pMw.toFixed(4)} MW, ${answer.losses.qMvar.toFixed(4)} Mvar`,
    ...answer.slack.map(s => `  slack ${s.bus}: ${s.pMw.toFixed(4)} MW, ${s.qMvar.toFixed(4)} Mvar`),
  ];
  if (answer.violations.length === 0) return [...lines, '  all given limits hold'].join('\n');
  return [
    ...lines,
    `  ${answer.violations.length} limits violated:`,
    ...answer.violations.map(
      v => `    ${v.element} ${v.limit}: ${v.value.toFixed(4)} ${v.unit}, limit ${v.limitValue} ${v.unit}`,
    ),
  ].join('\n');
}

/** MATPOWER and pandapower number their buses: such ids are numbers in the answer, as in the file. */
export function idOf(network: Network, id: string): string | number {
  return network.format !== 'demonstration' && /^\d+$/.test(id) ? Number(id) : id;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
