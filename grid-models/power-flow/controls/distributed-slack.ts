/**
 * What an island lacks or has too much is shared among its units by participation factors, instead of being
 * left to the slack alone. With Δ the balance of the island, P° the schedules and α the factors of the units,
 *
 *     P_g = P°_g + Δ · α_g / Σ α        within pMwMin … pMwMax
 *
 * and what a unit cannot take the others share alike.
 *
 * Losses change with the sharing, so it is repeated until the slack delivers its own share and no more. A
 * slack without a row keeps its schedule; several slack units of an island are seen as one: the grid decides
 * between them.
 */
import type { GridModel } from '../../network/build.ts';
import { GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import type { Solved } from '../unit-output.ts';
import { type Control, type ControlNote, MOVED, type RunningControl, refuse } from './control.ts';

/** One row a unit. Units out of service or without a source in their island take no part. */
export interface Participation {
  readonly count: number;
  /** Row of the generator table; slack units may take part. */
  readonly generator: Int32Array;
  /** Weight of the unit, positive; only proportions count. */
  readonly factor: Float64Array;
  /** Active power it can deliver, MW, injection positive; NaN where not given. */
  readonly pMwMin: Float64Array;
  readonly pMwMax: Float64Array;
}

const NAME = 'distributed slack';
/** p.u. of baseMva; above the tolerance of the power flow, or it would chase rounding. */
const SHARE_TOLERANCE_PU = 1e-7;
/**
 * Losses answer a shift of power by a few percent, so the sharing settles in about five; near collapse it may
 * not.
 */
const MOVES_MAX = 30;

export function distributedSlack(table: Participation): Control {
  return { name: NAME, begin: model => begin(table, model) };
}

function begin(table: Participation, model: GridModel): RunningControl {
  const { network } = model;
  const { generator } = network;
  refuse(NAME, problemsOf(table, network));
  const islands = takingPart(table, model);
  let moves = 0;
  return {
    act(solved, settings) {
      let moved = false;
      const notes: ControlNote[] = [];
      const tolerance = SHARE_TOLERANCE_PU * network.baseMva;
      for (const [island, rows] of islands) {
        const slackMw = slackDeviation(solved, island);
        const others = rows.filter(row => !isSlack(network, table.generator[row]!));
        const taken = others.reduce((sum, row) => sum + settings.addedPMw[table.generator[row]!]!, 0);
        const shares = shareOut(table, rows, network, slackMw + taken);
        const restMw = rows.reduce((rest, _, k) => rest - shares[k]!, slackMw + taken);
        const change = rows.map((row, k) => {
          const g = table.generator[row]!;
          return isSlack(network, g) ? 0 : shares[k]! - settings.addedPMw[g]!;
        });
        if (change.some(mw => Math.abs(mw) > tolerance)) {
          if (moves >= MOVES_MAX) {
            const element = `generator ${generator.id[table.generator[rows[0]!]!]}`;
            const message =
              'The units cannot agree on their shares: every sharing changes the losses too much.';
            notes.push({ code: 'hunting', element, message });
            continue;
          }
          for (const [k, row] of rows.entries()) settings.addedPMw[table.generator[row]!]! += change[k]!;
          moved = true;
        } else if (Math.abs(restMw) > tolerance) {
          for (const row of rows) notes.push(fullNote(generator.id[table.generator[row]!]!));
        }
      }
      if (moved) moves++;
      return moved ? MOVED : { moved, notes };
    },
  };
}

/** Rows of the table by island, for islands with a source. */
function takingPart(
  table: Participation,
  { network, nodeOfBus, topology }: GridModel,
): Map<number, number[]> {
  const { generator } = network;
  const islands = new Map<number, number[]>();
  for (let row = 0; row < table.count; row++) {
    const g = table.generator[row]!;
    const at = generator.bus[g]!;
    if (!generator.inService[g] || nodeOfBus[at]! < 0) continue;
    const island = topology.islandOf[at]!;
    islands.set(island, [...(islands.get(island) ?? []), row]);
  }
  return islands;
}

/** MW the slack units of an island deliver beyond their schedule. */
function slackDeviation({ model, state }: Solved, island: number): number {
  const { network, topology } = model;
  const { generator } = network;
  let mw = 0;
  for (const { bus, pMw } of state.slack) if (topology.islandOf[bus] === island) mw += pMw;
  for (let g = 0; g < generator.count; g++) {
    if (!generator.inService[g] || !isSlack(network, g)) continue;
    if (topology.islandOf[generator.bus[g]!] === island) mw -= generator.pMw[g]!;
  }
  return mw;
}

/**
 * Deviations from schedule, MW, one per row: by factor, within limits; less than the whole when all are at a
 * limit.
 */
function shareOut(
  table: Participation,
  rows: readonly number[],
  { generator }: Network,
  totalMw: number,
): number[] {
  const shares = rows.map(() => 0);
  // How far each may go in the direction of the total. One that is scheduled beyond its limit goes no
  // further.
  const room = rows.map(row => {
    const scheduled = generator.pMw[table.generator[row]!]!;
    const limit = totalMw > 0 ? table.pMwMax[row]! - scheduled : scheduled - table.pMwMin[row]!;
    return Number.isNaN(limit) ? Number.POSITIVE_INFINITY : Math.max(limit, 0);
  });
  let open = rows.map((_, k) => k);
  let left = Math.abs(totalMw);
  while (open.length > 0) {
    const factors = open.reduce((sum, k) => sum + table.factor[rows[k]!]!, 0);
    const wanted = (k: number): number => (left * table.factor[rows[k]!]!) / factors;
    const full = open.filter(k => wanted(k) > room[k]!);
    if (full.length === 0) {
      for (const k of open) shares[k] = wanted(k);
      break;
    }
    for (const k of full) shares[k] = room[k]!;
    left -= full.reduce((sum, k) => sum + room[k]!, 0);
    open = open.filter(k => !full.includes(k));
  }
  return shares.map(mw => (totalMw > 0 ? mw : -mw));
}

function isSlack({ generator }: Network, g: number): boolean {
  return generator.control[g] === GENERATOR_CONTROL.slack;
}

function fullNote(id: string): ControlNote {
  const element = `generator ${id}`;
  const message = `${element} is at the end of its active power: the source carries the rest of the balance.`;
  return { code: 'at-end', element, message };
}

function problemsOf(table: Participation, { generator }: Network): string[] {
  const problems: string[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < table.count; row++) {
    const g = table.generator[row]!;
    const element = `generator ${generator.id[g] ?? '?'}`;
    if (!(g >= 0 && g < generator.count)) problems.push(`row ${row} has no generator`);
    if (seen.has(g)) problems.push(`${element} stands in the table twice`);
    seen.add(g);
    const factor = table.factor[row]!;
    if (!(factor > 0 && Number.isFinite(factor))) problems.push(`${element} has factor ${factor}`);
    if (table.pMwMin[row]! > table.pMwMax[row]!) problems.push(`${element} has no active range`);
  }
  return problems;
}
