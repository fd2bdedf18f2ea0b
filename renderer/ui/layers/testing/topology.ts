/** Small and large topologies for tests: a station with feeders, every third branch a transformer. */
import type { GridState, Topology } from '../../../../preload/contract/grid.ts';
import type { Palette } from '../palette.ts';

export const PALETTE: Palette = {
  ground: [0, 0, 0, 255],
  panel: [1, 1, 1, 255],
  text: [2, 2, 2, 255],
  muted: [3, 3, 3, 255],
  line: [4, 4, 4, 255],
  flow: [5, 5, 5, 255],
  contract: [6, 6, 6, 255],
  good: [7, 7, 7, 255],
  amber: [8, 8, 8, 255],
  red: [9, 9, 9, 255],
  info: [10, 10, 10, 255],
  stale: [11, 11, 11, 255],
};

interface Row {
  readonly id?: string;
  readonly kind?: 'line' | 'transformer';
  readonly open?: boolean;
  readonly level?: number;
  readonly path: readonly number[];
}

/** One bus at each end of each branch. */
export function topologyOfBranches(rows: readonly Row[]): Topology {
  const buses = rows.flatMap((row, k) => {
    const at = (end: 'from' | 'to', x: number, y: number) => ({
      id: `b${k}-${end}`,
      name: `Bus ${k} ${end}`,
      vnKv: (row.level ?? 1) === 2 ? 0.4 : 20,
      segment: 'S',
      x,
      y,
      eastM: x * 100,
      northM: -y * 100,
      level: row.level ?? 1,
      points: [`p${k}-${end}`],
      vmPuMin: null,
      vmPuMax: null,
    });
    return [at('from', row.path[0]!, row.path[1]!), at('to', row.path.at(-2)!, row.path.at(-1)!)];
  });
  return {
    network: 'test',
    coordinates: 'wgs84',
    buses,
    branches: rows.map((row, k) => ({
      id: row.id ?? `l${k}`,
      name: row.id ?? `Line ${k}`,
      kind: row.kind ?? 'line',
      from: 2 * k,
      to: 2 * k + 1,
      segment: 'S',
      level: row.level ?? 1,
      open: row.open ?? false,
      path: Float32Array.from(row.path),
      route: new Float32Array(0),
    })),
    busbars: [],
    couplers: [],
    segments: ['S'],
  };
}

/** `count` bent branches on a lattice. */
export function largeTopology(count: number): Topology {
  const side = Math.ceil(Math.sqrt(count));
  return topologyOfBranches(
    Array.from({ length: count }, (_, k) => {
      const x = (k % side) * 10;
      const y = Math.floor(k / side) * 10;
      return {
        path: [x, y, x + 6, y, x + 6, y + 6],
        level: 2,
        kind: k % 30 === 0 ? ('transformer' as const) : ('line' as const),
      };
    }),
  );
}

export function stateOf(
  topology: Topology,
  part: { loadingPercent?: readonly number[]; pFromMw?: readonly number[]; missing?: string | null },
): GridState {
  const rows = topology.branches.length;
  return {
    instant: 'now',
    atMs: 0,
    source: 'measured',
    quality: 'good',
    missing: part.missing ?? null,
    vmPu: new Float32Array(topology.buses.length).fill(1),
    loadingPercent: Float32Array.from({ length: rows }, (_, k) => part.loadingPercent?.[k] ?? 50),
    pFromMw: Float32Array.from({ length: rows }, (_, k) => part.pFromMw?.[k] ?? 1),
    ageS: 1,
  };
}
