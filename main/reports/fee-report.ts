/** The grid-fee report: one line per trade with a fee on chain, and totals that are reached three ways. Pure, exact integers. */

export interface FeeLine {
  readonly tradeId: string;
  /** Start of delivery, Unix seconds. */
  readonly interval: number;
  readonly sellerPoint: string;
  readonly buyerPoint: string;
  /** Energy the grid operator accepted. */
  readonly energyWh: bigint;
  readonly lossesMicroEur: bigint;
  readonly congestionMicroEur: bigint;
  readonly voltageMicroEur: bigint;
  readonly fixedMicroEur: bigint;
  /** From the verdict event on the verified chain; buyer pays the grid operator, negative: the other way. */
  readonly feeMicroEur: bigint;
  /** From the settlement event, as the fee; less than accepted where the operator of another area let less through. */
  readonly settledWh: bigint | null;
  /** From the settlement event; null before settlement. */
  readonly settledMicroEur: bigint | null;
  readonly blockNumber: number;
}

export interface FeeReport {
  readonly fromMs: number;
  /** End, not included. */
  readonly toMs: number;
  readonly lines: readonly FeeLine[];
  readonly totals: FeeTotals;
}

export interface FeeTotals {
  readonly trades: number;
  readonly energyWh: bigint;
  readonly lossesMicroEur: bigint;
  readonly congestionMicroEur: bigint;
  readonly voltageMicroEur: bigint;
  readonly fixedMicroEur: bigint;
  /** Sum of the parts over all rows. */
  readonly rowsMicroEur: bigint;
  /** Sum of the fees in the verdict events. */
  readonly chainMicroEur: bigint;
  /** Sum of the fees in the settlement events of the rows settled so far. */
  readonly settledMicroEur: bigint;
  /** Parts sum to the verdict's fee in every row, and every settled fee is the verdict's, by what flowed of the energy. */
  readonly equal: boolean;
  readonly fromBlock: number;
  readonly toBlock: number;
  readonly toBlockHash: string;
}

/** A row whose parts do not give its fee, or whose settlement differs from its verdict: the report says which. */
export function unequalLines(lines: readonly FeeLine[]): readonly FeeLine[] {
  return lines.filter(
    line =>
      partsOf(line) !== line.feeMicroEur ||
      (line.settledMicroEur !== null && line.settledMicroEur !== feeForFlow(line)),
  );
}

/**
 * @param lines in any order; the report has them by interval, then by trade
 * @param head  block up to which the chain was verified when the lines were read
 */
export function feeReport(
  lines: readonly FeeLine[],
  period: { fromMs: number; toMs: number },
  head: { number: number; hash: string },
): FeeReport {
  const inPeriod = lines
    .filter(line => line.interval * 1000 >= period.fromMs && line.interval * 1000 < period.toMs)
    .sort((a, b) => a.interval - b.interval || compareIds(a.tradeId, b.tradeId));
  const sum = (pick: (line: FeeLine) => bigint) => inPeriod.reduce((total, line) => total + pick(line), 0n);
  return {
    ...period,
    lines: inPeriod,
    totals: {
      trades: inPeriod.length,
      energyWh: sum(line => line.energyWh),
      lossesMicroEur: sum(line => line.lossesMicroEur),
      congestionMicroEur: sum(line => line.congestionMicroEur),
      voltageMicroEur: sum(line => line.voltageMicroEur),
      fixedMicroEur: sum(line => line.fixedMicroEur),
      rowsMicroEur: sum(partsOf),
      chainMicroEur: sum(line => line.feeMicroEur),
      settledMicroEur: sum(line => line.settledMicroEur ?? 0n),
      equal: unequalLines(inPeriod).length === 0,
      fromBlock: inPeriod.reduce((first, line) => Math.min(first, line.blockNumber), head.number),
      toBlock: head.number,
      toBlockHash: head.hash,
    },
  };
}

/** Toward zero, as the contract divides. */
function feeForFlow({ feeMicroEur, energyWh, settledWh }: FeeLine): bigint {
  return settledWh === null || energyWh === 0n ? feeMicroEur : (feeMicroEur * settledWh) / energyWh;
}

function partsOf(line: FeeLine): bigint {
  return line.lossesMicroEur + line.congestionMicroEur + line.voltageMicroEur + line.fixedMicroEur;
}

/** Ids are numbers on chain: 10 comes after 9. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
