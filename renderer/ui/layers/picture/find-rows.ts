/** Finding an element by part of its id or name: equal first, then beginnings, then anywhere; stations before cables. */
import type { Topology } from '../../../../preload/contract/grid.ts';
import { levelOf } from '../scene.ts';

export interface Found {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly segment: string;
}

const FOUND_MAX = 12;

export function findRows(topology: Topology, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const rows = [
    ...topology.segments.map(name => ({
      id: name,
      name,
      kind: 'segment',
      segment: name,
      level: 0,
      points: [] as string[],
    })),
    ...topology.buses.map(bus => ({
      id: bus.id,
      name: bus.name,
      kind: bus.points.length > 0 ? `bus, ${bus.points.length} connected` : 'bus',
      segment: bus.segment,
      level: levelOf(bus.level),
      points: bus.points,
    })),
    ...topology.branches.map(branch => ({
      id: branch.id,
      name: branch.name,
      kind: branch.open ? `${branch.kind}, open` : branch.kind,
      segment: branch.segment,
      level: levelOf(branch.level),
      points: [],
    })),
  ];
  return rows
    .flatMap(row => {
      const rank = rankOf(wanted, row.id, row.name, row.points);
      return rank === null ? [] : [{ row, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.row.level - b.row.level || a.row.name.localeCompare(b.row.name))
    .slice(0, FOUND_MAX)
    .map(({ row }) => ({ id: row.id, name: row.name, kind: row.kind, segment: row.segment }));
}

function rankOf(wanted: string, id: string, name: string, points: readonly string[]): number | null {
  const texts = [id.toLowerCase(), name.toLowerCase()];
  if (texts.includes(wanted)) return 0;
  if (texts.some(t => t.startsWith(wanted))) return 1;
  if (texts.some(t => t.includes(wanted))) return 2;
  return points.some(p => p.toLowerCase().includes(wanted)) ? 3 : null;
}
