/** Where branches, their loading bars and arrowheads are, and in which colour: attributes for 10,000 branches in one go. */
import type { GridState } from '../../../../preload/contract/grid.ts';
import type { Palette, Rgba } from '../palette.ts';
import { levelOf, type Scene, transformerGap, wayLength } from '../scene.ts';
import { NO_SEGMENTS, SegmentList, type Segments } from '../segments.ts';

/** Above this share of the limit a loading is coloured amber; above the limit red. */
export const LOADING_WARNING_PERCENT = 90;
/** Loading is stated in percent of the permitted value, so its limit is 100 by definition. */
export const LOADING_LIMIT_PERCENT = 100;
/** Middle part of an open branch that is left out, as share of its way. */
export const OPEN_GAP = [0.4, 0.6] as const;

export type Band = 'none' | 'normal' | 'warning' | 'violated';

export function loadingBand(loadingPercent: number): Band {
  if (Number.isNaN(loadingPercent)) return 'none';
  if (loadingPercent > LOADING_LIMIT_PERCENT) return 'violated';
  return loadingPercent >= LOADING_WARNING_PERCENT ? 'warning' : 'normal';
}

/** Ways of one level, with the gaps of open branches and transformer symbols left out. */
export function branchSegments(scene: Scene, level: 0 | 1 | 2): Segments {
  const { branches } = scene.topology;
  const list = new SegmentList(branches.length * 2);
  for (let row = 0; row < branches.length; row++) {
    const branch = branches[row]!;
    const way = scene.ways[row]!;
    if (levelOf(branch.level) !== level || way.length < 4) continue;
    const gap = branch.kind === 'transformer' ? transformerGap(scene, row) : branch.open ? OPEN_GAP : null;
    const length = wayLength(way);
    if (gap === null) {
      list.pushPart(row, way, length, 0, 1);
    } else {
      list.pushPart(row, way, length, 0, gap[0]);
      list.pushPart(row, way, length, gap[1], 1);
    }
  }
  return list.take();
}

/** Width by voltage level, pixels; dead equipment is thin. */
export function branchWidthsPx(scene: Scene, segments: Segments): Float32Array {
  const { branches, buses } = scene.topology;
  const widths = new Float32Array(segments.count);
  for (let i = 0; i < segments.count; i++) {
    const branch = branches[segments.owner[i]!]!;
    widths[i] = branch.open ? 1 : widthOfVoltage(buses[branch.from]!.vnKv);
  }
  return widths;
}

export function widthOfVoltage(vnKv: number): number {
  return vnKv >= 60 ? 3.5 : vnKv >= 1 ? 2.5 : 1.25;
}

/** [4 × count] flow where energised, line where open or dead, stale where no value is known. */
export function branchColours(
  scene: Scene,
  segments: Segments,
  state: GridState | null,
  palette: Palette,
): Uint8Array {
  const { branches } = scene.topology;
  const colours = new Uint8Array(4 * segments.count);
  const known = hasValues(state);
  for (let i = 0; i < segments.count; i++) {
    const branch = branches[segments.owner[i]!]!;
    const dead = branch.open || (known && isDead(state, branch.from) && isDead(state, branch.to));
    write(colours, i, dead ? palette.line : known ? palette.flow : palette.stale);
  }
  return colours;
}

export interface Bars {
  readonly segments: Segments;
  readonly colours: Uint8Array;
  readonly widthsPx: Float32Array;
}

/**
 * Loading as a bar along the branch, from its start over loading/limit of its length. `above` picks the coloured ones
 * (amber, red), which are drawn at every zoom; the others are quiet and appear with the detail of their level.
 */
export function loadingBars(
  scene: Scene,
  state: GridState | null,
  palette: Palette,
  which: { readonly above: boolean; readonly level?: 0 | 1 | 2 },
): Bars {
  if (!hasValues(state))
    return { segments: NO_SEGMENTS, colours: new Uint8Array(0), widthsPx: new Float32Array(0) };
  const { branches, buses } = scene.topology;
  const list = new SegmentList(which.above ? 64 : branches.length * 2);
  for (let row = 0; row < branches.length; row++) {
    const branch = branches[row]!;
    const loading = state.loadingPercent[row] ?? Number.NaN;
    const band = loadingBand(loading);
    const above = band === 'warning' || band === 'violated';
    if (band === 'none' || branch.open || above !== which.above) continue;
    if (which.level !== undefined && levelOf(branch.level) !== which.level) continue;
    const way = scene.ways[row]!;
    list.pushPart(row, way, wayLength(way), 0, Math.min(1, loading / LOADING_LIMIT_PERCENT));
  }
  const segments = list.take();
  const colours = new Uint8Array(4 * segments.count);
  const widthsPx = new Float32Array(segments.count);
  for (let i = 0; i < segments.count; i++) {
    const row = segments.owner[i]!;
    write(colours, i, barColour(loadingBand(state.loadingPercent[row]!), palette));
    widthsPx[i] = widthOfVoltage(buses[branches[row]!.from]!.vnKv) + 6;
  }
  return { segments, colours, widthsPx };
}

/**
 * One arrowhead per loaded branch on the longest straight piece of its way, pointing where the power goes: along
 * from → to when pFromMw is positive (power enters the branch at its from end).
 */
export function flowArrows(scene: Scene, state: GridState | null, level: 0 | 1 | 2): Segments {
  if (!hasValues(state)) return NO_SEGMENTS;
  const { branches } = scene.topology;
  const list = new SegmentList(branches.length);
  for (let row = 0; row < branches.length; row++) {
    const branch = branches[row]!;
    const pMw = state.pFromMw[row] ?? Number.NaN;
    if (branch.open || levelOf(branch.level) !== level || !(Math.abs(pMw) > NO_FLOW_MW)) continue;
    pushArrow(list, row, arrowWay(scene, row), pMw > 0);
  }
  return list.take();
}

/** Straight pieces that an arrowhead may stand on: beside a transformer's symbol, never in it. */
export function arrowWay(scene: Scene, row: number): Float32Array {
  const way = scene.ways[row]!;
  if (scene.topology.branches[row]!.kind !== 'transformer' || way.length < 4) return way;
  const part = new SegmentList(4);
  part.pushPart(row, way, wayLength(way), transformerGap(scene, row)[1], 1);
  const { count, source, target } = part.take();
  const rest = new Float32Array(2 * (count + 1));
  rest.set(source);
  if (count > 0) rest.set(target.subarray(2 * count - 2), 2 * count);
  return rest;
}

export function pushArrow(list: SegmentList, row: number, way: ArrayLike<number>, forward: boolean): void {
  let longest = 0;
  let at = -1;
  for (let i = 2; i < way.length; i += 2) {
    const length = (way[i]! - way[i - 2]!) ** 2 + (way[i + 1]! - way[i - 1]!) ** 2;
    if (length > longest) [longest, at] = [length, i];
  }
  if (at < 0) return;
  if (forward) list.push(row, way[at - 2]!, way[at - 1]!, way[at]!, way[at + 1]!);
  else list.push(row, way[at]!, way[at + 1]!, way[at - 2]!, way[at - 1]!);
}

export function hasValues(state: GridState | null): state is GridState {
  return state !== null && state.missing === null && state.source !== 'none';
}

export function write(colours: Uint8Array, at: number, colour: Rgba): void {
  colours[4 * at] = colour[0];
  colours[4 * at + 1] = colour[1];
  colours[4 * at + 2] = colour[2];
  colours[4 * at + 3] = colour[3];
}

function isDead(state: GridState, bus: number): boolean {
  const vmPu = state.vmPu[bus] ?? Number.NaN;
  return !(vmPu > 0);
}

function barColour(band: Band, palette: Palette): Rgba {
  if (band === 'violated') return palette.red;
  if (band === 'warning') return palette.amber;
  // Quiet: the bar of a healthy branch may be looked for, it must not call.
  return [palette.flow[0], palette.flow[1], palette.flow[2], 70];
}

/** Below one watt no direction is claimed. */
const NO_FLOW_MW = 1e-6;
