/** The same grid with its buses and branches in another order: no answer may depend on that. */
import fc from 'fast-check';
import type { Network } from '../../network/network.ts';

/** A permutation of 0 … count-1 drawn from the stream (Fisher & Yates). */
export function shuffled(count: number, chance: fc.Stream<number>): Int32Array {
  const places = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const k = chance.next().value % (i + 1);
    [places[i], places[k]] = [places[k]!, places[i]!];
  }
  return places;
}

export const chances: fc.Arbitrary<fc.Stream<number>> = fc.infiniteStream(fc.nat());

/** @param busPlace,branchPlace new row of each row of the bus and branch table */
export function renumbered(network: Network, busPlace: Int32Array, branchPlace: Int32Array): Network {
  const { bus, branch, coupler, load, generator, shunt } = network;
  const at = (buses: Int32Array): Int32Array => buses.map(row => busPlace[row]!);
  return {
    ...network,
    bus: moved(bus, busPlace),
    branch: moved({ ...branch, from: at(branch.from), to: at(branch.to) }, branchPlace),
    coupler: { ...coupler, from: at(coupler.from), to: at(coupler.to) },
    load: { ...load, bus: at(load.bus) },
    generator: { ...generator, bus: at(generator.bus) },
    shunt: { ...shunt, bus: at(shunt.bus) },
    points: network.points.map(point => ({ ...point, bus: busPlace[point.bus]! })),
  };
}

/** Every column of a table with row i at place[i]. */
function moved<Columns extends { readonly count: number }>(columns: Columns, place: Int32Array): Columns {
  const inOrder = (column: unknown): unknown => {
    if (typeof column === 'number') return column;
    const source = column as ArrayLike<unknown>;
    const target = (column as { slice(): unknown[] }).slice();
    for (let i = 0; i < place.length; i++) target[place[i]!] = source[i];
    return target;
  };
  const entries = Object.entries(columns).map(([name, column]) => [name, inOrder(column)]);
  return Object.fromEntries(entries) as Columns;
}
