/**
 * Contract flows as curves of their own: dashed with round dots, bowed to the left of seller → buyer, so that they never
 * lie on a physical line and the two directions between a pair never lie on each other.
 */
import { formatNumber } from '../../numbers.ts';
import type { Label } from '../labels/label-candidates.ts';
import type { Scene } from '../scene.ts';
import { SegmentList, type Segments } from '../segments.ts';

export interface ContractFlow {
  readonly fromBus: number;
  readonly toBus: number;
  readonly kw: number;
  readonly trades: number;
}

export interface Arcs {
  readonly dashes: Segments;
  /** [2 × dots] centres of the round dots. */
  readonly dots: Float32Array;
  readonly arrows: Segments;
  /** For the common thinning, with all other texts. */
  readonly labels: readonly Label[];
  /** Flows within one bus, or to a bus without a place: not drawn, but said. */
  readonly notDrawn: number;
}

/** Bow as share of the straight distance. */
const BOW = 0.22;
const STEPS = 48;
const DASH_PX = 9;
const GAP_PX = 5;
/** More dashes than this say nothing more; the pattern is stretched instead. */
const DASHES_MAX = 400;

/** @param zoom  log2 of pixels per unit: dashes keep their length on screen */
export function contractArcs(scene: Scene, flows: readonly ContractFlow[], zoom: number): Arcs {
  const dashes = new SegmentList(flows.length * 40);
  const arrows = new SegmentList(flows.length);
  const dots: number[] = [];
  const labels: Label[] = [];
  let notDrawn = 0;
  flows.forEach((flow, row) => {
    const curve = arcOf(scene, flow);
    if (curve === null) {
      notDrawn++;
      return;
    }
    dash(curve, row, zoom, dashes, dots);
    const middle = Math.floor(STEPS / 2);
    // The arrowhead sits past the middle, where the label does not cover it.
    const ahead = Math.floor(STEPS * 0.7);
    arrows.push(
      row,
      curve[2 * ahead - 8]!,
      curve[2 * ahead - 7]!,
      curve[2 * ahead + 8]!,
      curve[2 * ahead + 9]!,
    );
    labels.push({
      x: curve[2 * middle]!,
      y: curve[2 * middle + 1]!,
      dxPx: 0,
      dyPx: 0,
      anchor: 'middle',
      text: arcText(flow),
      sizePx: 11,
      tone: 'contract',
      // After what is above a limit and the selection, the largest first.
      rank: 1.5 + 1 / (1 + Math.abs(flow.kw)),
    });
  });
  return { dashes: dashes.take(), dots: Float32Array.from(dots), arrows: arrows.take(), labels, notDrawn };
}

/** "12.4 kW · 3 trades": power contracted in the direction of the arrowhead. */
export function arcText(flow: ContractFlow): string {
  return `${formatNumber(flow.kw, 1)} kW · ${flow.trades} ${flow.trades === 1 ? 'trade' : 'trades'}`;
}

/** x0,y0,… of STEPS + 1 points on the quadratic curve; null where there is no distance to span. */
export function arcOf(scene: Scene, flow: Pick<ContractFlow, 'fromBus' | 'toBus'>): Float32Array | null {
  const [ax, ay] = [scene.busX[flow.fromBus] ?? Number.NaN, scene.busY[flow.fromBus] ?? Number.NaN];
  const [bx, by] = [scene.busX[flow.toBus] ?? Number.NaN, scene.busY[flow.toBus] ?? Number.NaN];
  const dx = bx - ax;
  const dy = by - ay;
  if (Number.isNaN(dx) || Number.isNaN(dy) || (dx === 0 && dy === 0)) return null;
  // Left of the direction as seen on screen, where y grows downward.
  const cx = (ax + bx) / 2 + dy * 2 * BOW;
  const cy = (ay + by) / 2 - dx * 2 * BOW;
  const curve = new Float32Array(2 * (STEPS + 1));
  for (let i = 0; i <= STEPS; i++) {
    const t = i / STEPS;
    const u = 1 - t;
    curve[2 * i] = u * u * ax + 2 * u * t * cx + t * t * bx;
    curve[2 * i + 1] = u * u * ay + 2 * u * t * cy + t * t * by;
  }
  return curve;
}

/** Dash, dot, dash, dot: by arc length, the dot in the middle of each gap. */
function dash(curve: Float32Array, row: number, zoom: number, list: SegmentList, dots: number[]): void {
  const at = cumulative(curve);
  const length = at[at.length - 1]!;
  const pattern = Math.max((DASH_PX + 2 * GAP_PX) * 2 ** -zoom, length / DASHES_MAX);
  const dashShare = DASH_PX / (DASH_PX + 2 * GAP_PX);
  for (let begin = 0; begin < length; begin += pattern) {
    const end = Math.min(begin + pattern * dashShare, length);
    const [x0, y0] = along(curve, at, begin);
    const [x1, y1] = along(curve, at, end);
    list.push(row, x0, y0, x1, y1);
    const dot = begin + pattern * (dashShare + (1 - dashShare) / 2);
    if (dot < length) dots.push(...along(curve, at, dot));
  }
}

function cumulative(curve: Float32Array): Float32Array {
  const at = new Float32Array(curve.length / 2);
  for (let i = 1; i < at.length; i++)
    at[i] = at[i - 1]! + Math.hypot(curve[2 * i]! - curve[2 * i - 2]!, curve[2 * i + 1]! - curve[2 * i - 1]!);
  return at;
}

function along(curve: Float32Array, at: Float32Array, distance: number): readonly [number, number] {
  let i = 1;
  while (i < at.length - 1 && at[i]! < distance) i++;
  const piece = at[i]! - at[i - 1]!;
  const t = piece === 0 ? 0 : Math.min(1, Math.max(0, (distance - at[i - 1]!) / piece));
  return [
    curve[2 * i - 2]! + t * (curve[2 * i]! - curve[2 * i - 2]!),
    curve[2 * i - 1]! + t * (curve[2 * i + 1]! - curve[2 * i - 1]!),
  ];
}
