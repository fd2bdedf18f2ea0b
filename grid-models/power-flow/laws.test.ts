/** Laws every power flow keeps, on random grids: rings, units that hold their voltage, shunts, loads of all kinds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { solveLinear } from './linear.ts';
import type { SolvedState } from './result.ts';
import { solve } from './solve.ts';
import { buses, grid, line, load, meshedGrid, slack } from './testing/grid.ts';
import { chances, renumbered, shuffled } from './testing/renumbered.ts';

/** Two solutions of one grid agree to this, p.u. and MW: the solver's tolerance times a mild condition. */
const DIGITS = 8;
const SOLVE = { start: 'flat', tolerancePu: 1e-11 } as const;

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** A meshed grid with charged lines, transformers off their middle tap, shunts, and loads that depend on their voltage. */
const anyGrid: fc.Arbitrary<Network> = fc
  .record({
    network: meshedGrid,
    charging: number(0, 0.05),
    leakage: number(0, 0.01),
    ratio: number(0.95, 1.05),
    shiftRad: number(-0.1, 0.1),
    constZShare: number(0, 0.5),
    constIShare: number(0, 0.5),
    capacitorMvar: number(-0.1, 0.1),
  })
  .map(({ network, charging, leakage, ratio, shiftRad, constZShare, constIShare, capacitorMvar }) => ({
    ...network,
    branch: {
      ...network.branch,
      bFromPu: network.branch.bFromPu.map(() => charging),
      bToPu: network.branch.bToPu.map(() => charging),
      gFromPu: network.branch.gFromPu.map(() => leakage),
      gToPu: network.branch.gToPu.map(() => leakage),
      // The first branch alone leads from the slack: a shift there turns all the grid and drives no power round.
      ratio: network.branch.ratio.map((one, e) => (e === 0 ? ratio : one)),
      shiftRad: network.branch.shiftRad.map((none, e) => (e === 0 ? shiftRad : none)),
    },
    load: loadsOfAllKinds(network, constZShare, constIShare),
    shunt: {
      count: 1,
      id: ['S'],
      bus: Int32Array.of(1),
      pMw: Float64Array.of(0.01),
      qMvar: Float64Array.of(-capacitorMvar),
      inService: Uint8Array.of(1),
    },
  }));

/** With one at the slack as well, where nothing but the slack's own balance depends on it. */
function loadsOfAllKinds(network: Network, constZShare: number, constIShare: number): Network['load'] {
  const loads = joined(network.load, grid({ load: [load(0, 0.1, 0.05)] }).load);
  return {
    ...loads,
    constZShare: loads.constZShare.map(() => constZShare),
    constIShare: loads.constIShare.map(() => constIShare),
  };
}

/** The state, or the run does not count: a few random grids have none. */
function solved(network: Network): SolvedState {
  const state = solve(buildModel(network), undefined, SOLVE);
  fc.pre(state.converged);
  return state;
}

function expectClose(found: Float64Array, expected: ArrayLike<number>, digits = DIGITS): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, digits);
  });
}

const law = (name: string, check: (network: Network) => void) =>
  test(name, () => {
    fc.assert(fc.property(anyGrid, check));
  });

describe('AC', () => {
  law('at every bus what is injected leaves through the branches, active and reactive', network => {
    const model = buildModel(network);
    const state = solved(network);
    const { bus, branch, load: loads, shunt, generator } = network;
    const { pMw, qMvar } = baseInjection(network);
    for (const source of state.slack) {
      pMw[source.bus]! += source.pMw;
      qMvar[source.bus]! += source.qMvar;
    }
    for (let l = 0; l < loads.count; l++) {
      const v = state.vmPu[loads.bus[l]!]!;
      const share = loads.constIShare[l]! * v + loads.constZShare[l]! * v * v;
      pMw[loads.bus[l]!]! -= loads.pMw[l]! * share;
      qMvar[loads.bus[l]!]! -= loads.qMvar[l]! * share;
    }
    for (let s = 0; s < shunt.count; s++) {
      const square = state.vmPu[shunt.bus[s]!]! ** 2;
      pMw[shunt.bus[s]!]! -= shunt.pMw[s]! * square;
      qMvar[shunt.bus[s]!]! -= shunt.qMvar[s]! * square;
    }
    for (let e = 0; e < branch.count; e++) {
      pMw[branch.from[e]!]! -= state.pFromMw[e]!;
      pMw[branch.to[e]!]! -= state.pToMw[e]!;
      qMvar[branch.from[e]!]! -= state.qFromMvar[e]!;
      qMvar[branch.to[e]!]! -= state.qToMvar[e]!;
    }
    const holdsVoltage = new Set(generator.bus);
    for (let b = 0; b < bus.count; b++) {
      expect(pMw[b]).toBeCloseTo(0, DIGITS);
      const node = model.nodeOfBus[b]!;
      // A unit that holds its voltage gives whatever reactive power that takes.
      if (!holdsVoltage.has(b) || node >= model.freeCount) expect(qMvar[b]).toBeCloseTo(0, DIGITS);
    }
  });

  test('the order of buses and branches, and which end of a line is called from, change nothing', () => {
    fc.assert(
      fc.property(anyGrid, chances, (network, chance) => {
        const before = solved(network);
        const place = shuffled(network.branch.count, chance);
        const moved = shuffled(network.bus.count, chance);
        const turned = solved(renumbered(withEndsSwapped(network), moved, place));
        before.vmPu.forEach((v, b) => {
          expect(turned.vmPu[moved[b]!]).toBeCloseTo(v, DIGITS);
          expect(turned.vaDeg[moved[b]!]).toBeCloseTo(before.vaDeg[b]!, DIGITS - 2);
        });
        before.pFromMw.forEach((p, e) => {
          const [from, to] = e === 0 ? [turned.pFromMw, turned.pToMw] : [turned.pToMw, turned.pFromMw];
          expect(from[place[e]!]).toBeCloseTo(p, DIGITS);
          expect(to[place[e]!]).toBeCloseTo(before.pToMw[e]!, DIGITS);
          expect(turned.iFromKa[place[e]!]! + turned.iToKa[place[e]!]!).toBeCloseTo(
            before.iFromKa[e]! + before.iToKa[e]!,
            DIGITS,
          );
        });
      }),
    );
  });

  test('the base power is a unit of account: MW, kA and voltages are the same in any', () => {
    fc.assert(
      fc.property(anyGrid, number(0.2, 50), (network, baseMva) => {
        const before = solved(network);
        const after = solved(inBase(network, baseMva));
        expectClose(after.vmPu, before.vmPu);
        expectClose(after.vaDeg, before.vaDeg, DIGITS - 2);
        expectClose(after.pFromMw, before.pFromMw);
        expectClose(after.qToMvar, before.qToMvar);
        expectClose(after.iFromKa, before.iFromKa);
        expect(after.lossesMw).toBeCloseTo(before.lossesMw, DIGITS);
        expect(after.slack[0]!.pMw).toBeCloseTo(before.slack[0]!.pMw, DIGITS);
      }),
    );
  });

  test('only differences of angle matter: turning the slack turns every bus and no flow', () => {
    fc.assert(
      fc.property(anyGrid, number(-60, 60), (network, deg) => {
        const before = solved(network);
        const { generator } = network;
        const vaDegSet = generator.vaDegSet.map(angle => angle + deg);
        const after = solved({ ...network, generator: { ...generator, vaDegSet } });
        expectClose(
          after.vaDeg,
          before.vaDeg.map(angle => angle + deg),
          DIGITS - 2,
        );
        expectClose(after.pFromMw, before.pFromMw);
        expectClose(after.qFromMvar, before.qFromMvar);
      }),
    );
  });

  test('two parallel branches are the one with their impedances in parallel and their charging summed', () => {
    fc.assert(
      fc.property(
        anyGrid,
        fc.nat(),
        number(0.005, 0.05),
        number(0.01, 0.1),
        number(0, 0.05),
        (network, pick, r, x, b) => {
          // Not the transformer: two of unlike ratio have no such sum.
          const e = 1 + (pick % (network.branch.count - 1));
          const { branch } = network;
          const [r0, x0] = [branch.rPu[e]!, branch.xPu[e]!];
          const [rBoth, xBoth] = inParallel([r0, x0], [r, x]);
          const second = { ...line(branch.from[e]!, branch.to[e]!, r, x), bFromPu: b, bToPu: b };
          const two = solved(withBranch(network, second));
          const one = solved(
            withColumns(network, e, {
              rPu: rBoth,
              xPu: xBoth,
              bFromPu: branch.bFromPu[e]! + b,
              bToPu: branch.bToPu[e]! + b,
            }),
          );
          expectClose(two.vmPu, one.vmPu);
          for (const flow of ['pFromMw', 'qFromMvar', 'pToMw', 'qToMvar'] as const) {
            const last = branch.count;
            expect(two[flow][e]! + two[flow][last]!).toBeCloseTo(one[flow][e]!, DIGITS);
            expectClose(two[flow].slice(0, e), one[flow].slice(0, e));
          }
          expect(two.lossesMw).toBeCloseTo(one.lossesMw, DIGITS);
        },
      ),
    );
  });

  test('a branch with one end open is no branch, and a shunt of its charging at the other end', () => {
    fc.assert(
      fc.property(
        anyGrid,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('from', 'to'),
        number(0.001, 0.2),
        number(0, 0.02),
        number(0.9, 1.1),
        (network, a, c, closed, b, g, ratio) => {
          const [from, to] = [a % network.bus.count, c % network.bus.count];
          fc.pre(from !== to);
          const stub = {
            ...line(from, to, 0.02, 0.05),
            bFromPu: b,
            bToPu: 2 * b,
            gFromPu: g,
            ratio,
            fromClosed: closed === 'from' ? 1 : 0,
            toClosed: closed === 'to' ? 1 : 0,
          };
          const open = solved(withBranch(network, stub));
          const near = closed === 'from' ? ([g, b] as const) : ([0, 2 * b] as const);
          const far = closed === 'from' ? ([0, 2 * b] as const) : ([g, b] as const);
          // Series impedance, then the far shunt: y = near + 1 / (z + 1/far), seen through the ratio at the from end.
          const [inLineG, inLineB] = behind([0.02, 0.05], far);
          const square = closed === 'from' ? ratio * ratio : 1;
          const [y, j] = [(near[0] + inLineG) / square, (near[1] + inLineB) / square];
          const at = closed === 'from' ? from : to;
          const shunted = solved(withShunt(network, at, y * network.baseMva, -j * network.baseMva));
          expectClose(open.vmPu, shunted.vmPu);
          expectClose(open.pFromMw.slice(0, -1), shunted.pFromMw);
          const [p, q] = closed === 'from' ? [open.pFromMw, open.qFromMvar] : [open.pToMw, open.qToMvar];
          expect(p.at(-1)).toBeCloseTo(y * open.vmPu[at]! ** 2, DIGITS);
          expect(q.at(-1)).toBeCloseTo(-j * open.vmPu[at]! ** 2, DIGITS);
          expect((closed === 'from' ? open.pToMw : open.pFromMw).at(-1)).toBe(0);
        },
      ),
    );
  });

  law('passive branches lose power and never make any', network => {
    const state = solved(network);
    state.pFromMw.forEach((p, e) => {
      expect(p + state.pToMw[e]!).toBeGreaterThan(-1e-12);
    });
  });

  law('the same input gives the same bits, in a model built anew and in one used before', network => {
    const model = buildModel(network);
    const first = solve(model, undefined, SOLVE);
    expect(solve(model, undefined, SOLVE)).toStrictEqual(first);
    expect(solve(buildModel(network), undefined, SOLVE)).toStrictEqual(first);
    if (!first.converged) return;
    const again = solve(buildModel(network), undefined, SOLVE);
    // Strict equality takes values for equal, this their bits.
    if (again.converged) expect(bits(again.vaDeg)).toEqual(bits(first.vaDeg));
  });
});

describe('DC', () => {
  const injections = (count: number, chance: fc.Stream<number>) => ({
    pMw: Float64Array.from({ length: count }, () => (chance.next().value % 2001) / 1000 - 1),
    qMvar: new Float64Array(count),
  });
  /** Flows of the injections alone: no shift, and nothing drawn beside them. */
  const flows = (network: Network, injection: ReturnType<typeof injections>) => {
    const { branch, load: loads, shunt } = network;
    const plain = {
      ...network,
      branch: { ...branch, shiftRad: branch.shiftRad.map(() => 0) },
      load: { ...loads, inService: loads.inService.map(() => 0) },
      shunt: { ...shunt, inService: shunt.inService.map(() => 0) },
    };
    const state = solveLinear(buildModel(plain), injection);
    if (!state.converged) throw new Error(state.message);
    return state;
  };

  test('flows, angles and slack of a weighted sum of injections are that sum of theirs', () => {
    fc.assert(
      fc.property(anyGrid, chances, number(-3, 3), number(-3, 3), (network, chance, a, b) => {
        const one = injections(network.bus.count, chance);
        const two = injections(network.bus.count, chance);
        const pMw = one.pMw.map((p, i) => a * p + b * two.pMw[i]!);
        const [first, second] = [flows(network, one), flows(network, two)];
        const both = flows(network, { pMw, qMvar: one.qMvar });
        expectClose(
          both.pFromMw,
          first.pFromMw.map((p, e) => a * p + b * second.pFromMw[e]!),
        );
        expectClose(
          both.vaDeg,
          first.vaDeg.map((angle, i) => a * angle + b * second.vaDeg[i]!),
        );
        expect(both.slack[0]!.pMw).toBeCloseTo(a * first.slack[0]!.pMw + b * second.slack[0]!.pMw, DIGITS);
      }),
    );
  });

  test('no power is lost: slack and injections sum to nothing', () => {
    fc.assert(
      fc.property(anyGrid, chances, (network, chance) => {
        const injection = injections(network.bus.count, chance);
        const state = flows(network, injection);
        expect(state.slack[0]!.pMw + injection.pMw.reduce((a, b) => a + b, 0)).toBeCloseTo(0, DIGITS);
      }),
    );
  });
});

test('the random grids of this file have a state nearly always, so the laws are tried', () => {
  const states = fc.sample(anyGrid, { numRuns: 100, seed: 1 }).map(network => solve(buildModel(network)));
  expect(states.filter(state => state.converged).length).toBeGreaterThan(80);
  expect(
    solve(buildModel(grid({ bus: buses(1), load: [load(0, 1)], generator: [slack(0)] }))).converged,
  ).toBe(true);
});

type Complex = readonly [re: number, im: number];

function inverse([re, im]: Complex): Complex {
  const square = re * re + im * im;
  return [re / square, -im / square];
}

function inParallel(a: Complex, b: Complex): Complex {
  const [ya, yb] = [inverse(a), inverse(b)];
  return inverse([ya[0] + yb[0], ya[1] + yb[1]]);
}

/** Admittance of an impedance in line with an admittance. */
function behind(z: Complex, y: Complex): Complex {
  const rest = inverse(y);
  return inverse([z[0] + rest[0], z[1] + rest[1]]);
}

type BranchNumbers = 'rPu' | 'xPu' | 'bFromPu' | 'bToPu';

function withColumns(network: Network, e: number, values: Record<BranchNumbers, number>): Network {
  const set = (name: BranchNumbers) => network.branch[name].with(e, values[name]);
  const { branch } = network;
  return {
    ...network,
    branch: {
      ...branch,
      rPu: set('rPu'),
      xPu: set('xPu'),
      bFromPu: set('bFromPu'),
      bToPu: set('bToPu'),
    },
  };
}

/** The network with one branch more, in the last row. */
function withBranch(network: Network, row: ReturnType<typeof line>): Network {
  const more = grid({ bus: buses(network.bus.count), branch: [row] }).branch;
  return { ...network, branch: joined(network.branch, more) };
}

function withShunt(network: Network, bus: number, pMw: number, qMvar: number): Network {
  const more = grid({ shunt: [{ id: 'stub', bus, pMw, qMvar, inService: 1 }] }).shunt;
  return { ...network, shunt: joined(network.shunt, more) };
}

/** Two tables of the same columns, one below the other. */
function joined<Columns extends { readonly count: number }>(above: Columns, below: Columns): Columns {
  const entries = Object.entries<unknown>(above).map(([name, column]) => {
    const more: unknown = below[name as keyof Columns];
    if (typeof column === 'number') return [name, above.count + below.count];
    if (column instanceof Float64Array) return [name, Float64Array.of(...column, ...(more as Float64Array))];
    if (column instanceof Int32Array) return [name, Int32Array.of(...column, ...(more as Int32Array))];
    if (column instanceof Uint8Array) return [name, Uint8Array.of(...column, ...(more as Uint8Array))];
    return [name, [...(column as unknown[]), ...(more as unknown[])]];
  });
  return Object.fromEntries(entries) as Columns;
}

/** From and to exchanged on all plain lines; the first branch keeps its own, its ratio stands at the from end. */
function withEndsSwapped(network: Network): Network {
  const { from, to } = network.branch;
  const swap = (here: Int32Array, there: Int32Array) => here.map((bus, e) => (e === 0 ? bus : there[e]!));
  return { ...network, branch: { ...network.branch, from: swap(from, to), to: swap(to, from) } };
}

/** z[p.u.] = z[Ω]·baseMva/kV², y[p.u.] = y[S]·kV²/baseMva; all powers are in MW and stay. */
function inBase(network: Network, baseMva: number): Network {
  const { branch } = network;
  const factor = baseMva / network.baseMva;
  const times = (values: Float64Array, by: number) => values.map(value => value * by);
  return {
    ...network,
    baseMva,
    branch: {
      ...branch,
      rPu: times(branch.rPu, factor),
      xPu: times(branch.xPu, factor),
      bFromPu: times(branch.bFromPu, 1 / factor),
      bToPu: times(branch.bToPu, 1 / factor),
      gFromPu: times(branch.gFromPu, 1 / factor),
      gToPu: times(branch.gToPu, 1 / factor),
    },
  };
}

function bits(values: Float64Array): bigint[] {
  return [...new BigUint64Array(values.buffer)];
}
