/** Small grids in p.u. for tests, row by row, and random ones; 20 kV and 1 MVA unless said otherwise. */
import fc from 'fast-check';
import { GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import {
  type BranchRow,
  type BusRow,
  type GeneratorRow,
  type LoadRow,
  type NetworkRows,
  networkOfRows,
  PLAIN_BRANCH,
  PLAIN_BUS,
  PLAIN_GENERATOR,
  type ShuntRow,
} from '../../network/rows.ts';

export function grid(rows: Partial<NetworkRows>, baseMva = 1): Network {
  return networkOfRows(
    { name: 'test', format: 'demonstration', frequencyHz: 50, points: [], coordinates: 'none', baseMva },
    { bus: [], branch: [], coupler: [], load: [], generator: [], shunt: [], ...rows },
  );
}

/** Ids are row numbers from 1. */
export function buses(count: number, vnKv = 20): BusRow[] {
  return Array.from({ length: count }, (_, row) => ({ ...PLAIN_BUS, id: `${row + 1}`, name: '', vnKv }));
}

/** Between rows of the bus table. */
export function line(from: number, to: number, rPu: number, xPu: number): BranchRow {
  return { ...PLAIN_BRANCH, id: `${from + 1}-${to + 1}`, name: '', from, to, rPu, xPu };
}

export function load(bus: number, pMw: number, qMvar = 0): LoadRow {
  return { id: `L${bus + 1}`, bus, pMw, qMvar, constZShare: 0, constIShare: 0, inService: 1 };
}

export function shunt(bus: number, qMvar: number): ShuntRow {
  return { id: `S${bus + 1}`, bus, pMw: 0, qMvar, inService: 1 };
}

export function slack(bus: number, vmPuSet = 1, pMw = 0): GeneratorRow {
  const control = GENERATOR_CONTROL.slack;
  return { ...PLAIN_GENERATOR, id: `grid-${bus + 1}`, bus, control, vmPuSet, vaDegSet: 0, pMw };
}

/** A unit that holds its voltage. */
export function unit(
  bus: number,
  pMw: number,
  vmPuSet: number,
  qMvarMin?: number,
  qMvarMax?: number,
): GeneratorRow {
  return {
    ...PLAIN_GENERATOR,
    id: `G${bus + 1}`,
    bus,
    control: GENERATOR_CONTROL.pv,
    pMw,
    vmPuSet,
    qMvarMin: qMvarMin ?? Number.NaN,
    qMvarMax: qMvarMax ?? Number.NaN,
  };
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/**
 * A tree with a few rings behind a slack at bus 1: loads and generation at every other bus, units that hold
 * their voltage within reactive limits at some. Light enough that most have a state.
 */
export const meshedGrid: fc.Arbitrary<Network> = fc
  .record({
    nodes: fc.array(
      fc.record({
        parent: fc.nat(),
        r: number(0.002, 0.02),
        x: number(0.005, 0.05),
        p: number(-0.2, 0.4),
        q: number(-0.1, 0.2),
        unit: fc.option(
          fc.record({
            p: number(0, 0.3),
            vm: number(0.97, 1.05),
            low: number(-0.4, 0),
            high: number(0, 0.4),
          }),
          { freq: 2 },
        ),
      }),
      { minLength: 3, maxLength: 12 },
    ),
    rings: fc.array(fc.record({ a: fc.nat(), b: fc.nat(), x: number(0.01, 0.05) }), { maxLength: 3 }),
  })
  .map(({ nodes, rings }) => {
    const count = nodes.length + 1;
    return grid({
      bus: buses(count),
      branch: [
        ...nodes.map(({ parent, r, x }, n) => line(parent % (n + 1), n + 1, r, x)),
        ...rings
          .filter(({ a, b }) => a % count !== b % count)
          .map(({ a, b, x }, n) => ({ ...line(a % count, b % count, 0.01, x), id: `ring-${n}` })),
      ],
      load: nodes.map(({ p, q }, n) => load(n + 1, p, q)),
      generator: [
        slack(0, 1.01),
        ...nodes.flatMap(({ unit: u }, n) => (u ? [unit(n + 1, u.p, u.vm, u.low, u.high)] : [])),
      ],
    });
  });
