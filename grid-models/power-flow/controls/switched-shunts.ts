/** Switched shunts: capacitors and reactors in equal blocks that keep the voltage of a bus in a band. */
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

/** The shunt draws step · pMwPerStep and step · qMvarPerStep at 1 p.u. */
export interface SwitchedShunts extends SteppedColumns {
  /** Row of the shunt table. */
  readonly shunt: Int32Array;
  readonly pMwPerStep: Float64Array;
  /** Consumption positive: negative for a block of capacitors. */
  readonly qMvarPerStep: Float64Array;
}

const NAME = 'switched shunts';
/** Mvar and MW; the table and the network tell of one shunt. */
const POWER_TOLERANCE = 1e-5;

export function switchedShunts(table: SwitchedShunts): Control {
  return { name: NAME, begin: model => begin(table, model) };
}

function begin(table: SwitchedShunts, { network }: GridModel): RunningControl {
  const { bus, shunt } = network;
  const elementOf = (row: number): string => `shunt ${shunt.id[table.shunt[row]!] ?? '?'}`;
  refuse(NAME, [...steppedProblems(table, network, elementOf), ...shuntProblems(table, network, elementOf)]);
  const stepping = beginStepping(table);
  return {
    act({ state }, settings) {
      let moved = false;
      for (let row = 0; row < table.count; row++) {
        // What a block does to the voltage depends on the grid around it: only the sign is known, so one at a
        // time.
        const vmPuPerStep = -Math.sign(table.qMvarPerStep[row]!) * Number.POSITIVE_INFINITY;
        if (!stepTowardsBand(stepping, row, state, vmPuPerStep)) continue;
        settings.shuntPMw[table.shunt[row]!] = stepping.step[row]! * table.pMwPerStep[row]!;
        settings.shuntQMvar[table.shunt[row]!] = stepping.step[row]! * table.qMvarPerStep[row]!;
        moved = true;
      }
      return moved ? MOVED : { moved, notes: steppingNotes(stepping, state, elementOf, bus.id) };
    },
  };
}

function shuntProblems(
  table: SwitchedShunts,
  { shunt }: Network,
  elementOf: (row: number) => string,
): string[] {
  const problems: string[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < table.count; row++) {
    const at = table.shunt[row]!;
    const element = elementOf(row);
    if (!(at >= 0 && at < shunt.count)) {
      problems.push(`switched shunt ${row} is none of the network`);
      continue;
    }
    if (seen.has(at)) problems.push(`${element} stands in the table twice`);
    seen.add(at);
    if (table.qMvarPerStep[row] === 0) problems.push(`${element} has blocks of 0 Mvar`);
    const qMvar = table.step[row]! * table.qMvarPerStep[row]!;
    if (!(Math.abs(qMvar - shunt.qMvar[at]!) < POWER_TOLERANCE))
      problems.push(`${element} draws ${shunt.qMvar[at]} Mvar, its step ${table.step[row]} says ${qMvar}`);
    const pMw = table.step[row]! * table.pMwPerStep[row]!;
    if (!(Math.abs(pMw - shunt.pMw[at]!) < POWER_TOLERANCE))
      problems.push(`${element} draws ${shunt.pMw[at]} MW, its step ${table.step[row]} says ${pMw}`);
  }
  return problems;
}
