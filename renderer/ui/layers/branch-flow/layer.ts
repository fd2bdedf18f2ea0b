/** Physical flow: solid lines by voltage level, loading as a bar along them, arrowheads where the power goes. */
import type { Layer } from '@deck.gl/core';
import { LineLayer } from '@deck.gl/layers';
import type { GridState } from '../../../../preload/contract/grid.ts';
import { type LayerData, lineData } from '../layer-data.ts';
import type { Palette } from '../palette.ts';
import { LEVELS, type Scene } from '../scene.ts';
import type { Segments } from '../segments.ts';
import type { Detail } from '../view.ts';
import { ArrowLayer } from './arrow-layer.ts';
import {
  type Bars,
  branchColours,
  branchSegments,
  branchWidthsPx,
  flowArrows,
  loadingBars,
} from './branch-geometry.ts';

/** Made once per topology. */
export interface BranchShape {
  readonly level: 0 | 1 | 2;
  readonly segments: Segments;
  readonly widthsPx: Float32Array;
}

/** Made once per state, detail and theme. */
export interface BranchPaint {
  readonly colours: readonly Uint8Array[];
  readonly bars: readonly Bars[];
  /** Branches above the warning, of all levels. */
  readonly above: Bars;
  readonly arrows: readonly Segments[];
}

export function branchShapes(scene: Scene): BranchShape[] {
  return LEVELS.map(level => {
    const segments = branchSegments(scene, level);
    return { level, segments, widthsPx: branchWidthsPx(scene, segments) };
  });
}

/** @param detail  which levels the zoom shows; what is not shown is not made, as it changes with every state */
export function branchPaint(
  scene: Scene,
  shapes: readonly BranchShape[],
  state: GridState | null,
  detail: Detail,
  palette: Palette,
): BranchPaint {
  const shown = (level: 0 | 1 | 2) => (areBarsShown(detail, level) ? state : null);
  return {
    colours: shapes.map(shape => branchColours(scene, shape.segments, state, palette)),
    bars: LEVELS.map(level => loadingBars(scene, shown(level), palette, { above: false, level })),
    above: loadingBars(scene, state, palette, { above: true }),
    arrows: LEVELS.map(level => flowArrows(scene, shown(level), level)),
  };
}

function areBarsShown(detail: Detail, level: 0 | 1 | 2): boolean {
  return detail.levels[level] && detail.bars[level];
}

export function branchLayers(
  shapes: readonly BranchShape[],
  paint: BranchPaint,
  detail: Detail,
  palette: Palette,
): Layer[] {
  const arrowColour = [...palette.flow] as [number, number, number, number];
  return [
    ...shapes.map(
      ({ level }) =>
        new LineLayer({
          id: `loading-${level}`,
          visible: areBarsShown(detail, level),
          data: barData(paint.bars[level]!),
        }),
    ),
    new LineLayer({ id: 'loading-above', data: barData(paint.above) }),
    ...shapes.map(
      ({ level, segments, widthsPx }) =>
        new LineLayer({
          id: `branches-${level}`,
          visible: detail.levels[level],
          antialiasing: true,
          widthScale: detail.width,
          widthMinPixels: 1,
          data: lineData(segments, paint.colours[level]!, widthsPx),
        }),
    ),
    ...shapes.map(
      ({ level }) =>
        new ArrowLayer({
          id: `flow-arrows-${level}`,
          visible: areBarsShown(detail, level),
          getColor: arrowColour,
          getWidth: level === 2 ? 8 : 10,
          data: lineData(paint.arrows[level]!),
        }),
    ),
  ];
}

function barData({ segments, colours, widthsPx }: Bars): LayerData {
  return lineData(segments, colours, widthsPx);
}
