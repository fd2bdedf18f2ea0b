/** What diagram and map draw of a network: computed once, sent once. */
import { geographic } from '../../grid-models/diagram/geographic.ts';
import { singleLine } from '../../grid-models/diagram/single-line.ts';
import { BRANCH_KIND, type ConnectionPoint, type Network } from '../../grid-models/network/network.ts';
import type { Topology } from '../../preload/contract/grid.ts';

const KIND_NAME = ['line', 'transformer', 'impedance'] as const;

export function topologyOf(network: Network, points: readonly ConnectionPoint[]): Topology {
  const { bus, branch, coupler } = network;
  const diagram = singleLine(network);
  const ground = geographic(network);
  const pointsAt = new Map<number, string[]>();
  for (const point of points) pointsAt.set(point.bus, [...(pointsAt.get(point.bus) ?? []), point.id]);
  return {
    network: network.name,
    coordinates: ground.coordinates,
    buses: diagram.buses.map((placed, row) => ({
      id: bus.id[row] ?? '',
      name: placed.label,
      vnKv: bus.vnKv[row] ?? 0,
      segment: bus.segment[row] ?? '',
      x: placed.x,
      y: placed.y,
      eastM: known(ground.eastM[row]),
      northM: known(ground.northM[row]),
      level: placed.level,
      points: pointsAt.get(row) ?? [],
      vmPuMin: known(bus.vmPuMin[row]),
      vmPuMax: known(bus.vmPuMax[row]),
    })),
    branches: diagram.branches.map((drawn, row) => ({
      id: branch.id[row] ?? '',
      name: branch.name[row] || (branch.id[row] ?? ''),
      kind: KIND_NAME[branch.kind[row] ?? BRANCH_KIND.line] ?? 'line',
      from: branch.from[row] ?? 0,
      to: branch.to[row] ?? 0,
      segment: branchSegment(network, row),
      level: drawn.level,
      open: drawn.open,
      path: Float32Array.from(drawn.path),
      route: Float32Array.from(ground.routes[row] ?? []),
    })),
    busbars: diagram.busbars.map(bar => ({ ...bar })),
    couplers: coupler.id.map((id, row) => ({
      id,
      from: coupler.from[row] ?? 0,
      to: coupler.to[row] ?? 0,
      closed: coupler.closed[row] === 1,
    })),
    segments: [...new Set(bus.segment.filter(name => name !== ''))],
  };
}

/** A transformer counts to the segment it feeds: that of its end with the lower voltage. */
export function branchSegment(network: Network, row: number): string {
  const { bus, branch } = network;
  const from = branch.from[row] ?? 0;
  const to = branch.to[row] ?? 0;
  const lower = (bus.vnKv[to] ?? 0) <= (bus.vnKv[from] ?? 0) ? to : from;
  return bus.segment[lower] ?? '';
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
