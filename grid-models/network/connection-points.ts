/** Where market participants are connected, when the file itself does not say. */
import { type ConnectionPoint, type Equipment, GENERATOR_CONTROL, type Network } from './network.ts';

/** Our own line, files do not state it: a three-phase 63 A house connection carries 43 kW, larger ones are businesses. */
const HOUSEHOLD_KW_MAX = 43;

/**
 * The network's own points or, where it has none, one per bus with a load or a pq generator: id `bus:<id>`, a household
 * or business for the loads by their size, the units with the kind the file states (pv when it states none), rated
 * power as in the file.
 */
export function connectionPoints(network: Network): readonly ConnectionPoint[] {
  if (network.points.length > 0) return network.points;
  const { bus, load, generator } = network;
  const loadKw = new Float64Array(bus.count);
  for (let l = 0; l < load.count; l++) loadKw[load.bus[l]!]! += Math.abs(load.pMw[l]!) * 1000;
  const units = new Map<number, Equipment[]>();
  for (let g = 0; g < generator.count; g++) {
    if (generator.control[g] !== GENERATOR_CONTROL.pq || generator.pMw[g] === 0) continue;
    const at = generator.bus[g]!;
    const unit: Equipment = {
      kind: kindOf(generator.source[g]!),
      ratedKw: Math.abs(generator.pMw[g]!) * 1000,
    };
    units.set(at, [...(units.get(at) ?? []), unit]);
  }
  const points: ConnectionPoint[] = [];
  for (let b = 0; b < bus.count; b++) {
    const equipment: Equipment[] = [];
    const kw = loadKw[b]!;
    if (kw > 0) equipment.push({ kind: loadKind(kw), ratedKw: kw });
    equipment.push(...(units.get(b) ?? []));
    if (equipment.length === 0) continue;
    points.push({ id: connectionId(bus.id[b]!, b), name: bus.name[b]!, bus: b, equipment });
  }
  return points;
}

/** Id of the connection point at a bus: `bus:<id>`. It goes on chain in one word; a longer one falls back to the row. */
export function connectionId(busId: string, busRow: number): string {
  const id = `bus:${busId}`;
  return /^[\x21-\x7e]{1,31}$/.test(id) ? id : `row:${busRow}`;
}

export function loadKind(ratedKw: number): 'household' | 'business' {
  return ratedKw <= HOUSEHOLD_KW_MAX ? 'household' : 'business';
}

function kindOf(source: string): Equipment['kind'] {
  switch (source) {
    case 'wind':
      return 'wind';
    case 'battery':
      return 'battery';
    case 'chp':
      return 'chp';
    default:
      return 'pv';
  }
}
