/** Radial medium-voltage grids of any size: feeders of a hundred buses behind one strong source, for tests and benches. */
import { GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { networkOfRows, PLAIN_BRANCH, PLAIN_BUS, PLAIN_GENERATOR } from '../../network/rows.ts';

const FEEDER_BUSES = 100;
const BASE_MVA = 10;

/** Bus 0 is the source; every feeder is a line with a lateral of random length now and then, seeded by its size. */
export function radialNetwork(buses: number): Network {
  let seed = 1 + (buses % 1000);
  const next = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const parent = (b: number): number => {
    const place = (b - 1) % FEEDER_BUSES;
    if (place === 0) return 0;
    return b - 1 - (next(4) === 0 ? next(Math.min(place, 6)) : 0);
  };
  const rows = Array.from({ length: buses }, (_, b) => b);
  return networkOfRows(
    {
      name: 'radial',
      format: 'demonstration',
      baseMva: BASE_MVA,
      frequencyHz: 50,
      points: [],
      coordinates: 'none',
    },
    {
      bus: rows.map(b => ({ ...PLAIN_BUS, id: `${b}`, name: '', vnKv: 20, vmPuMin: 0.9, vmPuMax: 1.1 })),
      branch: rows.slice(1).map(b => ({
        ...PLAIN_BRANCH,
        id: `${b}`,
        name: '',
        from: parent(b),
        to: b,
        // 150 m of cable, 0.2 + 0.12j Ω/km.
        rPu: (0.15 * 0.2 * BASE_MVA) / 400,
        xPu: (0.15 * 0.12 * BASE_MVA) / 400,
        ratingFromKa: 0.3,
        ratingToKa: 0.3,
      })),
      coupler: [],
      load: rows.slice(1).map(b => ({
        id: `${b}`,
        bus: b,
        pMw: 0.01 + 0.0001 * next(400),
        qMvar: 0.01,
        constZShare: 0,
        constIShare: 0,
        inService: 1,
      })),
      generator: [
        {
          ...PLAIN_GENERATOR,
          id: 'grid',
          bus: 0,
          control: GENERATOR_CONTROL.slack,
          vmPuSet: 1.02,
          vaDegSet: 0,
        },
      ],
      shunt: [],
    },
  );
}
