import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { random } from '../demonstration/random.ts';
import { readMatpower } from '../formats/matpower/read.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { feeder } from '../sensitivity/testing/feeder.ts';
import { type Limits, networkLimits, withVoltageBand } from './limits.ts';
import { Room } from './room.ts';
import type { Change } from './screening.ts';
import { openInterval } from './trade-check.ts';
import { shareOfRoom } from './watch.ts';

const CASES = '../shared/data/matpower/cases';
/** The long campaign asks for many times more trades. */
const RUNS = Number(process.env['INTERLOCK_RUNS'] ?? 1);

function opened(network: Network, limits: Limits) {
  const { solver } = openInterval({
    model: buildModel(network),
    injection: baseInjection(network),
    limits,
    policy: { oneLeg: 'reject', resolutionWh: 1 },
    networkVersion: network.name,
  });
  const present = solver.present();
  if ('unsolved' in present || !present.screen) throw new Error(`${network.name}: the bound should apply`);
  const { screen, values } = present;
  return {
    solver,
    present,
    room: new Room(screen, values, [solver.watch]),
    afresh: () => new Room(screen, values, [solver.watch]),
  };
}

/** Share of its room that any row really uses between two exact states. */
function reallyUsed(
  { solver, present }: Pick<ReturnType<typeof opened>, 'solver' | 'present'>,
  change: Change,
): number {
  const exact = solver.solveChange(present, change);
  if (!exact) throw new Error(`proven to exist, not found: ${JSON.stringify(change)}`);
  let used = 0;
  for (let row = 0; row < exact.length; row++) {
    const before = present.values[row]!;
    used = Math.max(used, shareOfRoom(solver.watch, row, before, exact[row]! - before));
  }
  return used;
}

/**
 * Trades of up to `times` the mean load, one on top of the other until one does not fit; each leg state of each against an
 * exact solution.
 */
function burst(network: Network, limits: Limits, count: number, times: number, seed: number) {
  const all = opened(network, limits);
  const { freeCount } = all.solver.input.model;
  const loads = baseInjection(network).pMw.filter(p => p < 0);
  const meanPu = loads.reduce((sum, p) => sum - p, 0) / loads.length / network.baseMva;
  const next = random(seed).unit;
  let { room } = all;
  let accepted: Change = { nodes: [], pPu: [] };
  let [proven, tightest] = [0, Number.POSITIVE_INFINITY];
  for (let n = 0; n < count; n++) {
    const seller = { nodes: [Math.floor(next() * freeCount)], pPu: [next() * times * meanPu] };
    const buyer = { nodes: [Math.floor(next() * freeCount)], pPu: [-seller.pPu[0]!] };
    const used = room.usedWith([seller, buyer]);
    if (used > 1) {
      room = all.afresh();
      accepted = { nodes: [], pPu: [] };
      continue;
    }
    proven++;
    for (const legs of [[seller, buyer], [seller], [buyer]]) {
      const really = reallyUsed(all, netted([accepted, ...legs]));
      expect(really).toBeLessThanOrEqual(used + SOLVED);
      tightest = Math.min(tightest, used / really);
    }
    const both = netted([seller, buyer]);
    room.take(both);
    accepted = netted([accepted, both]);
  }
  return { proven, tightest };
}

/** Each node once. */
function netted(changes: readonly Change[]): Change {
  const sum = new Map<number, number>();
  for (const { nodes, pPu } of changes)
    nodes.forEach((node, n) => {
      sum.set(node, (sum.get(node) ?? 0) + pPu[n]!);
    });
  return { nodes: [...sum.keys()], pPu: [...sum.values()] };
}

const SOLVED = 1e-6;

describe('what is proven to be used is never less than what is', () => {
  test('on random trees with rings', () => {
    const trees = fc.record({
      loads: fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 12 }),
      picks: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
      rOhm: fc.double({ min: 0.001, max: 0.02, noNaN: true }),
      ring: fc.boolean(),
      seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    });
    fc.assert(
      fc.property(trees, ({ loads, picks, rOhm, ring, seed }) => {
        const network = feeder({
          loadsKw: loads.map(l => l + 0.1),
          parents: loads.map((_, n) => picks[n]! % (n + 1)),
          rOhm,
          rings: ring && loads.length > 2 ? [[loads.length, 0]] : [],
        });
        const limits = withVoltageBand(networkLimits(network), 0.8, 1.2);
        burst(network, limits, 12, 2, seed);
      }),
      { numRuns: 60 * RUNS },
    );
  });

  test('on the demonstration grid, where a burst of household trades passes before the state is solved anew', () => {
    const network = demonstrationNetwork(1);
    const { proven } = burst(network, networkLimits(network), 100 * RUNS, 1, 11);
    expect(proven).toBeGreaterThan(60 * RUNS);
  });

  describe.skipIf(!existsSync(CASES))('on published feeders (skipped where the data is absent)', () => {
    test.each(['case33bw', 'case69', 'case85', 'case141'])('%s', name => {
      const network = readMatpower(`${name}.m`, readFileSync(`${CASES}/${name}.m`, 'utf8'));
      // Both kinds of rating; what flows is their loading in percent of 1 MVA.
      const ones = new Float64Array(network.branch.count).fill(1);
      const limits = withVoltageBand(networkLimits(network), 0.5, 1.5);
      const { proven } = burst(
        network,
        {
          ...limits,
          ratingMva: ones,
          ratingFromKa: ones,
          ratingToKa: ones,
          loadingPercentMax: ones.map(() => 1e4),
        },
        60 * RUNS,
        2,
        7,
      );
      expect(proven).toBeGreaterThan(30 * RUNS);
    });
  });

  /** A stiff busbar and cables of resistance alone: there the bound is what happens. */
  const stiff = { transformerKva: 1e7, rOhm: 0.1, xOhm: 0 };
  const drawn = (node: number, kw: number): Change => ({ nodes: [node], pPu: [-kw / 1000] });

  test('and not more where one cable feeds one load, whose voltage falls to its limit', () => {
    const network = feeder({ ...stiff, loadsKw: [0], cableA: 1e6, vmPuMin: 0.8, vmPuMax: 1.2 });
    for (const kw of [2, 10, 40, 100]) {
      const limits = networkLimits(network);
      const all = opened(network, { ...limits, ratingMva: limits.ratingMva.map(() => Number.NaN) });
      const node = all.solver.input.model.nodeOfBus[2]!;
      const really = reallyUsed(all, drawn(node, kw));
      expect(all.room.usedWith([drawn(node, kw)]) / really).toBeCloseTo(1, 3);
      all.room.take(drawn(node, kw / 2));
      expect(all.room.usedWith([drawn(node, kw / 2)]) / really).toBeCloseTo(1, 3);
    }
  });

  test('and hardly more where the power into a load grows with the voltage of its neighbour', () => {
    const plain = feeder({ ...stiff, loadsKw: [0, 40], cableA: 1e6, vmPuMin: 0.1, vmPuMax: 1.9 });
    const network = { ...plain, load: { ...plain.load, constZShare: plain.load.constZShare.map(() => 1) } };
    const limits = networkLimits(network);
    const ratingMva = limits.ratingMva.map((mva, e) => (network.branch.id[e] === 'C2' ? 0.05 : mva));
    const all = opened(network, { ...limits, ratingMva });
    const fed = drawn(all.solver.input.model.nodeOfBus[2]!, -60);
    const really = reallyUsed(all, fed);
    expect(all.room.usedWith([fed])).toBeGreaterThan(really);
    expect(all.room.usedWith([fed])).toBeLessThan(1.4 * really);
  });
});

test('where a limit leaves no room nothing fits', () => {
  const network = feeder({ loadsKw: [40], cableA: 20 });
  const { room } = opened(network, networkLimits(network));
  expect(room.usedWith([{ nodes: [0], pPu: [1e-2] }])).toBeGreaterThan(1);
});
