/** What could be curtailed at a connection point in an interval, with its rank in the legal order. Pure. */
import type { ConnectionPoint, Equipment } from '../../grid-models/network/network.ts';
import type { Direction, LegalRank } from '../records/market.ts';
import type { MicroEurPerKwh } from '../records/units.ts';

export interface PlantAtPoint {
  readonly point: string;
  readonly name: string;
  readonly legalRank: LegalRank;
  readonly direction: Direction;
  /** Most that can be taken from it, kW. */
  readonly kwMax: number;
}

/**
 * Least net draw a controllable device keeps when it is dimmed: § 14a EnWG with BK6-22-300, valid since 2024-01-01. Several devices
 * raise the floor there; counting them as one curtails less, never more.
 */
const LOAD_FLOOR_KW = 4.2;

/** Compensation per kWh by rank, micro-euro, until the operator's own table replaces it: between retail and feed-in price. */
const COMPENSATION: Record<LegalRank, MicroEurPerKwh> = {
  conventional: 120_000n,
  chp: 140_000n,
  renewable: 120_000n,
  'self-consumption': 320_000n,
  load: 320_000n,
};

/**
 * Generation is curtailed down to the customer's own load as feed-in, below that as self-consumption; controllable load is dimmed
 * down to its legal floor.
 * @param scheduledKw net power of the point in the interval, injection positive
 * @param generatedKw what its generators produce in it, as modelled
 */
export function plantsAt(point: ConnectionPoint, scheduledKw: number, generatedKw: number): PlantAtPoint[] {
  const base = { point: point.id, name: point.name };
  const plants: PlantAtPoint[] = [];
  const generators = point.equipment.filter(isGenerator);
  if (generators.length > 0) {
    const feedInKw = Math.max(0, scheduledKw);
    const ownUseKw = Math.max(0, generatedKw - feedInKw);
    if (feedInKw > 0)
      plants.push({
        ...base,
        legalRank: generators.some(e => e.kind === 'chp') ? 'chp' : 'renewable',
        direction: 'down',
        kwMax: feedInKw,
      });
    if (ownUseKw > 0)
      plants.push({ ...base, legalRank: 'self-consumption', direction: 'down', kwMax: ownUseKw });
  }
  const controllableKw = point.equipment.filter(isControllableLoad).reduce((sum, e) => sum + e.ratedKw, 0);
  const sheddableKw = Math.min(controllableKw, Math.max(0, -scheduledKw)) - LOAD_FLOOR_KW;
  if (sheddableKw > 0) plants.push({ ...base, legalRank: 'load', direction: 'up', kwMax: sheddableKw });
  return plants;
}

export function compensationPerKwh(rank: LegalRank): MicroEurPerKwh {
  return COMPENSATION[rank];
}

function isGenerator(equipment: Equipment): boolean {
  return equipment.kind === 'pv' || equipment.kind === 'wind' || equipment.kind === 'chp';
}

function isControllableLoad(equipment: Equipment): boolean {
  return (
    equipment.kind === 'ev-charger' || equipment.kind === 'heat-pump' || equipment.kind === 'flexible-load'
  );
}
