/** Geometry of a trade's footprint: which branches it changes, drawn in their own corner of the single-line diagram. */
import type { Topology } from '../../preload/contract/grid.ts';

export interface FootprintLine {
  readonly d: string;
  /** 0…1 of the strongest effect; 0 for the branches around. */
  readonly weight: number;
  readonly changeKw: number;
  readonly name: string;
}

export interface FootprintPicture {
  readonly viewBox: string;
  /** Length of the drawing's longer side, for line widths. */
  readonly size: number;
  readonly around: readonly FootprintLine[];
  readonly lines: readonly FootprintLine[];
}

const AROUND_MAX = 400;

/** null when the topology knows none of the branches. */
export function pictureOf(
  topology: Pick<Topology, 'branches' | 'busbars'>,
  footprint: readonly { branch: number; changeKw: number }[],
): FootprintPicture | null {
  const strongest = footprint.reduce((m, f) => Math.max(m, Math.abs(f.changeKw)), 0);
  const lines = footprint.flatMap(f => {
    const branch = topology.branches[f.branch];
    return branch && branch.path.length >= 4
      ? [
          {
            d: pathOf(branch.path),
            weight: Math.abs(f.changeKw) / (strongest || 1),
            changeKw: f.changeKw,
            name: branch.name,
          },
        ]
      : [];
  });
  if (lines.length === 0) return null;
  const box = boxOf(footprint.flatMap(f => [...(topology.branches[f.branch]?.path ?? [])]));
  const own = new Set(footprint.map(f => f.branch));
  const margin = 0.08 * Math.max(box.x1 - box.x0, box.y1 - box.y0, 1);
  const inside = (x: number, y: number) =>
    x >= box.x0 - margin && x <= box.x1 + margin && y >= box.y0 - margin && y <= box.y1 + margin;
  const branches = topology.branches.flatMap((b, i) =>
    inside(b.path[0] ?? Number.NaN, b.path[1] ?? Number.NaN) && !own.has(i)
      ? [{ d: pathOf(b.path), weight: 0, changeKw: 0, name: b.name }]
      : [],
  );
  // What the branches hang on; the parts beyond the frame are cut off by it.
  const busbars = topology.busbars.flatMap(({ bus, x0, x1, y }) =>
    inside(Math.min(Math.max(x0, box.x0), x1), y)
      ? [{ d: `M${x0} ${y}L${x1} ${y}`, weight: 0, changeKw: 0, name: `busbar ${bus}` }]
      : [],
  );
  const around = [...busbars, ...branches].slice(0, AROUND_MAX);
  const [width, height] = [box.x1 - box.x0 + 2 * margin, box.y1 - box.y0 + 2 * margin];
  return {
    viewBox: `${box.x0 - margin} ${box.y0 - margin} ${width} ${height}`,
    size: Math.max(width, height),
    around,
    lines,
  };
}

function pathOf(path: Float32Array): string {
  let d = '';
  for (let i = 0; i + 1 < path.length; i += 2) d += `${i === 0 ? 'M' : 'L'}${path[i]} ${path[i + 1]}`;
  return d;
}

function boxOf(path: readonly number[]): { x0: number; y0: number; x1: number; y1: number } {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let i = 0; i + 1 < path.length; i += 2) {
    const [x, y] = [path[i] ?? 0, path[i + 1] ?? 0];
    box.x0 = Math.min(box.x0, x);
    box.x1 = Math.max(box.x1, x);
    box.y0 = Math.min(box.y0, y);
    box.y1 = Math.max(box.y1, y);
  }
  return box;
}
