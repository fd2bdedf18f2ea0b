import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel, type GridModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { buses, grid, line, load, meshedGrid, slack } from '../power-flow/testing/grid.ts';
import { chances, renumbered, shuffled } from '../power-flow/testing/renumbered.ts';
import { compareFootprints } from './footprint-comparison.ts';
import { B, feeder } from './testing/feeder.ts';
import { type DirectedFlows, directedFlows, type Trace, traceInjection, traceWithdrawal } from './tracing.ts';
import { sensitivities } from './voltage-and-flow.ts';

const TOLERANCE_PU = 1e-11;
/** Tracing leaves out what is below 1e-9 p.u., at several branches of a bus. */
const MW_DIGITS = 7;

interface Traced {
  readonly model: GridModel;
  readonly state: SolvedState;
  readonly flows: DirectedFlows;
}

/** @returns null where the grid has no state */
function traced(network: Network): Traced | null {
  const model = buildModel(network);
  const state = solve(model, undefined, { tolerancePu: TOLERANCE_PU });
  return state.converged ? { model, state, flows: directedFlows(model, state) } : null;
}

function tracedSurely(network: Network): Traced {
  const all = traced(network);
  if (!all) throw new Error('no state');
  return all;
}

/** Of every node, by the lowest bus it has. */
function traces({ model, flows }: Traced, of: typeof traceInjection): Trace[] {
  return Array.from(model.busOfNode, bus => of(flows, bus));
}

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

/** A ring whose phase shifter drives power round: 0 → 1 → 2 → 0. */
const LOOP = grid({
  bus: buses(3),
  branch: [
    line(0, 1, 0.01, 0.05),
    line(1, 2, 0.01, 0.05),
    { ...line(2, 0, 0.01, 0.05), shiftRad: (-15 * Math.PI) / 180 },
  ],
  load: [load(1, 0.1), load(2, -0.05)],
  generator: [slack(0)],
});

/** What must hold of any state that was traced. */
function expectConservation(all: Traced): void {
  const { flows, state, model } = all;
  const sources = traces(all, traceInjection);
  const sinks = traces(all, traceWithdrawal);
  for (const shares of [sources, sinks]) {
    const whole = (value: number) => {
      if (flows.order) expect(value).toBeCloseTo(1, 9);
      // In a loop that hardly loses anything no source is more than rounding.
      else if (shares === sources) expect(value).toBeCloseTo(value > 0.5 ? 1 : 0, 6);
      // What feeds nothing but the losses of a loop has no sink.
      else expect(Math.abs(value - 0.5)).toBeLessThan(0.5 + 1e-6);
    };
    flows.sender.forEach((sender, e) => {
      const all = sum(shares.map(s => s.ofBranch[e]!));
      if (sender < 0) expect(all).toBe(0);
      else whole(all);
    });
    flows.throughMw.forEach((mw, i) => {
      if (mw > 0) whole(sum(shares.map(s => s.ofNode[i]!)));
    });
    const lossesKw = 1000 * (sum(flows.sentMw) - sum(flows.receivedMw));
    if (flows.order) expect(sum(shares.map(s => s.lossesKw))).toBeCloseTo(lossesKw, 6);
    for (const { ofBranch } of shares) {
      expect(Math.min(0, ...ofBranch)).toBeGreaterThan(-1e-9);
      expect(Math.max(0, ...ofBranch)).toBeLessThan(1 + 1e-6);
    }
  }
  sources.forEach((source, i) => {
    // What a source injects arrives at the withdrawals or is lost on the way.
    const delivered = sum(flows.withdrawalMw.map((mw, k) => mw * source.ofNode[k]!));
    expect(delivered + source.lossesKw / 1000).toBeCloseTo(flows.injectionMw[i]!, MW_DIGITS);
  });
  sinks.forEach((sink, i) => {
    // What a sink draws, and the losses on its way, is injected somewhere.
    const injected = sum(flows.injectionMw.map((mw, k) => mw * sink.ofNode[k]!));
    expect(injected - sink.lossesKw / 1000).toBeCloseTo(flows.withdrawalMw[i]!, MW_DIGITS);
  });
  const net = new Float64Array(model.nodeCount);
  baseInjection(model.network).pMw.forEach((mw, bus) => {
    net[model.nodeOfBus[bus]!]! += mw;
  });
  for (const { bus, pMw } of state.slack) net[model.nodeOfBus[bus]!]! += pMw;
  // Branches that pass nothing on count to their buses.
  flows.sender.forEach((sender, e) => {
    if (sender >= 0) return;
    if (model.branchFromNode[e]! >= 0) net[model.branchFromNode[e]!]! -= state.pFromMw[e]!;
    if (model.branchToNode[e]! >= 0) net[model.branchToNode[e]!]! -= state.pToMw[e]!;
  });
  net.forEach((mw, i) => {
    expect(flows.injectionMw[i]! - flows.withdrawalMw[i]!).toBeCloseTo(mw, MW_DIGITS);
  });
}

describe('shares', () => {
  test('of all sources, and of all sinks, are the whole flow of every branch, every withdrawal and all losses', () => {
    fc.assert(
      fc.property(meshedGrid, network => {
        const all = traced(network);
        fc.pre(all !== null);
        expectConservation(all);
      }),
    );
  });

  test('where a phase shifter drives power round a ring they are so as well', () => {
    const all = tracedSurely(LOOP);
    expect([...all.flows.sender]).toEqual(Array.from([0, 1, 2], row => all.model.nodeOfBus[row]!));
    expect(all.flows.order).toBeNull();
    expectConservation(all);
  });

  test('on a ring that nobody feeds are nobody’s', () => {
    const { flows } = tracedSurely(LOOP);
    const round = flows.sentMw.map(() => 0.1);
    const none = new Float64Array(3);
    const idle = {
      sentMw: round,
      receivedMw: round,
      throughMw: round,
      injectionMw: none,
      withdrawalMw: none,
    };
    for (const of of [traceInjection, traceWithdrawal])
      expect([...of({ ...flows, ...idle }, 1).ofBranch]).toEqual([0, 0, 0]);
  });

  test('of the source that covers the losses of a loop are the whole loop, which serves nobody', () => {
    // Two branches of unlike r/x share reactive power so unevenly that active power goes out on one and back on the other.
    const { flows } = tracedSurely(
      grid({
        bus: buses(2),
        branch: [line(0, 1, 0.001, 0.05), line(0, 1, 0.04, 0.05)],
        load: [load(1, 0, 0.5)],
        generator: [slack(0)],
      }),
    );
    expect(flows.order).toBeNull();
    expect(flows.sender[0]).not.toBe(flows.sender[1]);
    expect([...traceInjection(flows, 0).ofBranch]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
    expect([...traceWithdrawal(flows, 1).ofBranch]).toEqual([0, 0]);
  });

  test('the sparse solve and the sweep along the flow give the same', () => {
    fc.assert(
      fc.property(meshedGrid, fc.nat(), (network, pick) => {
        const all = traced(network);
        fc.pre(all?.flows.order != null);
        const bus = pick % network.bus.count;
        for (const of of [traceInjection, traceWithdrawal]) {
          const swept = of(all.flows, bus);
          const at = of({ ...all.flows, order: null }, bus);
          swept.ofBranch.forEach((share, e) => {
            expect(at.ofBranch[e]).toBeCloseTo(share, 10);
          });
        }
      }),
    );
  });

  test('do not depend on the numbering of buses and branches', () => {
    fc.assert(
      fc.property(meshedGrid, fc.nat(), chances, (network, pick, chance) => {
        const before = traced(network);
        // With a loop hardly fed, whether it is fed at all is rounding.
        fc.pre(before?.flows.order != null);
        const moved = shuffled(network.bus.count, chance);
        const place = shuffled(network.branch.count, chance);
        const after = tracedSurely(renumbered(network, moved, place));
        const bus = pick % network.bus.count;
        for (const of of [traceInjection, traceWithdrawal]) {
          const here = of(before.flows, bus);
          const there = of(after.flows, moved[bus]!);
          // Flows of the size of the solver's tolerance may fall on either side of the least one.
          here.ofBranch.forEach((share, e) => {
            const flow = Math.abs(before.state.pFromMw[e]!);
            expect(there.ofBranch[place[e]!]! * flow).toBeCloseTo(share * flow, 7);
          });
        }
      }),
    );
  });

  test('of parallel branches are the same in both, so what is traced splits as the flow does', () => {
    const network = grid({
      bus: buses(3),
      branch: [line(0, 1, 0.01, 0.02), line(0, 1, 0.03, 0.06), line(1, 2, 0.01, 0.02)],
      load: [load(1, -0.2), load(2, 0.5)],
      generator: [slack(0)],
    });
    const { flows, state } = tracedSurely(network);
    const { ofBranch } = traceWithdrawal(flows, 2);
    expect(ofBranch[0]).toBe(ofBranch[1]);
    const [first, second] = [ofBranch[0]! * state.pFromMw[0]!, ofBranch[1]! * state.pFromMw[1]!];
    expect(first / second).toBeCloseTo(3, 9);
    expect(first + second).toBeCloseTo(state.slack[0]!.pMw, 9);
  });

  test('of what a bus uses itself, of dead buses and of open branches are nothing', () => {
    const network = feeder({ loadsKw: [10, 10, 10] });
    network.branch.toClosed[3] = 0;
    const { flows } = tracedSurely(network);
    expect(traceInjection(flows, B(1)).ofBranch.every(share => share === 0)).toBe(true);
    expect(traceWithdrawal(flows, B(3)).ofBranch.every(share => share === 0)).toBe(true);
    expect(traceWithdrawal(flows, B(2)).ofBranch[3]).toBe(0);
  });
});

describe('a feeder by hand', () => {
  // B0 ─ B1 (seller, +30) ─ B2 (−20)   and   B0 ─ B3 (−40): 30 kW turn up at B1, 20 stay below it, 10 go to B0.
  const all = tracedSurely(feeder({ loadsKw: [-30, 20, 40], parents: [0, 1, 0], rOhm: 1e-5, xOhm: 1e-5 }));
  const row = (id: string) => all.model.network.branch.id.indexOf(id);

  test('the seller’s 30 kW are all of C1 and C2 and a quarter of C3, and never the transformer', () => {
    const { ofBranch } = traceInjection(all.flows, B(1));
    expect(ofBranch[row('C1')]).toBeCloseTo(1, 9);
    expect(ofBranch[row('C2')]).toBeCloseTo(1, 9);
    expect(ofBranch[row('C3')]).toBeCloseTo(10 / 40, 3);
    expect(ofBranch[row('T1')]).toBe(0);
  });

  test('the 40 kW of B3 come three quarters from the transformer, all of it, and a quarter from C1, all of it', () => {
    const { ofBranch } = traceWithdrawal(all.flows, B(3));
    expect(ofBranch[row('C3')]).toBe(1);
    expect(ofBranch[row('T1')]).toBe(1);
    expect(ofBranch[row('C1')]).toBe(1);
    expect(ofBranch[row('C2')]).toBe(0);
    const slackShare = traceInjection(all.flows, 0).ofNode[all.model.nodeOfBus[B(3)]!]!;
    expect(slackShare).toBeCloseTo(30 / 40, 3);
  });
});

describe('both footprints side by side', () => {
  const network = feeder({ loadsKw: [-30, 20, 40], parents: [0, 1, 0], rOhm: 1e-5, xOhm: 1e-5 });
  const { model, state } = tracedSurely(network);
  const sens = sensitivities(model, state)!;
  const compared = compareFootprints(sens, state, { sellerBus: B(1), buyerBus: B(3), kw: 15 });
  const on = (id: string) => compared.branches.find(b => network.branch.id[b.branch] === id)!;

  test('tracing charges the import that serves the buyer, the sensitivity sees that the trade leaves it alone', () => {
    // 15 of the buyer's 40 kW: 3/8 of the 30 kW of import.
    expect(on('T1').byTracingKw).toBeCloseTo((15 / 40) * 30, 1);
    expect(on('T1').bySensitivityKw).toBeCloseTo(0, 1);
    expect(compared.explanation).toMatch(/^[A-Z][^.]+\.$/);
  });

  test('with the flow both have one sign, and what is seller’s and buyer’s at once counts once', () => {
    // C1 runs from B0 to B1 and carries 10 kW to B0: half of them sold, 3/8 bought.
    expect(on('C1').fromSellerKw).toBeCloseTo(-5, 1);
    expect(on('C1').toBuyerKw).toBeCloseTo(-3.75, 1);
    expect(on('C1').byTracingKw).toBeCloseTo(-10 * (1 / 2 + 3 / 8 - 3 / 16), 1);
    expect(on('C1').bySensitivityKw).toBeCloseTo(-15, 1);
  });

  test('a trade against the flow relieves it by sensitivity, which tracing never says', () => {
    const heavy = tracedSurely(feeder({ loadsKw: [10, -5, 40] }));
    const slopes = sensitivities(heavy.model, heavy.state)!;
    const found = compareFootprints(slopes, heavy.state, { sellerBus: B(2), buyerBus: 0, kw: 5 });
    const first = found.branches.find(b => b.branch === 1)!;
    expect(heavy.state.pFromMw[1]).toBeGreaterThan(0);
    expect(first.bySensitivityKw).toBeLessThan(0);
    expect(first.byTracingKw).toBeGreaterThanOrEqual(0);
    expect(found.lossesKw).toBeLessThan(0);
    expect(found.lossesByTracingKw).toBeGreaterThanOrEqual(0);
  });

  test('what is sold and bought at one bus flows nowhere, either way, and the explanation says so', () => {
    const found = compareFootprints(sens, state, { sellerBus: B(1), buyerBus: B(1), kw: 15 });
    expect(found.branches).toEqual([]);
    expect([found.lossesKw, found.lossesByTracingKw]).toEqual([0, 0]);
    expect(found.explanation).toMatch(/^[A-Z][^.]+; both points are at one bus[^.]+\.$/);
  });

  test('a house that uses more than it feeds in has nothing to trace as a seller, and the explanation says so', () => {
    const found = compareFootprints(sens, state, { sellerBus: B(2), buyerBus: B(3), kw: 5 });
    expect(found.branches.every(b => b.fromSellerKw === 0)).toBe(true);
    expect(found.explanation).toMatch(/nothing can be traced from it\.$/);
    expect(compared.explanation).not.toMatch(/nothing/);
  });

  test('nothing traced is more than the flow, however large the trade', () => {
    const large = compareFootprints(sens, state, { sellerBus: B(1), buyerBus: B(3), kw: 1e6 });
    for (const { branch, byTracingKw } of large.branches)
      expect(Math.abs(byTracingKw)).toBeLessThanOrEqual(1000 * Math.abs(state.pFromMw[branch]!) + 1e-9);
  });

  test('the sensitivity is the AC difference of a small trade to first order: a tenth of it errs by a hundredth', () => {
    fc.assert(
      fc.property(meshedGrid, fc.nat(), fc.nat(), (random, a, b) => {
        const all = traced(random);
        fc.pre(all !== null);
        const [sellerBus, buyerBus] = [a % random.bus.count, b % random.bus.count];
        const slopes = sensitivities(all.model, all.state);
        fc.pre(slopes !== null && sellerBus !== buyerBus);
        const error = (kw: number) => {
          const { pMw, qMvar } = baseInjection(random);
          pMw[sellerBus]! += kw / 1000;
          pMw[buyerBus]! -= kw / 1000;
          const options = { start: all.state, tolerancePu: TOLERANCE_PU };
          const after = solve(all.model, { pMw, qMvar }, options);
          fc.pre(after.converged);
          const found = compareFootprints(slopes, all.state, { sellerBus, buyerBus, kw });
          const offKw = found.branches.map(({ branch, bySensitivityKw }) =>
            Math.abs(1000 * (after.pFromMw[branch]! - all.state.pFromMw[branch]!) - bySensitivityKw),
          );
          const offLossesKw = Math.abs(1000 * (after.lossesMw - all.state.lossesMw) - found.lossesKw);
          // On a base of 1 MVA, thousandths of a p.u. are of the size of kW.
          const offPuMilli = after.vmPu.map(
            (v, i) => 1000 * Math.abs(v - all.state.vmPu[i]! - found.vmPuChange[i]!),
          );
          return Math.max(...offKw, offLossesKw, ...offPuMilli);
        };
        // Second order: error(kw) ≤ c·kw², so a tenth of the trade has about a hundredth of the error.
        expect(error(1)).toBeLessThan(error(10) / 50 + 1e-5);
      }),
    );
  });

  test('on the demonstration grid every branch of either footprint is listed, the larger first', () => {
    const town = tracedSurely(demonstrationNetwork(1));
    const slopes = sensitivities(town.model, town.state)!;
    const seller = town.flows.injectionMw.findIndex((mw, i) => mw > 0 && i < town.model.freeCount);
    const buyer = town.flows.withdrawalMw.indexOf(Math.max(...town.flows.withdrawalMw));
    const trade = {
      sellerBus: town.model.busOfNode[Math.max(seller, 0)]!,
      buyerBus: town.model.busOfNode[buyer]!,
    };
    const found = compareFootprints(slopes, town.state, { ...trade, kw: 5 });
    const larger = found.branches.map(b => Math.max(Math.abs(b.byTracingKw), Math.abs(b.bySensitivityKw)));
    expect(larger).toEqual([...larger].sort((x, y) => y - x));
    expect(larger[0]).toBeGreaterThan(1);
  });
});
