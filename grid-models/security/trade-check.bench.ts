/** Trades checked per second on the demonstration grid, all three leg states each: by the bound, and by AC alone. */
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import { networkLimits } from './limits.ts';
import { type CheckedTrade, openInterval } from './trade-check.ts';

const TRADES_SCREENED = 2000;
const TRADES_AC = 300;
const RUNS = 5;

export async function benchTradeCheck(): Promise<{ name: string; value: number; unit: string }[]> {
  const network = demonstrationNetwork(1);
  const model = buildModel(network);
  const limits = networkLimits(network);
  const open = () =>
    openInterval({
      model,
      injection: baseInjection(network),
      limits,
      policy: { oneLeg: 'reject', resolutionWh: 1 },
      networkVersion: 'bench',
    });
  const trades = (count: number, seed: number): CheckedTrade[] => {
    let state = seed;
    const next = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    // Up to 5 kWh in a quarter of an hour: 20 kW, more than a household has to sell.
    return Array.from({ length: count }, (_, n) => ({
      id: String(n),
      sellerBus: network.points[next(network.points.length)]!.bus,
      buyerBus: network.points[next(network.points.length)]!.bus,
      energyWh: 1 + next(5000),
      hours: 0.25,
    }));
  };
  const perSecond = (count: number, judge: (trade: CheckedTrade) => void): number => {
    const figures: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const list = trades(count, run + 1);
      const start = performance.now();
      for (const trade of list) judge(trade);
      // The first run warms up.
      if (run > 0) figures.push((1000 * count) / (performance.now() - start));
    }
    return figures.sort((a, b) => a - b)[RUNS >> 1]!;
  };

  let interval = open();
  const screened = perSecond(TRADES_SCREENED, trade => {
    interval.check(trade);
  });
  interval = open();
  const solved = perSecond(TRADES_AC, trade => {
    const verdict = interval.checkByAc(trade);
    if (verdict.decidedBy === 'bound') throw new Error('bench: the bound decided where AC was asked for');
  });
  return [
    { name: 'check/trades', value: solved, unit: '1/s' },
    { name: 'check/trades-screened', value: screened, unit: '1/s' },
  ];
}
