/** Tap changers: whole steps of a transformer's ratio that keep the voltage of a bus in a band. */
import type { GridModel } from '../../network/build.ts';
import type { Network } from '../../network/network.ts';
import { type Control, MOVED, type RunningControl, refuse } from './control.ts';
import {
  beginStepping,
  type SteppedColumns,
  steppedProblems,
  steppingNotes,
  stepTowardsBand,
} from './deadband.ts';

/** ratio = ratioNeutral · (1 + step · ratioPerStep), at the branch's from side. */
export interface TapChangers extends SteppedColumns {
  /** Row of the branch table. */
  readonly branch: Int32Array;
  readonly ratioNeutral: Float64Array;
  /** Share of the neutral ratio, 0.0125 for 1.25 %; negative where a higher step lowers the ratio. */
  readonly ratioPerStep: Float64Array;
  /**
   * 1 where the kept bus lies on the from side, which a higher ratio raises; 0 on the to side, which it
   * lowers.
   */
  readonly keepsFromSide: Uint8Array;
}

const NAME = 'tap changers';

export function tapChangers(table: TapChangers): Control {
  return { name: NAME, begin: model => begin(table, model) };
}

export function tapRatio(table: TapChangers, row: number, step: number): number {
  return table.ratioNeutral[row]! * (1 + step * table.ratioPerStep[row]!);
}

function begin(table: TapChangers, { network }: GridModel): RunningControl {
  const { bus, branch } = network;
  const elementOf = (row: number): string => `branch ${branch.id[table.branch[row]!] ?? '?'}`;
  refuse(NAME, [...steppedProblems(table, network, elementOf), ...tapProblems(table, network, elementOf)]);
  const stepping = beginStepping(table);
  return {
    act({ state }, settings) {
      let moved = false;
      for (let row = 0; row < table.count; row++) {
        const vmPu = state.vmPu[table.bus[row]!]!;
        const sign = table.keepsFromSide[row] ? 1 : -1;
        const ratio = settings.ratio[table.branch[row]!]!;
        // What a stiff source behind the transformer would give: dv / v = ∓ d ratio / ratio.
        const vmPuPerStep = (sign * vmPu * table.ratioNeutral[row]! * table.ratioPerStep[row]!) / ratio;
        if (!stepTowardsBand(stepping, row, state, vmPuPerStep)) continue;
        settings.ratio[table.branch[row]!] = tapRatio(table, row, stepping.step[row]!);
        moved = true;
      }
      return moved ? MOVED : { moved, notes: steppingNotes(stepping, state, elementOf, bus.id) };
    },
  };
}

function tapProblems(table: TapChangers, { branch }: Network, elementOf: (row: number) => string): string[] {
  const problems: string[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < table.count; row++) {
    const at = table.branch[row]!;
    const element = elementOf(row);
    if (!(at >= 0 && at < branch.count)) {
      problems.push(`tap changer ${row} has no branch`);
      continue;
    }
    if (seen.has(at)) problems.push(`${element} has two tap changers`);
    seen.add(at);
    const ends = [table.stepMin[row]!, table.stepMax[row]!].map(step => tapRatio(table, row, step));
    if (!ends.every(ratio => ratio > 0) || table.ratioPerStep[row] === 0)
      problems.push(`${element} has no ratio at each of its steps`);
    const now = tapRatio(table, row, table.step[row]!);
    // The table and the network tell of one transformer: a step that is not its ratio is a mistake of the
    // caller.
    if (!(Math.abs(now - branch.ratio[at]!) < RATIO_TOLERANCE))
      problems.push(`${element} has ratio ${branch.ratio[at]}, its step ${table.step[row]} says ${now}`);
  }
  return problems;
}

/** Files round ratios to about six digits. */
export const RATIO_TOLERANCE = 1e-5;
