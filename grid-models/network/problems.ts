/** What can be wrong with a network or its file. All problems are listed at once; nobody gets half a network. */
import { GENERATOR_CONTROL, type Network } from './network.ts';
import { topology } from './topology.ts';

/** `line` counts from 1 and is given where the format has lines. */
export type NetworkProblem = { readonly line?: number } & (
  | { readonly code: 'id-duplicated'; readonly element: string }
  | { readonly code: 'bus-unknown'; readonly element: string; readonly bus: string }
  | { readonly code: 'element-unknown'; readonly element: string; readonly wanted: string }
  | { readonly code: 'impedance-zero'; readonly branch: string; readonly from: string; readonly to: string }
  | {
      readonly code: 'value-wrong';
      readonly element: string;
      readonly field: string;
      readonly value: string;
      readonly expected: string;
    }
  | {
      readonly code: 'setpoints-disagree';
      readonly buses: readonly string[];
      readonly values: readonly number[];
    }
  | { readonly code: 'element-unsupported'; readonly element: string; readonly what: string }
  | { readonly code: 'statement-unsupported'; readonly statement: string }
  | { readonly code: 'text-malformed'; readonly what: string }
  | { readonly code: 'format-unknown'; readonly what: string }
  | { readonly code: 'island-without-slack'; readonly buses: readonly string[] }
);

/** The file is refused. `problems` holds everything that was found, in the order of the file where it has one. */
export class NetworkFileError extends Error {
  readonly file: string;
  readonly problems: readonly NetworkProblem[];

  constructor(file: string, problems: readonly NetworkProblem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems, first`;
    super(`${file}: ${count}: ${describeProblem(problems[0]!)}`);
    this.name = 'NetworkFileError';
    this.file = file;
    this.problems = problems;
  }
}

/** One sentence for an operator: element, what is wrong, line of the file where known. */
export function describeProblem(problem: NetworkProblem): string {
  const line = problem.line === undefined ? '' : ` (line ${problem.line})`;
  return sentence(problem) + line;
}

function sentence(problem: NetworkProblem): string {
  switch (problem.code) {
    case 'id-duplicated':
      return `${problem.element} is defined twice`;
    case 'bus-unknown':
      return `${problem.element} refers to bus ${problem.bus}, which the file does not define`;
    case 'element-unknown':
      return `${problem.element} refers to ${problem.wanted}, which the file does not define`;
    case 'impedance-zero':
      return `branch ${problem.branch} (${problem.from}→${problem.to}) has zero impedance`;
    case 'value-wrong':
      return `${problem.element} has ${problem.field} ${problem.value}, expected ${problem.expected}`;
    case 'setpoints-disagree':
      return `buses ${someOf(problem.buses)} are one node but hold different voltage set points: ${problem.values.join(', ')}`;
    case 'element-unsupported':
      return `${problem.element}: ${problem.what}`;
    case 'statement-unsupported':
      return `the statement "${problem.statement}" changes the case in a way that is not supported`;
    case 'text-malformed':
      return problem.what;
    case 'format-unknown':
      return problem.what;
    case 'island-without-slack':
      return `${problem.buses.length === 1 ? 'bus' : 'buses'} ${someOf(problem.buses)} have no path to a source and stay dead`;
  }
}

/** Lines of the file per row of a table, where the format has lines. */
export interface NetworkLines {
  readonly bus?: readonly number[];
  readonly branch?: readonly number[];
  readonly load?: readonly number[];
  readonly generator?: readonly number[];
  readonly shunt?: readonly number[];
}

/**
 * Everything in the columns that makes a network unusable. References of -1 are taken as reported by the importer
 * already. An empty list means `buildModel` accepts the network.
 */
export function networkProblems(network: Network, lines: NetworkLines = {}): NetworkProblem[] {
  const check = new Checker(lines);
  check.number('network', 'baseMva', network.baseMva, 'a positive number', network.baseMva > 0);
  check.number('network', 'frequencyHz', network.frequencyHz, 'a positive number', network.frequencyHz > 0);
  checkBuses(network, check);
  checkBranches(network, check);
  checkInjections(network, check);
  check.unique('coupler', network.coupler.id);
  check.unique(
    'connection point',
    network.points.map(p => p.id),
  );
  if (check.problems.length === 0) check.problems.push(...setpointProblems(network));
  return check.problems;
}

/** What an operator should know about a network that is usable all the same. */
export function networkNotices(network: Network): NetworkProblem[] {
  return topology(network)
    .islands.filter(island => !island.energised)
    .map(island => ({
      code: 'island-without-slack',
      buses: Array.from(island.buses, row => network.bus.id[row]!),
    }));
}

function checkBuses({ bus }: Network, check: Checker): void {
  check.unique('bus', bus.id, 'bus');
  for (let b = 0; b < bus.count; b++) {
    const element = `bus ${bus.id[b]}`;
    const at = { table: 'bus', row: b } as const;
    check.number(element, 'vnKv', bus.vnKv[b]!, 'a positive number', bus.vnKv[b]! > 0, at);
    // An isolated bus may stand in the file with magnitude 0.
    const started = bus.vmPuStart[b]! > 0 || !bus.inService[b];
    check.number(element, 'vmPuStart', bus.vmPuStart[b]!, 'a positive number', started, at);
    check.number(element, 'vaDegStart', bus.vaDegStart[b]!, 'a number', true, at);
    const min = bus.vmPuMin[b]!;
    const max = bus.vmPuMax[b]!;
    if (min > max) check.wrong(element, 'vmPuMin', `${min}`, `at most vmPuMax ${max}`, at);
  }
}

function checkBranches({ bus, branch }: Network, check: Checker): void {
  check.unique('branch', branch.id, 'branch');
  const finite = ['rPu', 'xPu', 'gFromPu', 'bFromPu', 'gToPu', 'bToPu', 'shiftRad'] as const;
  const ratings = ['ratingFromKa', 'ratingToKa', 'ratingMva', 'loadingPercentMax'] as const;
  for (let e = 0; e < branch.count; e++) {
    const element = `branch ${branch.id[e]}`;
    const at = { table: 'branch', row: e } as const;
    for (const field of finite) check.number(element, field, branch[field][e]!, 'a number', true, at);
    check.number(element, 'ratio', branch.ratio[e]!, 'a positive number', branch.ratio[e]! > 0, at);
    for (const field of ratings) {
      const rating = branch[field][e]!;
      if (rating <= 0 || rating === Number.POSITIVE_INFINITY) {
        check.wrong(element, field, `${rating}`, 'a positive number or none', at);
      }
    }
    if (branch.rPu[e] === 0 && branch.xPu[e] === 0) {
      const from = bus.id[branch.from[e]!] ?? '?';
      const to = bus.id[branch.to[e]!] ?? '?';
      check.add({ code: 'impedance-zero', branch: branch.id[e]!, from, to }, at);
    }
  }
}

function checkInjections({ load, generator, shunt }: Network, check: Checker): void {
  check.unique('load', load.id, 'load');
  for (let l = 0; l < load.count; l++) {
    const element = `load ${load.id[l]}`;
    const at = { table: 'load', row: l } as const;
    for (const field of ['pMw', 'qMvar', 'constZShare', 'constIShare'] as const) {
      check.number(element, field, load[field][l]!, 'a number', true, at);
    }
  }
  check.unique('generator', generator.id, 'generator');
  for (let g = 0; g < generator.count; g++) {
    const element = `generator ${generator.id[g]}`;
    const at = { table: 'generator', row: g } as const;
    for (const field of ['pMw', 'qMvar'] as const) {
      check.number(element, field, generator[field][g]!, 'a number', true, at);
    }
    if (generator.control[g] === GENERATOR_CONTROL.pq) continue;
    const vm = generator.vmPuSet[g]!;
    check.number(element, 'vmPuSet', vm, 'a positive number', vm > 0, at);
    if (generator.control[g] === GENERATOR_CONTROL.slack) {
      check.number(element, 'vaDegSet', generator.vaDegSet[g]!, 'a number', true, at);
    }
  }
  check.unique('shunt', shunt.id, 'shunt');
  for (let s = 0; s < shunt.count; s++) {
    const at = { table: 'shunt', row: s } as const;
    for (const field of ['pMw', 'qMvar'] as const) {
      check.number(`shunt ${shunt.id[s]}`, field, shunt[field][s]!, 'a number', true, at);
    }
  }
}

/** Units in service that hold one node at different voltages: no state satisfies both. */
export function setpointProblems(network: Network): NetworkProblem[] {
  const { bus, generator } = network;
  const { busbarOf } = topology(network);
  const holders = new Map<number, number[]>();
  for (let g = 0; g < generator.count; g++) {
    const busbar = busbarOf[generator.bus[g]!] ?? -1;
    if (!generator.inService[g] || generator.control[g] === GENERATOR_CONTROL.pq || busbar < 0) continue;
    holders.set(busbar, [...(holders.get(busbar) ?? []), g]);
  }
  const problems: NetworkProblem[] = [];
  for (const units of holders.values()) {
    const magnitudes = new Set(units.map(g => generator.vmPuSet[g]!));
    const slacks = units.filter(g => generator.control[g] === GENERATOR_CONTROL.slack);
    const angles = new Set(slacks.map(g => generator.vaDegSet[g]!));
    const buses = [...new Set(units.map(g => bus.id[generator.bus[g]!]!))];
    if (magnitudes.size > 1) problems.push({ code: 'setpoints-disagree', buses, values: [...magnitudes] });
    if (angles.size > 1) problems.push({ code: 'setpoints-disagree', buses, values: [...angles] });
  }
  return problems;
}

interface Place {
  readonly table: keyof NetworkLines;
  readonly row: number;
}

class Checker {
  readonly problems: NetworkProblem[] = [];
  private readonly lines: NetworkLines;

  constructor(lines: NetworkLines) {
    this.lines = lines;
  }

  add(problem: NetworkProblem, at?: Place): void {
    const line = at && this.lines[at.table]?.[at.row];
    this.problems.push(line === undefined ? problem : { ...problem, line });
  }

  number(element: string, field: string, value: number, expected: string, holds: boolean, at?: Place): void {
    if (!(Number.isFinite(value) && holds)) this.wrong(element, field, `${value}`, expected, at);
  }

  wrong(element: string, field: string, value: string, expected: string, at?: Place): void {
    this.add({ code: 'value-wrong', element, field, value, expected }, at);
  }

  unique(kind: string, ids: readonly string[], table?: keyof NetworkLines): void {
    const seen = new Set<string>();
    for (let row = 0; row < ids.length; row++) {
      const id = ids[row]!;
      if (seen.has(id))
        this.add({ code: 'id-duplicated', element: `${kind} ${id}` }, table && { table, row });
      seen.add(id);
    }
  }
}

function someOf(ids: readonly string[]): string {
  const SHOWN = 5;
  return ids.length <= SHOWN
    ? ids.join(', ')
    : `${ids.slice(0, SHOWN).join(', ')} and ${ids.length - SHOWN} more`;
}
