/**
 * What controls may move, and the cheapest model and injection that carry it.
 *
 * A tap, a shunt or a set point changes a few values of a model: pattern, order of nodes and with them the
 * symbolic analysis stay. A unit that stops or starts holding its voltage changes the kind of its node. Nodes
 * are ordered PQ, PV, slack, so that is another order, another pattern and another analysis: the model is
 * then built again.
 */
import { type BusInjection, buildModel, type GridModel } from '../../network/build.ts';
import { GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { entryAt } from '../../sparse/pattern.ts';

/** Owned by one run; in the beginning as the network states it. */
export interface Settings {
  /** [nBranch] as `BranchColumns.ratio`. */
  readonly ratio: Float64Array;
  /** [nShunt] MW and Mvar drawn at 1 p.u., consumption positive. */
  readonly shuntPMw: Float64Array;
  readonly shuntQMvar: Float64Array;
  /** [nGenerator] as in `GeneratorColumns`; a unit at its reactive limit is pq. */
  readonly control: Uint8Array;
  readonly vmPuSet: Float64Array;
  /** [nGenerator] injected beyond the injection of the run: MW, and Mvar of a unit at its reactive limit. */
  readonly addedPMw: Float64Array;
  readonly addedQMvar: Float64Array;
}

export function settingsOf({ branch, shunt, generator }: Network): Settings {
  return {
    ratio: branch.ratio.slice(),
    shuntPMw: shunt.pMw.slice(),
    shuntQMvar: shunt.qMvar.slice(),
    control: generator.control.slice(),
    vmPuSet: generator.vmPuSet.slice(),
    addedPMw: new Float64Array(generator.count),
    addedQMvar: new Float64Array(generator.count),
  };
}

/** A source of models for settings that change from call to call; each model is a value of its own. */
export function modelSource(original: GridModel): (settings: Settings) => GridModel {
  let near = original;
  return settings => {
    const network = networkWith(original.network, settings);
    const kindsChanged = network.generator.control.some((c, g) => c !== near.network.generator.control[g]);
    if (kindsChanged) near = buildModel(network);
    return modelWith(near, network);
  };
}

/** The network with the settings in its columns: what a file of this state would say. */
export function networkWith(network: Network, settings: Settings): Network {
  const { branch, shunt, generator } = network;
  const atLimit = (g: number): boolean => settings.control[g] !== generator.control[g];
  return {
    ...network,
    branch: { ...branch, ratio: settings.ratio.slice() },
    shunt: { ...shunt, pMw: settings.shuntPMw.slice(), qMvar: settings.shuntQMvar.slice() },
    generator: {
      ...generator,
      control: settings.control.slice(),
      vmPuSet: settings.vmPuSet.slice(),
      pMw: generator.pMw.map((p, g) => p + settings.addedPMw[g]!),
      qMvar: generator.qMvar.map((q, g) => (atLimit(g) ? settings.addedQMvar[g]! : q)),
    },
  };
}

export function injectionWith(
  { generator }: Network,
  injection: BusInjection,
  settings: Settings,
): BusInjection {
  const pMw = injection.pMw.slice();
  const qMvar = injection.qMvar.slice();
  for (let g = 0; g < generator.count; g++) {
    if (!generator.inService[g]) continue;
    pMw[generator.bus[g]!]! += settings.addedPMw[g]!;
    qMvar[generator.bus[g]!]! += settings.addedQMvar[g]!;
  }
  return { pMw, qMvar };
}

/**
 * The model of a network that differs from that of `near` in ratios, shunts and set points only. Every change
 * is taken from `near` and never from the change before, so that rounding does not add up over a run.
 */
function modelWith(near: GridModel, network: Network): GridModel {
  const { branchFromNode, branchToNode, nodeOfBus, branchAdmittance } = near;
  const { branch, shunt, baseMva } = network;
  const { pattern } = near.admittance;
  const re = near.admittance.re.slice();
  const im = near.admittance.im.slice();
  const add = (row: number, column: number, g: number, b: number): void => {
    const p = entryAt(pattern, row, column);
    re[p]! += g;
    im[p]! += b;
  };
  const y = {
    ...branchAdmittance,
    ffRe: branchAdmittance.ffRe.slice(),
    ffIm: branchAdmittance.ffIm.slice(),
    ftRe: branchAdmittance.ftRe.slice(),
    ftIm: branchAdmittance.ftIm.slice(),
    tfRe: branchAdmittance.tfRe.slice(),
    tfIm: branchAdmittance.tfIm.slice(),
  };
  for (let e = 0; e < branch.count; e++) {
    if (branch.ratio[e] === near.network.branch.ratio[e]) continue;
    // The ratio stands in ff squared, in ft and tf once, in tt not at all; an open end has left its entries
    // zero.
    const times = near.network.branch.ratio[e]! / branch.ratio[e]!;
    y.ffRe[e]! *= times * times;
    y.ffIm[e]! *= times * times;
    y.ftRe[e]! *= times;
    y.ftIm[e]! *= times;
    y.tfRe[e]! *= times;
    y.tfIm[e]! *= times;
    const f = branchFromNode[e]!;
    const t = branchToNode[e]!;
    if (f >= 0) add(f, f, y.ffRe[e]! - branchAdmittance.ffRe[e]!, y.ffIm[e]! - branchAdmittance.ffIm[e]!);
    if (f < 0 || t < 0) continue;
    add(f, t, y.ftRe[e]! - branchAdmittance.ftRe[e]!, y.ftIm[e]! - branchAdmittance.ftIm[e]!);
    add(t, f, y.tfRe[e]! - branchAdmittance.tfRe[e]!, y.tfIm[e]! - branchAdmittance.tfIm[e]!);
  }
  for (let s = 0; s < shunt.count; s++) {
    const node = nodeOfBus[shunt.bus[s]!]!;
    if (!shunt.inService[s] || node < 0) continue;
    const pMw = shunt.pMw[s]! - near.network.shunt.pMw[s]!;
    const qMvar = shunt.qMvar[s]! - near.network.shunt.qMvar[s]!;
    if (pMw !== 0 || qMvar !== 0) add(node, node, pMw / baseMva, -qMvar / baseMva);
  }
  return {
    ...near,
    ...heldVoltages(near, network),
    network,
    admittance: { pattern, re, im },
    branchAdmittance: y,
  };
}

function heldVoltages(near: GridModel, { generator }: Network): Pick<GridModel, 'vmPuSet' | 'vmPuStart'> {
  const vmPuSet = near.vmPuSet.slice();
  const vmPuStart = near.vmPuStart.slice();
  for (let g = 0; g < generator.count; g++) {
    const node = near.nodeOfBus[generator.bus[g]!]!;
    if (!generator.inService[g] || generator.control[g] === GENERATOR_CONTROL.pq || node < 0) continue;
    vmPuSet[node] = generator.vmPuSet[g]!;
    vmPuStart[node] = generator.vmPuSet[g]!;
  }
  return { vmPuSet, vmPuStart };
}
