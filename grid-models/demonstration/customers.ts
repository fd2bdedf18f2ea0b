/** Who lives at the connection points: equipment mixes, scaled so that a substation meets its planned evening peak. */
import type { Equipment } from '../network/network.ts';
import { type DayTime, direction, profileShare } from './profiles.ts';
import type { Random } from './random.ts';

/** The quarter hour the network is planned for: a working day in winter, early evening. */
export const PLANNING_TIME: DayTime = { minuteOfDay: 18.5 * 60, dayKind: 'workday', season: 'winter' };

/** Customers of consumption are metered at this power factor (inductive); generation and stores at 1. */
export const LOAD_TAN_PHI = 0.2506;

export interface Customer {
  readonly name: string;
  readonly equipment: readonly Equipment[];
}

/**
 * Customers of one substation.
 * @param planKw  consumption of all of them together at PLANNING_TIME, kW
 * @param hot     substation near its rating: gets stores, chargers and a flexible plant that can relieve it
 */
export function customers(count: number, planKw: number, hot: boolean, at: Random): Customer[] {
  const drafts = Array.from({ length: count }, (_, k) => draft(k, count, planKw, hot, at));
  // Base consumption (households, businesses) is what scales; devices are bought in the sizes they have.
  const devicesKw = drafts.reduce((sum, d) => sum + consumptionKw(d.devices), 0);
  const restKw = Math.max(planKw * BASE_SHARE_MIN, planKw - devicesKw);
  const weightSum = drafts.reduce((sum, d) => sum + d.weight, 0);
  // A business takes its part of the plan at its own peak, before noon; homes make up the rest in the evening.
  const businesses = drafts.filter(d => d.baseKind === 'business');
  const businessRatedKw = (weight: number): number => (restKw * weight) / weightSum / BUSINESS_PEAK_SHARE;
  const businessKw =
    businessRatedKw(businesses.reduce((sum, d) => sum + d.weight, 0)) *
    profileShare('business', PLANNING_TIME);
  const homeWeight = weightSum - businesses.reduce((sum, d) => sum + d.weight, 0);
  const homeShare = profileShare('household', PLANNING_TIME);
  return drafts.map(d => {
    const ratedKw =
      d.baseKind === 'business'
        ? businessRatedKw(d.weight)
        : ((restKw - businessKw) * d.weight) / homeWeight / homeShare;
    return { name: d.name, equipment: [{ kind: d.baseKind, ratedKw: round1(ratedKw) }, ...d.devices] };
  });
}

/** Net consumption at the planning time, kW (positive: draws). */
export function consumptionKw(equipment: readonly Equipment[]): number {
  return -equipment.reduce(
    (sum, e) => sum + direction(e.kind) * e.ratedKw * profileShare(e.kind, PLANNING_TIME),
    0,
  );
}

interface Draft {
  readonly name: string;
  readonly baseKind: 'household' | 'business';
  readonly weight: number;
  readonly devices: Equipment[];
}

function draft(k: number, count: number, planKw: number, hot: boolean, at: Random): Draft {
  const meanKw = planKw / count;
  const isBusiness = k > 0 && at.chance(0.2);
  const weight = hot ? at.between(0.85, 1.15) : at.between(0.6, 1.5);
  const devices: Equipment[] = [];
  const add = (kind: Equipment['kind'], ratedKw: number, energyKwh?: number): void => {
    devices.push(energyKwh === undefined ? { kind, ratedKw } : { kind, ratedKw, energyKwh });
  };
  const sun = at.chance(isBusiness ? 0.6 : 0.48);
  if (sun) add('pv', isBusiness ? pick([30, 60, 99], at) : pick([9.9, 14.8, 24.6, 29.9], at));
  // In the hot areas every second connection has a store, so that a market can relieve the transformer.
  if (hot ? k % 2 === 0 : sun && at.chance(0.4)) {
    const ratedKw = hot ? pick([20, 25, 30], at) : pick([5, 10, 15, 20], at);
    add('battery', ratedKw, ratedKw * 2);
  }
  const chargers = pick(hot ? [22, 44, 44] : [0, 0, 0, 11, 22, 22, 44], at);
  if (chargers > 0 && chargers * 0.24 < meanKw * 0.4) add('ev-charger', chargers, chargers * 4);
  const heat = pick(hot ? [10, 15, 20] : [0, 0, 6, 9, 12, 18], at);
  if (heat > 0 && !isBusiness && heat * 0.5 < meanKw * 0.5) add('heat-pump', heat);
  if (isBusiness ? at.chance(0.45) : hot && k === 1) add('flexible-load', pick([10, 15, 20, 30], at));
  const name = isBusiness ? pick(BUSINESSES, at) : pick(HOMES, at);
  return { name, baseKind: isBusiness ? 'business' : 'household', weight, devices };
}

const pick = <T>(list: readonly T[], at: Random): T => list[at.below(list.length)]!;
const round1 = (value: number): number => Math.round(value * 10) / 10;

/** Share of its rated power a business draws at its daily peak. */
const BUSINESS_PEAK_SHARE = 0.95;
/** However many devices there are, a quarter of the consumption is ordinary. */
const BASE_SHARE_MIN = 0.25;
const HOMES = ['Houses', 'Terrace', 'Courtyard', 'Apartments', 'Cottages', 'Row houses'] as const;
const BUSINESSES = [
  'Bakery',
  'Workshop',
  'School',
  'Market hall',
  'Office',
  'Cold store',
  'Joinery',
  'Hotel',
] as const;
