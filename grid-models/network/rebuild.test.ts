import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel, type ComplexMatrix, type GridModel } from './build.ts';
import { GENERATOR_CONTROL, type Network } from './network.ts';
import { NetworkFileError } from './problems.ts';
import { rebuildModel } from './rebuild.ts';
import { networkOfRows, PLAIN_BRANCH, PLAIN_BUS, PLAIN_GENERATOR } from './rows.ts';

interface Drawn {
  readonly buses: number;
  readonly edges: readonly (readonly [number, number])[];
  readonly couplers: readonly (readonly [number, number])[];
  readonly units: readonly (readonly [number, number])[];
  readonly loads: readonly (readonly [number, number])[];
}

/** Lines drawn freely, a quarter of them out; parallel ones, loops, parts without source; couplers, units, loads, a bus out of service. */
const grids: fc.Arbitrary<Drawn> = fc.integer({ min: 3, max: 10 }).chain(buses => {
  const at = fc.integer({ min: 0, max: buses - 1 });
  return fc.record({
    buses: fc.constant(buses),
    edges: fc.array(fc.tuple(at, at), { minLength: buses, maxLength: 3 * buses }),
    couplers: fc.array(fc.tuple(at, at), { maxLength: 4 }),
    units: fc.array(fc.tuple(at, fc.constantFrom(...Object.values(GENERATOR_CONTROL))), { maxLength: 4 }),
    loads: fc.array(fc.tuple(at, fc.integer({ min: 0, max: 3 })), { maxLength: 6 }),
  });
});

/** One switch thrown: a column of the branches or couplers, and which row (modulo their number). */
const operations = fc.array(
  fc.tuple(
    fc.constantFrom('inService', 'fromClosed', 'toClosed', 'closed' as const),
    fc.integer({ min: 0, max: 60 }),
  ),
  { minLength: 1, maxLength: 12 },
);

function network({ buses, edges, couplers, units, loads }: Drawn): Network {
  return networkOfRows(
    {
      name: 'drawn',
      format: 'demonstration',
      baseMva: 10,
      frequencyHz: 50,
      points: [],
      coordinates: 'none',
    },
    {
      bus: Array.from({ length: buses }, (_, b) => ({
        ...PLAIN_BUS,
        id: `${b}`,
        name: '',
        vnKv: 20,
        inService: b === 5 ? 0 : 1,
      })),
      branch: edges.map(([from, to], e) => ({
        ...PLAIN_BRANCH,
        id: `L${e}`,
        name: '',
        from,
        to,
        rPu: 0.01 + 0.001 * e,
        xPu: 0.03 - 0.0007 * e,
        bFromPu: 0.01,
        bToPu: 0.02,
        ratio: e % 3 === 2 ? 1.03 : 1,
        shiftRad: e % 5 === 4 ? 0.1 : 0,
        inService: e % 4 === 3 ? 0 : 1,
        toClosed: e % 7 === 6 ? 0 : 1,
      })),
      coupler: couplers.map(([from, to], c) => ({ id: `K${c}`, from, to, closed: c % 2 })),
      load: loads.map(([bus, share], l) => ({
        id: `${l}`,
        bus,
        pMw: 0.3 + 0.1 * l,
        qMvar: 0.1,
        constZShare: 0.1 * share,
        constIShare: 0.2 * share,
        inService: 1,
      })),
      generator: [[0, GENERATOR_CONTROL.slack] as const, ...units].map(([bus, control], g) => ({
        ...PLAIN_GENERATOR,
        id: `${g}`,
        bus,
        control,
        pMw: 0.2,
        vmPuSet: control === GENERATOR_CONTROL.pq ? Number.NaN : 1.02,
        vaDegSet: control === GENERATOR_CONTROL.slack ? 0 : Number.NaN,
      })),
      shunt: [{ id: '0', bus: 1, pMw: 0.01, qMvar: -0.2, inService: 1 }],
    },
  );
}

function thrown(network: Network, column: 'inService' | 'fromClosed' | 'toClosed' | 'closed', at: number) {
  const { branch, coupler } = network;
  const turned = (switches: Uint8Array) => {
    const row = at % switches.length;
    return switches.with(row, 1 - switches[row]!);
  };
  if (column !== 'closed') return { ...network, branch: { ...branch, [column]: turned(branch[column]) } };
  if (coupler.count === 0) return network;
  return { ...network, coupler: { ...coupler, closed: turned(coupler.closed) } };
}

function dense({ pattern, re, im }: ComplexMatrix): number[][] {
  const rows = Array.from({ length: pattern.n }, () => new Array<number>(2 * pattern.n).fill(0));
  for (let i = 0; i < pattern.n; i++) {
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      rows[i]![2 * pattern.idx[p]!] = re[p]!;
      rows[i]![2 * pattern.idx[p]! + 1] = im[p]!;
    }
  }
  return rows;
}

const numbers = (model: GridModel) => ({ ...model, admittance: dense(model.admittance) });

test('after any switching operations the model has the bits of one built from the start', () => {
  const kept = { pattern: 0, nodes: 0, neither: 0 };
  fc.assert(
    fc.property(grids, operations, (drawn, thrownOnes) => {
      let now = network(drawn);
      let model = buildModel(now);
      for (const [column, at] of thrownOnes) {
        now = thrown(now, column, at);
        const before = model;
        model = rebuildModel(before, now);
        expect(numbers(model)).toEqual(numbers(buildModel(now)));
        if (model.admittance.pattern === before.admittance.pattern) kept.pattern++;
        else if (model.busOfNode === before.busOfNode) kept.nodes++;
        else kept.neither++;
      }
    }),
  );
  // Each of the three ways was gone.
  expect(Math.min(kept.pattern, kept.nodes, kept.neither)).toBeGreaterThan(10);
});

/** A ring of four nodes about a source, and a line that stands open from 0 to 2. */
function ring(): Network {
  const drawn = network({
    buses: 4,
    edges: [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
      [0, 2],
    ],
    couplers: [[1, 3]],
    units: [[2, GENERATOR_CONTROL.pv]],
    loads: [[3, 1]],
  });
  // A fourth of the lines is drawn out of service: here the last of the ring.
  return thrown(thrown(drawn, 'inService', 3), 'inService', 4);
}

test('a ring opened and closed again keeps its pattern, and the model before is left as it was', () => {
  const before = buildModel(ring());
  const copy = structuredClone(before);
  const open = rebuildModel(before, thrown(before.network, 'inService', 1));
  const stub = rebuildModel(open, thrown(before.network, 'fromClosed', 1));
  const closed = rebuildModel(stub, before.network);
  for (const model of [open, stub, closed]) expect(model.admittance.pattern).toBe(before.admittance.pattern);
  expect(numbers(closed)).toEqual(numbers(before));
  expect(before).toEqual(copy);
});

test('a line between nodes that had none keeps the nodes and takes a new pattern', () => {
  const before = buildModel(ring());
  const tied = rebuildModel(before, thrown(before.network, 'inService', 4));
  expect(tied.vmPuSet).toBe(before.vmPuSet);
  expect(tied.admittance).toEqual(buildModel(tied.network).admittance);
  expect(tied.admittance.pattern.idx.length).toBe(before.admittance.pattern.idx.length + 2);
});

test('what is no switch is never overlooked', () => {
  const before = buildModel(ring());
  const { branch, load, generator } = before.network;
  const changes: Partial<Network>[] = [
    { branch: { ...branch, xPu: branch.xPu.with(0, 0.2) } },
    { load: { ...load, pMw: load.pMw.with(0, 2), constZShare: load.constZShare.with(0, 0.7) } },
    { generator: { ...generator, vmPuSet: generator.vmPuSet.with(1, 1.05) } },
    { generator: { ...generator, inService: generator.inService.with(1, 0) } },
    { baseMva: 100 },
  ];
  for (const change of changes) {
    const network = { ...before.network, ...change };
    expect(rebuildModel(before, network)).toEqual(buildModel(network));
    expect(baseInjection(rebuildModel(before, network).network)).toEqual(baseInjection(network));
  }
});

test('a coupler that joins two set points is refused as by a model built from the start', () => {
  const apart = ring();
  const { generator, coupler } = apart;
  const uneven = {
    ...apart,
    generator: { ...generator, vmPuSet: generator.vmPuSet.with(1, 1.04) },
    coupler: { ...coupler, to: Int32Array.of(0), from: Int32Array.of(2) },
  };
  const before = buildModel(uneven);
  expect(() => rebuildModel(before, thrown(uneven, 'closed', 0))).toThrow(NetworkFileError);
});
