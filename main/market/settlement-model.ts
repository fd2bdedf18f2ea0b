/**
 * Settlement of one delivery interval, worked out a second time: pure, exact, and independent of the contract whose result it
 * checks and explains. The rules and their numbers (S1–S9) are in contracts/README.md.
 */
import type { CurtailmentOrder, Direction, RecordedVerdict, Trade } from '../records/market.ts';
import type { MicroEur, MicroEurPerKwh, Wh } from '../records/units.ts';

/** The numbers of the market that hold for the interval. */
export interface SettlementRules {
  readonly feedInMicroEurPerKwh: MicroEurPerKwh;
  readonly retailMicroEurPerKwh: MicroEurPerKwh;
  /** Charged for flexibility ordered and not delivered. */
  readonly flexibilityPenaltyMicroEurPerKwh: MicroEurPerKwh;
  /** Receives grid fees. */
  readonly gridOperator: string;
  /** Buys surplus, sells deficit. */
  readonly retailer: string;
}

/** A part of a flexibility offer that was bought. */
export interface BoughtFlexibility {
  readonly orderId: string;
  readonly offerId: string;
  readonly point: string;
  readonly direction: Direction;
  readonly energyWh: Wh;
  readonly priceMicroEurPerKwh: MicroEurPerKwh;
  readonly seller: string;
  readonly buyer: string;
  /** The point a customer covers with it; null when an operator bought. */
  readonly beneficiaryPoint: string | null;
}

/** Everything that counts for one interval. Lists are in the order of the chain. */
export interface IntervalRecords {
  readonly trades: readonly Pick<
    Trade,
    'id' | 'sellerPoint' | 'buyerPoint' | 'seller' | 'buyer' | 'energyWh' | 'priceMicroEurPerKwh'
  >[];
  /** The last verdict on each trade; a trade without one does not settle. */
  readonly verdicts: readonly Pick<RecordedVerdict, 'tradeId' | 'decision' | 'energyWh' | 'feeMicroEur'>[];
  /** Net energy metered, injection positive, and the owner of the point when it was reported. */
  readonly readings: readonly { readonly point: string; readonly owner: string; readonly netWh: Wh }[];
  readonly flexibility: readonly BoughtFlexibility[];
  /** Net energy without activation, as stated with the offers, by point. */
  readonly baselineNetWh: ReadonlyMap<string, Wh>;
  readonly curtailments: readonly (Pick<
    CurtailmentOrder,
    'id' | 'point' | 'direction' | 'energyWh' | 'compensationMicroEur'
  > & { readonly owner: string; readonly orderedBy: string })[];
}

/** One payment and what it is for. */
export interface Payment {
  readonly reason:
    | 'trade'
    | 'grid-fee'
    | 'flexibility'
    | 'flexibility-penalty'
    | 'compensation'
    | 'replacement'
    | 'surplus'
    | 'deficit';
  /** Trade, offer or curtailment order by number, else the point. */
  readonly subject: string;
  readonly payer: string;
  readonly payee: string;
  readonly energyWh: Wh;
  readonly amountMicroEur: MicroEur;
}

export interface PointSettlement {
  readonly point: string;
  readonly owner: string;
  readonly meteredWh: Wh;
  /** With what others delivered to cover it. */
  readonly tradedWh: Wh;
  /** Flexibility delivered, injection positive. */
  readonly deliveredWh: Wh;
  /** Shortfall excused by curtailment. */
  readonly excusedWh: Wh;
  /** Metered less scheduled: to the retailer when positive, from it when negative. */
  readonly restWh: Wh;
}

export interface IntervalSettlement {
  readonly payments: readonly Payment[];
  readonly points: readonly PointSettlement[];
  /** Balance of the interval by account; the sum is zero. */
  readonly balanceMicroEur: ReadonlyMap<string, MicroEur>;
  /** Points with a position and no reading: the interval cannot be closed yet. */
  readonly pointsWithoutReading: readonly string[];
}

/** Settles an interval. Amounts are rounded down to the whole micro-euro, payment by payment. */
export function settleInterval(records: IntervalRecords, rules: SettlementRules): IntervalSettlement {
  const trades = settleableTrades(records);
  const payments = trades.flatMap(trade => tradePayments(trade, rules));
  const points: PointSettlement[] = [];
  const covered = coveredWh(records, rules);
  for (const reading of records.readings) {
    const tradedWh = netTraded(reading.point, trades) + (covered.get(reading.point) ?? 0n);
    const settled = settlePoint(reading, tradedWh, records, rules);
    points.push(settled.point);
    payments.push(...settled.payments);
  }
  return {
    payments,
    points,
    balanceMicroEur: balances(payments),
    pointsWithoutReading: withoutReading(trades, records),
  };
}

/** Energy times price, rounded down: nobody pays a fraction more. */
export function amountMicroEur(energyWh: Wh, priceMicroEurPerKwh: MicroEurPerKwh): MicroEur {
  if (energyWh < 0n || priceMicroEurPerKwh < 0n)
    throw new RangeError('Energy and price of a payment are never negative.');
  return (energyWh * priceMicroEurPerKwh) / 1000n;
}

interface SettleableTrade {
  readonly trade: IntervalRecords['trades'][number];
  readonly energyWh: Wh;
  readonly feeMicroEur: MicroEur;
}

interface PointResult {
  readonly point: PointSettlement;
  readonly payments: readonly Payment[];
}

/** S1: only what was accepted, whole or in part. */
function settleableTrades(records: IntervalRecords): SettleableTrade[] {
  const verdicts = new Map(records.verdicts.map(verdict => [verdict.tradeId, verdict]));
  return records.trades.flatMap(trade => {
    const verdict = verdicts.get(trade.id);
    if (verdict?.decision !== 'accepted' && verdict?.decision !== 'reduced') return [];
    return [{ trade, energyWh: verdict.energyWh, feeMicroEur: verdict.feeMicroEur }];
  });
}

/** S2, S3. */
function tradePayments({ trade, energyWh, feeMicroEur }: SettleableTrade, rules: SettlementRules): Payment[] {
  const fee: Payment = {
    reason: 'grid-fee',
    subject: trade.id,
    payer: feeMicroEur >= 0n ? trade.buyer : rules.gridOperator,
    payee: feeMicroEur >= 0n ? rules.gridOperator : trade.buyer,
    energyWh,
    amountMicroEur: feeMicroEur >= 0n ? feeMicroEur : -feeMicroEur,
  };
  return [
    {
      reason: 'trade',
      subject: trade.id,
      payer: trade.buyer,
      payee: trade.seller,
      energyWh,
      amountMicroEur: amountMicroEur(energyWh, trade.priceMicroEurPerKwh),
    },
    fee,
  ];
}

function netTraded(point: string, trades: readonly SettleableTrade[]): Wh {
  return trades.reduce((net, { trade, energyWh }) => {
    if (trade.sellerPoint === point) return net + energyWh;
    if (trade.buyerPoint === point) return net - energyWh;
    return net;
  }, 0n);
}

function settlePoint(
  reading: IntervalRecords['readings'][number],
  tradedWh: Wh,
  records: IntervalRecords,
  rules: SettlementRules,
): PointResult {
  const { point, owner, netWh: meteredWh } = reading;
  const bought = records.flexibility.filter(part => part.point === point);
  const flexible = flexibilityPayments(meteredWh, records.baselineNetWh.get(point), bought, rules);
  const orders = records.curtailments.filter(order => order.point === point);
  const shortfallWh = tradedWh + flexible.deliveredWh - meteredWh;
  const curtailed = curtailmentPayments(shortfallWh, orders, rules);
  const restWh = meteredWh - (tradedWh + flexible.deliveredWh - curtailed.excusedWh);
  return {
    point: {
      point,
      owner,
      meteredWh,
      tradedWh,
      deliveredWh: flexible.deliveredWh,
      excusedWh: curtailed.excusedWh,
      restWh,
    },
    payments: [...flexible.payments, ...curtailed.payments, restPayment(point, owner, restWh, rules)],
  };
}

/** What a point's sellers delivered to cover it leaves their schedules and enters its own, by point; injection positive. */
function coveredWh(records: IntervalRecords, rules: SettlementRules): Map<string, Wh> {
  const covered = new Map<string, Wh>();
  for (const { point, netWh } of records.readings) {
    const bought = records.flexibility.filter(part => part.point === point);
    const { reachesWh } = flexibilityPayments(netWh, records.baselineNetWh.get(point), bought, rules);
    for (const [i, { beneficiaryPoint }] of bought.entries()) {
      if (beneficiaryPoint === null) continue;
      covered.set(beneficiaryPoint, (covered.get(beneficiaryPoint) ?? 0n) - (reachesWh[i] ?? 0n));
    }
  }
  return covered;
}

/** S4–S6. @returns deliveredWh signed like a reading: negative for energy delivered downwards */
function flexibilityPayments(
  meteredWh: Wh,
  baselineWh: Wh | undefined,
  bought: readonly BoughtFlexibility[],
  rules: SettlementRules,
): { deliveredWh: Wh; payments: Payment[]; reachesWh: Wh[] } {
  const first = bought[0];
  if (!first) return { deliveredWh: 0n, payments: [], reachesWh: [] };
  if (baselineWh === undefined)
    throw new Error(`Flexibility of ${first.point} was bought without a baseline.`);
  const sign = first.direction === 'up' ? 1n : -1n;
  const movedWh = sign * (meteredWh - baselineWh);
  const payments: Payment[] = [];
  const reachesWh: Wh[] = [];
  // Each part stands on the parts bought before it: it is delivered as far as the movement reaches into its own stretch.
  let fromWh = 0n;
  for (const part of bought) {
    const reachWh = clamp(movedWh - fromWh, 0n, part.energyWh);
    const againstWh = fromWh === 0n && movedWh < 0n ? -movedWh : 0n;
    payments.push(
      {
        reason: 'flexibility',
        subject: part.offerId,
        payer: part.buyer,
        payee: part.seller,
        energyWh: reachWh,
        amountMicroEur: amountMicroEur(reachWh, part.priceMicroEurPerKwh),
      },
      penaltyPayment(part, part.energyWh - reachWh + againstWh, rules),
    );
    reachesWh.push(sign * reachWh);
    fromWh += part.energyWh;
  }
  return { deliveredWh: sign * clamp(movedWh, 0n, fromWh), payments, reachesWh };
}

function penaltyPayment(part: BoughtFlexibility, missingWh: Wh, rules: SettlementRules): Payment {
  return {
    reason: 'flexibility-penalty',
    subject: part.offerId,
    payer: part.seller,
    payee: part.buyer,
    energyWh: missingWh,
    amountMicroEur: amountMicroEur(missingWh, rules.flexibilityPenaltyMicroEurPerKwh),
  };
}

/** S7, S8. */
function curtailmentPayments(
  shortfallWh: Wh,
  orders: IntervalRecords['curtailments'],
  rules: SettlementRules,
): { excusedWh: Wh; payments: Payment[] } {
  let excusedWh = 0n;
  const payments: Payment[] = [];
  for (const order of orders) {
    const openWh = shortfallWh - excusedWh;
    const partWh = order.direction === 'down' ? clamp(openWh, 0n, order.energyWh) : 0n;
    excusedWh += partWh;
    payments.push(
      {
        reason: 'compensation',
        subject: order.id,
        payer: order.orderedBy,
        payee: order.owner,
        energyWh: order.energyWh,
        amountMicroEur: order.compensationMicroEur,
      },
      {
        reason: 'replacement',
        subject: order.id,
        payer: order.orderedBy,
        payee: rules.retailer,
        energyWh: partWh,
        amountMicroEur: amountMicroEur(partWh, rules.retailMicroEurPerKwh),
      },
    );
  }
  return { excusedWh, payments };
}

/** S9. */
function restPayment(point: string, owner: string, restWh: Wh, rules: SettlementRules): Payment {
  return restWh >= 0n
    ? {
        reason: 'surplus',
        subject: point,
        payer: rules.retailer,
        payee: owner,
        energyWh: restWh,
        amountMicroEur: amountMicroEur(restWh, rules.feedInMicroEurPerKwh),
      }
    : {
        reason: 'deficit',
        subject: point,
        payer: owner,
        payee: rules.retailer,
        energyWh: -restWh,
        amountMicroEur: amountMicroEur(-restWh, rules.retailMicroEurPerKwh),
      };
}

function balances(payments: readonly Payment[]): Map<string, MicroEur> {
  const balance = new Map<string, MicroEur>();
  for (const { payer, payee, amountMicroEur: amount } of payments) {
    balance.set(payer, (balance.get(payer) ?? 0n) - amount);
    balance.set(payee, (balance.get(payee) ?? 0n) + amount);
  }
  return balance;
}

function withoutReading(trades: readonly SettleableTrade[], records: IntervalRecords): string[] {
  const read = new Set(records.readings.map(reading => reading.point));
  const concerned = new Set([
    ...trades.flatMap(({ trade }) => [trade.sellerPoint, trade.buyerPoint]),
    ...records.flexibility.flatMap(part =>
      part.beneficiaryPoint === null ? [part.point] : [part.point, part.beneficiaryPoint],
    ),
    ...records.curtailments.map(order => order.point),
  ]);
  return [...concerned].filter(point => !read.has(point));
}

function clamp(value: bigint, low: bigint, high: bigint): bigint {
  if (value < low) return low;
  return value > high ? high : value;
}
