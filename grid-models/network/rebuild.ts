/**
 * The model after a switching operation, made from the model before it: what the operation did not change is taken over.
 *
 * Most operations move no bus to another node and kill or wake none. Then the numbering, the set points and the loads
 * stay, and only the rows of Y at the ends of switched branches are summed anew, in the order of `buildModel`, so they
 * have the same bits. Where no branch joins two nodes that had no entry in Y, the very pattern is kept, with zeros where
 * a branch went out: whatever was analysed and allocated for that pattern (`power-flow/solve`, `sensitivity/rectangular`)
 * serves again.
 */
import { entryAt } from '../sparse/pattern.ts';
import type { Pattern } from '../sparse/symbolic.ts';
import {
  assemble,
  type BranchAdmittance,
  type BranchEnds,
  branchEnds,
  buildModel,
  type ComplexMatrix,
  type GridModel,
  setTwoPort,
  sumRows,
  voltageDependentLoads,
} from './build.ts';
import type { Network } from './network.ts';
import { type Topology, topology } from './topology.ts';

/**
 * The same numbers as `buildModel(network)`; the pattern of Y may have more entries, which are zero.
 * @param before  model of a network that differs in branches in service, closed ends and closed couplers; where anything
 *                else differs (tables and columns are compared by identity) the model is built from the start
 * @throws NetworkFileError as `buildModel`
 */
export function rebuildModel(before: GridModel, network: Network): GridModel {
  if (!isSwitchedOnly(before.network, network)) return buildModel(network);
  const top = topology(network);
  if (!keepsNodes(before, top)) return buildModel(network);
  const ends = branchEnds(network, before.nodeOfBus);
  const switched = switchedBranches(before, ends);
  const branchAdmittance = twoPortsAfter(before, network, ends, switched);
  return {
    ...before,
    network,
    admittance: admittanceAfter(before, network, ends, branchAdmittance, switched),
    branchFromNode: ends.from,
    branchToNode: ends.to,
    branchAdmittance,
    topology: top,
  };
}

function isSwitchedOnly(before: Network, after: Network): boolean {
  return (
    before.baseMva === after.baseMva &&
    isSameBut(before.branch, after.branch, ['inService', 'fromClosed', 'toClosed']) &&
    isSameBut(before.coupler, after.coupler, ['closed']) &&
    (['bus', 'load', 'generator', 'shunt'] as const).every(table => before[table] === after[table])
  );
}

function isSameBut<Table extends object>(a: Table, b: Table, switches: readonly (keyof Table)[]): boolean {
  if (a === b) return true;
  const columns = Object.keys(a) as (keyof Table)[];
  return columns.every(column => a[column] === b[column] || switches.includes(column));
}

/** Has every bus the busbar it had, and is it dead or alive as before? Set points that agreed then still do. */
function keepsNodes(before: GridModel, { busbarOf, islandOf, islands }: Topology): boolean {
  return busbarOf.every(
    (busbar, b) =>
      busbar === before.topology.busbarOf[b] &&
      (busbar < 0 || islands[islandOf[b]!]!.energised === before.nodeOfBus[b]! >= 0),
  );
}

function switchedBranches({ branchFromNode, branchToNode }: GridModel, { from, to }: BranchEnds): number[] {
  const switched: number[] = [];
  for (let e = 0; e < from.length; e++)
    if (from[e] !== branchFromNode[e] || to[e] !== branchToNode[e]) switched.push(e);
  return switched;
}

function twoPortsAfter(
  { branchAdmittance }: GridModel,
  { branch }: Network,
  ends: BranchEnds,
  switched: readonly number[],
): BranchAdmittance {
  const y: BranchAdmittance = {
    ffRe: branchAdmittance.ffRe.slice(),
    ffIm: branchAdmittance.ffIm.slice(),
    ftRe: branchAdmittance.ftRe.slice(),
    ftIm: branchAdmittance.ftIm.slice(),
    tfRe: branchAdmittance.tfRe.slice(),
    tfIm: branchAdmittance.tfIm.slice(),
    ttRe: branchAdmittance.ttRe.slice(),
    ttIm: branchAdmittance.ttIm.slice(),
  };
  const columns = Object.values(y) as Float64Array[];
  for (const e of switched) {
    for (const column of columns) column[e] = 0;
    setTwoPort(branch, ends, e, y);
  }
  return y;
}

function admittanceAfter(
  before: GridModel,
  network: Network,
  ends: BranchEnds,
  y: BranchAdmittance,
  switched: readonly number[],
): ComplexMatrix {
  const loads = voltageDependentLoads(network, before.nodeOfBus, before.nodeCount);
  const { pattern } = before.admittance;
  if (!switched.every(e => hasEntry(pattern, ends.from[e]!, ends.to[e]!)))
    return assemble(network, before, ends, y, loads);
  const touched = new Uint8Array(before.nodeCount);
  for (const e of switched) {
    for (const node of [ends.from[e]!, ends.to[e]!, before.branchFromNode[e]!, before.branchToNode[e]!])
      if (node >= 0) touched[node] = 1;
  }
  const re = before.admittance.re.slice();
  const im = before.admittance.im.slice();
  touched.forEach((isTouched, node) => {
    if (!isTouched) return;
    re.fill(0, pattern.ptr[node]!, pattern.ptr[node + 1]!);
    im.fill(0, pattern.ptr[node]!, pattern.ptr[node + 1]!);
  });
  sumRows(network, before, ends, y, loads, { pattern, re, im }, touched);
  return { pattern, re, im };
}

function hasEntry(pattern: Pattern, from: number, to: number): boolean {
  return from < 0 || to < 0 || entryAt(pattern, from, to) >= 0;
}
