/**
 * A unit that holds the voltage of a bus away from its own, by the set point at its own: a secant search on
 * the remote voltage. Units at one node share the set point. While the unit stands at a reactive limit it
 * holds nothing, and waits.
 */
import type { GridModel } from '../../network/build.ts';
import { GENERATOR_CONTROL } from '../../network/network.ts';
import { voltageHolders } from '../unit-output.ts';
import { type Control, type ControlNote, MOVED, type RunningControl, refuse } from './control.ts';

/** One row a unit. */
export interface RemoteVoltages {
  readonly count: number;
  /** Row of a PV or slack unit in service. */
  readonly generator: Int32Array;
  /** Row of the bus whose voltage it holds. */
  readonly bus: Int32Array;
  readonly vmPuTarget: Float64Array;
  /** Largest accepted distance from the target, p.u. */
  readonly tolerancePu: Float64Array;
  /** Range of the set point, p.u. */
  readonly vmPuSetMin: Float64Array;
  readonly vmPuSetMax: Float64Array;
}

const NAME = 'voltage control';
/** Moves of one unit in a run. A secant needs three to six; more means that another control undoes them. */
const MOVES_MAX = 30;
/** p.u.; a larger change of a set point would leave the neighbourhood the secant speaks of. */
const SET_CHANGE_MAX_PU = 0.05;
/**
 * What a set point does to a remote voltage, p.u. per p.u.; outside it a secant is an accident of other
 * moves.
 */
const SLOPE_MIN = 0.1;
const SLOPE_MAX = 5;
/** p.u.; the slope before the first move is known: the remote voltage follows the unit's own. */
const SLOPE_START = 1;

export function remoteVoltageControl(table: RemoteVoltages): Control {
  return { name: NAME, begin: model => begin(table, model) };
}

interface Memory {
  /** Last set point with the remote voltage it gave. */
  vmPuSet: number;
  vmPu: number;
  moves: number;
}

function begin(table: RemoteVoltages, model: GridModel): RunningControl {
  const { generator, bus } = model.network;
  const holders = voltageHolders(model);
  const nodeOf = (row: number): number => model.nodeOfBus[generator.bus[table.generator[row]!] ?? -1] ?? -1;
  refuse(NAME, problemsOf(table, model, nodeOf));
  const unitsOf = Array.from({ length: table.count }, (_, row) => holders.get(nodeOf(row)) ?? []);
  const memory: Memory[] = unitsOf.map(() => ({ vmPuSet: Number.NaN, vmPu: Number.NaN, moves: 0 }));
  return {
    act({ state }, settings) {
      const notes: ControlNote[] = [];
      let moved = false;
      for (let row = 0; row < table.count; row++) {
        const g = table.generator[row]!;
        const vmPu = state.vmPu[table.bus[row]!]!;
        const missing = table.vmPuTarget[row]! - vmPu;
        const waits = settings.control[g] === GENERATOR_CONTROL.pq;
        if (waits || !(Math.abs(missing) > table.tolerancePu[row]!)) continue;
        const last = memory[row]!;
        const set = settings.vmPuSet[g]!;
        const next = nextSetPoint(table, row, missing / slope(last, set, vmPu), set);
        if (next === set || last.moves >= MOVES_MAX) {
          notes.push(noteOf(generator.id[g]!, bus.id[table.bus[row]!]!, next === set));
          continue;
        }
        memory[row] = { vmPuSet: set, vmPu, moves: last.moves + 1 };
        for (const unit of unitsOf[row]!) settings.vmPuSet[unit] = next;
        moved = true;
      }
      return moved ? MOVED : { moved, notes };
    },
  };
}

function slope(last: Memory, set: number, vmPu: number): number {
  const secant = (vmPu - last.vmPu) / (set - last.vmPuSet);
  return secant >= SLOPE_MIN && secant <= SLOPE_MAX ? secant : SLOPE_START;
}

function nextSetPoint(table: RemoteVoltages, row: number, change: number, set: number): number {
  const next = set + Math.min(Math.max(change, -SET_CHANGE_MAX_PU), SET_CHANGE_MAX_PU);
  return Math.min(Math.max(next, table.vmPuSetMin[row]!), table.vmPuSetMax[row]!);
}

function noteOf(generator: string, bus: string, atEnd: boolean): ControlNote {
  const element = `generator ${generator}`;
  const why = atEnd ? 'its set point is at the end of its range' : 'no set point brings it there';
  return {
    code: atEnd ? 'at-end' : 'hunting',
    element,
    message: `${element} does not hold the voltage of bus ${bus}: ${why}.`,
  };
}

function problemsOf(
  table: RemoteVoltages,
  { network }: GridModel,
  nodeOf: (row: number) => number,
): string[] {
  const { generator, bus } = network;
  const problems: string[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < table.count; row++) {
    const g = table.generator[row]!;
    const element = `generator ${generator.id[g] ?? '?'}`;
    const holds = generator.inService[g] === 1 && generator.control[g] !== GENERATOR_CONTROL.pq;
    const node = nodeOf(row);
    if (!holds || node < 0) problems.push(`${element} holds no voltage`);
    else if (seen.has(node)) problems.push(`${element} stands at a node whose set point another row moves`);
    seen.add(node);
    if (!(table.bus[row]! >= 0 && table.bus[row]! < bus.count)) problems.push(`${element} keeps no bus`);
    if (!(table.vmPuTarget[row]! > 0)) problems.push(`${element} has no target voltage`);
    if (!(table.tolerancePu[row]! > 0)) problems.push(`${element} has no tolerance`);
    if (!(table.vmPuSetMin[row]! <= table.vmPuSetMax[row]!)) problems.push(`${element} has no range`);
  }
  return problems;
}
