/**
 * The hash of everything a verdict follows from: anybody with the same inputs finds the same hash and the same verdict.
 *
 * Inputs are whole numbers before anything is computed from them: W and var, millionths of a p.u., thousandths of a
 * percent, W and MVA·10⁻⁶ of ratings. They are written as 64-bit floating-point numbers, little-endian, which hold
 * integers up to 2⁵³ exactly; "not given" is the one value no quantity takes. Texts are UTF-8 with their length before
 * them.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Limits, TemporaryLimits } from './limits.ts';

/** Raised whenever a change of the code may change a verdict. */
export const SOLVER_VERSION = 'interlock-trade-check-2';

const NOT_GIVEN = -(2 ** 53 - 1);

export class EvidenceHash {
  private readonly state = sha256.create();

  text(value: string): this {
    const bytes = new TextEncoder().encode(value);
    this.numbers(Float64Array.of(bytes.length));
    this.state.update(bytes);
    return this;
  }

  /** Whole numbers, NaN meaning "not given" and ±Infinity "without limit". */
  numbers(values: ArrayLike<number>): this {
    const bytes = new Uint8Array(8 * values.length + 8);
    const view = new DataView(bytes.buffer);
    view.setFloat64(0, values.length, true);
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      // −0 and 0 are one number but two patterns of bits.
      view.setFloat64(8 * i + 8, Number.isNaN(value) ? NOT_GIVEN : value === 0 ? 0 : value, true);
    }
    this.state.update(bytes);
    return this;
  }

  bytes(value: Uint8Array): this {
    this.state.update(value);
    return this;
  }

  digest(): Uint8Array {
    return this.state.digest();
  }

  /** Lower-case hexadecimal with 0x before it. */
  hex(): string {
    let out = '0x';
    for (const byte of this.state.digest()) out += byte.toString(16).padStart(2, '0');
    return out;
  }
}

/** Numbers hashed as one. */
const PAGE = 32;

/**
 * A column whose hash follows its changes: every page of PAGE numbers is hashed by itself, then all these hashes as one. A
 * trade changes two numbers of some thousand, and each trade needs the hash of the schedule it was judged on.
 */
export class HashedColumn {
  private readonly values: Float64Array;
  private readonly pages: (Uint8Array | null)[];

  constructor(values: Float64Array) {
    this.values = values;
    this.pages = new Array<Uint8Array | null>(Math.ceil(values.length / PAGE)).fill(null);
  }

  changed(row: number): void {
    this.pages[Math.floor(row / PAGE)] = null;
  }

  digest(): Uint8Array {
    const { values, pages } = this;
    const whole = new EvidenceHash().numbers([values.length]);
    for (let page = 0; page < pages.length; page++) {
      const start = page * PAGE;
      pages[page] ??= new EvidenceHash().numbers(values.subarray(start, start + PAGE)).digest();
      whole.bytes(pages[page]!);
    }
    return whole.digest();
  }
}

/** Units per whole number. */
const W_PER_MW = 1e6;
const MICRO = 1e6;
const MILLI = 1e3;

/** MW or Mvar as whole W or var. */
export function toWatt(mega: Float64Array): Float64Array {
  return mega.map(value => Math.round(value * W_PER_MW));
}

export function fromWatt(watt: Float64Array): Float64Array {
  return watt.map(value => value / W_PER_MW);
}

/** Limits rounded to millionths of a p.u., kA and MVA, and thousandths of a percent: what is decided and hashed. */
export function quantisedLimits(limits: Limits): Limits {
  return {
    vmPuMin: limits.vmPuMin.map(v => Math.round(v * MICRO) / MICRO),
    vmPuMax: limits.vmPuMax.map(v => Math.round(v * MICRO) / MICRO),
    ratingFromKa: limits.ratingFromKa.map(v => Math.round(v * MICRO) / MICRO),
    ratingToKa: limits.ratingToKa.map(v => Math.round(v * MICRO) / MICRO),
    ratingMva: limits.ratingMva.map(v => Math.round(v * MICRO) / MICRO),
    loadingPercentMax: limits.loadingPercentMax.map(v => Math.round(v * MILLI) / MILLI),
    ...(limits.temporary ? { temporary: quantisedTemporary(limits.temporary) } : {}),
  };
}

function quantisedTemporary({ vmPuMin, vmPuMax, loadingPercentMax }: TemporaryLimits): TemporaryLimits {
  return {
    vmPuMin: vmPuMin.map(v => Math.round(v * MICRO) / MICRO),
    vmPuMax: vmPuMax.map(v => Math.round(v * MICRO) / MICRO),
    loadingPercentMax: loadingPercentMax.map(v => Math.round(v * MILLI) / MILLI),
  };
}

export function hashLimits(hash: EvidenceHash, limits: Limits): void {
  const { vmPuMin, vmPuMax, ratingFromKa, ratingToKa, ratingMva, loadingPercentMax } = limits;
  for (const column of [vmPuMin, vmPuMax, ratingFromKa, ratingToKa, ratingMva]) {
    hash.numbers(column.map(v => Math.round(v * MICRO)));
  }
  hash.numbers(loadingPercentMax.map(v => Math.round(v * MILLI)));
  const { temporary } = limits;
  if (!temporary) return;
  for (const column of [temporary.vmPuMin, temporary.vmPuMax])
    hash.numbers(column.map(v => Math.round(v * MICRO)));
  hash.numbers(temporary.loadingPercentMax.map(v => Math.round(v * MILLI)));
}
