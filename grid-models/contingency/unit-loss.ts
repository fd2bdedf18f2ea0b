/**
 * What the loss of a unit changes in a model.
 *
 * The lost active power is taken up by the slack units of its island. A node keeps its voltage as long as a unit is left
 * that holds it; an island lives as long as a slack unit is left in it.
 */
import type { GridModel } from '../network/build.ts';
import { GENERATOR_CONTROL } from '../network/network.ts';

/** A power that is missing at a node without set angle, p.u. of baseMva. */
export interface LostPower {
  readonly node: number;
  readonly pPu: number;
  /** Of a pq unit; what a unit that holds a voltage delivers is in no column. */
  readonly qPu: number;
  /** The last unit that held the voltage there: the node turns from PV into PQ. */
  readonly freesVoltage: boolean;
}

/**
 * nothing: its node stays a slack, which takes over. power: see there. source-moves: its island lives on from slack units
 * at other nodes. darkens: its island has no source any more; these are its nodes.
 */
export type UnitLoss =
  | { readonly effect: 'nothing' }
  | ({ readonly effect: 'power' } & LostPower)
  | { readonly effect: 'source-moves' }
  | { readonly effect: 'darkens'; readonly lost: Int32Array };

/** @returns what the loss of a unit (row of the generator table) does that is in service at a live bus */
export function unitLosses(model: GridModel): (unit: number) => UnitLoss {
  const { network, nodeOfBus, busOfNode, nodeCount, freeCount, topology } = model;
  const { generator, baseMva } = network;
  const pvAtNode = new Int32Array(nodeCount);
  const slacksAtNode = new Int32Array(nodeCount);
  const slacksInIsland = new Int32Array(topology.islands.length);
  for (const g of liveUnits(model)) {
    const bus = generator.bus[g]!;
    if (generator.control[g] === GENERATOR_CONTROL.pv) pvAtNode[nodeOfBus[bus]!]!++;
    if (generator.control[g] !== GENERATOR_CONTROL.slack) continue;
    slacksAtNode[nodeOfBus[bus]!]!++;
    slacksInIsland[topology.islandOf[bus]!]!++;
  }
  return unit => {
    const bus = generator.bus[unit]!;
    const node = nodeOfBus[bus]!;
    const control = generator.control[unit];
    if (control === GENERATOR_CONTROL.slack) {
      const island = topology.islandOf[bus]!;
      if (slacksAtNode[node]! > 1) return { effect: 'nothing' };
      if (slacksInIsland[island]! > 1) return { effect: 'source-moves' };
      const nodes = Int32Array.from(busOfNode.keys());
      return { effect: 'darkens', lost: nodes.filter(n => topology.islandOf[busOfNode[n]!] === island) };
    }
    if (node >= freeCount) return { effect: 'nothing' };
    return {
      effect: 'power',
      node,
      pPu: generator.pMw[unit]! / baseMva,
      qPu: control === GENERATOR_CONTROL.pq ? generator.qMvar[unit]! / baseMva : 0,
      freesVoltage: control === GENERATOR_CONTROL.pv && pvAtNode[node] === 1,
    };
  };
}

/** Rows of the generator table in service at live buses. */
export function liveUnits({ network: { generator }, nodeOfBus }: GridModel): number[] {
  return [...generator.bus.keys()].filter(g => generator.inService[g] && nodeOfBus[generator.bus[g]!]! >= 0);
}
