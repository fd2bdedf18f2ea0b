/** Connection points as a pandapower file states them: one per bus with a load, a static generator or a storage. */

import { connectionId, loadKind } from '../../network/connection-points.ts';
import type { ConnectionPoint, Equipment } from '../../network/network.ts';
import type { BusRow } from '../../network/rows.ts';
import type { PandapowerFile, Table } from './table.ts';

/** @param busOf row of the bus an element stands at */
export function customerPoints(
  file: PandapowerFile,
  buses: readonly BusRow[],
  busOf: (table: Table, row: number) => number | undefined,
): ConnectionPoint[] {
  const equipment = new Map<number, Equipment[]>();
  for (const kind of ['load', 'sgen', 'storage']) {
    const table = file.tables.get(kind);
    for (let row = 0; table && row < table.count; row++) {
      const bus = busOf(table, row);
      const unit = equipmentOf(table, row);
      if (bus !== undefined && unit) equipment.set(bus, [...(equipment.get(bus) ?? []), unit]);
    }
  }
  return [...equipment]
    .sort(([a], [b]) => a - b)
    .map(([bus, units]) => ({
      id: connectionId(buses[bus]!.id, bus),
      name: buses[bus]!.name,
      bus,
      equipment: units,
    }));
}

/** Rated power is the stated apparent power, else the power before scaling: a scenario scaled to nothing still has its plants. */
function equipmentOf(table: Table, row: number): Equipment | null {
  const ratedMw = Math.abs(table.number(row, 'sn_mva', table.number(row, 'p_mw')));
  if (!(ratedMw > 0)) return null;
  const ratedKw = ratedMw * 1000;
  const type = table.text(row, 'type').toUpperCase();
  if (table.name === 'storage') {
    const energyMwh = table.number(row, 'max_e_mwh', Number.NaN);
    if (energyMwh > 0) return { kind: 'battery', ratedKw, energyKwh: energyMwh * 1000 };
    return { kind: 'battery', ratedKw };
  }
  if (table.name === 'sgen') {
    if (type === 'WP' || type === 'WIND') return { kind: 'wind', ratedKw };
    return { kind: type === 'CHP' ? 'chp' : 'pv', ratedKw };
  }
  if (type === 'HP') return { kind: 'heat-pump', ratedKw };
  if (type === 'EV') return { kind: 'ev-charger', ratedKw };
  return { kind: type === 'HH' ? 'household' : loadKind(ratedKw), ratedKw };
}
