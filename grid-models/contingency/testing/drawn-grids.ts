/** Networks for the tests of outages: drawn at random, and cases of MATPOWER where they are at hand. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readMatpower } from '../../formats/matpower/read.ts';
import type { GridModel } from '../../network/build.ts';
import { GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { networkOfRows, PLAIN_BRANCH, PLAIN_BUS, PLAIN_GENERATOR } from '../../network/rows.ts';
import type { SolvedState } from '../../power-flow/result.ts';
import { solve } from '../../power-flow/solve.ts';

export const CASES = '../shared/data/matpower/cases';

export const matpower = (name: string): Network =>
  readMatpower(`${name}.m`, readFileSync(`${CASES}/${name}.m`, 'utf8'));

export function solved(model: GridModel, tolerancePu = 1e-11): SolvedState {
  const state = solve(model, undefined, { tolerancePu });
  if (!state.converged) throw new Error(state.message);
  return state;
}

export interface Drawn {
  readonly buses: number;
  readonly edges: readonly (readonly [number, number, number])[];
  readonly loadsMw: readonly number[];
  readonly pv: readonly number[];
  readonly slacks: readonly number[];
  /** More units anywhere: bus and control. */
  readonly units?: readonly (readonly [number, number])[];
}

/** A tree over all buses with some more lines (parallel ones and loops included), loads, voltage-controlled units, sources. */
export const grids: fc.Arbitrary<Drawn> = fc.integer({ min: 2, max: 14 }).chain(buses => {
  const at = fc.integer({ min: 0, max: buses - 1 });
  const xPercent = fc.integer({ min: 1, max: 9 });
  return fc.record({
    buses: fc.constant(buses),
    edges: fc
      .tuple(
        ...Array.from({ length: buses - 1 }, (_, b) =>
          fc.tuple(fc.integer({ min: 0, max: b }), fc.constant(b + 1), xPercent),
        ),
      )
      .chain(tree => fc.array(fc.tuple(at, at, xPercent), { maxLength: 6 }).map(more => [...tree, ...more])),
    loadsMw: fc.array(fc.integer({ min: -20, max: 30 }), { minLength: buses, maxLength: buses }),
    pv: fc.array(at, { maxLength: 2 }),
    slacks: fc.constantFrom([0], [0, buses - 1]),
    units: fc.array(fc.tuple(at, fc.constantFrom(...Object.values(GENERATOR_CONTROL))), { maxLength: 4 }),
  });
});

export function network({ buses, edges, loadsMw, pv, slacks, units = [] }: Drawn): Network {
  return networkOfRows(
    {
      name: 'drawn',
      format: 'demonstration',
      baseMva: 100,
      frequencyHz: 50,
      points: [],
      coordinates: 'none',
    },
    {
      bus: Array.from({ length: buses }, (_, b) => ({
        ...PLAIN_BUS,
        id: `${b}`,
        name: '',
        vnKv: 110,
        vmPuMin: 0.9,
        vmPuMax: 1.1,
      })),
      branch: edges.map(([from, to, xPercent], e) => ({
        ...PLAIN_BRANCH,
        id: `L${e}`,
        name: '',
        from,
        to,
        rPu: 0.003 * xPercent,
        xPu: 0.01 * xPercent,
        bFromPu: 0.01,
        bToPu: 0.01,
        shiftRad: e % 5 === 4 ? 0.05 : 0,
        ratio: e % 3 === 2 ? 1.02 : 1,
        ratingMva: e % 4 === 3 ? Number.NaN : 60,
        ratingFromKa: e % 4 === 2 ? 0.3 : Number.NaN,
        toClosed: e % 11 === 10 ? 0 : 1,
      })),
      coupler: [],
      load: loadsMw.map((pMw, b) => ({
        id: `${b}`,
        bus: b,
        pMw,
        qMvar: 0.3 * pMw,
        constZShare: 0.2,
        constIShare: 0.1,
        inService: 1,
      })),
      generator: [
        ...slacks.map(bus => ({
          ...PLAIN_GENERATOR,
          id: `grid-${bus}`,
          bus,
          control: GENERATOR_CONTROL.slack,
          vmPuSet: 1.01,
          vaDegSet: 0,
        })),
        ...[...new Set(pv)]
          .filter(bus => !slacks.includes(bus))
          .map(bus => ({
            ...PLAIN_GENERATOR,
            id: `unit-${bus}`,
            bus,
            control: GENERATOR_CONTROL.pv,
            pMw: 5,
            vmPuSet: 1.01,
          })),
        ...units.map(([bus, control], k) => ({
          ...PLAIN_GENERATOR,
          id: `more-${k}`,
          bus,
          control,
          pMw: 6 + k,
          qMvar: 2,
          vmPuSet: control === GENERATOR_CONTROL.pq ? Number.NaN : 1.01,
          vaDegSet: control === GENERATOR_CONTROL.slack ? 0 : Number.NaN,
        })),
      ],
      shunt: [],
    },
  );
}
