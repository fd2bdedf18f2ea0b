/**
 * The neighbouring distribution grid, as far as the market knows it: a handful of connection points. Its lines are not modelled: it
 * hangs on the same transmission grid, so what it sells to this one or buys from it comes and goes through there.
 */
import type { ConnectionPoint } from '../grid-models/network/network.ts';

/** A connection point without a bus in the console's network. */
export type NeighbourPoint = Omit<ConnectionPoint, 'bus'>;

export const NEIGHBOUR_NAME = 'Nordwerk Netz';
export const NEIGHBOUR_POINTS: readonly NeighbourPoint[] = [
  {
    id: 'nordwerk-1',
    name: 'Nordwerk Store',
    equipment: [{ kind: 'battery', ratedKw: 60, energyKwh: 120 }],
  },
  {
    id: 'nordwerk-2',
    name: 'Nordwerk Heat and Power',
    equipment: [{ kind: 'chp', ratedKw: 80 }],
  },
  {
    id: 'nordwerk-3',
    name: 'Nordwerk Cold Store',
    equipment: [{ kind: 'flexible-load', ratedKw: 50 }],
  },
  {
    id: 'nordwerk-4',
    name: 'Nordwerk Charging Park',
    equipment: [{ kind: 'ev-charger', ratedKw: 66 }],
  },
  {
    id: 'nordwerk-5',
    name: 'Nordwerk School',
    equipment: [
      { kind: 'pv', ratedKw: 30 },
      { kind: 'heat-pump', ratedKw: 40 },
    ],
  },
  {
    id: 'nordwerk-6',
    name: 'Nordwerk Bakery',
    equipment: [
      { kind: 'business', ratedKw: 45 },
      { kind: 'heat-pump', ratedKw: 12 },
    ],
  },
];
