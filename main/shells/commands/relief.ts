/**
 * `relief`: the cheapest offers of flexibility that restore all limits of a file's state, the least curtailment where they do not
 * suffice, and what it costs each bus and trade. Trades are delivered on top of the file's own injections.
 */
import { baseInjection } from '../../../grid-models/network/build.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import type { Unsolved } from '../../../grid-models/power-flow/result.ts';
import { solve } from '../../../grid-models/power-flow/solve.ts';
import { highsSolver } from '../../../grid-models/redispatch/highs.ts';
import type { SolvedPeriod } from '../../../grid-models/redispatch/relief-cost.ts';
import { limitsNotGiven, networkLimits } from '../../../grid-models/security/limits.ts';
import { busRows } from './check.ts';
import { inputError } from './controls-file.ts';
import { EXIT } from './exit.ts';
import { readNetworkFile, readText } from './files.ts';
import { reliefAnswer } from './relief-answer.ts';
import { findRelief } from './relief-case.ts';
import type { PlacedTrade } from './relief-fees.ts';
import { type FileInterval, intervalRow, type OffersFile, parseOffers, parsePlants } from './relief-file.ts';
import { reliefSummary } from './relief-summary.ts';
import { modelOf } from './solve.ts';
import { parseTrades } from './trades-file.ts';

export interface ReliefOptions {
  readonly offers: string;
  readonly trades?: string;
  readonly plants?: string;
  readonly room: number;
  readonly json?: boolean;
}

const WH_PER_KWH = 1000;

export async function relief(file: string, options: ReliefOptions): Promise<number> {
  const network = await readNetworkFile(file);
  const given = parseOffers(options.offers, await readText(options.offers), network);
  const plants =
    options.plants === undefined
      ? null
      : parsePlants(options.plants, await readText(options.plants), network, given.intervals);
  const trades =
    options.trades === undefined
      ? null
      : placedTrades(options.trades, await readText(options.trades), network, given);

  const periods: SolvedPeriod[] = [];
  for (const [n, interval] of given.intervals.entries()) {
    const period = scheduled(file, network, interval, trades?.filter(trade => trade.period === n) ?? []);
    if ('unsolved' in period) {
      const { reason, message } = period.unsolved;
      const intervalStart = interval.start || undefined;
      if (options.json)
        console.log(
          JSON.stringify({ format: network.format, converged: false, intervalStart, reason, message }),
        );
      console.error(`${file}: no solution${intervalStart ? ` at ${intervalStart}` : ''}. ${message}`);
      return EXIT.noConvergence;
    }
    periods.push(period);
  }

  const { hours, offers, tariff } = given;
  const roomPercent = options.room;
  const solver = await highsSolver();
  const found = findRelief({ periods, hours, offers, plants, trades, tariff, roomPercent, solver });
  const notGiven = limitsNotGiven(network, networkLimits(network));
  const answer = reliefAnswer({ network, given, roomPercent, limitsNotGiven: notGiven }, found);
  if (options.json) console.log(JSON.stringify(answer));
  else {
    console.log(reliefSummary(file, answer));
    const voltages = Math.max(notGiven.voltageLow.length, notGiven.voltageHigh.length);
    if (voltages > 0) console.error(`No voltage limit given for ${voltages} buses (see --json).`);
    if (notGiven.loading.length > 0)
      console.error(`No rating given for ${notGiven.loading.length} branches (see --json).`);
  }
  return found.remaining.length > 0 ? EXIT.negative : EXIT.done;
}

/** One interval with its trades, solved; or why it has no state. */
function scheduled(
  file: string,
  network: Network,
  interval: FileInterval,
  trades: readonly PlacedTrade[],
): SolvedPeriod | { readonly unsolved: Unsolved } {
  const model = modelOf(file, scaled(network, interval));
  const injection = baseInjection(model.network);
  for (const { sellerBus, buyerBus, kw } of trades) {
    injection.pMw[sellerBus]! += kw / 1000;
    injection.pMw[buyerBus]! -= kw / 1000;
  }
  const state = solve(model, injection, { fallback: 'globalised' });
  return state.converged ? { model, injection, limits: networkLimits(network), state } : { unsolved: state };
}

function scaled(network: Network, { loadScale, generationScale }: FileInterval): Network {
  const { load, generator } = network;
  const by = (scale: number) => (value: number) => scale * value;
  const pq = <T extends typeof load | typeof generator>(rows: T, scale: number) => ({
    ...rows,
    pMw: rows.pMw.map(by(scale)),
    qMvar: rows.qMvar.map(by(scale)),
  });
  return { ...network, load: pq(load, loadScale), generator: pq(generator, generationScale) };
}

function placedTrades(file: string, text: string, network: Network, given: OffersFile): PlacedTrade[] {
  const trades = parseTrades(file, text);
  const rows = busRows(network, trades, file);
  const starts = given.intervals.map(({ start }) => start);
  const problems: string[] = [];
  const placed = trades.map(
    (trade): PlacedTrade => ({
      id: trade.id,
      period: intervalRow(starts, trade.intervalStart, `trade ${trade.id}: intervalStart`, problems),
      sellerBus: rows.get(trade.sellerBus)!,
      buyerBus: rows.get(trade.buyerBus)!,
      energyWh: BigInt(Math.round(trade.energyKwh * WH_PER_KWH)),
      kw: trade.energyKwh / given.hours,
    }),
  );
  if (problems.length > 0) throw inputError(file, problems);
  return placed;
}
