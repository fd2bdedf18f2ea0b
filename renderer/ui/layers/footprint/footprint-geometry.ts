/** What one trade alone changes in the physical flows: the branches it loads or relieves, with ΔP and direction. */

import type { GridState } from '../../../../preload/contract/grid.ts';
import type { TradeFootprint } from '../../../../preload/contract/trades.ts';
import { formatNumber } from '../../numbers.ts';
import { arrowWay, hasValues, pushArrow } from '../branch-flow/branch-geometry.ts';
import type { Label } from '../labels/label-candidates.ts';
import { branchCentre, type Scene, wayLength } from '../scene.ts';
import { SegmentList, type Segments } from '../segments.ts';

export interface FootprintPart {
  /** Row of the topology. */
  readonly branch: number;
  /** Change of flow at the from end, MW; positive from → to. */
  readonly pMw: number;
}

export interface Footprint {
  readonly ways: Segments;
  readonly arrows: Segments;
  readonly labels: readonly Label[];
}

/** What a trade changes by sensitivity; a branch of which it only has a part, by tracing, is not changed. */
export function changedBy(footprint: TradeFootprint): FootprintPart[] {
  if (!footprint.solved) return [];
  return footprint.branches
    .filter(b => Math.abs(b.bySensitivityKw) >= CHANGED_SHARE_LEAST * footprint.kw)
    .map(b => ({ branch: b.branch, pMw: b.bySensitivityKw / 1000 }));
}

/** The sign of ΔP: + where the trade adds to the flow that is there, − where it relieves; none where no flow is known. */
export function footprintOf(
  scene: Scene,
  parts: readonly FootprintPart[],
  state: GridState | null,
): Footprint {
  const ways = new SegmentList(parts.length * 4);
  const arrows = new SegmentList(parts.length);
  const labels: Label[] = [];
  for (const { branch, pMw } of parts) {
    const way = scene.ways[branch];
    if (way === undefined || way.length < 4 || pMw === 0) continue;
    ways.pushPart(branch, way, wayLength(way), 0, 1);
    pushArrow(arrows, branch, arrowWay(scene, branch), pMw > 0);
    const [x, y] = branchCentre(scene, branch);
    labels.push({
      x,
      y,
      dxPx: 9,
      dyPx: 11,
      anchor: 'start',
      text: `Δ ${deltaText(pMw, hasValues(state) ? state.pFromMw[branch] : undefined)} kW`,
      sizePx: 11,
      tone: 'info',
      rank: 1.2 + 0.1 / (1 + Math.abs(pMw) * 1000),
    });
  }
  return { ways: ways.take(), arrows: arrows.take(), labels };
}

function deltaText(deltaMw: number, flowMw: number | undefined): string {
  const kw = Math.abs(deltaMw) * 1000;
  if (flowMw === undefined || Number.isNaN(flowMw) || flowMw === 0) return formatNumber(kw, 1);
  return formatNumber(Math.sign(deltaMw) === Math.sign(flowMw) ? kw : -kw, 1, true);
}

/** Of the trade's power: less is losses made up for on the way. */
const CHANGED_SHARE_LEAST = 0.01;
