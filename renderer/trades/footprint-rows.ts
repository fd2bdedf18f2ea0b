/** What a trade's footprint says: about which state, and on each branch the change it causes beside its part of the flow. */
import type { Topology } from '../../preload/contract/grid.ts';
import type { TradeFootprint } from '../../preload/contract/trades.ts';
import { formatNumber } from '../ui/numbers.ts';
import { formatInterval } from '../ui/times.ts';

export type SolvedFootprint = Extract<TradeFootprint, { solved: true }>;

export interface FootprintRow {
  /** Row of the topology. */
  readonly branch: number;
  readonly id: string;
  readonly name: string;
  /** By sensitivity, against the flow that is there; null where nothing flows or nothing changes to speak of. */
  readonly way: 'with' | 'against' | null;
  /** Positive with the flow, negative against it; its size where nothing flows. */
  readonly changeKw: number;
  /** By tracing, always with the flow. */
  readonly partKw: number;
  readonly partPercent: number | null;
}

/** What the trade changes most first, then what only carries a part of it. */
export function footprintRows(
  topology: Pick<Topology, 'branches'>,
  { branches }: SolvedFootprint,
): FootprintRow[] {
  const rows = branches.flatMap(({ branch, flowKw, bySensitivityKw, byTracingKw }): FootprintRow[] => {
    const drawn = topology.branches[branch];
    if (drawn === undefined) return [];
    const along = Math.abs(bySensitivityKw) < CHANGE_LEAST_KW ? 0 : bySensitivityKw * flowKw;
    return [
      {
        branch,
        id: drawn.id,
        name: drawn.name,
        way: along === 0 ? null : along > 0 ? 'with' : 'against',
        changeKw: along < 0 ? -Math.abs(bySensitivityKw) : Math.abs(bySensitivityKw),
        partKw: Math.abs(byTracingKw),
        partPercent: flowKw === 0 ? null : (100 * byTracingKw) / flowKw,
      },
    ];
  });
  return rows.sort((a, b) => Math.abs(b.changeKw) - Math.abs(a.changeKw) || b.partKw - a.partKw);
}

/** What the small picture is about: the branches that carry the trade, not those that make up for its losses. */
export function carryingRows(rows: readonly FootprintRow[]): FootprintRow[] {
  const largestKw = rows.reduce((most, row) => Math.max(most, Math.abs(row.changeKw)), 0);
  return rows.filter(row => Math.abs(row.changeKw) > CARRYING_SHARE * largestKw);
}

/** "24.0 kW in the schedule of 18:00–18:15", or on top of it where the trade is not part of it. */
export function footprintNote({ kw, scheduled }: SolvedFootprint, interval: number): string {
  const where = scheduled ? 'in the schedule of' : 'as if it ran, on top of the schedule of';
  return `${formatNumber(kw, 1)} kW ${where} ${formatInterval(interval)}`;
}

/** Name and id of the bus whose voltage the trade changes most. */
export function voltageBus(
  topology: Pick<Topology, 'buses'>,
  { voltage }: SolvedFootprint,
): { id: string; name: string } | null {
  const bus = voltage === null ? undefined : topology.buses[voltage.bus];
  return bus === undefined ? null : { id: bus.id, name: bus.name };
}

/** Less is written as 0.00 kW, which has no direction. */
const CHANGE_LEAST_KW = 0.005;
const CARRYING_SHARE = 0.1;
