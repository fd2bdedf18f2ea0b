/** The shared selection: a ring in the info colour around a bus, a halo along a branch. */
import type { Layer } from '@deck.gl/core';
import { LineLayer, ScatterplotLayer } from '@deck.gl/layers';
import { lineData } from '../layer-data.ts';
import { type Palette, withAlpha } from '../palette.ts';
import { type Bounds, branchCentre, type Scene, wayLength } from '../scene.ts';
import { SegmentList } from '../segments.ts';

/** Smallest ring; a transformer's ring goes around its symbol. */
const RING_PX = 13;

/** Drawn beneath the grid: the halo must not hide what it marks. */
export function selectionLayers(scene: Scene, element: string | null, palette: Palette): Layer[] {
  const place = placeOf(scene, element);
  if (place === null) return [];
  const [r, g, b] = palette.info;
  return [
    ...(place.way
      ? [
          new LineLayer({
            id: 'selection-halo',
            data: lineData(place.way),
            getColor: [...withAlpha(palette.info, 110)],
            getWidth: 14,
          }),
        ]
      : []),
    new ScatterplotLayer({
      id: 'selection-ring',
      data: [place],
      getPosition: (p: { x: number; y: number }) => [p.x, p.y],
      radiusUnits: 'common',
      getRadius: (p: { symbol: number }) => p.symbol,
      radiusMinPixels: RING_PX,
      filled: false,
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 2,
      getLineColor: [r, g, b, 255],
      updateTriggers: { getLineColor: palette },
    }),
  ];
}

/** Where an element is: middle of a branch, the bus itself; null when it is not in this picture. */
export function placeOf(scene: Scene, element: string | null) {
  if (element === null) return null;
  const branch = scene.topology.branches.findIndex(b => b.id === element);
  const way = scene.ways[branch];
  if (way && way.length >= 4) {
    const list = new SegmentList(way.length / 2);
    list.pushPart(branch, way, wayLength(way), 0, 1);
    const [x, y] = branchCentre(scene, branch);
    const symbol =
      scene.topology.branches[branch]!.kind === 'transformer' ? scene.transformerLength * 0.6 : 0;
    return { x, y, way: list.take(), symbol, bounds: boundsOfWay(way) };
  }
  const bus = scene.topology.buses.findIndex(b => b.id === element);
  const [x, y] = [scene.busX[bus] ?? Number.NaN, scene.busY[bus] ?? Number.NaN];
  return Number.isNaN(x) || Number.isNaN(y)
    ? null
    : { x, y, way: null, symbol: 0, bounds: { x0: x, y0: y, x1: x, y1: y } };
}

/** Everything of a segment that has a place; null when the segment is not in this picture. */
export function boundsOfSegment(scene: Scene, segment: string): Bounds | null {
  const xs: number[] = [];
  const ys: number[] = [];
  scene.topology.buses.forEach((bus, row) => {
    if (bus.segment !== segment || Number.isNaN(scene.busX[row]!)) return;
    xs.push(scene.busX[row]!);
    ys.push(scene.busY[row]!);
  });
  if (xs.length === 0) return null;
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function boundsOfWay(way: Float32Array): Bounds {
  const xs = way.filter((_, i) => i % 2 === 0);
  const ys = way.filter((_, i) => i % 2 === 1);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}
