/**
 * Money and energy as they stand on chain: integers in decimal text. Formatted by exact arithmetic on the digits; no
 * floating point, so a sum of what is shown is the sum of what was paid.
 */

const MINUS = '−';

export interface DecimalFormat {
  /** Powers of ten between the integer's unit and the shown one: 6 from micro-euro to euro. */
  readonly scale: number;
  readonly decimals: number;
  /** Writes + before positive amounts. */
  readonly sign?: boolean;
}

/** Integer text or bigint → grouped decimal text, rounded half to even where digits are cut. Throws on other text. */
export function formatDecimal(amount: string | bigint, format: DecimalFormat): string {
  const value = BigInt(amount);
  const { scale, decimals } = format;
  const rounded =
    decimals >= scale ? abs(value) * 10n ** BigInt(decimals - scale) : cut(abs(value), scale - decimals);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`;
  const sign = value < 0n && rounded !== 0n ? MINUS : value > 0n && format.sign ? '+' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** Micro-euro → euro; all six decimals by default, for fees of single trades are fractions of a cent. */
export function formatEuro(microEur: string | bigint, decimals = 6, sign = false): string {
  return formatDecimal(microEur, { scale: 6, decimals, sign });
}

/** Wh → kWh. */
export function formatKwh(wh: string | bigint, decimals = 3, sign = false): string {
  return formatDecimal(wh, { scale: 3, decimals, sign });
}

/** Micro-euro per kWh → cent per kWh. */
export function formatCentPerKwh(microEurPerKwh: string | bigint, decimals = 2): string {
  return formatDecimal(microEurPerKwh, { scale: 4, decimals });
}

/** Sum of integer texts. */
export function sumAmounts(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, a) => sum + BigInt(a), 0n);
}

function cut(value: bigint, digits: number): bigint {
  const unit = 10n ** BigInt(digits);
  const whole = value / unit;
  const twice = (value % unit) * 2n;
  return twice > unit || (twice === unit && whole % 2n === 1n) ? whole + 1n : whole;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
