/** What `relief --json` answers, with the file's own ids. Money that is paid is whole micro-euro, as text: no reader may round it. */
import type { Network } from '../../../grid-models/network/network.ts';
import type { HoldingLimit, RemainingViolation } from '../../../grid-models/redispatch/remaining.ts';
import type { LimitMove } from '../../../grid-models/redispatch/restore-limits.ts';
import type { LimitsNotGiven } from '../../../grid-models/security/limits.ts';
import { feeOf, type TradeFee } from '../../../grid-models/tariff/nodal-fee.ts';
import type { CurtailmentDone, ReliefFound } from './relief-case.ts';
import type { FeesOfTrade } from './relief-fees.ts';
import type { OffersFile } from './relief-file.ts';
import { idOf } from './solve-answer.ts';

export interface ReliefContext {
  readonly network: Network;
  readonly given: OffersFile;
  readonly roomPercent: number;
  readonly limitsNotGiven: LimitsNotGiven;
}

export const ROUNDING_RULE =
  'The payment of each offer is rounded to the nearest micro-euro, halves away from zero. Shares are rounded down, and the micro-euro that are then missing go, one each, to those cut most, in the order of the trades; the operator bears the rest.';
export const SHARING_RULE =
  'Aumann-Shapley: marginal price times own effect, averaged while all trades grow from nothing to their size';

export type ReliefAnswer = ReturnType<typeof reliefAnswer>;

export function reliefAnswer(context: ReliefContext, found: ReliefFound) {
  const { network, given, roomPercent } = context;
  const { set, payments, curtailment, fees } = found;
  const intervals = given.intervals.map(({ start, ...scales }) => ({
    intervalStart: start || undefined,
    ...scales,
  }));
  const startOf = (period: number) => intervals[period]?.intervalStart;
  const named = namer(network, startOf);
  return {
    format: network.format,
    hours: given.hours,
    roomPercent,
    intervals,
    violations: found.violations.flatMap((list, period) => list.map(v => named({ ...v, period }))),
    relief: {
      outcome: set.outcome,
      costEur: set.costEur,
      offers: payments.map(({ offer, kw, microEur, parts }) => ({
        id: offer.id,
        bus: idOf(network, network.bus.id[offer.bus]!),
        intervalStart: startOf(offer.period),
        direction: offer.direction,
        kw,
        energyKwh: kw * given.hours,
        receivesMicroEur: String(microEur),
        priceSteps: parts.map(part => ({ step: part.block, kw: part.kw, eurPerKwh: part.eurPerKwh })),
      })),
      ...outcomeOf(set, named),
      leftOut: set.leftOut,
      optimal: set.optimal,
    },
    curtailment: curtailment && {
      outcome: curtailment.outcome,
      plants: curtailment.parts,
      ranks: ranksOf(curtailment, named),
      ...outcomeOf(curtailment, named),
    },
    tariff: given.tariff,
    prices: pricesOf(context, found, named),
    fees: fees && {
      sharingRule: SHARING_RULE,
      roundingRule: ROUNDING_RULE,
      violationEurPerPercentHour: fees.violationEurPerPercentHour,
      trades: fees.trades.map(fee => feesOf(fee, startOf)),
      message: fees.message,
      check: fees.check && {
        tradesMicroEur: String(fees.check.tradesMicroEur),
        uncoveredMicroEur: String(fees.check.uncoveredMicroEur),
        operatorMicroEur: String(fees.check.operatorMicroEur),
        sellersMicroEur: String(fees.check.sellersMicroEur),
      },
    },
    limitsNotGiven: context.limitsNotGiven,
  };
}

type Namer = ReturnType<typeof namer>;

/** The interval by its start and the element by the file's id. */
function namer(network: Network, startOf: (period: number) => string | undefined) {
  return <T extends { readonly period: number; readonly element: string }>({
    period,
    element,
    ...rest
  }: T) => ({
    intervalStart: startOf(period),
    element: idOf(network, element),
    ...rest,
  });
}

function outcomeOf(
  set: {
    readonly limits: readonly LimitMove[];
    readonly remaining: readonly RemainingViolation[];
    readonly agreed: boolean;
    readonly rounds: number;
    readonly message: string;
  },
  named: Namer,
) {
  return {
    limits: set.limits.map(move => named(move)),
    remaining: set.remaining.map(({ why, ...reading }) => ({
      ...named(reading),
      why: why.code === 'held-back' ? { ...why, by: why.by.map(limit => named(limit)) } : why,
    })),
    agreed: set.agreed,
    rounds: set.rounds,
    message: set.message,
  };
}

function ranksOf({ ranks }: CurtailmentDone, named: Namer) {
  const by = (limits: readonly HoldingLimit[]) => limits.map(limit => named(limit));
  return ranks.map(rank => ({ ...rank, left: rank.left.map(left => ({ ...left, by: by(left.by) })) }));
}

/** Where a violation remains nothing is said of congestion and voltage: unknown is not free. */
function pricesOf({ network }: ReliefContext, { set, prices }: ReliefFound, named: Namer) {
  const isPriced = set.outcome === 'restored';
  return {
    limits: set.shadowPrices.map(price => named(price)),
    buses: prices.flatMap((here, period) =>
      here === null
        ? []
        : network.bus.id.map((element, b) => {
            const { element: bus, ...at } = named({ period, element });
            return {
              bus,
              ...at,
              lossesMicroEurPerKwh: here.losses[b]!,
              congestionMicroEurPerKwh: isPriced ? here.congestion[b]! : null,
              voltageMicroEurPerKwh: isPriced ? here.voltage[b]! : null,
            };
          }),
    ),
  };
}

function feesOf({ trade, directed, shared }: FeesOfTrade, startOf: (period: number) => string | undefined) {
  return {
    id: trade.id,
    intervalStart: startOf(trade.period),
    energyWh: Number(trade.energyWh),
    directed: directed && partsOf(directed),
    withSharedRelief: shared && partsOf(shared),
  };
}

function partsOf(fee: TradeFee) {
  return {
    lossesMicroEur: String(fee.lossesMicroEur),
    congestionMicroEur: String(fee.congestionMicroEur),
    voltageMicroEur: String(fee.voltageMicroEur),
    fixedMicroEur: String(fee.fixedMicroEur),
    totalMicroEur: String(feeOf(fee)),
  };
}
