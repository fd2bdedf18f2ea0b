/**
 * What each unit delivers in a solved state; what the file states for a unit only holds where it is not
 * controlled.
 */
import type { GridModel } from '../network/build.ts';
import { GENERATOR_CONTROL, type GeneratorColumns } from '../network/network.ts';
import { powerDrawn } from './flows.ts';
import type { Injection, SolvedState } from './result.ts';

/** A state with the model and the injection it solves. */
export interface Solved {
  readonly model: GridModel;
  readonly injection: Injection;
  readonly state: SolvedState;
}

/** [nGenerator] injection positive; zero for units out of service or at a dead bus. */
export interface UnitOutput {
  readonly pMw: Float64Array;
  readonly qMvar: Float64Array;
}

/**
 * Slack units share the active power of their bus equally; what units that hold one voltage add in reactive
 * power is split so that each stands at the same fraction of its range (MATPOWER's rule).
 */
export function unitOutput(solved: Solved): UnitOutput {
  const { network, nodeOfBus } = solved.model;
  const { generator } = network;
  const live = (g: number): boolean => generator.inService[g] === 1 && nodeOfBus[generator.bus[g]!]! >= 0;
  const pMw = generator.pMw.map((p, g) => (live(g) ? p : 0));
  const qMvar = generator.qMvar.map((q, g) => (live(g) ? q : 0));
  const needed = heldReactiveMvar(solved);
  const slackMw = new Map(solved.state.slack.map(s => [s.bus, s.pMw]));
  for (const [node, units] of voltageHolders(solved.model)) {
    const shares = splitReactive(generator, units, needed[node]!);
    for (const [k, g] of units.entries()) {
      qMvar[g] = shares[k]!;
      if (generator.control[g] !== GENERATOR_CONTROL.slack) continue;
      const atBus = units.filter(u => generator.bus[u] === generator.bus[g] && isSlack(generator, u)).length;
      pMw[g] = slackMw.get(generator.bus[g]!)! / atBus;
    }
  }
  return { pMw, qMvar };
}

/** Rows of the units in service that hold a voltage (PV and slack), by node, nodes and rows ascending. */
export function voltageHolders({ network, nodeOfBus }: GridModel): Map<number, number[]> {
  const { generator } = network;
  const holders = new Map<number, number[]>();
  for (let g = 0; g < generator.count; g++) {
    const node = nodeOfBus[generator.bus[g]!]!;
    if (!generator.inService[g] || generator.control[g] === GENERATOR_CONTROL.pq || node < 0) continue;
    const units = holders.get(node);
    if (units) units.push(g);
    else holders.set(node, [g]);
  }
  return new Map([...holders].sort(([a], [b]) => a - b));
}

/** Mvar that units at one node can add together; infinite where one of them has no limit. */
export function reactiveRange(
  generator: GeneratorColumns,
  units: readonly number[],
): { readonly qMvarMin: number; readonly qMvarMax: number } {
  let qMvarMin = 0;
  let qMvarMax = 0;
  for (const g of units) {
    qMvarMin += limitOr(generator.qMvarMin[g]!, Number.NEGATIVE_INFINITY);
    qMvarMax += limitOr(generator.qMvarMax[g]!, Number.POSITIVE_INFINITY);
  }
  return { qMvarMin, qMvarMax };
}

/**
 * [nNode] Mvar that must be added at each node beyond the injection, which holds what the voltage-controlling
 * units do not add: nothing at PQ nodes, up to the tolerance of the solution.
 */
export function heldReactiveMvar({ model, injection, state }: Solved): Float64Array {
  const { nodeCount, pqCount, busOfNode, nodeOfBus, network } = model;
  const e = new Float64Array(nodeCount);
  const f = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    const vmPu = state.vmPu[busOfNode[i]!]!;
    const vaRad = (state.vaDeg[busOfNode[i]!]! * Math.PI) / 180;
    e[i] = vmPu * Math.cos(vaRad);
    f[i] = vmPu * Math.sin(vaRad);
  }
  const qMvar = new Float64Array(nodeCount);
  for (let i = pqCount; i < nodeCount; i++) {
    qMvar[i] = powerDrawn(model, i, state.vmPu[busOfNode[i]!]!, e, f).qPu * network.baseMva;
  }
  for (let b = 0; b < nodeOfBus.length; b++) {
    const node = nodeOfBus[b]!;
    if (node >= pqCount) qMvar[node]! -= injection.qMvar[b]!;
  }
  return qMvar;
}

/** A limit that is infinite is first set beyond everything else at the node, as MATPOWER does. */
function splitReactive(generator: GeneratorColumns, units: readonly number[], qMvar: number): number[] {
  const limits = units.flatMap(g => [generator.qMvarMin[g]!, generator.qMvarMax[g]!]);
  const far = limits.filter(Number.isFinite).reduce((sum, q) => sum + Math.abs(q), Math.abs(qMvar));
  const min = units.map(g => finiteOr(generator.qMvarMin[g]!, -far));
  const range = units.map((g, k) => finiteOr(generator.qMvarMax[g]!, far) - min[k]!);
  const rangeSum = range.reduce((sum, r) => sum + r, 0);
  const left = min.reduce((rest, q) => rest - q, qMvar);
  return units.map((_, k) => min[k]! + left * (rangeSum > 0 ? range[k]! / rangeSum : 1 / units.length));
}

function isSlack(generator: GeneratorColumns, g: number): boolean {
  return generator.control[g] === GENERATOR_CONTROL.slack;
}

function limitOr(limit: number, otherwise: number): number {
  return Number.isNaN(limit) ? otherwise : limit;
}

function finiteOr(limit: number, otherwise: number): number {
  return Number.isFinite(limit) ? limit : otherwise;
}
