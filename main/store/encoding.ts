/**
 * Records as text and back. Canonical JSON: keys sorted, no spaces, finite numbers only, integers of money and energy as
 * decimal text. A key that ends in a unit of `records/units.ts` is such an integer; the house's naming rule makes that safe.
 */
import { createHash } from 'node:crypto';

/** Units whose values are bigint in `records/`. */
const INTEGER_UNIT = /(Wh|MicroEur|MicroEurPerKwh)$/;
const DECIMAL = /^-?\d+$/;

/** @throws TypeError for what JSON would silently lose: NaN, infinities, undefined, functions, bigint under another unit */
export function encode(value: unknown): string {
  return write(value, '');
}

/** The inverse of `encode` for the type that was written. @throws SyntaxError, TypeError when the text is not of that form */
export function decode<T>(text: string): T {
  return JSON.parse(text, (key: string, value: unknown) => {
    if (!INTEGER_UNIT.test(key)) return value;
    if (typeof value !== 'string' || !DECIMAL.test(value))
      throw new TypeError(`${key} is ${JSON.stringify(value)}, an integer as decimal text is expected`);
    return BigInt(value);
  }) as T;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function write(value: unknown, key: string): string {
  switch (typeof value) {
    case 'string':
      if (INTEGER_UNIT.test(key)) throw new TypeError(`${key} must be a bigint, got text`);
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value))
        throw new TypeError(`${key || 'value'} is ${value}: not a number that can be kept`);
      if (INTEGER_UNIT.test(key)) throw new TypeError(`${key} must be a bigint, got the number ${value}`);
      return JSON.stringify(value);
    case 'bigint':
      if (!INTEGER_UNIT.test(key))
        throw new TypeError(`${key || 'value'} is a bigint but its name has no integer unit`);
      return `"${value}"`;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(item => write(item, '')).join(',')}]`;
      return `{${Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([name, item]) => `${JSON.stringify(name)}:${write(item, name)}`)
        .join(',')}}`;
    default:
      throw new TypeError(`${key || 'value'} is ${typeof value}: it cannot be kept`);
  }
}
