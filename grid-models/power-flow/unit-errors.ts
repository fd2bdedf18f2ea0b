/**
 * Values that are most likely typing or unit errors: kW given as MW, metres as kilometres, something that is
 * no number.
 */
import type { GridModel } from '../network/build.ts';
import { BRANCH_KIND } from '../network/network.ts';
import type { Injection } from './result.ts';

export interface UnitError {
  readonly code: 'not-a-number' | 'impedance-none' | 'power-too-large' | 'impedance-too-large';
  /** 'load L3', 'branch 12', … by the ids of the network. */
  readonly element: string;
  /** One sentence for an operator, with the numbers that look wrong. */
  readonly message: string;
}

/**
 * An honest overload is a factor of two or three; a unit error of 1000 leaves at least this in all but tiny
 * loads.
 */
const POWER_FACTOR = 10;
/** Lines of one voltage differ by a factor of about 30 per km; a unit error is 1000. */
const IMPEDANCE_FACTOR = 300;
/** Fewer lines of a voltage have no median worth the name. */
const LINES_MIN = 4;

/** Only live elements are looked at: what is dead does not keep a power flow from its solution. */
export function unitErrors(model: GridModel, injection: Injection): UnitError[] {
  return [
    ...injectionsWithoutNumber(model, injection),
    ...branchesWithoutImpedance(model),
    ...powersTooLarge(model),
    ...impedancesTooLarge(model),
  ];
}

function injectionsWithoutNumber({ network, nodeOfBus }: GridModel, { pMw, qMvar }: Injection): UnitError[] {
  const { bus } = network;
  const rows = bus.id.map((_, b) => b);
  return rows
    .filter(b => nodeOfBus[b]! >= 0 && !(Number.isFinite(pMw[b]) && Number.isFinite(qMvar[b])))
    .map(b => {
      const element = `bus ${bus.id[b]}`;
      return { code: 'not-a-number', element, message: `The injection at ${element} is no number.` };
    });
}

function branchesWithoutImpedance(model: GridModel): UnitError[] {
  const { branch } = model.network;
  const found: UnitError[] = [];
  for (let e = 0; e < branch.count; e++) {
    const zPu = impedancePu(model, e);
    if (!isLive(model, e) || (zPu > 0 && Number.isFinite(zPu))) continue;
    const element = `branch ${branch.id[e]}`;
    found.push(
      zPu === 0
        ? { code: 'impedance-none', element, message: `${capital(element)} has no impedance at all.` }
        : { code: 'not-a-number', element, message: `The impedance of ${element} is no number.` },
    );
  }
  return found;
}

/**
 * What the branches at a node can carry: their rating, or where none is given half their short-circuit power
 * V²/(2|z|), which no load of ordinary power factor gets through a line.
 */
function powersTooLarge(model: GridModel): UnitError[] {
  const { network, nodeOfBus, freeCount } = model;
  const { load, generator, bus } = network;
  const carriedMva = carriedAtNode(model);
  const found: UnitError[] = [];
  const look = (element: string, at: number, pMw: number, qMvar: number): void => {
    const node = nodeOfBus[at]!;
    // At a slack node the source itself serves the load, no branch needs to.
    if (node < 0 || node >= freeCount) return;
    const powerMva = Math.sqrt(pMw * pMw + qMvar * qMvar);
    const carried = carriedMva[node]!;
    if (!(carried > 0 && powerMva > POWER_FACTOR * carried && Number.isFinite(powerMva))) return;
    const guess = powerMva / 1000 <= carried ? ' Were kW given as MW?' : '';
    const where = `bus ${bus.id[at]} (${rounded(bus.vnKv[at]!)} kV)`;
    const message =
      `${capital(element)} states ${rounded(powerMva)} MVA at ${where}, ` +
      `whose branches carry ${rounded(carried)} MVA together.${guess}`;
    found.push({ code: 'power-too-large', element, message });
  };
  for (let l = 0; l < load.count; l++)
    if (load.inService[l]) look(`load ${load.id[l]}`, load.bus[l]!, load.pMw[l]!, load.qMvar[l]!);
  for (let g = 0; g < generator.count; g++) {
    if (generator.inService[g])
      look(`generator ${generator.id[g]}`, generator.bus[g]!, generator.pMw[g]!, generator.qMvar[g]!);
  }
  return found;
}

/** [nNode] MVA */
function carriedAtNode(model: GridModel): Float64Array {
  const { network, branchFromNode, branchToNode } = model;
  const { branch, bus, baseMva } = network;
  const carriedMva = new Float64Array(model.nodeCount);
  const carriedAtEnd = (e: number, at: number, ratingKa: number): number => {
    const byCurrent = Math.sqrt(3) * bus.vnKv[at]! * ratingKa;
    const rated = Number.isNaN(branch.ratingMva[e]) ? byCurrent : branch.ratingMva[e]!;
    return Number.isNaN(rated) ? baseMva / (2 * impedancePu(model, e)) : rated;
  };
  for (let e = 0; e < branch.count; e++) {
    if (!isLive(model, e)) continue;
    carriedMva[branchFromNode[e]!]! += carriedAtEnd(e, branch.from[e]!, branch.ratingFromKa[e]!);
    carriedMva[branchToNode[e]!]! += carriedAtEnd(e, branch.to[e]!, branch.ratingToKa[e]!);
  }
  return carriedMva;
}

/** Lines are compared with those of their voltage, per km where lengths are given. */
function impedancesTooLarge(model: GridModel): UnitError[] {
  const { branch, bus, baseMva } = model.network;
  const groups = new Map<string, { e: number; ohm: number }[]>();
  for (let e = 0; e < branch.count; e++) {
    if (branch.kind[e] !== BRANCH_KIND.line || !isLive(model, e)) continue;
    const vnKv = bus.vnKv[branch.from[e]!]!;
    const perKm = branch.lengthKm[e]! > 0;
    const ohm = (impedancePu(model, e) * vnKv ** 2) / baseMva / (perKm ? branch.lengthKm[e]! : 1);
    const name = `${vnKv} kV, ${perKm ? 'ohm/km' : 'ohm'}`;
    groups.set(name, [...(groups.get(name) ?? []), { e, ohm }]);
  }
  return [...groups].flatMap(([name, lines]) => {
    if (lines.length < LINES_MIN) return [];
    const sorted = lines.map(line => line.ohm).sort((a, b) => a - b);
    const median = sorted[(sorted.length - 1) >> 1]!;
    return lines
      .filter(({ ohm }) => median > 0 && ohm > IMPEDANCE_FACTOR * median)
      .map(({ e, ohm }): UnitError => {
        const element = `branch ${branch.id[e]}`;
        const times = `${rounded(ohm / median)} times the impedance of the other lines`;
        const message = `${capital(element)} has ${times} (${name}: ${rounded(ohm)} against ${rounded(median)}).`;
        return { code: 'impedance-too-large', element, message };
      });
  });
}

function isLive({ branchFromNode, branchToNode }: GridModel, e: number): boolean {
  return branchFromNode[e]! >= 0 && branchToNode[e]! >= 0;
}

function impedancePu({ network: { branch } }: GridModel, e: number): number {
  return Math.sqrt(branch.rPu[e]! ** 2 + branch.xPu[e]! ** 2);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Three significant digits, as a person would say it; '?' for what is no number. */
export function rounded(value: number): string {
  return Number.isFinite(value) ? `${Number(value.toPrecision(3))}` : '?';
}
