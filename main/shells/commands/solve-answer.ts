/** What `solve` answers, with the file's own ids and order: a state with its flags, or why there is none. Never both. */
import { GENERATOR_CONTROL, type Network } from '../../../grid-models/network/network.ts';
import type { ControlNote } from '../../../grid-models/power-flow/controls/control.ts';
import type { ControlledResult } from '../../../grid-models/power-flow/controls/solve-controlled.ts';
import type { Diagnosis } from '../../../grid-models/power-flow/diagnosis.ts';
import { type PhysicalEvidence, stateFlags } from '../../../grid-models/power-flow/three-flags.ts';
import { assess, readings } from '../../../grid-models/security/assessment.ts';
import { networkLimits } from '../../../grid-models/security/limits.ts';

type Outcome<Name extends ControlledResult['outcome']> = Extract<ControlledResult, { outcome: Name }>;

/** `controls` only where there are any: `network` is the file, `result` carries what they moved in it. */
export interface Controlled {
  readonly network: Network;
  readonly areControlled: boolean;
}

/** One value that a control changed. */
export interface Move {
  /** 'branch trafo:3', 'generator gen:2', … by the ids of the network, as in the notes. */
  readonly element: string;
  readonly quantity: 'ratio' | 'pMw' | 'qMvar' | 'vmPuSet';
  /** Null where nothing was fixed: the reactive power of a unit that held its voltage. */
  readonly from: number | null;
  readonly to: number;
}

export type SolvedAnswer = ReturnType<typeof solvedAnswer>;

export function solvedAnswer(asked: Controlled, result: Outcome<'settled'>, evidence: PhysicalEvidence) {
  const { state } = result;
  const { network } = asked;
  const { bus, branch } = network;
  const limits = networkLimits(network);
  const busId = (row: number) => idOf(network, bus.id[row] ?? '');
  return {
    format: network.format,
    baseMva: network.baseMva,
    converged: true,
    flags: stateFlags(result, readings(network, limits, state), evidence),
    ...controlsPart(asked, result),
    iterations: state.iterations,
    maxMismatchPu: state.maxMismatchPu,
    buses: bus.id.map((_, k) => ({
      id: busId(k),
      vmPu: finite(state.vmPu[k]),
      vaDeg: finite(state.vaDeg[k]),
    })),
    branches: branch.id.map((id, k) => ({
      id: idOf(network, id),
      from: busId(branch.from[k] ?? -1),
      to: busId(branch.to[k] ?? -1),
      pFromMw: state.pFromMw[k],
      qFromMvar: state.qFromMvar[k],
      pToMw: state.pToMw[k],
      qToMvar: state.qToMvar[k],
      loadingPercent: finite(state.loadingPercent[k]),
    })),
    losses: { pMw: state.lossesMw, qMvar: state.lossesMvar },
    slack: state.slack.map(s => ({ bus: busId(s.bus), pMw: s.pMw, qMvar: s.qMvar })),
    islands: state.islands.map(island => ({
      energised: island.energised,
      buses: Array.from(island.buses, busId),
    })),
    violations: assess(network, limits, state).map(v => ({ ...v, element: idOf(network, v.element) })),
  };
}

/** No solution yields no numbers: only what was tried, where it failed worst, and what may be the cause. */
export function unsolvedAnswer(asked: Controlled, result: Outcome<'unsolved'>, diagnosis: Diagnosis) {
  const { network } = asked;
  const { unsolved } = result;
  const named = (id: string) => idOf(network, id);
  return {
    format: network.format,
    baseMva: network.baseMva,
    converged: false,
    ...controlsPart(asked, result),
    iterations: unsolved.iterations,
    maxMismatchPu: finite(unsolved.maxMismatchPu),
    reason: unsolved.reason,
    message: unsolved.message,
    worst: unsolved.worst.map(w => ({
      bus: named(network.bus.id[w.bus] ?? ''),
      mismatchPu: finite(w.mismatchPu),
    })),
    diagnosis: {
      ...diagnosis,
      worst: diagnosis.worst.map(w => ({ ...w, bus: named(w.bus) })),
      withoutSource: diagnosis.withoutSource.map(i => ({ ...i, buses: i.buses.map(named) })),
    },
  };
}

/** The grid would not stay in this state: it is no more an answer than none. */
export function huntingAnswer(asked: Controlled, result: Outcome<'hunting'>) {
  const { network } = asked;
  const message = `The controls found no rest in ${result.rounds} rounds.`;
  return {
    format: network.format,
    baseMva: network.baseMva,
    converged: false,
    ...controlsPart(asked, result),
    reason: 'hunting',
    message: [message, ...huntingNotes(result).map(note => note.message)].join(' '),
  };
}

function controlsPart({ network, areControlled }: Controlled, result: ControlledResult) {
  if (!areControlled) return {};
  const { outcome, rounds } = result;
  if (outcome === 'hunting') return { controls: { outcome, rounds, notes: huntingNotes(result) } };
  const moves = movesBetween(network, result.model.network);
  const notes = outcome === 'settled' ? result.notes : [];
  return { controls: { outcome, rounds, moves, notes } };
}

function huntingNotes({ notes }: Outcome<'hunting'>): ControlNote[] {
  return notes.filter(note => note.code === 'hunting');
}

function movesBetween(before: Network, after: Network): Move[] {
  const moves: Move[] = [];
  const look = (element: string, quantity: Move['quantity'], from: number | null, to: number): void => {
    // A set point that is not given is NaN and stays so.
    if (!Object.is(from, to)) moves.push({ element, quantity, from, to });
  };
  for (const [e, id] of before.branch.id.entries())
    look(`branch ${id}`, 'ratio', before.branch.ratio[e]!, after.branch.ratio[e]!);
  for (const [s, id] of before.shunt.id.entries()) {
    look(`shunt ${id}`, 'pMw', before.shunt.pMw[s]!, after.shunt.pMw[s]!);
    look(`shunt ${id}`, 'qMvar', before.shunt.qMvar[s]!, after.shunt.qMvar[s]!);
  }
  for (const [g, id] of before.generator.id.entries()) {
    const [was, is] = [before.generator, after.generator];
    look(`generator ${id}`, 'pMw', was.pMw[g]!, is.pMw[g]!);
    look(`generator ${id}`, 'vmPuSet', was.vmPuSet[g]!, is.vmPuSet[g]!);
    const letGo = was.control[g] !== is.control[g] && is.control[g] === GENERATOR_CONTROL.pq;
    if (letGo) look(`generator ${id}`, 'qMvar', null, is.qMvar[g]!);
  }
  return moves;
}

/** MATPOWER and pandapower number their buses: such ids are numbers in the answer, as in the file. */
export function idOf(network: Network, id: string): string | number {
  return network.format !== 'demonstration' && /^\d+$/.test(id) ? Number(id) : id;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
