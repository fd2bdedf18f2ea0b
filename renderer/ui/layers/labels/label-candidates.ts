/** Every text that could stand in the picture, with its rank; which of them do is decided by `thin`. */
import type { z } from 'zod';
import type { zRisk } from '../../../../preload/contract/common.ts';
import type { GridState } from '../../../../preload/contract/grid.ts';
import { formatNumber } from '../../numbers.ts';
import { hasValues, loadingBand } from '../branch-flow/branch-geometry.ts';
import type { Token } from '../palette.ts';
import { type Bounds, branchCentre, levelOf, type Scene } from '../scene.ts';
import type { Detail } from '../view.ts';
import { voltageText, voltageTone } from '../voltage/voltage-values.ts';

export interface Label {
  /** World point it belongs to, and its shift from there in pixels. */
  readonly x: number;
  readonly y: number;
  readonly dxPx: number;
  readonly dyPx: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly sizePx: 11 | 12;
  readonly tone: Token;
  /** Small first: 0 above a limit, 1 selected, 2 names of stations, then by level. */
  readonly rank: number;
}

type Risk = z.output<typeof zRisk>;

/** Texts begin this far outside the window, as share of it: a short pan does not uncover bare symbols. */
export const TEXT_MARGIN = 0.1;

export function labelCandidates(input: {
  readonly scene: Scene;
  readonly state: GridState | null;
  readonly detail: Detail;
  /** Part of the world in view with a margin of TEXT_MARGIN on each side; texts outside are not made. */
  readonly inView: Bounds;
  readonly voltage: ReadonlyMap<string, Risk>;
  readonly selected: string | null;
}): Label[] {
  return [...branchLabels(input), ...busLabels(input)];
}

function branchLabels({
  scene,
  state,
  detail,
  inView,
  selected,
}: Parameters<typeof labelCandidates>[0]): Label[] {
  const { branches, buses } = scene.topology;
  const known = hasValues(state);
  const labels: Label[] = [];
  for (let row = 0; row < branches.length; row++) {
    const branch = branches[row]!;
    const level = levelOf(branch.level);
    const band = known ? loadingBand(state.loadingPercent[row] ?? Number.NaN) : 'none';
    const above = !branch.open && (band === 'warning' || band === 'violated');
    const chosen = branch.id === selected;
    if (!above && !chosen && !(detail.levels[level] && detail.values[level])) continue;
    const way = scene.ways[row]!;
    if (way.length < 4) continue;
    const [x, y] = branchCentre(scene, row);
    if (outside(inView, x, y)) continue;
    const named = branch.kind === 'transformer' || above || chosen;
    // A shape as well as a colour: ▲ above the limit, ◆ above the warning.
    const shape = band === 'violated' ? '▲ ' : band === 'warning' ? '◆ ' : '';
    const value = known && !branch.open ? flowText(state, row, buses[branch.from]!.vnKv) : '';
    const text = `${above ? shape : ''}${named ? branch.name : ''}${named && value ? '  ' : ''}${value}`;
    if (text === '') continue;
    labels.push({
      x,
      y,
      dxPx: 9,
      dyPx: -9,
      anchor: 'start',
      text,
      sizePx: above || chosen ? 12 : 11,
      tone: above ? (band === 'violated' ? 'red' : 'amber') : chosen ? 'info' : 'muted',
      rank: above ? (band === 'violated' ? 0 : 0.5) : chosen ? 1 : 4 + level,
    });
  }
  return labels;
}

function busLabels({
  scene,
  state,
  detail,
  inView,
  voltage,
  selected,
}: Parameters<typeof labelCandidates>[0]): Label[] {
  const { buses } = scene.topology;
  const stations = new Set<string>();
  const visibleLeft = inView.x0 + ((inView.x1 - inView.x0) * TEXT_MARGIN) / (1 + 2 * TEXT_MARGIN);
  const bars = new Map(
    scene.projection === 'diagram' ? scene.topology.busbars.map(bar => [bar.bus, bar] as const) : [],
  );
  const labels: Label[] = [];
  for (let row = 0; row < buses.length; row++) {
    const bus = buses[row]!;
    const level = levelOf(bus.level);
    const mark = voltage.get(bus.id);
    const chosen = bus.id === selected;
    const bar = bars.get(row);
    // A busbar is named at its left end, or at the window's edge where that end is out of sight.
    const x = bar ? Math.min(bar.x1, Math.max(bar.x0, visibleLeft)) : scene.busX[row]!;
    const y = scene.busY[row]!;
    if (Number.isNaN(x) || outside(inView, x, y)) continue;
    // A station is named at every zoom, everything else when its level is readable.
    const name =
      chosen || mark !== undefined || level === 0 || (detail.levels[level] && detail.values[level]);
    if (!name) continue;
    const value = mark || chosen || detail.values[level] ? voltageText(state, row) : null;
    const key = `${bus.name}@${Math.round(x)},${Math.round(y)}`;
    if (stations.has(key)) continue;
    stations.add(key);
    const shape = mark === undefined ? '' : mark.severity === 'violated' ? '▲ ' : '◆ ';
    labels.push({
      x,
      y,
      dxPx: bar ? 0 : 8,
      dyPx: bar ? -12 : 9,
      anchor: 'start',
      text: `${shape}${bus.name}${value === null ? '' : `  ${value}`}`,
      sizePx: chosen || mark || level === 0 ? 12 : 11,
      tone: mark ? voltageTone(mark) : chosen ? 'info' : level === 0 ? 'text' : 'muted',
      rank: mark ? (mark.severity === 'violated' ? 0 : 0.5) : chosen ? 1 : 2 + 2 * level,
    });
  }
  return labels;
}

/** "−0.420 MW · 113.0 %"; low voltage in kW. Positive: from the branch's start to its end. */
export function flowText(state: GridState, row: number, vnKv: number): string {
  const pMw = state.pFromMw[row] ?? Number.NaN;
  const loading = state.loadingPercent[row] ?? Number.NaN;
  const power = Number.isNaN(pMw)
    ? []
    : [vnKv < 1 ? `${formatNumber(pMw * 1000, 1, true)} kW` : `${formatNumber(pMw, 3, true)} MW`];
  return [...power, ...(Number.isNaN(loading) ? [] : [`${formatNumber(loading, 1)} %`])].join(' · ');
}

function outside(view: Bounds, x: number, y: number): boolean {
  return x < view.x0 || x > view.x1 || y < view.y0 || y > view.y1;
}
