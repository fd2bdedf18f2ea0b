/**
 * What relief costs, shared among the trades that cause it together, to the micro-euro.
 *
 * Rule: Aumann & Shapley (Values of Non-Atomic Games, 1974), the marginal price times the own effect, averaged along the ray on which
 * all trades grow together from nothing to their size:
 *
 *     share_i = ∫₀¹ g_i(λ) dλ,    Σ_i g_i(λ) = C′(λ),    so that   Σ_i share_i = C(1) − C(0)
 *
 * So nothing needs to be scaled to cover the cost, a trade split in two pays the same, a trade without effect pays nothing, and one
 * that relieves is paid. C(0), what the schedule without trades needs, is nobody's share. For a cost that is convex and piecewise
 * linear (a linear programme) the integral is exact: see `shareAlongRay`.
 */
import { integer, MICRO_PER_EUR, type NodalPrices, type TradeFee, type TradeTariff } from './nodal-fee.ts';

export interface CostAt {
  readonly eurPerHour: number;
  /** [trade] part of the slope by the scale that goes through this trade; all parts together are the slope. */
  readonly congestion: Float64Array;
  readonly voltage: Float64Array;
}

/** Euro per hour. */
export interface ReliefShares {
  /** [trade] negative: the trade relieves. */
  readonly congestion: Float64Array;
  readonly voltage: Float64Array;
  /** C(0) and C(1). */
  readonly withoutTrades: number;
  readonly withTrades: number;
}

/** Integers, micro-euro, per trade. */
export interface SharedRelief {
  readonly congestionMicroEur: readonly bigint[];
  readonly voltageMicroEur: readonly bigint[];
  /** What no trade causes: the operator's own. */
  readonly ownMicroEur: bigint;
}

export interface FeeSheet {
  /** [trade] */
  readonly fees: readonly TradeFee[];
  /** By part: what the grid operator receives, the sum over all trades. */
  readonly received: TradeFee;
  /** Shares beyond the cap of a trade: nobody pays them. */
  readonly uncoveredMicroEur: bigint;
}

/** Of the cost along the ray; beyond, what is left of the ray is taken as the mean of its ends. */
const EVALUATIONS_MAX = 400;
/** Costs that differ by less are the same, share of the larger. */
const SAME_COST = 1e-9;

/**
 * Between two points the cost lies above both tangents. Where it meets one of them at the other's point, or both where they cross, it
 * is those lines and the shares there are known; otherwise the crossing divides the ray and the same is asked of both parts.
 * @param costAt convex and piecewise linear in the scale 0..1; null where it is not known
 * @returns null where the cost was not known somewhere on the way
 */
export function shareAlongRay(costAt: (scale: number) => CostAt | null, trades: number): ReliefShares | null {
  const [none, all] = [costAt(0), costAt(1)];
  if (!none || !all) return null;
  const congestion = new Float64Array(trades);
  const voltage = new Float64Array(trades);
  const take = ({ cost }: PointOnRay, length: number) => {
    for (let i = 0; i < trades; i++) {
      congestion[i]! += length * cost.congestion[i]!;
      voltage[i]! += length * cost.voltage[i]!;
    }
  };
  const scale = Math.max(Math.abs(none.eurPerHour), Math.abs(all.eurPerHour), Number.MIN_VALUE);
  const isSame = (a: number, b: number) => Math.abs(a - b) <= SAME_COST * scale;
  const open: [PointOnRay, PointOnRay][] = [[pointAt(0, none), pointAt(1, all)]];
  for (let evaluations = 2; open.length > 0; ) {
    const [a, b] = open.pop()!;
    const length = b.at - a.at;
    if (isSame(tangent(a, b.at), b.cost.eurPerHour)) take(a, length);
    else if (isSame(tangent(b, a.at), a.cost.eurPerHour)) take(b, length);
    else {
      const at = (tangent(b, 0) - tangent(a, 0)) / (a.slope - b.slope);
      const isBetween = at > a.at && at < b.at;
      if (!isBetween || evaluations++ === EVALUATIONS_MAX) {
        take(a, length / 2);
        take(b, length / 2);
        continue;
      }
      const cost = costAt(at);
      if (!cost) return null;
      if (isSame(tangent(a, at), cost.eurPerHour)) {
        take(a, at - a.at);
        take(b, b.at - at);
      } else open.push([pointAt(at, cost), b], [a, pointAt(at, cost)]);
    }
  }
  return { congestion, voltage, withoutTrades: none.eurPerHour, withTrades: all.eurPerHour };
}

/**
 * Shares of what relief really cost. Those along the ray come from a relaxed programme: they are scaled by what the bill differs from
 * it, relative to the dearer end of the ray. So where trades cost anything in sum, all of the bill is shared in their proportion, and
 * where they spare all of it, they are paid what the programme says. Their sum is rounded once; every share is rounded down and what is
 * missing then goes, a micro-euro each, to those cut most, in the order of the trades. So shares and the operator's own part sum to the
 * cost exactly.
 */
export function shareCost(costMicroEur: bigint, shares: ReliefShares, hours: number): SharedRelief {
  const { withTrades, withoutTrades } = shares;
  const dearer = Math.max(withTrades, withoutTrades);
  const microEurHours = MICRO_PER_EUR * hours;
  const beyond = Number(costMicroEur) - microEurHours * withTrades;
  const factor = dearer > 0 ? microEurHours + beyond / dearer : 0;
  const exact = [...shares.congestion, ...shares.voltage].map(share => share * factor);
  const total = integer(exact.reduce((sum, share) => sum + share, 0));
  const rounded = exact.map(share => BigInt(Math.floor(share)));
  const missing = Number(total - sumOf(rounded));
  const order = exact.map((share, n) => ({ n, cut: share - Math.floor(share) }));
  order.sort((a, b) => b.cut - a.cut || a.n - b.n);
  for (const { n } of order.slice(0, Math.max(0, missing))) rounded[n]! += 1n;
  // Sums of numbers differ in their last bits: the total may lie a micro-euro below the sum of what was rounded down.
  for (const { n } of order.slice(order.length + Math.min(0, missing))) rounded[n]! -= 1n;
  const trades = shares.congestion.length;
  return {
    congestionMicroEur: rounded.slice(0, trades),
    voltageMicroEur: rounded.slice(trades),
    ownMicroEur: costMicroEur - total,
  };
}

/**
 * Fees of trades of one interval, congestion and voltage being their shares of the relief, losses and the fixed part by the prices.
 * Every part is an integer of its own and the fee is their sum. A fee beyond the cap is cut in its congestion part.
 */
export function feesWithSharedRelief(
  prices: Pick<NodalPrices, 'losses'>,
  tariff: TradeTariff,
  trades: readonly { readonly sellerBus: number; readonly buyerBus: number; readonly energyWh: bigint }[],
  shared: SharedRelief,
): FeeSheet {
  let uncoveredMicroEur = 0n;
  const fees = trades.map(({ sellerBus, buyerBus, energyWh }, i): TradeFee => {
    const kwh = Number(energyWh) / 1000;
    const lossesMicroEur = integer((prices.losses[buyerBus]! - prices.losses[sellerBus]!) * kwh);
    const fixedMicroEur = integer(tariff.fixedMicroEurPerKwh * kwh);
    const voltageMicroEur = shared.voltageMicroEur[i]!;
    const asked = lossesMicroEur + fixedMicroEur + voltageMicroEur + shared.congestionMicroEur[i]!;
    const cap = (BigInt(tariff.capMicroEurPerKwh) * energyWh) / 1000n;
    const cut = asked > cap ? asked - cap : asked < -cap ? asked + cap : 0n;
    uncoveredMicroEur += cut;
    return {
      lossesMicroEur,
      congestionMicroEur: shared.congestionMicroEur[i]! - cut,
      voltageMicroEur,
      fixedMicroEur,
    };
  });
  const part = (of: (fee: TradeFee) => bigint) => sumOf(fees.map(of));
  const received = {
    lossesMicroEur: part(fee => fee.lossesMicroEur),
    congestionMicroEur: part(fee => fee.congestionMicroEur),
    voltageMicroEur: part(fee => fee.voltageMicroEur),
    fixedMicroEur: part(fee => fee.fixedMicroEur),
  };
  return { fees, received, uncoveredMicroEur };
}

interface PointOnRay {
  readonly at: number;
  readonly cost: CostAt;
  /** Of the cost by the scale. */
  readonly slope: number;
}

function pointAt(at: number, cost: CostAt): PointOnRay {
  let slope = 0;
  for (let i = 0; i < cost.congestion.length; i++) slope += cost.congestion[i]! + cost.voltage[i]!;
  return { at, cost, slope };
}

function tangent({ at, cost, slope }: PointOnRay, where: number): number {
  return cost.eurPerHour + slope * (where - at);
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
