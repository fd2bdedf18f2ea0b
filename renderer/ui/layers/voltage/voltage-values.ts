/** Voltage beside its bus: written as it is, coloured only where the console states that a limit is passed. */
import type { z } from 'zod';
import type { zRisk } from '../../../../preload/contract/common.ts';
import type { GridState } from '../../../../preload/contract/grid.ts';
import { formatNumber } from '../../numbers.ts';
import { hasValues } from '../branch-flow/branch-geometry.ts';
import type { Token } from '../palette.ts';

type Risk = z.output<typeof zRisk>;

/**
 * Voltage limits that are passed in an interval, by bus id. The topology carries no band, and a band is never assumed:
 * what is outside is what the console's own assessment says is outside.
 */
export function voltageMarks(risks: readonly Risk[], interval: number): ReadonlyMap<string, Risk> {
  const marks = new Map<string, Risk>();
  for (const risk of risks) {
    const here = risk.fromInterval <= interval && interval <= risk.toInterval;
    const voltage = risk.limit === 'voltage-high' || risk.limit === 'voltage-low';
    if (here && voltage && marks.get(risk.element)?.severity !== 'violated') marks.set(risk.element, risk);
  }
  return marks;
}

/** "0.9876 p.u.", or null where there is no value: then nothing is written. */
export function voltageText(state: GridState | null, bus: number): string | null {
  if (!hasValues(state)) return null;
  const vmPu = state.vmPu[bus] ?? Number.NaN;
  return vmPu > 0 ? `${formatNumber(vmPu, 4)} p.u.` : null;
}

export function voltageTone(mark: Risk | undefined): Token {
  if (mark === undefined) return 'muted';
  return mark.severity === 'violated' ? 'red' : 'amber';
}
