/** Which contract flows are drawn: never all at once, always those that answer the operator's question. */
import type { Topology } from '../../../../preload/contract/grid.ts';
import type { ContractFlow } from '../contract-arcs/arc-geometry.ts';

export type ContractMode = 'off' | 'selection' | 'trade' | 'top';

export const CONTRACT_MODES: readonly {
  readonly mode: ContractMode;
  readonly word: string;
  readonly hint: string;
}[] = [
  { mode: 'off', word: 'None', hint: 'No contract flows' },
  { mode: 'selection', word: 'Selection', hint: 'Contract flows that begin or end at the selected element' },
  { mode: 'trade', word: 'Trade', hint: 'The selected trade' },
  { mode: 'top', word: 'Top ten', hint: 'The ten largest contract flows of the interval' },
];

const TOP = 10;
/** More arcs than this hide each other; the rest is said in words. */
export const ARCS_MAX = 40;

export interface ChosenFlows {
  readonly flows: readonly ContractFlow[];
  /** Flows that the choice holds but the picture leaves out. */
  readonly left: number;
  /** Why nothing is drawn, in words; null when something is. */
  readonly nothing: string | null;
}

export interface TradeEnds {
  readonly id: string;
  readonly sellerPoint: string;
  readonly buyerPoint: string;
  readonly kw: number;
}

export function chosenFlows(
  mode: ContractMode,
  flows: readonly ContractFlow[],
  topology: Topology,
  selected: string | null,
  trade: TradeEnds | null,
): ChosenFlows {
  switch (mode) {
    case 'off':
      return { flows: [], left: 0, nothing: null };
    case 'top':
      return cut(flows, TOP, 'There are no contract flows in this interval.');
    case 'trade':
      return tradeFlow(topology, trade);
    case 'selection': {
      if (selected === null)
        return { flows: [], left: 0, nothing: 'Select an element to see its contract flows.' };
      const buses = busesOf(topology, selected);
      const touching = flows.filter(flow => buses.has(flow.fromBus) || buses.has(flow.toBus));
      return cut(touching, ARCS_MAX, 'No contract flow begins or ends here in this interval.');
    }
  }
}

function cut(flows: readonly ContractFlow[], most: number, nothing: string): ChosenFlows {
  const largest = [...flows].sort((a, b) => b.kw - a.kw).slice(0, most);
  return {
    flows: largest,
    left: flows.length - largest.length,
    nothing: largest.length === 0 ? nothing : null,
  };
}

function tradeFlow(topology: Topology, trade: TradeEnds | null): ChosenFlows {
  if (trade === null) return { flows: [], left: 0, nothing: 'Select a trade to see its contract flow.' };
  const fromBus = busOfPoint(topology, trade.sellerPoint);
  const toBus = busOfPoint(topology, trade.buyerPoint);
  if (fromBus < 0 || toBus < 0)
    return { flows: [], left: 0, nothing: `Trade ${trade.id} has an end outside this network.` };
  return { flows: [{ fromBus, toBus, kw: trade.kw, trades: 1 }], left: 0, nothing: null };
}

function busOfPoint(topology: Topology, point: string): number {
  return topology.buses.findIndex(bus => bus.points.includes(point));
}

/** Buses meant by a selection: the bus itself, both ends of a branch, all buses of a segment. */
function busesOf(topology: Topology, selected: string): ReadonlySet<number> {
  const branch = topology.branches.find(b => b.id === selected);
  if (branch) return new Set([branch.from, branch.to]);
  return new Set(
    topology.buses.flatMap((bus, row) => (bus.id === selected || bus.segment === selected ? [row] : [])),
  );
}
