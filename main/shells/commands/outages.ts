/** `outages`: what the loss of each single branch and unit does to the state of a file (N-1). */
import {
  byUrgency,
  type Contingency,
  contingencies,
} from '../../../grid-models/contingency/contingencies.ts';
import type { WorstLimits } from '../../../grid-models/contingency/worst-limits.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import { solve } from '../../../grid-models/power-flow/solve.ts';
import type { LimitReading } from '../../../grid-models/security/assessment.ts';
import { networkLimits } from '../../../grid-models/security/limits.ts';
import { EXIT } from './exit.ts';
import { readNetworkFile } from './files.ts';
import { modelOf } from './solve.ts';
import { idOf } from './solve-answer.ts';

export interface OutagesOptions {
  readonly json?: boolean;
  /** Lines of the text answer. */
  readonly top: number;
}

export async function outages(file: string, options: OutagesOptions): Promise<number> {
  const network = await readNetworkFile(file);
  const model = modelOf(file, network);
  const base = solve(model, undefined, { fallback: 'globalised' });
  if (!base.converged) {
    console.error(`${file}: no solution with everything in service. ${base.message}`);
    return EXIT.noConvergence;
  }
  const found = byUrgency(
    contingencies(model, base, networkLimits(network), {
      onDone: (done, total) => {
        if (process.stderr.isTTY && (done % 50 === 0 || done === total))
          process.stderr.write(`\r${done} of ${total} outages${done === total ? '\n' : ''}`);
      },
    }),
  );
  const rows = found.map(contingency => rowOf(network, contingency));
  if (options.json) console.log(JSON.stringify({ format: network.format, outages: rows }));
  else console.log(summary(file, rows, options.top));
  return rows.some(row => !row.isSecure) ? EXIT.negative : EXIT.done;
}

interface Row {
  readonly kind: Contingency['kind'];
  /** The id, under the name of its kind. */
  readonly branch?: string | number;
  readonly generator?: string | number;
  readonly outcome: Contingency['outcome'];
  /** What no source feeds any more; null where nothing is lost. */
  readonly lost: { readonly buses: readonly (string | number)[]; readonly loadMw: number } | null;
  /** Of what is still fed; null where it has no solution: no numbers then. */
  readonly worst: Worst | null;
  /** Nothing lost, solved or screened, every limit kept. */
  readonly isSecure: boolean;
}

interface Worst {
  readonly loading: LimitReading | null;
  readonly voltageLow: LimitReading | null;
  readonly voltageHigh: LimitReading | null;
  readonly violations: number;
}

function rowOf(network: Network, contingency: Contingency): Row {
  const rest = contingency.outcome === 'splits' ? contingency.rest : contingency;
  const worst = rest.outcome === 'no-solution' ? null : worstOf(network, rest.worst);
  const lost =
    contingency.outcome === 'splits'
      ? {
          buses: Array.from(contingency.lost.buses, b => idOf(network, network.bus.id[b] ?? '')),
          loadMw: contingency.lost.loadMw,
        }
      : null;
  return {
    kind: contingency.kind,
    [contingency.kind]: idOf(network, contingency.element),
    outcome: contingency.outcome,
    lost,
    worst,
    isSecure: lost === null && worst !== null && worst.violations === 0,
  };
}

function worstOf(network: Network, { loading, voltageLow, voltageHigh, violations }: WorstLimits): Worst {
  const named = (reading: LimitReading | null) =>
    reading && { ...reading, element: String(idOf(network, reading.element)) };
  return {
    loading: named(loading),
    voltageLow: named(voltageLow),
    voltageHigh: named(voltageHigh),
    violations,
  };
}

function summary(file: string, rows: readonly Row[], top: number): string {
  const insecure = rows.filter(row => !row.isSecure);
  const lines = insecure.slice(0, top).map(row => `  ${row.kind} ${row[row.kind]}: ${clause(row)}`);
  if (insecure.length > top) lines.push(`  … and ${insecure.length - top} more (see --json)`);
  const head =
    insecure.length === 0
      ? `${file}: every limit holds and nothing is lost after each of ${rows.length} outages`
      : `${file}: ${insecure.length} of ${rows.length} outages are not secure, the most urgent first:`;
  return [head, ...lines].join('\n');
}

function clause({ lost, worst }: Row): string {
  const parts: string[] = [];
  if (lost) {
    const buses = `${lost.buses.length} ${lost.buses.length === 1 ? 'bus' : 'buses'}`;
    parts.push(`${buses} without source, ${lost.loadMw.toFixed(3)} MW of load`);
  }
  if (!worst) parts.push('no state of what is left was found');
  else if (worst.violations > 0) {
    const beyond = [worst.loading, worst.voltageLow, worst.voltageHigh].filter(
      reading => reading !== null && reading.margin < 0,
    );
    const digits = (r: LimitReading) => (r.unit === '%' ? r.value.toFixed(1) : r.value.toFixed(4));
    parts.push(
      `${worst.violations} ${worst.violations === 1 ? 'limit' : 'limits'} violated, ${beyond
        .map(r => r && `${r.element} ${r.limit} ${digits(r)} ${r.unit}`)
        .join(', ')}`,
    );
  }
  return parts.join('; ');
}
