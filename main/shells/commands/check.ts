/**
 * `check`: trades of a file judged on top of the network's own injections, interval by interval: in file order each on top of
 * those accepted before, or all of an interval as one set.
 */
import { createHash } from 'node:crypto';
import { baseInjection } from '../../../grid-models/network/build.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import {
  type Limits,
  limitsNotGiven,
  networkLimits,
  withTemporary,
  withVoltageBand,
} from '../../../grid-models/security/limits.ts';
import {
  type CheckedTrade,
  CUT_RULES,
  type CutRule,
  type IntervalCheck,
  openInterval,
  type SetVerdict,
} from '../../../grid-models/security/trade-check.ts';
import { EXIT, InputError } from './exit.ts';
import { readNetworkFile, readText } from './files.ts';
import { modelOf } from './solve.ts';
import { type FileTrade, parseTrades } from './trades-file.ts';

export interface CheckOptions {
  readonly trades: string;
  readonly voltageBand?: string;
  readonly shortTime?: string;
  readonly asSet?: string;
  readonly json?: boolean;
}

const HOURS = 0.25;
const WH_PER_KWH = 1000;
/** Of one EUR/MWh. */
const MICRO_EUR_PER_KWH = 1000;

export async function check(file: string, options: CheckOptions): Promise<number> {
  const networkText = await readText(file);
  const network = await readNetworkFile(file);
  const model = modelOf(file, network);
  const limits = limitsOf(network, options);
  const trades = parseTrades(options.trades, await readText(options.trades));
  const rows = busRows(network, trades, options.trades);
  const injection = baseInjection(network);
  const networkVersion = createHash('sha256').update(networkText).digest('hex');

  const open = () =>
    openInterval({ model, injection, limits, policy: { oneLeg: 'reject', resolutionWh: 1 }, networkVersion });
  const legs = (trade: FileTrade): CheckedTrade => ({
    id: trade.id,
    sellerBus: rows.get(trade.sellerBus) ?? -1,
    buyerBus: rows.get(trade.buyerBus) ?? -1,
    energyWh: Math.round(trade.energyKwh * WH_PER_KWH),
    hours: HOURS,
  });
  const rule = ruleOf(options.asSet, trades, options.trades);
  const { verdicts, ...sets } = rule ? asSets(trades, legs, rule, open) : oneByOne(trades, legs, open);
  const answer = { verdicts, ...sets, limitsNotGiven: limitsNotGiven(network, limits) };
  if (options.json) console.log(JSON.stringify(answer));
  else {
    for (const v of verdicts)
      console.log(
        `${v.id}: ${v.verdict}, ${v.energySafeKwh} of ${v.energyAskedKwh} kWh (${v.decidedBy}). ${v.reason}`,
      );
    const { voltageLow, voltageHigh, loading } = answer.limitsNotGiven;
    if (voltageLow.length + voltageHigh.length > 0)
      console.error(
        `No voltage limit given for ${Math.max(voltageLow.length, voltageHigh.length)} buses (see --json).`,
      );
    if (loading.length > 0) console.error(`No rating given for ${loading.length} branches (see --json).`);
  }
  if (verdicts.some(v => v.verdict === 'held')) return EXIT.noConvergence;
  return verdicts.some(v => v.verdict !== 'accepted') ? EXIT.negative : EXIT.done;
}

type Legs = (trade: FileTrade) => CheckedTrade;

function oneByOne(trades: readonly FileTrade[], legs: Legs, open: () => IntervalCheck) {
  const intervals = new Map<string, IntervalCheck>();
  const verdicts = trades.map(trade => {
    const interval = intervals.get(trade.intervalStart) ?? open();
    intervals.set(trade.intervalStart, interval);
    const verdict = interval.check(legs(trade));
    if (verdict.energySafeWh > 0) interval.accept(legs(trade), verdict.energySafeWh);
    return {
      id: verdict.id,
      intervalStart: trade.intervalStart || undefined,
      verdict: verdict.verdict,
      energyAskedKwh: trade.energyKwh,
      energySafeKwh: verdict.energySafeWh / WH_PER_KWH,
      binding: verdict.binding,
      decidedBy: verdict.decidedBy,
      reason: verdict.reason,
      notes: verdict.notes,
      inputHash: verdict.inputHash,
    };
  });
  return { verdicts };
}

/** All trades of an interval delivered together; the verdict of each is its share of the set's. */
function asSets(trades: readonly FileTrade[], legs: Legs, rule: CutRule, open: () => IntervalCheck) {
  const sets = new Map<string, SetVerdict>();
  for (const [interval, members] of Map.groupBy(trades, trade => trade.intervalStart)) {
    const set = members.map(trade => ({
      ...legs(trade),
      valueMicroEurPerKwh: Math.round((trade.priceEurPerMwh ?? 0) * MICRO_EUR_PER_KWH),
    }));
    sets.set(interval, open().checkSet(set, rule));
  }
  const shares = new Map(
    [...sets.values()].flatMap(set => set.shares.map(share => [share.id, share] as const)),
  );
  const verdicts = trades.map(trade => {
    const set = sets.get(trade.intervalStart)!;
    const share = shares.get(trade.id)!;
    const { energySafeWh, energyAskedWh, cutBy } = share;
    const verdict =
      set.verdict === 'held'
        ? 'held'
        : energySafeWh === energyAskedWh
          ? 'accepted'
          : energySafeWh > 0
            ? 'reduced'
            : 'rejected';
    return {
      id: trade.id,
      intervalStart: trade.intervalStart || undefined,
      verdict,
      energyAskedKwh: trade.energyKwh,
      energySafeKwh: energySafeWh / WH_PER_KWH,
      binding: cutBy ?? set.binding,
      decidedBy: set.decidedBy,
      reason: set.reason,
      notes: [],
      inputHash: set.inputHash,
    };
  });
  return {
    verdicts,
    sets: [...sets].map(([interval, { shares: _, ...set }]) => ({
      intervalStart: interval || undefined,
      ...set,
    })),
  };
}

function ruleOf(wanted: string | undefined, trades: readonly FileTrade[], file: string): CutRule | null {
  if (wanted === undefined) return null;
  const rule = CUT_RULES.find(known => known === wanted);
  if (!rule) throw new InputError(`--as-set ${wanted}: known rules are ${CUT_RULES.join(', ')}`);
  const without = trades.find(trade => trade.priceEurPerMwh === null);
  if (rule === 'least-value-first' && without)
    throw new InputError(`${file}: trade ${without.id} has no priceEurPerMwh, which ${rule} goes by`);
  return rule;
}

function limitsOf(network: Network, { voltageBand, shortTime }: CheckOptions): Limits {
  let limits = networkLimits(network);
  if (voltageBand !== undefined) {
    const [low, high, ...rest] = voltageBand.split(',').map(Number);
    if (low === undefined || high === undefined || rest.length > 0 || !(low > 0) || !(high > low))
      throw new InputError(`--voltage-band ${voltageBand}: expected LOW,HIGH in p.u., such as 0.9,1.1`);
    limits = withVoltageBand(limits, low, high);
  }
  if (shortTime === undefined) return limits;
  const [vmPuLow, vmPuHigh, loadingPercent, ...rest] = shortTime.split(',').map(Number);
  if (!(vmPuLow! > 0 && vmPuHigh! > vmPuLow! && loadingPercent! > 0) || rest.length > 0)
    throw new InputError(
      `--short-time ${shortTime}: expected LOW,HIGH,PERCENT in p.u. and percent of the rating, such as 0.85,1.1,120`,
    );
  return withTemporary(limits, {
    vmPuLow: vmPuLow!,
    vmPuHigh: vmPuHigh!,
    loadingPercent: loadingPercent!,
  });
}

/** Row of every bus the trades name. @throws InputError listing all that the network does not have */
export function busRows(network: Network, trades: readonly FileTrade[], file: string): Map<string, number> {
  const rows = new Map(network.bus.id.map((id, row) => [id, row]));
  const missing = trades.flatMap(trade =>
    [trade.sellerBus, trade.buyerBus]
      .filter(bus => !rows.has(bus))
      .map(bus => `trade ${trade.id}: bus ${bus} is not in ${network.name}`),
  );
  if (missing.length > 0)
    throw new InputError(
      `${file}: ${missing.length} unknown ${missing.length === 1 ? 'bus' : 'buses'}\n  ${missing.slice(0, 20).join('\n  ')}`,
    );
  return rows;
}
