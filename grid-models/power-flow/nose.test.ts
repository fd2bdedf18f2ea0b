import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { nose } from './nose.ts';
import { solve } from './solve.ts';
import { buses, grid, line, load, meshedGrid, slack } from './testing/grid.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const SHARE_RELATIVE = 1e-4;

/**
 * Largest apparent power through r + jx from a source at V, at power factor cos φ. The receiving voltage v
 * satisfies
 *
 *     v⁴ + v² (2 (r P + x Q) − V²) + |z|² S² = 0,   real v² ⇔ V² − 2 (r P + x Q) ≥ 2 |z| S
 *
 * and with P = S cos φ, Q = S sin φ that is  S ≤ V² / (2 (|z| + r cos φ + x sin φ)).
 * At r = 0 it is P ≤ V² cos φ / (2 x (1 + sin φ)).
 */
function apparentMax(vPu: number, rPu: number, xPu: number, phi: number): number {
  return vPu ** 2 / (2 * (Math.hypot(rPu, xPu) + rPu * Math.cos(phi) + xPu * Math.sin(phi)));
}

function twoBus(vPu: number, rPu: number, xPu: number, s: number, phi: number, shares = {}): Network {
  return grid({
    bus: buses(2),
    branch: [line(0, 1, rPu, xPu)],
    load: [{ ...load(1, s * Math.cos(phi), s * Math.sin(phi)), ...shares }],
    generator: [slack(0, vPu)],
  });
}

test('the nose of two buses is where the closed form has it', () => {
  fc.assert(
    fc.property(
      number(0.9, 1.1),
      number(0, 0.3),
      number(0.02, 0.5),
      number(-0.8, 1.3),
      number(0.11, 3),
      (v, r, x, phi, times) => {
        const most = apparentMax(v, r, x, phi);
        const { solvedShare, unsolvedShare } = nose(
          buildModel(twoBus(v, r, x, times * most, phi)),
          undefined,
          10,
        );
        expect(Math.abs(solvedShare! * times - 1)).toBeLessThan(SHARE_RELATIVE * Math.max(1, 10 * times));
        expect(unsolvedShare! * times).toBeGreaterThan(1 - SHARE_RELATIVE);
      },
    ),
  );
});

test('an injection the grid can serve has its whole share, and how far it may grow on request', () => {
  const model = buildModel(twoBus(1, 0, 0.5, 0.5, 0));
  expect(nose(model)).toEqual({ solvedShare: 1, unsolvedShare: null });
  expect(nose(model, undefined, 4).solvedShare).toBeCloseTo(2, 3);
});

test('a load of constant impedance has no nose; loads of constant current are scaled as well', () => {
  const impedance = buildModel(twoBus(1, 0.1, 0.5, 3, 0.3, { constZShare: 1 }));
  expect(nose(impedance, undefined, 10)).toEqual({ solvedShare: 10, unsolvedShare: null });
  // p v = v sin θ / x: p x = sin θ, so p = 1 / x = 2 is the most, half of 4; beyond it only v = 0 is left.
  const current = buildModel(twoBus(1, 0, 0.5, 4, 0, { constIShare: 1 }));
  expect(nose(current).solvedShare).toBeCloseTo(0.5, 3);
});

test('a share of an injection is that share of every load of the network, whatever the load depends on', () => {
  const mixed = (share: number): Network =>
    grid({
      bus: buses(3),
      branch: [line(0, 1, 0.02, 0.2), line(1, 2, 0.02, 0.2)],
      load: [
        { ...load(1, 1.5 * share, 0.9 * share), constZShare: 0.9 },
        { ...load(2, 1.2 * share, 0.5 * share), constZShare: 0.2, constIShare: 0.3 },
      ],
      generator: [slack(0)],
    });
  const { solvedShare, unsolvedShare } = nose(buildModel(mixed(1)), undefined, 2);
  const isSolved = (share: number) =>
    solve(buildModel(mixed(share)), undefined, { fallback: 'globalised' }).converged;
  expect(isSolved(0.999 * solvedShare!)).toBe(true);
  expect(isSolved(1.001 * unsolvedShare!)).toBe(false);
});

test('a grid that has no state even without load says so', () => {
  const network = grid({
    bus: buses(2),
    branch: [line(0, 1, 0, Number.NaN)],
    load: [load(1, 1)],
    generator: [slack(0)],
  });
  expect(nose(buildModel(network))).toEqual({ solvedShare: null, unsolvedShare: 0 });
});

test('below the nose there is a state and just above it there is none', () => {
  fc.assert(
    fc.property(meshedGrid, network => {
      const model = buildModel(network);
      const { solvedShare, unsolvedShare } = nose(model, undefined, 30);
      if (solvedShare === null || unsolvedShare === null) return;
      expect(unsolvedShare - solvedShare).toBeLessThanOrEqual(30 * 1.01e-4);
      const scaled = (share: number) => ({
        pMw: Float64Array.from(network.bus.id, (_, b) => share * injected(network, b, 'pMw')),
        qMvar: Float64Array.from(network.bus.id, (_, b) => share * injected(network, b, 'qMvar')),
      });
      expect(solve(model, scaled(0.9 * solvedShare), { fallback: 'globalised' }).converged).toBe(true);
      expect(solve(model, scaled(unsolvedShare * 1.02), { fallback: 'globalised' }).converged).toBe(false);
    }),
    { numRuns: 40 },
  );
});

function injected({ load: loads, generator }: Network, bus: number, power: 'pMw' | 'qMvar'): number {
  let sum = 0;
  for (let l = 0; l < loads.count; l++) if (loads.bus[l] === bus) sum -= loads[power][l]!;
  for (let g = 0; g < generator.count; g++)
    if (power === 'pMw' && generator.bus[g] === bus && bus > 0) sum += generator.pMw[g]!;
  return sum;
}
