/** Prices of the buses from the relief of an interval, and what relief costs each trade: to the micro-euro what its sellers receive. */
import assert from 'node:assert/strict';
import type { LinearSolver } from '../../../grid-models/redispatch/linear-programme.ts';
import type { BlockOffer } from '../../../grid-models/redispatch/offers.ts';
import {
  reliefCostAlong,
  type ScaledTrade,
  type SolvedPeriod,
} from '../../../grid-models/redispatch/relief-cost.ts';
import type { ReliefSetOfAll } from '../../../grid-models/redispatch/restore-limits.ts';
import { sensitivities } from '../../../grid-models/sensitivity/voltage-and-flow.ts';
import {
  type NodalPrices,
  nodalPricesOfRelief,
  type TradeFee,
  tradeFee,
} from '../../../grid-models/tariff/nodal-fee.ts';
import {
  feesWithSharedRelief,
  type SharedRelief,
  shareAlongRay,
  shareCost,
} from '../../../grid-models/tariff/shared-relief.ts';
import type { ReliefTariff } from './relief-file.ts';

export interface PlacedTrade extends ScaledTrade {
  readonly id: string;
  readonly energyWh: bigint;
}

export interface FeesInput {
  readonly periods: readonly SolvedPeriod[];
  readonly hours: number;
  readonly offers: readonly BlockOffer[];
  readonly trades: readonly PlacedTrade[];
  readonly tariff: ReliefTariff;
  readonly roomPercent: number;
  readonly solver: LinearSolver;
  readonly set: ReliefSetOfAll;
  readonly payments: readonly { readonly microEur: bigint }[];
  /** [period] */
  readonly prices: readonly (NodalPrices | null)[];
}

export interface ReliefFees {
  /** In the order of the trades. */
  readonly trades: readonly FeesOfTrade[];
  /** null: not shared, in words why. */
  readonly check: FeeCheck | null;
  readonly message: string;
  /** What a violation that no offer relieves counted for. */
  readonly violationEurPerPercentHour: number;
}

export interface FeesOfTrade {
  readonly trade: PlacedTrade;
  /** By the prices of its buses; null where a violation remains: it has no price that the market made. */
  readonly directed: TradeFee | null;
  /** With its share of the relief. */
  readonly shared: TradeFee | null;
}

/** Whole micro-euro: what trades pay for congestion and voltage, what a cap cut off, what no trade causes; together the sellers'. */
export interface FeeCheck {
  readonly tradesMicroEur: bigint;
  readonly uncoveredMicroEur: bigint;
  readonly operatorMicroEur: bigint;
  readonly sellersMicroEur: bigint;
}

const TIME_LIMIT_S = 10;

/** Slopes are taken where relief ends. @returns null where there are none */
export function pricesAfter(
  { model, limits }: SolvedPeriod,
  { after, shadowPrices }: ReliefSetOfAll,
  period: number,
  tariff: ReliefTariff,
): NodalPrices | null {
  const state = after[period]!;
  const sens = sensitivities(model, state);
  const priced = shadowPrices.filter(price => price.period === period);
  return sens && nodalPricesOfRelief(sens, state, limits, tariff, priced);
}

export function reliefFees(input: FeesInput): ReliefFees {
  const { trades, tariff, set, prices, payments } = input;
  const violationEurPerPercentHour = tariff.violationEurPerPercentHour ?? violationPrice(input);
  const sellersMicroEur = sumOf(payments.map(({ microEur }) => microEur));
  const sharing = shareOf(input, violationEurPerPercentHour, sellersMicroEur);
  const shared = typeof sharing === 'string' ? null : sharing;
  const isPriced = set.outcome === 'restored';
  const directed = trades.map(trade => {
    const here = prices[trade.period] ?? null;
    return isPriced && here ? tradeFee(here, tariff, trade) : null;
  });
  const sheet = shared && feeSheet(input, shared);
  return {
    trades: trades.map((trade, i) => ({
      trade,
      directed: directed[i]!,
      shared: sheet?.fees.get(trade) ?? null,
    })),
    check:
      sheet && shared && checked({ ...sheet.sums, operatorMicroEur: shared.ownMicroEur, sellersMicroEur }),
    message: typeof sharing === 'string' ? sharing : sheet ? '' : NO_SLOPES,
    violationEurPerPercentHour,
  };
}

/** All intervals at once: an offer may help in a later one than that of its delivery. @returns in words why nothing can be shared */
function shareOf(
  { periods, hours, offers, trades, tariff, roomPercent, solver }: FeesInput,
  violationEurPerPercentHour: number,
  costMicroEur: bigint,
): SharedRelief | string {
  const along = reliefCostAlong({
    periods,
    offers,
    trades,
    solver,
    roomPercent,
    violationEurPerPercentHour,
    timeLimitS: TIME_LIMIT_S,
  });
  if (!along) return NO_SLOPES;
  // What trades spare of a violation that has no price, nobody can say.
  const isShort = (along(0)?.shortPercent ?? 0) > SHORT_PERCENT;
  if (isShort && tariff.violationEurPerPercentHour === null) return NO_VIOLATION_PRICE;
  const shares = shareAlongRay(along, trades.length);
  return shares ? shareCost(costMicroEur, shares, hours) : NOT_FOLLOWED;
}

/** Interval by interval, as losses have the prices of theirs. @returns null where one has none */
function feeSheet({ periods, trades, tariff, prices }: FeesInput, shared: SharedRelief) {
  const fees = new Map<PlacedTrade, TradeFee>();
  let tradesMicroEur = 0n;
  let uncoveredMicroEur = 0n;
  for (let n = 0; n < periods.length; n++) {
    const rows = trades.flatMap((trade, i) => (trade.period === n ? [i] : []));
    if (rows.length === 0) continue;
    const here = prices[n];
    if (!here) return null;
    const sheet = feesWithSharedRelief(
      here,
      tariff,
      rows.map(i => trades[i]!),
      {
        ...shared,
        congestionMicroEur: rows.map(i => shared.congestionMicroEur[i]!),
        voltageMicroEur: rows.map(i => shared.voltageMicroEur[i]!),
      },
    );
    rows.forEach((i, k) => {
      fees.set(trades[i]!, sheet.fees[k]!);
    });
    tradesMicroEur += sheet.received.congestionMicroEur + sheet.received.voltageMicroEur;
    uncoveredMicroEur += sheet.uncoveredMicroEur;
  }
  return { fees, sums: { tradesMicroEur, uncoveredMicroEur } };
}

function checked(check: FeeCheck): FeeCheck {
  const { tradesMicroEur, uncoveredMicroEur, operatorMicroEur, sellersMicroEur } = check;
  assert(
    tradesMicroEur + uncoveredMicroEur + operatorMicroEur === sellersMicroEur,
    'the sums of the fees differ',
  );
  return check;
}

/**
 * Far above what any offer costs per percent of a limit: as if each percent took all kilowatts that are injected and drawn, at the price
 * of the dearest offer.
 */
function violationPrice({ periods, offers }: FeesInput): number {
  const dearest = offers.reduce(
    (most, { blocks }) => blocks.reduce((own, { eurPerKwh }) => Math.max(own, eurPerKwh), most),
    0,
  );
  const kw = periods.map(({ injection }) => 1000 * injection.pMw.reduce((sum, mw) => sum + Math.abs(mw), 0));
  return dearest * Math.max(...kw);
}

/** Room that falls short by less is the solver's and the slopes', percent of what is permitted. */
const SHORT_PERCENT = 0.1;
const NO_SLOPES = 'The state has no slopes, or none without the trades.';
const NO_VIOLATION_PRICE =
  'Without the trades the offers do not restore all limits either, and the tariff gives no violationEurPerPercentHour.';
const NOT_FOLLOWED = 'What relief costs could not be followed along the growth of the trades.';

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
