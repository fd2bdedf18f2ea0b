/** Which texts are shown: in order of rank, each only where no earlier one stands. */
import { type Size, toPixel, type View } from '../view.ts';
import type { Label } from './label-candidates.ts';

/** More texts than this cannot be read in one picture. */
const LABELS_MAX = 350;
/** Width of an average character of the console's typeface, as share of its size. */
const CHARACTER_SHARE = 0.57;
const CELL_PX = 64;
const GAP_PX = 3;

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export function thin(labels: readonly Label[], view: View, size: Size): Label[] {
  const taken = new Map<string, Box[]>();
  const kept: Label[] = [];
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const shown = turnedInward(label, view, size);
    if (kept.length >= LABELS_MAX) break;
    const box = boxOf(shown, view, size);
    const cells = cellsOf(box);
    if (cells.some(cell => taken.get(cell)?.some(other => overlap(box, other)))) continue;
    for (const cell of cells) taken.set(cell, [...(taken.get(cell) ?? []), box]);
    kept.push(shown);
  }
  return kept;
}

/** A text that would run out of the window at the right stands left of its point, where there is room for it. */
function turnedInward(label: Label, view: View, size: Size): Label {
  if (label.anchor !== 'start') return label;
  const box = boxOf(label, view, size);
  const width = box.x1 - box.x0;
  if (box.x1 <= size.width || box.x0 >= size.width || box.x0 - width < 0) return label;
  return { ...label, anchor: 'end', dxPx: -label.dxPx };
}

export function boxOf(label: Label, view: View, size: Size): Box {
  const [px, py] = toPixel(view, size, label.x, label.y);
  const width = label.text.length * label.sizePx * CHARACTER_SHARE;
  const shift = label.anchor === 'start' ? 0 : label.anchor === 'end' ? -width : -width / 2;
  const x0 = px + label.dxPx + shift;
  const y0 = py + label.dyPx - label.sizePx / 2;
  return { x0, y0, x1: x0 + width, y1: y0 + label.sizePx };
}

function cellsOf(box: Box): string[] {
  const cells: string[] = [];
  for (let cx = Math.floor(box.x0 / CELL_PX); cx <= Math.floor(box.x1 / CELL_PX); cx++)
    for (let cy = Math.floor(box.y0 / CELL_PX); cy <= Math.floor(box.y1 / CELL_PX); cy++)
      cells.push(`${cx},${cy}`);
  return cells;
}

function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 + GAP_PX && b.x0 < a.x1 + GAP_PX && a.y0 < b.y1 + GAP_PX && b.y0 < a.y1 + GAP_PX;
}
