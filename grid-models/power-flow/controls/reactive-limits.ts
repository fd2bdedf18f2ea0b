/**
 * Units that hold a voltage do so within their reactive limits: at a limit they deliver it and let the
 * voltage go, and they hold it again as soon as that takes less than the limit. Units at one node act as one,
 * with the sum of their limits. A slack is left as it is: it closes the balance of its island
 * (`three-flags.ts` reads its limits).
 *
 * A round either sends everything that oversteps to its limit or, where nothing does, lets those return whose
 * voltage shows that the limit is no longer needed: above the set point at the upper limit, below it at the
 * lower. A node returns RETURNS_MAX times; then it stays and, on the wrong side, is named as hunting. So the
 * moves are bounded.
 */
import type { GridModel } from '../../network/build.ts';
import { GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { heldReactiveMvar, reactiveRange, type Solved, voltageHolders } from '../unit-output.ts';
import { type Act, type Control, type ControlNote, MOVED, type RunningControl, refuse } from './control.ts';
import type { Settings } from './settings.ts';

const NAME = 'reactive limits';
const RETURNS_MAX = 3;
/** p.u. of baseMva; far above the solver's tolerance, far below any rating. */
const OVERSTEP_PU = 1e-6;
const VOLTAGE_SIDE_PU = 1e-6;

interface HeldNode {
  /** Lowest bus row of the node: it outlasts a new order of nodes. */
  readonly bus: number;
  readonly units: readonly number[];
  readonly qMvarMin: number;
  readonly qMvarMax: number;
  at: 'set point' | 'lower limit' | 'upper limit';
  returns: number;
}

/** Limits are those of the network's generators; NaN and infinite ones never bind. */
export function reactiveLimits(): Control {
  return { name: NAME, begin };
}

function begin(model: GridModel): RunningControl {
  const { network, busOfNode, freeCount } = model;
  const { generator, baseMva } = network;
  const held: HeldNode[] = [];
  for (const [node, units] of voltageHolders(model)) {
    if (node >= freeCount) continue;
    const range = reactiveRange(generator, units);
    held.push({ bus: busOfNode[node]!, units, ...range, at: 'set point', returns: 0 });
  }
  refuse(NAME, crossedLimits(network, held));
  const act = (solved: Solved, settings: Settings): Act => {
    const needed = heldReactiveMvar(solved);
    let moved = false;
    for (const node of held) {
      if (node.at !== 'set point') continue;
      const qMvar = needed[solved.model.nodeOfBus[node.bus]!]!;
      if (qMvar > node.qMvarMax + OVERSTEP_PU * baseMva) node.at = 'upper limit';
      else if (qMvar < node.qMvarMin - OVERSTEP_PU * baseMva) node.at = 'lower limit';
      else continue;
      holdLimit(network, node, settings);
      moved = true;
    }
    if (moved) return MOVED;
    for (const node of held) {
      if (!onWrongSide(node, solved, settings) || node.returns >= RETURNS_MAX) continue;
      node.returns++;
      holdVoltage(node, settings);
      moved = true;
    }
    return moved ? MOVED : { moved, notes: held.flatMap(node => notesOf(node, solved, settings)) };
  };
  return { act };
}

function holdLimit({ generator }: Network, node: HeldNode, settings: Settings): void {
  for (const g of node.units) {
    settings.control[g] = GENERATOR_CONTROL.pq;
    settings.addedQMvar[g] = node.at === 'upper limit' ? generator.qMvarMax[g]! : generator.qMvarMin[g]!;
  }
}

function holdVoltage(node: HeldNode, settings: Settings): void {
  node.at = 'set point';
  for (const g of node.units) {
    settings.control[g] = GENERATOR_CONTROL.pv;
    settings.addedQMvar[g] = 0;
  }
}

/** Is the voltage beyond its set point with the limit still delivered, so that less of it would do? */
function onWrongSide(node: HeldNode, { state }: Solved, settings: Settings): boolean {
  const excess = state.vmPu[node.bus]! - settings.vmPuSet[node.units[0]!]!;
  if (node.at === 'upper limit') return excess > VOLTAGE_SIDE_PU;
  return node.at === 'lower limit' && excess < -VOLTAGE_SIDE_PU;
}

function notesOf(node: HeldNode, solved: Solved, settings: Settings): ControlNote[] {
  if (node.at === 'set point') return [];
  const { generator } = solved.model.network;
  const hunting = onWrongSide(node, solved, settings);
  return node.units.map(g => {
    const element = `generator ${generator.id[g]}`;
    const message = hunting
      ? `${element} swings between its voltage and its ${node.at}: no position of the units suits all of them.`
      : `${element} stands at its reactive ${node.at} and no longer holds its voltage.`;
    return { code: hunting ? 'hunting' : 'at-end', element, message };
  });
}

function crossedLimits({ generator }: Network, held: readonly HeldNode[]): string[] {
  return held
    .flatMap(node => node.units)
    .filter(g => generator.qMvarMin[g]! > generator.qMvarMax[g]!)
    .map(g => {
      const limits = `${generator.qMvarMin[g]} … ${generator.qMvarMax[g]} Mvar`;
      return `generator ${generator.id[g]} has no reactive range: ${limits}`;
    });
}
