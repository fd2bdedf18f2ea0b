/** The buses at which a trade touches the network. */
import type { GridModel } from '../../../grid-models/network/build.ts';
import { GENERATOR_CONTROL } from '../../../grid-models/network/network.ts';

/** null: the end lies in the area of another operator, and its energy enters or leaves through the slack. */
export interface TradeEnds {
  readonly sellerPoint: string | null;
  readonly buyerPoint: string | null;
}

export type TradeBuses =
  | { readonly sellerBus: number; readonly buyerBus: number }
  | { readonly missing: string };

/**
 * The neighbouring grid hangs on the same transmission grid: a foreign end stands at the slack that feeds the own end (of several
 * in one island at the first of the file: how they share is not the trade's to say).
 */
export function tradeBuses(
  { network, topology }: GridModel,
  busOfPoint: ReadonlyMap<string, number>,
  { sellerPoint, buyerPoint }: TradeEnds,
): TradeBuses {
  for (const point of [sellerPoint, buyerPoint])
    if (point !== null && !busOfPoint.has(point))
      return { missing: `Connection point ${point} is not in this network.` };
  const seller = sellerPoint === null ? undefined : busOfPoint.get(sellerPoint);
  const buyer = buyerPoint === null ? undefined : busOfPoint.get(buyerPoint);
  const own = seller ?? buyer;
  if (own === undefined) return { missing: 'Neither end of the trade is in this network.' };
  const { generator } = network;
  const slack = generator.bus.findIndex(
    (bus, g) =>
      generator.inService[g] === 1 &&
      generator.control[g] === GENERATOR_CONTROL.slack &&
      topology.islandOf[bus] === topology.islandOf[own],
  );
  // Without a slack the own end is dead, which is said of it wherever it is looked at.
  const border = generator.bus[slack] ?? own;
  return { sellerBus: seller ?? border, buyerBus: buyer ?? border };
}
