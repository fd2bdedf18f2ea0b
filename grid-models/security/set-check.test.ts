import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { solve } from '../power-flow/solve.ts';
import { B, feeder } from '../sensitivity/testing/feeder.ts';
import { assess } from './assessment.ts';
import { networkLimits } from './limits.ts';
import type { CutRule, SetTrade, SetVerdict } from './set-check.ts';
import { openInterval } from './trade-check.ts';

const RULES: readonly CutRule[] = ['pro-rata', 'least-value-first'];
const RESOLUTION_WH = 10;
/** The other side of the transformer. */
const MV = -1;

function open(network: Network) {
  const model = buildModel(network);
  const policy = { oneLeg: 'reject', resolutionWh: RESOLUTION_WH } as const;
  const injection = baseInjection(network);
  return openInterval({ model, injection, limits: networkLimits(network), policy, networkVersion: '1' });
}

function trade(id: string, from: number, to: number, energyWh: number, value = 100_000): SetTrade {
  return { id, sellerBus: B(from), buyerBus: B(to), energyWh, hours: 0.25, valueMicroEurPerKwh: value };
}

/** Another way to the same answer: a full power flow in polar form on the file's own injections. */
function isSafeByNewton(network: Network, set: readonly SetTrade[], energies: readonly number[]): boolean {
  const injection = baseInjection(network);
  set.forEach((t, n) => {
    const mw = energies[n]! / t.hours / 1e6;
    injection.pMw[t.sellerBus]! += mw;
    injection.pMw[t.buyerBus]! -= mw;
  });
  const state = solve(buildModel(network), injection, { tolerancePu: 1e-10 });
  return state.converged && assess(network, networkLimits(network), state).every(v => v.margin > -1e-5);
}

const safe = (verdict: SetVerdict) => verdict.shares.map(s => s.energySafeWh);

/** A transformer of 100 kVA, then three houses in a row. */
const street = (loadsKw = [20, 20, 20]) =>
  feeder({ transformerKva: 100, loadsKw, cableA: 2000, rOhm: 0.001, xOhm: 0.001 });

const random = fc.record({
  loads: fc.array(fc.double({ min: -20, max: 25, noNaN: true }), { minLength: 3, maxLength: 9 }),
  picks: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  ends: fc.array(
    fc.tuple(fc.nat(1000), fc.nat(1000), fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 5 })),
    {
      minLength: 1,
      maxLength: 10,
    },
  ),
});

/** A feeder whose schedule keeps its limits, and a set of trades on it; null where the feeder does not. */
function drawn({
  loads,
  picks,
  ends,
}: {
  loads: number[];
  picks: number[];
  ends: [number, number, number, number][];
}) {
  const network = feeder({ loadsKw: loads, parents: loads.map((_, n) => picks[n]! % (n + 1)), rOhm: 0.02 });
  const state = solve(buildModel(network));
  if (!state.converged || assess(network, networkLimits(network), state).length > 0) return null;
  const set = ends.map(([from, to, wh, value], n) =>
    trade(`t${n}`, 1 + (from % loads.length), 1 + (to % loads.length), wh, value * 10_000),
  );
  return { network, set };
}

describe('a set that fits', () => {
  test('is accepted whole, though each trade alone would not be', () => {
    // Two sellers at the end of the street feed a neighbour each: what one takes the other brings.
    const network = feeder({ transformerKva: 30, loadsKw: [10, 10], cableA: 2000, rOhm: 0.001, xOhm: 0.001 });
    const there = trade('there', 1, 2, 20_000);
    const back = trade('back', 2, 1, 20_000);
    const verdict = open(network).checkSet([there, back], 'pro-rata');
    expect(verdict).toMatchObject({ verdict: 'accepted', shares: [{ cutBy: null }, { cutBy: null }] });
    expect(open(network).check(there).verdict).not.toBe('accepted');
  });

  test('is decided by the bound where it is small', () => {
    const network = demonstrationNetwork(1);
    const set = network.points.slice(0, 100).map(
      (point, n): SetTrade => ({
        id: point.id,
        sellerBus: point.bus,
        buyerBus: network.points[(n + 50) % 100]!.bus,
        energyWh: 100,
        hours: 0.25,
        valueMicroEurPerKwh: 1,
      }),
    );
    expect(open(network).checkSet(set, 'pro-rata')).toMatchObject({
      verdict: 'accepted',
      decidedBy: 'bound',
    });
  });
});

describe('a set that does not fit', () => {
  // Houses draw 60 kW; the transformer carries 100. Energy from its other side to the street: 4·E kW more through it.
  const set = [trade('b', MV, 1, 10_000, 300), trade('a', MV, 2, 10_000, 100), trade('c', MV, 3, 5_000, 200)];

  test('pro rata: all that load the transformer are cut by one share', () => {
    const verdict = open(street()).checkSet(set, 'pro-rata');
    expect(verdict.verdict).toBe('reduced');
    expect(verdict.binding).toMatchObject({ element: 'T1', limit: 'transformer-loading' });
    const shares = verdict.shares.map(s => s.energySafeWh / s.energyAskedWh);
    // 40 kW of 100 kW asked, less some for reactive power and losses.
    for (const share of shares) expect(share).toBeCloseTo(0.38, 1);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan((2 * RESOLUTION_WH) / 5000);
    expect(verdict.shares.every(s => s.cutBy?.element === 'T1')).toBe(true);
  });

  test('least value first: the cheap ones go, the dear one keeps what fits', () => {
    const verdict = open(street()).checkSet(set, 'least-value-first');
    const of = Object.fromEntries(verdict.shares.map(s => [s.id, s.energySafeWh]));
    expect(of['a']).toBe(0);
    expect(of['c']).toBe(0);
    expect(of['b']).toBeGreaterThan(9000);
    expect(of['b']).toBeLessThan(10_000);
  });

  test('a trade that does not load the limit is not cut', () => {
    const network = feeder({
      transformerKva: 100,
      loadsKw: [20, 20, 20, 20],
      cableA: 2000,
      rOhm: 0.001,
      xOhm: 0.001,
    });
    const beside = trade('beside', 3, 4, 2_000, 1);
    for (const rule of RULES) {
      const { shares } = open(network).checkSet([...set, beside], rule);
      expect(shares[3]).toMatchObject({ energySafeWh: 2_000, cutBy: null });
    }
  });
});

describe.each(RULES)('laws of %s', rule => {
  test('what is left is safe by another power flow, nothing is added, and the order of coming decides nothing', () => {
    fc.assert(
      fc.property(random, choice => {
        const found = drawn(choice);
        if (!found) return;
        const { network, set } = found;
        const verdict = open(network).checkSet(set, rule);
        expect(isSafeByNewton(network, set, safe(verdict))).toBe(true);
        for (const share of verdict.shares) {
          expect(share.energySafeWh).toBeLessThanOrEqual(share.energyAskedWh);
          expect(share.cutBy !== null).toBe(share.energySafeWh < share.energyAskedWh);
        }
        const turned = open(network).checkSet([...set].reverse(), rule);
        expect([...turned.shares].reverse()).toEqual(verdict.shares);
        expect(turned.inputHash).toBe(verdict.inputHash);
      }),
      { numRuns: 60 },
    );
  });

  test('no trade that was cut can have a step more', () => {
    fc.assert(
      fc.property(random, choice => {
        const found = drawn(choice);
        if (!found) return;
        const { network, set } = found;
        const verdict = open(network).checkSet(set, rule);
        const cut = verdict.shares.flatMap((s, n) => (s.cutBy ? [n] : []));
        if (rule === 'pro-rata') {
          // Two steps more for all that stopped at one limit are too much there; one alone may fit by the rounding of the others.
          const limits = [...new Set(cut.map(n => verdict.shares[n]!.cutBy!.element))];
          const tooMuch = limits.some(element => {
            const more = (energy: number, n: number) =>
              verdict.shares[n]!.cutBy?.element === element
                ? Math.min(energy + 2 * RESOLUTION_WH, set[n]!.energyWh)
                : energy;
            return !isSafeByNewton(network, set, safe(verdict).map(more));
          });
          expect(tooMuch).toBe(limits.length > 0);
          return;
        }
        for (const n of cut) {
          const more = Math.min(safe(verdict)[n]! + 2 * RESOLUTION_WH, set[n]!.energyWh);
          if (n === cut.at(-1)) expect(isSafeByNewton(network, set, safe(verdict).with(n, more))).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('two trades of one id are refused, a dead bus and a schedule without solution hold the set', () => {
  const twice = [trade('x', 1, 2, 10), trade('x', 2, 1, 10)];
  expect(() => open(street()).checkSet(twice, 'pro-rata')).toThrow(/x is in the set twice/);
  const hopeless = open(street([9000, 20, 20])).checkSet([trade('x', 1, 2, 10)], 'pro-rata');
  expect(hopeless).toMatchObject({ verdict: 'held', shares: [{ energySafeWh: 0 }] });
});
