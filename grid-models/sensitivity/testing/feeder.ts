/** Small low-voltage feeders for tests: a 20 kV source, one transformer, cables behind it in any tree. */
import { BRANCH_KIND, GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { networkOfRows, PLAIN_BRANCH, PLAIN_BUS, PLAIN_GENERATOR } from '../../network/rows.ts';

export interface FeederOptions {
  readonly transformerKva?: number;
  /** Consumption at bus B1, B2, …; B0 is the low-voltage busbar. Negative generates. */
  readonly loadsKw?: readonly number[];
  /** Bus each of B1, B2, … hangs on (default: the one before it). */
  readonly parents?: readonly number[];
  /** Series impedance of every cable. */
  readonly rOhm?: number;
  readonly xOhm?: number;
  readonly cableA?: number;
  readonly vmPuMin?: number;
  readonly vmPuMax?: number;
  /** Further cables that close rings: pairs of bus numbers. */
  readonly rings?: readonly (readonly [number, number])[];
  /** A voltage-controlled unit, by bus number. */
  readonly pv?: { readonly at: number; readonly kw: number; readonly vmPu: number };
  readonly constIShare?: number;
}

/** Rows of the bus table: 0 is the 20 kV bus 'MV', row n + 1 is 'Bn'. Branches: 'T1', then 'C1', 'C2', … and 'R1', …. */
export function feeder(options: FeederOptions = {}): Network {
  const { transformerKva = 250, loadsKw = [4, 4, 4], rOhm = 0.02, xOhm = 0.006, cableA = 270 } = options;
  const { vmPuMin = 0.9, vmPuMax = 1.1, rings = [], pv, constIShare = 0 } = options;
  const count = loadsKw.length;
  const parents = options.parents ?? loadsKw.map((_, n) => n);
  const zBaseOhm = (LV_KV * LV_KV) / BASE_MVA;
  const bus = (id: string, vnKv: number) => ({
    ...PLAIN_BUS,
    id,
    name: id,
    vnKv,
    vmPuMin,
    vmPuMax,
    segment: 'F1',
  });
  const cable = (id: string, from: number, to: number) => ({
    ...PLAIN_BRANCH,
    id,
    name: id,
    from: from + 1,
    to: to + 1,
    rPu: rOhm / zBaseOhm,
    xPu: xOhm / zBaseOhm,
    ratingFromKa: cableA / 1000,
    ratingToKa: cableA / 1000,
  });
  return networkOfRows(
    {
      name: 'feeder',
      format: 'demonstration',
      baseMva: BASE_MVA,
      frequencyHz: 50,
      points: [],
      coordinates: 'none',
    },
    {
      bus: [bus('MV', 20), ...Array.from({ length: count + 1 }, (_, n) => bus(`B${n}`, LV_KV))],
      branch: [
        {
          ...PLAIN_BRANCH,
          id: 'T1',
          name: 'T1',
          kind: BRANCH_KIND.transformer,
          from: 0,
          to: 1,
          rPu: (0.012 * 1000 * BASE_MVA) / transformerKva,
          xPu: (0.038 * 1000 * BASE_MVA) / transformerKva,
          shiftRad: (150 * Math.PI) / 180,
          ratingMva: transformerKva / 1000,
        },
        ...loadsKw.map((_, n) => cable(`C${n + 1}`, parents[n]!, n + 1)),
        ...rings.map(([from, to], n) => cable(`R${n + 1}`, from, to)),
      ],
      coupler: [],
      load: loadsKw.map((kw, n) => ({
        id: `H${n + 1}`,
        bus: n + 2,
        pMw: kw / 1000,
        qMvar: (0.25 * kw) / 1000,
        constZShare: 0,
        constIShare,
        inService: 1,
      })),
      generator: [
        {
          ...PLAIN_GENERATOR,
          id: 'grid',
          bus: 0,
          control: GENERATOR_CONTROL.slack,
          vmPuSet: 1,
          vaDegSet: 0,
          source: 'grid',
        },
        ...(pv
          ? [
              {
                ...PLAIN_GENERATOR,
                id: 'plant',
                bus: pv.at + 1,
                control: GENERATOR_CONTROL.pv,
                pMw: pv.kw / 1000,
                vmPuSet: pv.vmPu,
              },
            ]
          : []),
      ],
      shunt: [],
    },
  );
}

/** Row of the bus table of 'Bn'. */
export const B = (n: number): number => n + 1;

const BASE_MVA = 1;
const LV_KV = 0.4;
