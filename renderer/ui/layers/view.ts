/** The camera of diagram and map as plain numbers: fit, zoom, pan, what detail a zoom shows, and back from pixels. */
import type { Bounds, Scene } from './scene.ts';

export interface View {
  /** World point in the middle of the window. */
  readonly x: number;
  readonly y: number;
  /** log2 of pixels per world unit. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of an average branch from which a level of the grid is drawn, its values are written, its bars shown. */
const DRAW_FROM_PX = 5;
const BARS_FROM_PX = 18;
const VALUES_FROM_PX = 56;
const FULL_WIDTH_FROM_PX = 30;
const WIDTH_LEAST = 0.45;
const FIT_MARGIN_PX = 32;
/** Closer than this nothing more can be seen: pixels of an average branch of the finest level. */
const CLOSEST_PX = 300;

export function fitBounds(bounds: Bounds, size: Size): View {
  const width = Math.max(size.width - 2 * FIT_MARGIN_PX, 1);
  const height = Math.max(size.height - 2 * FIT_MARGIN_PX, 1);
  const scale = Math.min(
    width / Math.max(bounds.x1 - bounds.x0, 1e-6),
    height / Math.max(bounds.y1 - bounds.y0, 1e-6),
  );
  // A single bus has no extent: any scale fits, so take one unit a pixel.
  const zoom = bounds.x1 === bounds.x0 && bounds.y1 === bounds.y0 ? 0 : Math.log2(scale);
  return { x: (bounds.x0 + bounds.x1) / 2, y: (bounds.y0 + bounds.y1) / 2, zoom };
}

export interface ZoomRange {
  readonly min: number;
  readonly max: number;
}

/** Zooms by steps (1 doubles), keeping the middle. */
export function zoomBy(view: View, steps: number, range: ZoomRange): View {
  return { ...view, zoom: Math.min(Math.max(view.zoom + steps, range.min), range.max) };
}

/** From half the size of the whole to the closest that shows anything more. */
export function zoomRange(scene: Scene, size: Size): ZoomRange {
  const whole = scene.bounds ? fitBounds(scene.bounds, size).zoom : 0;
  const finest = Math.min(...scene.typicalLength);
  const closest = Number.isFinite(finest) ? Math.log2(CLOSEST_PX / finest) : whole + 4;
  return { min: whole - 1, max: Math.max(closest, whole + 1) };
}

/** Moves the picture by window pixels: positive looks further right and down. */
export function panBy(view: View, dxPx: number, dyPx: number, bounds: Bounds): View {
  const unit = 2 ** -view.zoom;
  return {
    ...view,
    x: Math.min(Math.max(view.x + dxPx * unit, bounds.x0), bounds.x1),
    y: Math.min(Math.max(view.y + dyPx * unit, bounds.y0), bounds.y1),
  };
}

/** Looks at a box with room around it, but not closer than `closest`. */
export function lookAt(box: Bounds, size: Size, closest: number): View {
  const whole = fitBounds(box, size);
  const flat = box.x0 === box.x1 && box.y0 === box.y1;
  return { ...whole, zoom: flat ? closest : Math.min(whole.zoom - 1, closest) };
}

export function toPixel(view: View, size: Size, x: number, y: number): readonly [number, number] {
  const scale = 2 ** view.zoom;
  return [(x - view.x) * scale + size.width / 2, (y - view.y) * scale + size.height / 2];
}

export function toWorld(view: View, size: Size, xPx: number, yPx: number): readonly [number, number] {
  const unit = 2 ** -view.zoom;
  return [(xPx - size.width / 2) * unit + view.x, (yPx - size.height / 2) * unit + view.y];
}

/** What one zoom shows. Levels: 0 station, 1 medium voltage, 2 low voltage. */
export interface Detail {
  readonly levels: readonly [boolean, boolean, boolean];
  readonly bars: readonly [boolean, boolean, boolean];
  readonly values: readonly [boolean, boolean, boolean];
  /** Share of their full width that lines and symbols are drawn in: less where they would grow together. */
  readonly width: number;
}

/** Stations and medium voltage are always drawn; a level appears when its average branch is long enough to be seen. */
export function detailAt(scene: Scene, zoom: number): Detail {
  const px = scene.typicalLength.map(length => length * 2 ** zoom);
  const from = (level: 0 | 1 | 2, least: number) => (px[level] ?? 0) >= least;
  return {
    levels: [true, true, from(2, DRAW_FROM_PX)],
    bars: [from(0, BARS_FROM_PX), from(1, BARS_FROM_PX), from(2, BARS_FROM_PX)],
    values: [from(0, VALUES_FROM_PX), from(1, VALUES_FROM_PX), from(2, VALUES_FROM_PX)],
    width: Math.min(1, Math.max(WIDTH_LEAST, (px[1] ?? 0) / FULL_WIDTH_FROM_PX)),
  };
}

/** Zoom from which the values of a level are written: where "find" takes the operator. */
export function valuesZoom(scene: Scene, level: 0 | 1 | 2): number {
  const length = scene.typicalLength[level];
  return Number.isFinite(length) ? Math.log2((VALUES_FROM_PX * 1.5) / length) : 0;
}
