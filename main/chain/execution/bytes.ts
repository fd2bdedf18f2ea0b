/** Bytes, hex text and integers as Ethereum writes them: big-endian, scalars without leading zeros. */
import type { Hex } from '../follower.ts';

export const ADDRESS_BYTES = 20;
export const WORD_BYTES = 32;

/** @throws RangeError on an odd length or a character that is not hexadecimal. */
export function bytesOf(hex: string): Uint8Array {
  const digits = hex.startsWith('0x') ? hex.slice(2) : hex;
  const bytes = Buffer.from(digits, 'hex');
  // Buffer stops silently at the first bad digit.
  if (bytes.length * 2 !== digits.length) throw new RangeError(`not hexadecimal bytes: ${hex.slice(0, 80)}`);
  return new Uint8Array(bytes);
}

export function hexOf(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`;
}

/** A scalar: minimal big-endian bytes, zero is empty. */
export function scalarBytes(value: bigint | number): Uint8Array {
  const big = BigInt(value);
  if (big < 0n) throw new RangeError(`a scalar cannot be negative: ${big}`);
  if (big === 0n) return new Uint8Array(0);
  const digits = big.toString(16);
  return bytesOf(digits.length % 2 === 0 ? digits : `0${digits}`);
}

/** Any big-endian bytes, leading zeros allowed. */
export function integerOf(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(hexOf(bytes));
}

export function quantity(value: bigint | number): Hex {
  return `0x${BigInt(value).toString(16)}`;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

export function leftPadded(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length > length) throw new RangeError(`${bytes.length} bytes do not fit into ${length}`);
  const padded = new Uint8Array(length);
  padded.set(bytes, length - bytes.length);
  return padded;
}

export function withoutLeadingZeros(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length && bytes[first] === 0) first++;
  return first === 0 ? bytes : bytes.slice(first);
}

export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** One character per byte: the cheapest exact map key for bytes. */
export function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

export function bytesOfKey(key: string): Uint8Array {
  return new Uint8Array(Buffer.from(key, 'latin1'));
}
