/** Station symbols: busbars and bus dots, transformers as two circles, switches open or closed by shape. */
import type { Layer } from '@deck.gl/core';
import { LineLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { GridState } from '../../../../preload/contract/grid.ts';
import { lineData, pointData } from '../layer-data.ts';
import type { Palette, Rgba } from '../palette.ts';
import { LEVELS, type Scene } from '../scene.ts';
import type { Segments } from '../segments.ts';
import type { Detail } from '../view.ts';
import {
  busbarSegments,
  busColours,
  busDots,
  type Circles,
  couplerLines,
  type Dots,
  type Switches,
  switchSymbols,
  transformerCircles,
} from './busbar-geometry.ts';

/** Made once per topology. */
export interface StationShape {
  readonly bars: readonly Segments[];
  readonly dots: readonly Dots[];
  readonly transformers: readonly Circles[];
  readonly switches: Switches;
  readonly couplers: Segments;
}

/** Colours of bars and dots, made once per state and theme. */
export interface StationPaint {
  readonly bars: readonly Uint8Array[];
  readonly dots: readonly Uint8Array[];
}

export function stationShape(scene: Scene): StationShape {
  return {
    bars: LEVELS.map(level => busbarSegments(scene, level)),
    dots: LEVELS.map(level => busDots(scene, level)),
    transformers: LEVELS.map(level => transformerCircles(scene, level)),
    switches: switchSymbols(scene),
    couplers: couplerLines(scene),
  };
}

export function stationPaint(shape: StationShape, state: GridState | null, palette: Palette): StationPaint {
  return {
    bars: shape.bars.map(bars => busColours(bars.owner, state, palette)),
    dots: shape.dots.map(dots => busColours(dots.owner, state, palette)),
  };
}

const BAR_PX = [7, 5, 4] as const;
const DOT_PX = [5, 3.5, 1.75] as const;

export function stationLayers(
  shape: StationShape,
  paint: StationPaint,
  detail: Detail,
  palette: Palette,
): Layer[] {
  return [
    new LineLayer({
      id: 'coupler-lines',
      data: lineData(shape.couplers),
      getColor: colour(palette.flow),
      getWidth: 2,
      antialiasing: true,
    }),
    ...LEVELS.flatMap(level => [
      new LineLayer({
        id: `busbars-${level}`,
        visible: detail.levels[level],
        data: lineData(shape.bars[level]!, paint.bars[level]!),
        getWidth: BAR_PX[level],
        widthScale: detail.width,
      }),
      new ScatterplotLayer({
        id: `buses-${level}`,
        visible: detail.levels[level],
        data: pointData(shape.dots[level]!.position, { colours: paint.dots[level]! }),
        radiusUnits: 'pixels',
        getRadius: DOT_PX[level],
        radiusScale: detail.width,
      }),
      new ScatterplotLayer({
        id: `transformers-${level}`,
        visible: detail.levels[level],
        data: pointData(shape.transformers[level]!.position, {
          radius: shape.transformers[level]!.radius,
        }),
        radiusUnits: 'common',
        filled: false,
        stroked: true,
        getLineColor: colour(palette.flow),
        lineWidthUnits: 'pixels',
        getLineWidth: 1.5,
      }),
    ]),
    new LineLayer({
      id: 'switches-closed',
      data: lineData(shape.switches.closed),
      getColor: colour(palette.flow),
      widthUnits: 'common',
      getWidth: shape.switches.side,
    }),
    new LineLayer({
      id: 'switches-open',
      data: lineData(shape.switches.open),
      getColor: colour(palette.text),
      getWidth: 1.5,
      antialiasing: true,
    }),
  ];
}

function colour(rgba: Rgba): [number, number, number, number] {
  return [...rgba];
}
