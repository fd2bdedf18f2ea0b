/**
 * Discrete steps that keep a voltage in a band: what tap changers and switched shunts have in common.
 *
 * A device out of its band moves towards it by the whole steps that bring it to the band's edge, at least
 * one. It may turn round REVERSALS_MAX times (others act on the same voltage); then it stays and, out of its
 * band, is hunting: its band is narrower than its step, or two devices work against each other.
 */
import type { Network } from '../../network/network.ts';
import type { SolvedState } from '../result.ts';
import type { ControlNote } from './control.ts';

/** One row a device. */
export interface SteppedColumns {
  readonly count: number;
  /** Row of the bus whose voltage is kept. */
  readonly bus: Int32Array;
  readonly vmPuTarget: Float64Array;
  /** Half the width of the band around the target, p.u. */
  readonly vmPuDeadband: Float64Array;
  /** Position at the start and its range, whole steps. */
  readonly step: Int32Array;
  readonly stepMin: Int32Array;
  readonly stepMax: Int32Array;
}

/** Positions and memory of one run. */
export interface Stepping {
  readonly columns: SteppedColumns;
  /** [device] present position. */
  readonly step: Int32Array;
  /** [device] sign of the last move, 0 before the first. */
  readonly direction: Int8Array;
  readonly reversals: Int32Array;
  /** [device] 1 where it would have to turn round once more than it may. */
  readonly gaveUp: Uint8Array;
}

const REVERSALS_MAX = 4;

export function beginStepping(columns: SteppedColumns): Stepping {
  return {
    columns,
    step: columns.step.slice(),
    direction: new Int8Array(columns.count),
    reversals: new Int32Array(columns.count),
    gaveUp: new Uint8Array(columns.count),
  };
}

/**
 * Moves one device by what its voltage asks for.
 * @param vmPuPerStep what one step up adds to the voltage, roughly; ±Infinity where only its sign is known,
 *   which gives one step at a time
 * @returns whether it moved
 */
export function stepTowardsBand(
  stepping: Stepping,
  row: number,
  { vmPu }: SolvedState,
  vmPuPerStep: number,
): boolean {
  const { columns, step, direction, reversals, gaveUp } = stepping;
  gaveUp[row] = 0;
  const missing = columns.vmPuTarget[row]! - vmPu[columns.bus[row]!]!;
  const excess = Math.abs(missing) - columns.vmPuDeadband[row]!;
  // A dead bus has no voltage to keep: NaN moves nothing.
  if (!(excess > 0)) return false;
  const wanted = Math.sign(missing) * Math.sign(vmPuPerStep);
  const steps = Math.max(1, Math.floor(excess / Math.abs(vmPuPerStep)));
  const next = Math.min(Math.max(step[row]! + wanted * steps, columns.stepMin[row]!), columns.stepMax[row]!);
  const turns = wanted === -direction[row]!;
  if (next === step[row]) return false;
  if (turns && reversals[row]! >= REVERSALS_MAX) {
    gaveUp[row] = 1;
    return false;
  }
  if (turns) reversals[row]!++;
  direction[row] = wanted;
  step[row] = next;
  return true;
}

/** Why devices that do not move are out of their band: at an end of the range, or hunting. */
export function steppingNotes(
  { columns, step, gaveUp }: Stepping,
  { vmPu }: SolvedState,
  elementOf: (row: number) => string,
  busId: readonly string[],
): ControlNote[] {
  const notes: ControlNote[] = [];
  for (let row = 0; row < columns.count; row++) {
    const away = Math.abs(columns.vmPuTarget[row]! - vmPu[columns.bus[row]!]!);
    if (!(away > columns.vmPuDeadband[row]!)) continue;
    const element = elementOf(row);
    const band = `bus ${busId[columns.bus[row]!]} outside its band`;
    const message = gaveUp[row]
      ? `${element} gave up at step ${step[row]} and leaves ${band}: no step suits it.`
      : `${element} is at the end of its range (step ${step[row]}) and leaves ${band}.`;
    notes.push({ code: gaveUp[row] ? 'hunting' : 'at-end', element, message });
  }
  return notes;
}

export function steppedProblems(
  columns: SteppedColumns,
  { bus }: Network,
  elementOf: (row: number) => string,
): string[] {
  const problems: string[] = [];
  for (let row = 0; row < columns.count; row++) {
    const element = elementOf(row);
    const [step, min, max] = [columns.step[row]!, columns.stepMin[row]!, columns.stepMax[row]!];
    if (!(min <= step && step <= max)) problems.push(`${element} stands at step ${step} of ${min} … ${max}`);
    if (!(columns.bus[row]! >= 0 && columns.bus[row]! < bus.count)) problems.push(`${element} keeps no bus`);
    if (!(columns.vmPuTarget[row]! > 0)) problems.push(`${element} has no target voltage`);
    if (!(columns.vmPuDeadband[row]! > 0)) problems.push(`${element} has no deadband`);
  }
  return problems;
}
