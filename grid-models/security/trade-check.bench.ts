/**
 * Trades checked per second on the demonstration grid, all three leg states each: by AC alone; as the check runs, on a market where
 * nine of ten trades are small and one asks for more than most streets carry; and a burst in which each counts for the next.
 */
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import { networkLimits } from './limits.ts';
import { type CheckedTrade, type IntervalCheck, openInterval } from './trade-check.ts';

const TRADES_SCREENED = 2000;
const TRADES_AC = 300;
const RUNS = 5;
/** A household's: 20 kW for a quarter of an hour. */
const SMALL_WH = 5000;
/** 80 to 400 kW: one in ten of the mixed market. */
const LARGE_WH = [20_000, 100_000] as const;

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
  const trades = (count: number, seed: number, large: boolean): CheckedTrade[] => {
    let state = seed;
    const next = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const point = () => network.points[next(network.points.length)]!.bus;
    return Array.from({ length: count }, (_, n) => ({
      id: String(n),
      sellerBus: point(),
      buyerBus: point(),
      energyWh: large && n % 10 === 0 ? LARGE_WH[0] + next(LARGE_WH[1] - LARGE_WH[0]) : 1 + next(SMALL_WH),
      hours: 0.25,
    }));
  };
  const perSecond = (
    count: number,
    large: boolean,
    judge: (interval: IntervalCheck, trade: CheckedTrade) => void,
  ): number => {
    const figures: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const list = trades(count, run + 1, large);
      const interval = open();
      interval.solver.present();
      const start = performance.now();
      for (const trade of list) judge(interval, trade);
      // The first run warms up.
      if (run > 0) figures.push((1000 * count) / (performance.now() - start));
    }
    return figures.sort((a, b) => a - b)[RUNS >> 1]!;
  };

  const solved = perSecond(TRADES_AC, false, (interval, trade) => {
    const verdict = interval.checkByAc(trade);
    if (verdict.decidedBy === 'bound') throw new Error('bench: the bound decided where AC was asked for');
  });
  const small = perSecond(TRADES_SCREENED, false, (interval, trade) => {
    interval.check(trade);
  });
  const mixed = perSecond(TRADES_SCREENED, true, (interval, trade) => {
    interval.check(trade);
  });
  const burst = perSecond(TRADES_SCREENED / 2, false, (interval, trade) => {
    const fifth = { ...trade, energyWh: Math.ceil(trade.energyWh / 5) };
    const { energySafeWh } = interval.check(fifth);
    if (energySafeWh > 0) interval.accept(fifth, energySafeWh);
  });
  return [
    { name: 'check/trades', value: solved, unit: '1/s' },
    { name: 'check/trades-screened', value: small, unit: '1/s' },
    { name: 'check/trades-mixed', value: mixed, unit: '1/s' },
    { name: 'check/trades-accepted', value: burst, unit: '1/s' },
  ];
}
