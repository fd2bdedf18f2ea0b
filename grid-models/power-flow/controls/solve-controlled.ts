/**
 * Power flow with controls: solve, let the first control that must move do so, solve again, until none moves.
 *
 * The order of the list is the order of precedence: a control is asked only when those before it rest. From
 * fast to slow, as in a grid: distributed slack, reactive limits, voltage control, tap changers, switched
 * shunts.
 */
import { baseInjection, type GridModel } from '../../network/build.ts';
import type { Injection, Unsolved } from '../result.ts';
import { type SolveOptions, solve } from '../solve.ts';
import type { Solved } from '../unit-output.ts';
import type { Control, ControlNote } from './control.ts';
import { injectionWith, modelSource, settingsOf } from './settings.ts';

export interface ControlledOptions {
  readonly start?: NonNullable<SolveOptions['start']>;
  /** Of each power flow, as for `solve`; the controls expect 1e-8 or less. */
  readonly tolerancePu?: number;
  /** Power flows solved at most (default 200). */
  readonly roundsMax?: number;
}

export type ControlledResult =
  /** Every control rests, at its goal or (see `notes`) at the end of its range. */
  | ({ readonly outcome: 'settled' } & Rested)
  /** A power flow that holds, with controls that found no rest: no state the grid would stay in. */
  | ({ readonly outcome: 'hunting' } & Rested)
  /** No state after the last move: `diagnose(model, unsolved, injection)` says why. */
  | ({ readonly outcome: 'unsolved'; readonly unsolved: Unsolved; readonly rounds: number } & Omit<
      Solved,
      'state'
    >);

/** The state with the model and the injection that carry what the controls moved. */
interface Rested extends Solved {
  readonly rounds: number;
  readonly notes: readonly ControlNote[];
}

/**
 * Reactive limits of a large network take some tens, a tap changer from one end to the other about thirty.
 */
const ROUNDS_MAX = 200;

/**
 * @param injection as for `solve`: without what slack and voltage-controlled units add
 * @throws RangeError when the table of a control contradicts itself or the network
 */
export function solveControlled(
  model: GridModel,
  injection: Injection = baseInjection(model.network),
  controls: readonly Control[] = [],
  options: ControlledOptions = {},
): ControlledResult {
  const running = controls.map(control => ({ name: control.name, control: control.begin(model) }));
  const settings = settingsOf(model.network);
  const modelOf = modelSource(model);
  const { roundsMax = ROUNDS_MAX, ...solveOptions } = options;
  let start = options.start ?? 'file';
  for (let rounds = 1; ; rounds++) {
    const present = modelOf(settings);
    const presentInjection = injectionWith(model.network, injection, settings);
    const state = solve(present, presentInjection, { ...solveOptions, start, fallback: 'globalised' });
    const tried = { model: present, injection: presentInjection };
    if (!state.converged) return { outcome: 'unsolved', unsolved: state, ...tried, rounds };
    const solved: Solved = { ...tried, state };
    const notes: ControlNote[] = [];
    let mover: string | null = null;
    for (const { name, control } of running) {
      const act = control.act(solved, settings);
      if (act.moved) {
        mover = name;
        break;
      }
      notes.push(...act.notes);
    }
    if (mover === null) {
      const outcome = notes.some(note => note.code === 'hunting') ? 'hunting' : 'settled';
      return { outcome, ...solved, rounds, notes };
    }
    if (rounds >= roundsMax)
      return { outcome: 'hunting', ...solved, rounds, notes: [...notes, restless(mover)] };
    start = state;
  }
}

function restless(control: string): ControlNote {
  const message = `The ${control} still moved when the rounds were used up.`;
  return { code: 'hunting', element: control, message };
}
