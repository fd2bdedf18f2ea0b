import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { solve } from '../power-flow/solve.ts';
import { B, type FeederOptions, feeder } from '../sensitivity/testing/feeder.ts';
import { assess } from './assessment.ts';
import type { AllowedOfClasses } from './interval-solver.ts';
import { type Limits, limitsOfClass, networkLimits, withTemporary } from './limits.ts';
import { type CheckedTrade, type CheckPolicy, type IntervalCheck, openInterval } from './trade-check.ts';

const POLICY: CheckPolicy = { oneLeg: 'reject', resolutionWh: 100 };
/** The long campaign asks for many times more trades. */
const RUNS = Number(process.env['INTERLOCK_RUNS'] ?? 1);
/** A trade this near to a limit may fall on either side of it in two solvers. */
const KNIFE_EDGE_PERCENT = 1e-5;

function open(network: Network, policy = POLICY, limits = networkLimits(network)): IntervalCheck {
  const model = buildModel(network);
  return openInterval({ model, injection: baseInjection(network), limits, policy, networkVersion: '1' });
}

function trade(from: number, to: number, kwh: number, id = 'T'): CheckedTrade {
  return { id, sellerBus: from, buyerBus: to, energyWh: Math.round(kwh * 1000), hours: 0.25 };
}

/** The slow twin: a full polar power flow of each leg state. @returns least margin, percent of loading or 1/100 p.u. */
function marginByNewton(
  interval: IntervalCheck,
  network: Network,
  limits: Limits,
  t: CheckedTrade,
  energyWh: number,
) {
  const model = buildModel(network);
  let margin = Number.POSITIVE_INFINITY;
  for (const [seller, buyer] of [
    [1, 1],
    [1, 0],
    [0, 1],
  ] as const) {
    const injection = interval.schedule();
    const mw = energyWh / t.hours / 1e6;
    injection.pMw[t.sellerBus]! += seller * mw;
    injection.pMw[t.buyerBus]! -= buyer * mw;
    const state = solve(model, injection, { tolerancePu: 1e-10 });
    if (!state.converged) return Number.NEGATIVE_INFINITY;
    const ofClass = limitsOfClass(limits, seller + buyer === 2 ? 'lasting' : 'temporary');
    for (const v of assess(network, ofClass, state)) {
      margin = Math.min(margin, v.unit === '%' ? v.margin : 100 * v.margin);
    }
  }
  return margin;
}

function sameVerdicts(
  network: Network,
  trades: readonly CheckedTrade[],
  policy = POLICY,
  limits = networkLimits(network),
): Map<string, number> {
  const interval = open(network, policy, limits);
  const seen = new Map<string, number>();
  for (const t of trades) {
    const verdict = interval.check(t);
    const kind = `${verdict.verdict} by ${verdict.decidedBy}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    const margin = marginByNewton(interval, network, limits, t, t.energyWh);
    if (Math.abs(margin) < KNIFE_EDGE_PERCENT) continue;
    expect(verdict.verdict === 'accepted', JSON.stringify({ t, verdict, margin })).toBe(margin > 0);
    if (verdict.verdict === 'accepted') continue;
    expect(verdict.energySafeWh).toBeLessThan(t.energyWh);
    expect(verdict.energySafeWh % policy.resolutionWh).toBe(0);
    if (verdict.energySafeWh > 0) {
      expect(marginByNewton(interval, network, limits, t, verdict.energySafeWh)).toBeGreaterThan(
        -KNIFE_EDGE_PERCENT,
      );
    }
    const above = Math.min(verdict.energySafeWh + policy.resolutionWh, t.energyWh);
    expect(marginByNewton(interval, network, limits, t, above)).toBeLessThan(KNIFE_EDGE_PERCENT);
  }
  return seen;
}

function randomTrades(buses: readonly number[], count: number, kwhMax: number, seed: number): CheckedTrade[] {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const pick = () => buses[Math.floor(next() * buses.length)]!;
  return Array.from({ length: count }, (_, n) =>
    trade(pick(), pick(), 0.001 + next() ** 2 * kwhMax, String(n)),
  );
}

describe('against a full power flow of every leg state', () => {
  test('the demonstration grid: the same verdicts, whether bound or AC decided', () => {
    const network = demonstrationNetwork(1);
    const buses = network.points.map(p => p.bus);
    const seen = sameVerdicts(network, randomTrades(buses, 80 * RUNS, 60, 3));
    expect(seen.get('accepted by bound')).toBeGreaterThan(30);
    expect(seen.get('reduced by ac')).toBeGreaterThan(5);
  });

  test('random feeders, trees and rings, with and without voltage control', () => {
    const options = fc.record({
      loads: fc.array(fc.double({ min: -25, max: 25, noNaN: true }), { minLength: 2, maxLength: 12 }),
      picks: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
      rOhm: fc.double({ min: 0.005, max: 0.03, noNaN: true }),
      variant: fc.constantFrom('tree', 'ring', 'pv', 'constant-current'),
      temporary: fc.boolean(),
      seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    });
    fc.assert(
      fc.property(options, ({ loads, picks, rOhm, variant, temporary, seed }) => {
        const network = feeder({
          loadsKw: loads,
          parents: loads.map((_, n) => picks[n]! % (n + 1)),
          rOhm,
          ...(variant === 'ring' ? { rings: [[loads.length, 0]] as const } : {}),
          ...(variant === 'pv' ? { pv: { at: 1, kw: 10, vmPu: 1 } } : {}),
          ...(variant === 'constant-current' ? { constIShare: 0.4 } : {}),
        });
        const state = solve(buildModel(network));
        // A schedule beyond its own limits is another story, told below.
        if (!state.converged || assess(network, networkLimits(network), state).length > 0) return;
        const buses = loads.map((_, n) => B(n + 1));
        const own = networkLimits(network);
        const short = { vmPuLow: 0.85, vmPuHigh: 1.15, loadingPercent: 130 };
        const limits = temporary ? withTemporary(own, short) : own;
        sameVerdicts(network, randomTrades(buses, 6, 25, seed), POLICY, limits);
      }),
      { numRuns: 60 },
    );
  });
});

describe('verdicts', () => {
  const tight: FeederOptions = {
    transformerKva: 100,
    loadsKw: [10, 10, 10],
    cableA: 2000,
    rOhm: 0.001,
    xOhm: 0.001,
  };

  test('a trade that is safe only while its buyer shows up is reduced, naming the transformer the seller alone would overload', () => {
    const verdict = open(feeder(tight)).check(trade(B(3), B(1), 40));
    expect(verdict).toMatchObject({
      verdict: 'reduced',
      cause: 'oneLegWouldViolate',
      decidedBy: 'ac',
      binding: {
        limit: 'transformer-loading',
        element: 'T1',
        leg: 'seller-only',
        limitValue: 100,
        unit: '%',
      },
    });
    expect(verdict.reason).toMatch(
      /^with the buyer absent the seller alone would load transformer T1 to \d+\.\d % \(limit 100 %\); \d+\.\d kWh would be safe$/,
    );
    expect(verdict.binding!.margin).toBeCloseTo(100 - verdict.binding!.value, 12);
  });

  test('where the policy only warns of one leg the same trade passes, with the warning', () => {
    const verdict = open(feeder(tight), { ...POLICY, oneLeg: 'warn' }).check(trade(B(3), B(1), 40));
    expect(verdict).toMatchObject({ verdict: 'accepted', energySafeWh: 40_000, decidedBy: 'ac' });
    expect(verdict.notes.join()).toContain(
      'with the buyer absent the seller alone would load transformer T1',
    );
  });

  test('an accepted trade names the limit that would bind first if it were larger', () => {
    const verdict = open(feeder(tight)).check(trade(B(3), B(1), 1));
    expect(verdict).toMatchObject({ verdict: 'accepted', decidedBy: 'bound', energySafeWh: 1000 });
    expect(verdict.binding!.margin).toBeGreaterThan(0);
    expect(verdict.binding!.element).toBe('T1');
    expect(verdict.binding!.leg).toBe('buyer-only');
  });

  test('what was accepted counts for the next trade, and can be taken off again', () => {
    const interval = open(feeder(tight));
    const first = trade(0, B(1), 10, 'A');
    const second = trade(0, B(2), 10, 'B');
    expect(interval.check(second).verdict).toBe('accepted');
    const before = interval.check(second).inputHash;
    interval.accept(first, 10_000);
    expect(interval.check(second)).toMatchObject({ verdict: 'reduced', binding: { element: 'T1' } });
    interval.accept(first, -10_000);
    expect(interval.check(second)).toMatchObject({ verdict: 'accepted', inputHash: before });
  });

  test('a seller and a buyer behind the same connection move nothing together, and each alone does', () => {
    const verdict = open(feeder(tight)).check(trade(B(2), B(2), 40));
    expect(verdict).toMatchObject({ verdict: 'reduced', cause: 'oneLegWouldViolate' });
  });

  test('the safe energy does not depend on how much more was asked', () => {
    const interval = open(feeder(tight));
    const safe = [18, 20, 30, 60, 90].map(kwh => interval.check(trade(0, B(3), kwh)).energySafeWh);
    expect(new Set(safe).size).toBe(1);
    expect(interval.check(trade(0, B(3), safe[0]! / 1000)).verdict).toBe('accepted');
  });

  test('screening and AC never contradict each other', () => {
    const network = demonstrationNetwork(2);
    const interval = open(network);
    let sameLimit = 0;
    for (const t of randomTrades(
      network.points.map(p => p.bus),
      100,
      40,
      8,
    )) {
      const fast = interval.check(t);
      const exact = interval.checkByAc(t);
      expect(fast).toMatchObject({
        verdict: exact.verdict,
        energySafeWh: exact.energySafeWh,
        inputHash: exact.inputHash,
      });
      if (fast.binding!.element !== exact.binding!.element) continue;
      sameLimit++;
      // The bound shows its linear estimate: within a few points of loading even for the largest trades here.
      expect(Math.abs(fast.binding!.value - exact.binding!.value)).toBeLessThan(3);
    }
    // To first order two sections of one cable can be as near to their limits as each other.
    expect(sameLimit).toBeGreaterThan(95);
  });
});

test('a burst of trades, each on top of those accepted before, gets the verdicts that AC alone gives', () => {
  const network = demonstrationNetwork(1);
  const buses = network.points.map(p => p.bus);
  const [fast, exact] = [open(network), open(network)];
  const seen = new Map<string, number>();
  for (const t of randomTrades(buses, 80 * RUNS, 60, 21)) {
    const verdict = fast.check(t);
    const slow = exact.checkByAc(t);
    const { verdict: said, energySafeWh, inputHash } = slow;
    expect(verdict).toMatchObject({ verdict: said, energySafeWh, inputHash });
    const kind = `${said} by ${verdict.decidedBy}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (energySafeWh === 0) continue;
    fast.accept(t, energySafeWh);
    exact.accept(t, energySafeWh);
  }
  expect(seen.get('accepted by bound')).toBeGreaterThan(10);
  expect(seen.get('reduced by ac')).toBeGreaterThan(5);
});

describe('a schedule beyond its limits', () => {
  /** Two branches of the busbar; the first cable of one is overloaded by the schedule itself. */
  const overloaded = feeder({ loadsKw: [60, 5, 5], parents: [0, 0, 2], cableA: 80, rOhm: 0.01 });

  test('a trade that does not worsen the violation passes, and says so', () => {
    const verdict = open(overloaded).check(trade(B(2), B(3), 1));
    expect(verdict.verdict).toBe('accepted');
    expect(verdict.notes.join()).toMatch(/line C1 is at 1\d\d\.\d % \(limit 100 %\) by the schedule alone/);
  });

  test('a trade that worsens it is rejected with the value it has already', () => {
    const verdict = open(overloaded).check(trade(B(2), B(1), 1));
    expect(verdict).toMatchObject({
      verdict: 'rejected',
      energySafeWh: 0,
      binding: { element: 'C1', limitValue: 100 },
    });
    expect(verdict.reason).toMatch(/would load line C1, which is at 1\d\d\.\d % already, to/);
  });

  test('a trade that relieves it passes', () => {
    const warn = open(overloaded, { ...POLICY, oneLeg: 'warn' });
    expect(warn.check(trade(B(1), B(3), 1)).verdict).toBe('accepted');
  });

  test('many trades that each worsen it by next to nothing do not add up to anything', () => {
    const interval = open(overloaded);
    let accepted = 0;
    for (let n = 0; n < 200; n++) {
      // The buyer's branch is not the overloaded one; only the voltage of the busbar couples them.
      const t = trade(0, B(2), 0.2, String(n));
      const { verdict } = interval.check(t);
      if (verdict !== 'accepted') continue;
      accepted++;
      interval.accept(t, t.energyWh);
    }
    const before = solve(buildModel(overloaded));
    const after = solve(buildModel(overloaded), interval.schedule());
    if (!before.converged || !after.converged) throw new Error('both converge');
    expect(accepted).toBeLessThan(200);
    expect(after.loadingPercent[1]! - before.loadingPercent[1]!).toBeLessThan(0.502);
  });

  test('nor do they when they are asked about one by one, each question on the schedule of the one before', () => {
    const model = buildModel(overloaded);
    const start = solve(model);
    let injection = baseInjection(overloaded);
    let allowedBefore: AllowedOfClasses | undefined;
    for (let n = 0; n < 60; n++) {
      const interval = openInterval({
        model,
        injection,
        limits: networkLimits(overloaded),
        policy: POLICY,
        networkVersion: 'test',
        ...(allowedBefore ? { allowedBefore } : {}),
      });
      const t = trade(0, B(2), 2, String(n));
      if (interval.check(t).verdict === 'accepted') interval.accept(t, t.energyWh);
      injection = interval.schedule();
      allowedBefore = interval.solver.allowed();
    }
    const after = solve(model, injection);
    if (!start.converged || !after.converged) throw new Error('both converge');
    expect(after.loadingPercent[1]! - start.loadingPercent[1]!).toBeLessThan(0.052);
  });
});

describe('limits for a short time', () => {
  // 60 kW of load behind 100 kVA: the buyer alone brings it to some 113 %, both legs leave it as it is.
  const street = feeder({
    transformerKva: 100,
    loadsKw: [20, 20, 20],
    cableA: 2000,
    rOhm: 0.001,
    xOhm: 0.001,
  });
  const own = networkLimits(street);
  const short = withTemporary(own, { vmPuLow: 0.85, vmPuHigh: 1.1, loadingPercent: 120 });
  const inside = trade(B(1), B(3), 12.5);

  test('decide about a leg alone, which does not last', () => {
    expect(open(street, POLICY, own).check(inside)).toMatchObject({
      verdict: 'reduced',
      binding: { leg: 'buyer-only', limitClass: 'lasting', limitValue: 100 },
    });
    expect(open(street, POLICY, short).check(inside)).toMatchObject({ verdict: 'accepted' });
    const { verdict, binding, reason } = open(street, POLICY, short).check(trade(B(1), B(3), 20));
    expect({ verdict, binding }).toMatchObject({
      verdict: 'reduced',
      binding: { leg: 'buyer-only', limitClass: 'temporary', limitValue: 120 },
    });
    expect(reason).toContain('(short-time limit 120 %)');
  });

  test('never about both legs, which do', () => {
    // Through the transformer, with both legs: 110 %.
    const through = trade(0, B(3), 12.5);
    expect(open(street, POLICY, short).check(through)).toMatchObject({
      verdict: 'reduced',
      binding: { leg: 'both', limitClass: 'lasting', limitValue: 100 },
    });
  });

  test('are part of the evidence', () => {
    const hash = (limits: Limits) => open(street, POLICY, limits).check(inside).inputHash;
    expect(hash(short)).not.toBe(hash(own));
    expect(hash(short)).toBe(hash(withTemporary(own, { vmPuLow: 0.85, vmPuHigh: 1.1, loadingPercent: 120 })));
    expect(hash(short)).not.toBe(
      hash(withTemporary(own, { vmPuLow: 0.85, vmPuHigh: 1.1, loadingPercent: 121 })),
    );
  });
});

describe('nothing is waved through', () => {
  test('a thousand schedules beyond what their grid can carry hold every trade and every set', () => {
    let beyond = 0;
    for (let n = 0; beyond < 1000; n++) {
      // 250 kVA behind cables of 20 milliohm: no state above some 2 MW, wherever it is drawn.
      const loadsKw = [0, 1, 2].map(k => (k === n % 3 ? 3000 * 1.02 ** (n % 300) : (7 * n + k) % 40));
      const network = feeder({ loadsKw, rOhm: 0.02 + (n % 7) / 1000, transformerKva: 250 });
      const interval = open(network);
      if (interval.state.converged) continue;
      beyond++;
      const asked = trade(B(1), B(3), 1 + (n % 5));
      const held = { verdict: 'held', binding: null, decidedBy: 'none' };
      expect(interval.check(asked)).toMatchObject({ ...held, energySafeWh: 0 });
      expect(interval.checkSet([{ ...asked, valueMicroEurPerKwh: 1 }], 'pro-rata')).toMatchObject({
        ...held,
        shares: [{ energySafeWh: 0 }],
      });
    }
  });

  test('a schedule without solution holds every trade, with the reason', () => {
    const interval = open(feeder({ loadsKw: [5000, 5000, 5000] }));
    expect(interval.state.converged).toBe(false);
    const verdict = interval.check(trade(B(1), B(2), 1));
    expect(verdict).toMatchObject({ verdict: 'held', decidedBy: 'none', binding: null, energySafeWh: 0 });
    expect(verdict).toMatchObject({ cause: 'noConvergence' });
    expect(verdict.reason).toContain('the schedule itself has no solution');
    interval.accept(trade(B(1), B(2), 1), 1000);
    expect(interval.check(trade(B(1), B(2), 1)).verdict).toBe('held');
  });

  test('1,000 trades no state of the grid can carry are held, every one', () => {
    const interval = open(feeder({}));
    for (let n = 0; n < 1000; n++) {
      const verdict = interval.check(trade(0, B(1 + (n % 3)), 2000 + 37 * n));
      expect(verdict).toMatchObject({
        verdict: 'held',
        cause: 'noConvergence',
        binding: null,
        energySafeWh: 0,
      });
    }
  });

  test('a leg that alone has no solution holds the trade even where one leg only warns', () => {
    const interval = open(feeder({}), { ...POLICY, oneLeg: 'warn' });
    const verdict = interval.check(trade(B(3), B(3), 5000));
    expect(verdict).toMatchObject({ verdict: 'held' });
    expect(verdict.reason).toContain('with the seller delivering and the buyer taking nothing');
  });

  test('a dead bus holds the trade and is named', () => {
    const network = feeder({});
    network.branch.toClosed[3] = 0;
    expect(open(network).check(trade(B(1), B(3), 1))).toMatchObject({
      verdict: 'held',
      cause: 'deadBus',
      reason: expect.stringContaining('bus B3 is not energised'),
    });
  });

  test('limits that are not given are named and never replaced', () => {
    const network = feeder({ cableA: Number.NaN, vmPuMin: Number.NaN });
    const { notes } = open(network).check(trade(B(1), B(2), 1));
    expect(notes).toEqual([
      'no lower voltage limit is given for MV, B0, B1 and 2 more: it cannot bind there',
      'no rating is given for C1, C2, C3: it cannot bind there',
    ]);
  });

  test('a trade that is none is refused loudly', () => {
    const interval = open(feeder({}));
    expect(() => interval.check({ ...trade(B(1), B(2), 1), energyWh: 0.5 })).toThrow(
      /not a whole number above 0/,
    );
    expect(() => interval.check(trade(B(1), 99, 1))).toThrow(/no row of the bus table/);
  });
});

describe('evidence', () => {
  const network = feeder({ transformerKva: 100, loadsKw: [10, 10, 10] });
  const asked = trade(B(3), B(1), 40);

  test('the same inputs give the same verdict and hash, a hundred times over', () => {
    const first = open(network).check(asked);
    for (let n = 0; n < 100; n++) expect(open(network).check(asked)).toEqual(first);
  });

  test('the order in which trades were accepted does not matter', () => {
    const [a, b] = [trade(B(1), B(2), 1, 'a'), trade(B(2), B(3), 2, 'b')];
    const one = open(network);
    one.accept(a, 1000);
    one.accept(b, 2000);
    const other = open(network);
    other.accept(b, 2000);
    other.accept(a, 1000);
    expect(one.check(asked).inputHash).toBe(other.check(asked).inputHash);
  });

  test('any input that changes by its smallest unit changes the hash', () => {
    const model = buildModel(network);
    const input = {
      model,
      injection: baseInjection(network),
      limits: networkLimits(network),
      policy: POLICY,
      networkVersion: '1',
    };
    const hash = (change: Partial<typeof input>, t = asked) =>
      openInterval({ ...input, ...change }).check(t).inputHash;
    const injection = baseInjection(network);
    injection.pMw[2]! += 1e-6;
    const limits = { ...networkLimits(network), vmPuMax: networkLimits(network).vmPuMax.map(v => v + 1e-6) };
    const all = [
      hash({}),
      hash({ injection }),
      hash({ limits }),
      hash({ networkVersion: '2' }),
      hash({ policy: { ...POLICY, oneLeg: 'warn' } }),
      hash({ policy: { ...POLICY, resolutionWh: 1 } }),
      hash({}, { ...asked, id: 'U' }),
      hash({}, { ...asked, energyWh: asked.energyWh + 1 }),
      hash({}, { ...asked, sellerBus: asked.buyerBus }),
      hash({}, { ...asked, hours: 0.5 }),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all[0]).toMatch(/^0x[0-9a-f]{64}$/);
  });

  test('a schedule that differs by less than its quantum is the same schedule, bit for bit', () => {
    const injection = baseInjection(network);
    injection.pMw[2]! += 1e-8;
    const model = buildModel(network);
    const limits = networkLimits(network);
    const verdict = openInterval({ model, injection, limits, policy: POLICY, networkVersion: '1' }).check(
      asked,
    );
    expect(verdict).toEqual(open(network).check(asked));
  });
});
