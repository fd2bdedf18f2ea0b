/**
 * Why a power flow has no solution: where the balance is worst and what stands there, what has no source,
 * what looks like a unit error, and how much of the injection the grid could serve. It holds no voltage and
 * no flow: there is none.
 */
import { baseInjection, type GridModel } from '../network/build.ts';
import { GENERATOR_CONTROL } from '../network/network.ts';
import { type NoseShare, nose } from './nose.ts';
import type { Injection, Unsolved } from './result.ts';
import { rounded, type UnitError, unitErrors } from './unit-errors.ts';

export interface Diagnosis {
  readonly reason: Unsolved['reason'];
  /** Largest part of the balance left open, worst first. Empty where nothing could be reckoned at all. */
  readonly worst: readonly OpenBalance[];
  readonly withoutSource: readonly DeadIsland[];
  readonly unitErrors: readonly UnitError[];
  /** Null where there is nothing to scale: no source, or values that are no numbers. */
  readonly nose: NoseShare | null;
  /** For an operator: what happened, how far off it is, what to look at first. */
  readonly message: string;
}

export interface OpenBalance {
  readonly bus: string;
  /** The larger of what is missing in MW and in Mvar. */
  readonly mismatchMva: number;
  /** What stands there: 'load L3 (1.2 MW, 0.4 Mvar)', 'generator G1 (…)', 'shunt C1 (…)'. */
  readonly elements: readonly string[];
}

export interface DeadIsland {
  readonly buses: readonly string[];
  /** Loads and units in service that stand in it. */
  readonly elements: readonly string[];
}

/**
 * @param unsolved what `solve` answered for this model and injection; best asked with `fallback:
 *   'globalised'`
 */
export function diagnose(
  model: GridModel,
  unsolved: Unsolved,
  injection: Injection = baseInjection(model.network),
): Diagnosis {
  const errors = unitErrors(model, injection);
  const reckoned = !errors.some(e => NO_NUMBERS.includes(e.code));
  const found = {
    reason: unsolved.reason,
    worst: reckoned ? openBalances(model, unsolved) : [],
    withoutSource: deadIslands(model),
    unitErrors: errors,
    nose: reckoned && model.nodeCount > 0 ? nose(model, injection) : null,
  };
  return { ...found, message: messageOf(found) };
}

function openBalances({ network, nodeOfBus }: GridModel, unsolved: Unsolved): OpenBalance[] {
  const { bus, baseMva } = network;
  return unsolved.worst.map(({ bus: at, mismatchPu }) => {
    const node = nodeOfBus[at]!;
    const elements = elementsAt(network, row => nodeOfBus[row] === node);
    return { bus: bus.id[at]!, mismatchMva: mismatchPu * baseMva, elements };
  });
}

function deadIslands({ network, topology }: GridModel): DeadIsland[] {
  return topology.islands.flatMap(({ energised, buses }, island) => {
    if (energised) return [];
    const elements = elementsAt(network, row => topology.islandOf[row] === island);
    return [{ buses: Array.from(buses, row => network.bus.id[row]!), elements }];
  });
}

function elementsAt(
  { load, generator, shunt }: GridModel['network'],
  here: (bus: number) => boolean,
): string[] {
  const elements: string[] = [];
  const name = (kind: string, id: string, pMw: number, qMvar: number): void => {
    elements.push(`${kind} ${id} (${rounded(pMw)} MW, ${rounded(qMvar)} Mvar)`);
  };
  for (let l = 0; l < load.count; l++)
    if (load.inService[l] && here(load.bus[l]!)) name('load', load.id[l]!, load.pMw[l]!, load.qMvar[l]!);
  for (let g = 0; g < generator.count; g++) {
    if (!generator.inService[g] || !here(generator.bus[g]!)) continue;
    const holds = generator.control[g] !== GENERATOR_CONTROL.pq;
    if (holds)
      elements.push(`generator ${generator.id[g]} (${rounded(generator.pMw[g]!)} MW, holds the voltage)`);
    else name('generator', generator.id[g]!, generator.pMw[g]!, generator.qMvar[g]!);
  }
  for (let s = 0; s < shunt.count; s++)
    if (shunt.inService[s] && here(shunt.bus[s]!))
      name('shunt', shunt.id[s]!, shunt.pMw[s]!, shunt.qMvar[s]!);
  return elements;
}

function messageOf(found: Omit<Diagnosis, 'message'>): string {
  const { reason, worst, withoutSource, unitErrors: errors, nose: share } = found;
  const sentences = [HAPPENED[reason]];
  if (share) sentences.push(shareSentence(share));
  const first = worst[0];
  if (first) {
    const where = `bus ${first.bus}${first.elements.length > 0 ? ` with ${someOf(first.elements)}` : ''}`;
    sentences.push(
      first.mismatchMva < CLOSED_MVA
        ? `The voltage collapses at ${where}.`
        : `The balance is worst at ${where}: ${rounded(first.mismatchMva)} MVA are open.`,
    );
  }
  const supplied = withoutSource.filter(island => island.elements.length > 0);
  for (const { buses, elements } of supplied.slice(0, ISLANDS_TOLD)) {
    sentences.push(`No source reaches bus ${someOf(buses)} with ${someOf(elements)}.`);
  }
  sentences.push(...errors.slice(0, ERRORS_TOLD).map(error => error.message));
  return sentences.join(' ');
}

function shareSentence({ solvedShare, unsolvedShare }: NoseShare): string {
  if (solvedShare === null)
    return 'Even without any load no state was found: look at the set points and impedances first.';
  if (unsolvedShare === null)
    return 'Approached in steps from no load, a state of the whole injection is found.';
  // Rounded down: the share told is one that has a solution.
  const percent = Math.floor(solvedShare * 1000) / 10;
  return `The grid can serve ${percent} % of these loads and injections together; no state is found beyond.`;
}

function someOf(names: readonly string[]): string {
  const SHOWN = 3;
  const rest = names.length - SHOWN;
  return rest > 0 ? `${names.slice(0, SHOWN).join(', ')} and ${rest} more` : names.join(', ');
}

const NO_NUMBERS: readonly UnitError['code'][] = ['not-a-number', 'impedance-none'];
/** The balance closes to this only where the voltage went to nothing, and the load with it. */
const CLOSED_MVA = 1e-4;
const ISLANDS_TOLD = 2;
const ERRORS_TOLD = 3;

const HAPPENED: Record<Unsolved['reason'], string> = {
  diverged: 'No state of the grid satisfies this injection.',
  singular: 'The grid has no unique state here: it is at its limit, or a part of it hangs on nothing.',
  'iteration-limit': 'No state of the grid was found within the iterations.',
  'no-slack': 'No source is in service: every bus is dead.',
};
