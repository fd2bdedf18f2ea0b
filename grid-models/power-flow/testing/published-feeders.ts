/** Benchmark feeders as their papers print them: tables of figures, for tests. */
import { BRANCH_KIND, GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { networkOfRows, PLAIN_BRANCH, PLAIN_BUS, PLAIN_GENERATOR } from '../../network/rows.ts';

/**
 * 33 buses, 12.66 kV (Baran & Wu, Network reconfiguration in distribution systems for loss reduction and load balancing, IEEE
 * Trans. Power Delivery 4, 1989). Tie lines open. from, to, R ohm, X ohm, load at `to`: kW, kvar.
 */
const BARAN_WU: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 2, 0.0922, 0.047, 100, 60],
  [2, 3, 0.493, 0.2511, 90, 40],
  [3, 4, 0.366, 0.1864, 120, 80],
  [4, 5, 0.3811, 0.1941, 60, 30],
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the paper's reactance, not a root
  [5, 6, 0.819, 0.707, 60, 20],
  [6, 7, 0.1872, 0.6188, 200, 100],
  [7, 8, 0.7114, 0.2351, 200, 100],
  [8, 9, 1.03, 0.74, 60, 20],
  [9, 10, 1.044, 0.74, 60, 20],
  [10, 11, 0.1966, 0.065, 45, 30],
  [11, 12, 0.3744, 0.1238, 60, 35],
  [12, 13, 1.468, 1.155, 60, 35],
  [13, 14, 0.5416, 0.7129, 120, 80],
  [14, 15, 0.591, 0.526, 60, 10],
  [15, 16, 0.7463, 0.545, 60, 20],
  [16, 17, 1.289, 1.721, 60, 20],
  [17, 18, 0.732, 0.574, 90, 40],
  [2, 19, 0.164, 0.1565, 90, 40],
  [19, 20, 1.5042, 1.3554, 90, 40],
  [20, 21, 0.4095, 0.4784, 90, 40],
  [21, 22, 0.7089, 0.9373, 90, 40],
  [3, 23, 0.4512, 0.3083, 90, 50],
  [23, 24, 0.898, 0.7091, 420, 200],
  [24, 25, 0.896, 0.7011, 420, 200],
  [6, 26, 0.203, 0.1034, 60, 25],
  [26, 27, 0.2842, 0.1447, 60, 25],
  [27, 28, 1.059, 0.9337, 60, 20],
  [28, 29, 0.8042, 0.7006, 120, 70],
  [29, 30, 0.5075, 0.2585, 200, 600],
  [30, 31, 0.9744, 0.963, 150, 70],
  [31, 32, 0.3105, 0.3619, 210, 100],
  [32, 33, 0.341, 0.5302, 60, 40],
];

export function baranWu33(): Network {
  const zBaseOhm = 12.66 ** 2;
  const bus = (id: number) => ({ ...PLAIN_BUS, id: `${id}`, name: `${id}`, vnKv: 12.66 });
  return networkOfRows(head('Baran & Wu 33'), {
    bus: Array.from({ length: 33 }, (_, k) => bus(k + 1)),
    branch: BARAN_WU.map(([from, to, r, x], k) => ({
      ...PLAIN_BRANCH,
      id: `${k + 1}`,
      name: `${from}-${to}`,
      from: from - 1,
      to: to - 1,
      rPu: r / zBaseOhm,
      xPu: x / zBaseOhm,
    })),
    coupler: [],
    load: BARAN_WU.map(([, to, , , kw, kvar]) => load(to - 1, kw / 1000, kvar / 1000)),
    generator: [grid(0, 1)],
    shunt: [],
  });
}

/** Cable and overhead line: ohm/km, ohm/km, nF/km. */
const CABLE = [0.501, 0.716, 151.1749] as const;
const OVERHEAD = [0.51, 0.366, 10.09679] as const;

/**
 * European medium-voltage benchmark (CIGRE TF C6.04.02, Benchmark systems for network integration of renewable and distributed
 * energy resources, Technical Brochure 575, 2014): 110/20 kV, bus 0 the 110 kV source. from, to, km, kind. The open lines are left out.
 */
const CIGRE_LINES: readonly (readonly [number, number, number, readonly [number, number, number]])[] = [
  [1, 2, 2.82, CABLE],
  [2, 3, 4.42, CABLE],
  [3, 4, 0.61, CABLE],
  [4, 5, 0.56, CABLE],
  [5, 6, 1.54, CABLE],
  [7, 8, 1.67, CABLE],
  [8, 9, 0.32, CABLE],
  [9, 10, 0.77, CABLE],
  [10, 11, 0.33, CABLE],
  [3, 8, 1.3, CABLE],
  [12, 13, 4.89, OVERHEAD],
  [13, 14, 2.99, OVERHEAD],
];
/** Lines with one end open: closed end, km. Their charging stays. */
const CIGRE_OPEN: readonly (readonly [number, number, number, readonly [number, number, number]])[] = [
  [6, 7, 0.24, CABLE],
  [11, 4, 0.49, CABLE],
  [14, 8, 2, OVERHEAD],
];
/** Bus, kVA, power factor: residential, then commercial and industrial. */
const CIGRE_LOADS: readonly (readonly [number, number, number])[] = [
  [1, 15_300, 0.98],
  [3, 285, 0.97],
  [4, 445, 0.97],
  [5, 750, 0.97],
  [6, 565, 0.97],
  [8, 605, 0.97],
  [10, 490, 0.97],
  [11, 340, 0.97],
  [12, 15_300, 0.98],
  [14, 215, 0.97],
  [1, 5100, 0.95],
  [3, 265, 0.85],
  [7, 90, 0.85],
  [9, 675, 0.85],
  [10, 80, 0.85],
  [12, 5280, 0.95],
  [13, 40, 0.85],
  [14, 390, 0.85],
];
/** Photovoltaic and (bus 7) wind units, kW at unity power factor. */
const CIGRE_UNITS: readonly (readonly [number, number])[] = [
  [3, 20],
  [4, 20],
  [5, 30],
  [6, 30],
  [8, 30],
  [9, 30],
  [10, 40],
  [11, 10],
  [7, 1500],
];

/** @param withUnits with the brochure's photovoltaic and wind units at their rating */
export function cigreMv(withUnits: boolean): Network {
  const zBaseOhm = 20 ** 2;
  const rated = { mva: 25, vkPercent: 12.00107, vkrPercent: 0.16 };
  const z = rated.vkPercent / 100 / rated.mva;
  const r = rated.vkrPercent / 100 / rated.mva;
  const bus = (id: number) => ({ ...PLAIN_BUS, id: `${id}`, name: `${id}`, vnKv: id === 0 ? 110 : 20 });
  const transformer = (id: string, to: number) => ({
    ...PLAIN_BRANCH,
    id,
    name: id,
    kind: BRANCH_KIND.transformer,
    from: 0,
    to,
    rPu: r,
    xPu: Math.sqrt(z * z - r * r),
    shiftRad: (30 * Math.PI) / 180,
  });
  const line = ([from, to, km, [ohm, reactance, nF]]: (typeof CIGRE_LINES)[number], isOpen: boolean) => {
    const half = (2 * Math.PI * 50 * nF * 1e-9 * km * zBaseOhm) / 2;
    return {
      ...PLAIN_BRANCH,
      id: `${from}-${to}`,
      name: `${from}-${to}`,
      from,
      to,
      rPu: (ohm * km) / zBaseOhm,
      xPu: (reactance * km) / zBaseOhm,
      bFromPu: half,
      bToPu: half,
      toClosed: isOpen ? 0 : 1,
    };
  };
  return networkOfRows(head('CIGRE MV'), {
    bus: Array.from({ length: 15 }, (_, k) => bus(k)),
    branch: [
      transformer('T1', 1),
      transformer('T2', 12),
      ...CIGRE_LINES.map(row => line(row, false)),
      ...CIGRE_OPEN.map(row => line(row, true)),
    ],
    coupler: [],
    load: CIGRE_LOADS.map(([at, kva, factor]) =>
      load(at, (kva * factor) / 1000, (kva * Math.sqrt(1 - factor * factor)) / 1000),
    ),
    generator: [
      grid(0, 1.03),
      ...(withUnits ? CIGRE_UNITS : []).map(([at, kw]) => ({
        ...PLAIN_GENERATOR,
        id: `unit ${at}`,
        bus: at,
        pMw: kw / 1000,
      })),
    ],
    shunt: [],
  });
}

function head(name: string) {
  return {
    name,
    format: 'demonstration',
    baseMva: 1,
    frequencyHz: 50,
    points: [],
    coordinates: 'none',
  } as const;
}

function load(bus: number, pMw: number, qMvar: number) {
  return { id: `${bus}`, bus, pMw, qMvar, constZShare: 0, constIShare: 0, inService: 1 };
}

function grid(bus: number, vmPuSet: number) {
  return {
    ...PLAIN_GENERATOR,
    id: 'grid',
    bus,
    control: GENERATOR_CONTROL.slack,
    vmPuSet,
    vaDegSet: 0,
    source: 'grid',
  };
}
