/** What one new state costs before anything is drawn: colours, bars and arrowheads of 10,000 branches. */
import { sceneOf } from '../scene.ts';
import { largeTopology, PALETTE, stateOf } from '../testing/topology.ts';
import { branchColours, branchSegments, flowArrows, loadingBars } from './branch-geometry.ts';

const BRANCHES = 10_000;
const RUNS = 41;

export async function benchBranchGeometry(): Promise<{ name: string; value: number; unit: string }[]> {
  const topology = largeTopology(BRANCHES);
  const scene = sceneOf(topology, 'diagram');
  const segments = branchSegments(scene, 2);
  const loadingPercent = Array.from({ length: BRANCHES }, (_, k) => (k * 7) % 120);
  const state = stateOf(topology, { loadingPercent });
  return [
    {
      name: 'diagram/state-attributes-10k',
      unit: 'ms',
      value: median(() => {
        branchColours(scene, segments, state, PALETTE);
        loadingBars(scene, state, PALETTE, { above: false, level: 2 });
        loadingBars(scene, state, PALETTE, { above: true });
        flowArrows(scene, state, 2);
      }),
    },
    {
      name: 'diagram/scene-10k',
      unit: 'ms',
      value: median(() => {
        branchSegments(sceneOf(topology, 'diagram'), 2);
      }),
    },
  ];
}

function median(run: () => void): number {
  for (let i = 0; i < 5; i++) run();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[RUNS >> 1] ?? Number.NaN;
}
