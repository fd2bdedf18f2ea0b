/**
 * What a control of the grid is: an outer loop around the power flow. It looks at a solved state and moves
 * what it holds in the settings; the power flow knows none of them. A new kind of control is a new file that
 * answers this.
 */
import type { GridModel } from '../../network/build.ts';
import type { Solved } from '../unit-output.ts';
import type { Settings } from './settings.ts';

export interface Control {
  readonly name: string;
  /**
   * Begins a run, with a memory of its own.
   * @throws RangeError when its table contradicts itself or the network
   */
  begin(model: GridModel): RunningControl;
}

export interface RunningControl {
  /** Looks at a state solved with these settings and moves what it must. Bounded: it cannot move for ever. */
  act(solved: Solved, settings: Settings): Act;
}

export interface Act {
  readonly moved: boolean;
  /** What keeps the control from its goal, when it did not move. */
  readonly notes: readonly ControlNote[];
}

export interface ControlNote {
  /** 'at-end': it rests at the end of its range. 'hunting': it gave up, no position suits it. */
  readonly code: 'at-end' | 'hunting';
  /** 'branch T1', 'generator G2', … by the ids of the network. */
  readonly element: string;
  /** One sentence for an operator. */
  readonly message: string;
}

export const MOVED: Act = { moved: true, notes: [] };

/** Throws with all that is wrong with a control's table at once. */
export function refuse(control: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new RangeError(`${control}: ${problems.join('; ')}`);
}
