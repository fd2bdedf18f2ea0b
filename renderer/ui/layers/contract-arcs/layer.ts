/** Contract flow: violet, dashed with round dots, arrowhead; drawn above the grid, never on a physical line. */
import type { Layer } from '@deck.gl/core';
import { LineLayer, ScatterplotLayer } from '@deck.gl/layers';
import { ArrowLayer } from '../branch-flow/arrow-layer.ts';
import { lineData, pointData } from '../layer-data.ts';
import type { Palette } from '../palette.ts';
import type { Arcs } from './arc-geometry.ts';

/** @param translucent  on the map, where many arcs lie over streets */
export function contractLayers(arcs: Arcs, palette: Palette, translucent: boolean): Layer[] {
  const [r, g, b] = palette.contract;
  const colour: [number, number, number, number] = [r, g, b, translucent ? 190 : 255];
  return [
    new LineLayer({
      id: 'contract-dashes',
      data: lineData(arcs.dashes),
      getColor: colour,
      getWidth: 2,
      antialiasing: true,
    }),
    new ScatterplotLayer({
      id: 'contract-dots',
      data: pointData(arcs.dots),
      radiusUnits: 'pixels',
      getRadius: 2,
      getFillColor: colour,
    }),
    new ArrowLayer({
      id: 'contract-arrows',
      data: lineData(arcs.arrows),
      getColor: [r, g, b, 255],
      getWidth: 11,
    }),
  ];
}
