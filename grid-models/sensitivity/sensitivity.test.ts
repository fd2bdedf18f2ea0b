import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { readMatpower } from '../formats/matpower/read.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { dcSensitivities, ptdfColumn, ptdfRow } from './ptdf.ts';
import { B, feeder } from './testing/feeder.ts';
import { effectOfInjection, effectOfTrade, effectOnElement, sensitivities } from './voltage-and-flow.ts';

const MATPOWER = '../shared/data/matpower';

function prepared(network: Network) {
  const model = buildModel(network);
  const injection = baseInjection(network);
  const at = (bus: number, kw: number): SolvedState => {
    const changed = { pMw: injection.pMw.slice(), qMvar: injection.qMvar };
    if (bus >= 0) changed.pMw[bus]! += kw / 1000;
    const state = solve(model, changed, { tolerancePu: 1e-10 });
    if (!state.converged) throw new Error(state.message);
    return state;
  };
  const sens = sensitivities(model, at(-1, 0));
  if (!sens) throw new Error('singular');
  return { model, sens, at };
}

/** Central difference of a value by the injection at a bus, per kW. */
function slope(
  at: (bus: number, kw: number) => SolvedState,
  bus: number,
  kw: number,
  value: (s: SolvedState) => number,
) {
  return (value(at(bus, kw)) - value(at(bus, -kw))) / (2 * kw);
}

const NETWORKS: readonly (readonly [string, Network, number])[] = [
  ['a feeder', feeder({ loadsKw: [10, -20, 8, 12], parents: [0, 1, 1, 3] }), 0.01],
  ['a feeder with a ring and constant-current loads', feeder({ rings: [[3, 0]], constIShare: 0.5 }), 0.01],
  ['a feeder with a voltage-controlled unit', feeder({ pv: { at: 2, kw: 10, vmPu: 1.01 } }), 0.01],
  ['the demonstration grid', demonstrationNetwork(1), 0.1],
];

describe.each(NETWORKS)('slopes on %s are those of the power flow', (_, network, kw) => {
  const { sens, at } = prepared(network);
  const buses = [1, 2, Math.floor(network.bus.count / 2), network.bus.count - 1];
  const branches = [0, 1, Math.floor(network.branch.count / 2), network.branch.count - 1];

  test('voltages, flows, loadings and losses by the injection at one bus', () => {
    for (const bus of buses) {
      const effect = effectOfInjection(sens, bus);
      for (const b of buses)
        expect(effect.vmPuPerKw[b]).toBeCloseTo(
          slope(at, bus, kw, s => s.vmPu[b]!),
          8,
        );
      for (const e of branches) {
        expect(effect.pFromKwPerKw[e]).toBeCloseTo(
          slope(at, bus, kw, s => 1000 * s.pFromMw[e]!),
          5,
        );
        expect(effect.pToKwPerKw[e]).toBeCloseTo(
          slope(at, bus, kw, s => 1000 * s.pToMw[e]!),
          5,
        );
        const loading = slope(at, bus, kw, s => s.loadingPercent[e]!);
        if (!Number.isNaN(loading)) expect(effect.loadingPercentPerKw[e]).toBeCloseTo(loading, 4);
      }
      expect(effect.lossesKwPerKw).toBeCloseTo(
        slope(at, bus, kw, s => 1000 * s.lossesMw),
        5,
      );
    }
  });

  test('one element by every bus is the same table, read the other way', () => {
    const byBus = buses.map(bus => effectOfInjection(sens, bus));
    for (const b of buses) {
      const row = effectOnElement(sens, { kind: 'voltage', bus: b });
      buses.forEach((bus, n) => {
        expect(row[bus]).toBeCloseTo(byBus[n]!.vmPuPerKw[b]!, 12);
      });
    }
    for (const branch of branches) {
      const flow = effectOnElement(sens, { kind: 'flow', branch });
      const loading = effectOnElement(sens, { kind: 'loading', branch });
      buses.forEach((bus, n) => {
        expect(flow[bus]).toBeCloseTo(byBus[n]!.pFromKwPerKw[branch]!, 10);
        if (!Number.isNaN(byBus[n]!.loadingPercentPerKw[branch])) {
          expect(loading[bus]).toBeCloseTo(byBus[n]!.loadingPercentPerKw[branch]!, 10);
        }
      });
    }
    const losses = effectOnElement(sens, { kind: 'losses' });
    buses.forEach((bus, n) => {
      expect(losses[bus]).toBeCloseTo(byBus[n]!.lossesKwPerKw, 10);
    });
  });
});

describe('footprint', () => {
  const network = feeder({ loadsKw: [10, 10, 10, 10], parents: [0, 1, 0, 3] });
  const { sens } = prepared(network);

  test('footprints add up: A→B and B→C are A→C', () => {
    const bus = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(bus, bus, bus, (a, b, c) => {
        const ab = effectOfTrade(sens, a, b);
        const bc = effectOfTrade(sens, b, c);
        const ac = effectOfTrade(sens, a, c);
        ac.pFromKwPerKw.forEach((p, e) => {
          expect(ab.pFromKwPerKw[e]! + bc.pFromKwPerKw[e]!).toBeCloseTo(p, 10);
        });
      }),
    );
  });

  test('a trade along one branch of the feeder touches its cable fully and the transformer by the losses only', () => {
    const { pFromKwPerKw } = effectOfTrade(sens, B(2), B(1));
    const touched = network.branch.id.filter((_, e) => Math.abs(pFromKwPerKw[e]!) > 0.05);
    expect(touched).toEqual(['C2']);
    expect(pFromKwPerKw[network.branch.id.indexOf('C2')]).toBeCloseTo(-1, 1);
  });

  test('the reverse trade has the footprint with the other sign', () => {
    const there = effectOfTrade(sens, B(2), B(4));
    const back = effectOfTrade(sens, B(4), B(2));
    expect(there.lossesKwPerKw).toBeCloseTo(-back.lossesKwPerKw, 12);
    there.pFromKwPerKw.forEach((kw, e) => {
      expect(kw).toBeCloseTo(-back.pFromKwPerKw[e]!, 12);
    });
  });

  test('slack and dead buses have no effect', () => {
    const dead = feeder({});
    dead.branch.toClosed[3] = 0;
    const at = prepared(dead).sens;
    expect(effectOfInjection(at, B(3)).vmPuPerKw.every(x => x === 0)).toBe(true);
    expect(effectOfInjection(at, 0).pFromKwPerKw.every(x => x === 0)).toBe(true);
    expect(effectOnElement(at, { kind: 'loading', branch: 0 })[B(3)]).toBe(0);
  });
});

describe.skipIf(!existsSync(MATPOWER))('PTDF of MATPOWER (skipped where the data is absent)', () => {
  test.each(['case14', 'case30'])('%s: every entry', name => {
    const network = readMatpower(`${name}.m`, readFileSync(`${MATPOWER}/cases/${name}.m`, 'utf8'));
    const expected = JSON.parse(readFileSync(`${MATPOWER}/ptdf/${name}.json`, 'utf8')) as {
      ptdf: number[][];
    };
    const dc = dcSensitivities(buildModel(network))!;
    for (let bus = 0; bus < network.bus.count; bus++) {
      const column = ptdfColumn(dc, bus);
      expected.ptdf.forEach((row, branch) => {
        expect(column[branch]).toBeCloseTo(row[bus]!, 10);
      });
    }
    expected.ptdf.forEach((row, branch) => {
      const own = ptdfRow(dc, branch);
      row.forEach((value, bus) => {
        expect(own[bus]).toBeCloseTo(value, 10);
      });
    });
  });
});
