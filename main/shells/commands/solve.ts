/** `solve`: the power flow of a file, with the controls of another where one is given. */

import { buildModel, type GridModel } from '../../../grid-models/network/build.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import { NetworkFileError } from '../../../grid-models/network/problems.ts';
import { solveControlled } from '../../../grid-models/power-flow/controls/solve-controlled.ts';
import { diagnose } from '../../../grid-models/power-flow/diagnosis.ts';
import type { StateFlags } from '../../../grid-models/power-flow/three-flags.ts';
import { type FileControls, parseControls } from './controls-file.ts';
import { EXIT, InputError } from './exit.ts';
import { readNetworkFile, readText } from './files.ts';
import { huntingAnswer, type SolvedAnswer, solvedAnswer, unsolvedAnswer } from './solve-answer.ts';

export interface SolveOptions {
  readonly json?: boolean;
  readonly tolerance: number;
  readonly flat?: boolean;
  readonly controls?: string;
}

export async function solve(file: string, options: SolveOptions): Promise<number> {
  const network = await readNetworkFile(file);
  const model = modelOf(file, network);
  const given = await controlsOf(options, model);
  const asked = { network, areControlled: given !== null };
  const result = solveControlled(model, undefined, given?.controls, {
    tolerancePu: options.tolerance,
    start: options.flat ? 'flat' : 'file',
  });
  const print = (answer: object) => {
    if (options.json) console.log(JSON.stringify(answer));
  };
  if (result.outcome === 'unsolved') {
    if (model.nodeCount > QUICK_NODES)
      console.error(
        `${file}: no solution yet; looking for how much ${model.nodeCount} nodes can be served, which takes a while.`,
      );
    const diagnosis = diagnose(result.model, result.unsolved, result.injection);
    print(unsolvedAnswer(asked, result, diagnosis));
    console.error(`${file}: no solution. ${diagnosis.message}`);
    return EXIT.noConvergence;
  }
  if (result.outcome === 'hunting') {
    const answer = huntingAnswer(asked, result);
    print(answer);
    console.error(`${file}: no convergence. ${answer.message}`);
    return EXIT.noConvergence;
  }
  const evidence = {
    notes: result.notes,
    ...(given?.taps && { taps: given.taps }),
    ...(given?.participation && { capability: given.participation }),
  };
  const answer = solvedAnswer(asked, result, evidence);
  print(answer);
  if (!options.json) console.log(summary(file, answer));
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

async function controlsOf(
  { controls, tolerance }: SolveOptions,
  model: GridModel,
): Promise<FileControls | null> {
  if (controls === undefined) return null;
  if (tolerance > CONTROLLED_TOLERANCE_PU_MAX)
    throw new InputError(
      `--tolerance ${tolerance}: with --controls give ${CONTROLLED_TOLERANCE_PU_MAX} or less, or they chase rounding`,
    );
  return parseControls(controls, await readText(controls), model);
}

function summary(file: string, answer: SolvedAnswer): string {
  const voltages = answer.buses.flatMap(b => (b.vmPu === null ? [] : [b.vmPu]));
  const dead = answer.buses.length - voltages.length;
  const lines = [
    `${file}: solved in ${answer.iterations} iterations, largest mismatch ${answer.maxMismatchPu.toExponential(1)} p.u.`,
    ...controlLines(answer.controls),
    flagsLine(answer.flags),
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

function controlLines(controls: SolvedAnswer['controls']): string[] {
  if (!controls) return [];
  const { rounds, moves = [], notes } = controls;
  const rest =
    notes.length > NOTES_SHOWN ? [`    … and ${notes.length - NOTES_SHOWN} more (see --json)`] : [];
  return [
    `  controls settled in ${counted(rounds, 'round')}, ${counted(moves.length, 'value')} moved`,
    ...notes.slice(0, NOTES_SHOWN).map(note => `    ${note.message}`),
    ...rest,
  ];
}

function flagsLine({ converged, reachable, withinLimits, reasons }: StateFlags): string {
  const [first, ...others] = reasons.filter(reason => reason.flag === 'reachable');
  const more = others.length > 0 ? ` And ${others.length} more (see --json).` : '';
  const why = first ? ` (${first.message}${more})` : '';
  return `  converged ${word(converged)}, physically reachable ${word(reachable)}${why}, within limits ${word(withinLimits)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function word(flag: boolean | null): string {
  return flag === null ? 'unknown' : flag ? 'yes' : 'no';
}

/** Up to here the diagnosis is there before anyone wonders. */
const QUICK_NODES = 1000;
const NOTES_SHOWN = 10;
/** The shares of a distributed slack are settled to 1e-7 p.u.; power flows must be finer. */
const CONTROLLED_TOLERANCE_PU_MAX = 1e-8;
