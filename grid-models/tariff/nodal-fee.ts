/**
 * Nodal grid fees from the same slopes as the trade check (engine: "directed by nature"). Each bus gets a price in four parts; the
 * fee of a trade from A to B is price(B) − price(A) plus a fixed part, so what B→A relieves is what A→B burdens:
 *
 *     losses      −(dL/dP_k)·c_E                     c_E energy price, L branch losses
 *     congestion  −Σ_b w_b·(dy_b/dP_k)               y_b loading of branch b, w_b the price of a percentage point
 *     voltage     −Σ_i ±w_i·(dV_i/dP_k)              V_i voltage, + at a high limit, − at a low one
 *
 * Where the prices w come from: either the tariff's table (`nodalPrices`: linear from zero at the threshold to the full value at the
 * limit, constant beyond), or the dual values of the relief programme (`nodalPricesOfRelief`: what one unit of room in a limit would
 * have saved). Slopes are taken at the solved schedule of the interval, before the trade; for prices of relief where relief ends.
 */
import type { SolvedState } from '../power-flow/result.ts';
import { loadingPercent } from '../security/assessment.ts';
import type { LimitKind, Limits } from '../security/limits.ts';
import { effectOnElement, type Sensitivities } from '../sensitivity/voltage-and-flow.ts';

/** A dated table; amounts in micro-euro, integers. Energy price and full prices belong to the operator's published tariff. */
export interface Tariff {
  readonly name: string;
  readonly validFrom: string;
  readonly source: string;
  /** Price of the energy that losses cost. */
  readonly energyMicroEurPerKwh: number;
  readonly fixedMicroEurPerKwh: number;
  /** Share of the limit from which congestion and voltage are priced. */
  readonly pricedFromUsed: number;
  /** Full price per percentage point of loading and hour, reached at the limit. */
  readonly congestionMicroEurPerPercentHour: number;
  /** Full price per 0.001 p.u. of voltage and hour, reached at the limit. */
  readonly voltageMicroEurPerMilliPuHour: number;
  /** Bound of the fee's size; the contract enforces it as well. */
  readonly capMicroEurPerKwh: number;
}

/** What the fee of a trade needs beside the prices of its buses. */
export type TradeTariff = Pick<Tariff, 'fixedMicroEurPerKwh' | 'capMicroEurPerKwh'>;

/** Prices per bus, micro-euro per kWh withdrawn there. */
export interface NodalPrices {
  readonly losses: Float64Array;
  readonly congestion: Float64Array;
  readonly voltage: Float64Array;
}

export interface TradeFee {
  readonly lossesMicroEur: bigint;
  readonly congestionMicroEur: bigint;
  readonly voltageMicroEur: bigint;
  readonly fixedMicroEur: bigint;
}

/** Buses priced for voltage at once: those nearest to their limit; a street of like voltages is priced by its worst. */
const VOLTAGE_BUSES_MAX = 8;
const CONGESTED_BRANCHES_MAX = 32;

/** Prices of an interval about its solved schedule. */
export function nodalPrices(
  sens: Sensitivities,
  state: SolvedState,
  limits: Limits,
  tariff: Tariff,
): NodalPrices {
  const count = state.vmPu.length;
  const losses = lossPrices(sens, tariff);
  const congestion = new Float64Array(count);
  for (const { branch, used } of congested(state, limits, tariff)) {
    const price = rise(used, tariff) * tariff.congestionMicroEurPerPercentHour;
    addScaled(congestion, effectOnElement(sens, { kind: 'loading', branch }), -price);
  }
  const voltage = new Float64Array(count);
  for (const { bus, used, sign } of stretched(state, limits, tariff)) {
    const price = rise(used, tariff) * tariff.voltageMicroEurPerMilliPuHour * 1000;
    addScaled(voltage, effectOnElement(sens, { kind: 'voltage', bus }), -price * sign);
  }
  return { losses, congestion, voltage };
}

/** What a unit of room in a limit is worth: a dual value of the relief programme. */
export interface LimitPrice {
  readonly limit: LimitKind;
  /** Id of the bus or branch. */
  readonly element: string;
  /** Euro per hour and unit of the limit (percentage point, p.u.), ≥ 0. */
  readonly eurPerUnitHour: number;
}

/** Prices of an interval from the limits that bind in its relief. @param priced empty: nothing binds, congestion costs nothing */
export function nodalPricesOfRelief(
  sens: Sensitivities,
  state: SolvedState,
  limits: Limits,
  tariff: Pick<Tariff, 'energyMicroEurPerKwh'>,
  priced: readonly LimitPrice[],
): NodalPrices {
  const { bus, branch } = sens.model.network;
  const count = state.vmPu.length;
  const losses = lossPrices(sens, tariff);
  const congestion = new Float64Array(count);
  const voltage = new Float64Array(count);
  for (const { limit, element, eurPerUnitHour } of priced) {
    const price = MICRO_PER_EUR * eurPerUnitHour;
    if (limit === 'voltage-high' || limit === 'voltage-low') {
      const slopes = effectOnElement(sens, { kind: 'voltage', bus: bus.id.indexOf(element) });
      addScaled(voltage, slopes, limit === 'voltage-high' ? -price : price);
      continue;
    }
    const row = branch.id.indexOf(element);
    // The price is per percent of the rating in `limits`, the slope per percent of the network's own.
    const perOwn = loadingPercent(limits, state, row) / (state.loadingPercent[row] ?? Number.NaN);
    const slopes = effectOnElement(sens, { kind: 'loading', branch: row });
    addScaled(congestion, slopes, -price * (Number.isFinite(perOwn) ? perOwn : 1));
  }
  return { losses, congestion, voltage };
}

/**
 * The fee of a trade, buyer pays, negative: the operator pays the buyer. Rounding rule: losses, congestion and voltage are each
 * rounded to the nearest micro-euro, halves away from zero, so that the way back has the same numbers with the other sign; the fixed part takes what is left to the rounded sum, so the parts sum to the fee exactly. A
 * fee beyond the cap is cut in its congestion part.
 */
export function tradeFee(
  prices: NodalPrices,
  tariff: TradeTariff,
  trade: { readonly sellerBus: number; readonly buyerBus: number; readonly energyWh: bigint },
): TradeFee {
  const kwh = Number(trade.energyWh) / 1000;
  const part = (price: Float64Array) => ((price[trade.buyerBus] ?? 0) - (price[trade.sellerBus] ?? 0)) * kwh;
  const exact = {
    losses: part(prices.losses),
    congestion: part(prices.congestion),
    voltage: part(prices.voltage),
    fixed: tariff.fixedMicroEurPerKwh * kwh,
  };
  const cap = (BigInt(tariff.capMicroEurPerKwh) * trade.energyWh) / 1000n;
  const asked = integer(exact.losses + exact.congestion + exact.voltage + exact.fixed);
  const fee = asked > cap ? cap : asked < -cap ? -cap : asked;
  const lossesMicroEur = integer(exact.losses);
  const voltageMicroEur = integer(exact.voltage);
  const congestionMicroEur = integer(exact.congestion) + (fee - asked);
  return {
    lossesMicroEur,
    congestionMicroEur,
    voltageMicroEur,
    fixedMicroEur: fee - lossesMicroEur - congestionMicroEur - voltageMicroEur,
  };
}

/** Sum of the parts: what stands on chain. */
export function feeOf(fee: TradeFee): bigint {
  return fee.lossesMicroEur + fee.congestionMicroEur + fee.voltageMicroEur + fee.fixedMicroEur;
}

function lossPrices(sens: Sensitivities, tariff: Pick<Tariff, 'energyMicroEurPerKwh'>): Float64Array {
  return effectOnElement(sens, { kind: 'losses' }).map(slope => -slope * tariff.energyMicroEurPerKwh);
}

function congested(state: SolvedState, limits: Limits, tariff: Tariff): { branch: number; used: number }[] {
  const found: { branch: number; used: number }[] = [];
  for (let branch = 0; branch < state.loadingPercent.length; branch++) {
    const used =
      (state.loadingPercent[branch] ?? Number.NaN) / (limits.loadingPercentMax[branch] ?? Number.NaN);
    if (used > tariff.pricedFromUsed) found.push({ branch, used });
  }
  return found.sort((a, b) => b.used - a.used || a.branch - b.branch).slice(0, CONGESTED_BRANCHES_MAX);
}

/** Buses whose voltage has used up more of the way from the middle of its band to a limit than the threshold; sign +1: too high. */
function stretched(
  state: SolvedState,
  limits: Limits,
  tariff: Tariff,
): { bus: number; used: number; sign: 1 | -1 }[] {
  const found: { bus: number; used: number; sign: 1 | -1 }[] = [];
  for (let bus = 0; bus < state.vmPu.length; bus++) {
    const low = limits.vmPuMin[bus] ?? Number.NaN;
    const high = limits.vmPuMax[bus] ?? Number.NaN;
    const away = ((state.vmPu[bus] ?? Number.NaN) - (low + high) / 2) / ((high - low) / 2);
    if (Math.abs(away) > tariff.pricedFromUsed)
      found.push({ bus, used: Math.abs(away), sign: away > 0 ? 1 : -1 });
  }
  return found.sort((a, b) => b.used - a.used || a.bus - b.bus).slice(0, VOLTAGE_BUSES_MAX);
}

/** 0 at the threshold, 1 at the limit and beyond. */
function rise(used: number, tariff: Tariff): number {
  return Math.min(1, (used - tariff.pricedFromUsed) / (1 - tariff.pricedFromUsed));
}

function addScaled(out: Float64Array, values: Float64Array, factor: number): void {
  for (let k = 0; k < out.length; k++) out[k] = (out[k] ?? 0) + factor * (values[k] ?? 0);
}

/** Halves away from zero: integer(−x) = −integer(x). */
export function integer(microEur: number): bigint {
  const size = BigInt(Math.round(Math.abs(microEur)));
  return microEur < 0 ? -size : size;
}

export const MICRO_PER_EUR = 1e6;
