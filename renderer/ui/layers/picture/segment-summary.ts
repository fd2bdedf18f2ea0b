/** A segment in one glance: what belongs to it, and its most loaded branch and voltage band at the shown instant. */
import type { GridState, Topology } from '../../../../preload/contract/grid.ts';
import { hasValues } from '../branch-flow/branch-geometry.ts';

export interface SegmentSummary {
  readonly buses: number;
  readonly branches: number;
  readonly points: number;
  /** Null when there are no values. */
  readonly worst: { readonly id: string; readonly name: string; readonly loadingPercent: number } | null;
  readonly vmPuMin: number | null;
  readonly vmPuMax: number | null;
}

export function segmentSummary(topology: Topology, segment: string, state: GridState | null): SegmentSummary {
  const buses = topology.buses.flatMap((bus, row) => (bus.segment === segment ? [row] : []));
  const branches = topology.branches.flatMap((branch, row) => (branch.segment === segment ? [row] : []));
  const known = hasValues(state);
  const loadings = known ? branches.map(row => state.loadingPercent[row] ?? Number.NaN) : [];
  const top = loadings.reduce(
    (best, value, i) => (value > (loadings[best] ?? Number.NEGATIVE_INFINITY) ? i : best),
    -1,
  );
  const worst = topology.branches[branches[top] ?? -1];
  const voltages = known ? buses.map(row => state.vmPu[row] ?? Number.NaN).filter(v => v > 0) : [];
  return {
    buses: buses.length,
    branches: branches.length,
    points: buses.reduce((sum, row) => sum + topology.buses[row]!.points.length, 0),
    worst: worst ? { id: worst.id, name: worst.name, loadingPercent: loadings[top]! } : null,
    vmPuMin: voltages.length > 0 ? Math.min(...voltages) : null,
    vmPuMax: voltages.length > 0 ? Math.max(...voltages) : null,
  };
}
