/** The scenario as the operator builds it: rows of changes, checked before it is run, said as sentences. */
import { type Scenario, type StudyChange, zScenario } from '../../preload/contract/studies.ts';
import { formatNumber } from '../ui/numbers.ts';

export type ScaleWhat = Extract<StudyChange, { type: 'scale' }>['what'];

export const SCALABLE: readonly { readonly what: ScaleWhat; readonly word: string }[] = [
  { what: 'pv', word: 'Photovoltaic plants' },
  { what: 'load', word: 'Loads' },
  { what: 'ev-charger', word: 'Charging points' },
  { what: 'heat-pump', word: 'Heat pumps' },
  { what: 'battery', word: 'Batteries' },
];

/** A change with a key of its own, so that rows keep their fields when one is removed. */
export interface ChangeRow {
  readonly key: number;
  readonly change: StudyChange;
}

/** Typed factor; null when it is not a number from 0 to 20. */
export function typedFactor(text: string): number | null {
  const value = /^\s*\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return value >= 0 && value <= 20 ? value : null;
}

/** The scenario that is sent, or what is missing in words. */
export function scenarioOf(input: {
  readonly name: string;
  readonly from: number | null;
  readonly intervals: number;
  readonly rows: readonly ChangeRow[];
}): { scenario: Scenario } | { missing: string } {
  if (input.name.trim() === '') return { missing: 'Give the study a name.' };
  if (input.rows.length === 0) return { missing: 'Add at least one change.' };
  const parsed = zScenario.safeParse({
    name: input.name.trim(),
    ...(input.from === null ? {} : { from: input.from }),
    intervals: input.intervals,
    changes: input.rows.map(row => row.change),
  });
  if (parsed.success) return { scenario: parsed.data };
  return { missing: parsed.error.issues[0]?.message ?? 'The case is not complete.' };
}

/** "Heat pumps in Feeder 7 × 2.00" */
export function changeSentence(change: StudyChange, switchName: (id: string) => string): string {
  if (change.type === 'switch')
    return `${switchName(change.element)}: ${change.closed ? 'closed' : 'opened'}`;
  const word = SCALABLE.find(entry => entry.what === change.what)?.word ?? change.what;
  return `${word} ${change.segment === '' ? 'everywhere' : `in ${change.segment}`} × ${formatNumber(change.factor, 2)}`;
}
