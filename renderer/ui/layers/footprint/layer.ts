/** The selected trade's electrical footprint: solid in the info colour, with arrowheads; it is physical, not contractual. */
import type { Layer } from '@deck.gl/core';
import { LineLayer } from '@deck.gl/layers';
import { ArrowLayer } from '../branch-flow/arrow-layer.ts';
import { lineData } from '../layer-data.ts';
import { type Palette, withAlpha } from '../palette.ts';
import type { Footprint } from './footprint-geometry.ts';

export function footprintLayers(footprint: Footprint, palette: Palette): Layer[] {
  const [r, g, b] = palette.info;
  return [
    new LineLayer({
      id: 'footprint-ways',
      data: lineData(footprint.ways),
      getColor: [...withAlpha(palette.info, 150)],
      getWidth: 6,
    }),
    new ArrowLayer({
      id: 'footprint-arrows',
      data: lineData(footprint.arrows),
      getColor: [r, g, b, 255],
      getWidth: 14,
    }),
  ];
}
