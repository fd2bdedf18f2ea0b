/**
 * Seeded pseudo-random numbers in 32-bit integer arithmetic, so that every engine draws the same numbers:
 * the mixing of MurmurHash3 (A. Appleby, public domain) over a Weyl sequence (Steele et al., "Fast splittable
 * pseudorandom number generators", OOPSLA 2014). For plausible data, never for keys.
 */
export interface Random {
  /** Uniform in [0, 1). */
  unit(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform integer in 0 … count − 1. */
  below(count: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
}

/** A sequence of its own for every seed (any integer; only its low 32 bits count). */
export function random(seed: number): Random {
  let state = seed | 0;
  const unit = (): number => {
    state = (state + WEYL) | 0;
    return (mix(state) >>> 0) / TWO_TO_32;
  };
  return {
    unit,
    between: (low, high) => low + (high - low) * unit(),
    below: count => Math.floor(unit() * count),
    chance: probability => unit() < probability,
  };
}

/**
 * One draw that depends on its arguments alone: uniform in [0, 1). What happens in an interval depends on seed and
 * interval, not on how often anything was asked before.
 */
export function draw(...keys: readonly number[]): number {
  return (hash(keys) >>> 0) / TWO_TO_32;
}

/** A seed made of several integers, for a sequence of its own. */
export function hash(keys: readonly number[]): number {
  let state = 0x2545f491;
  for (const key of keys) {
    state = mix((state ^ (key | 0)) + WEYL);
    // Keys beyond 32 bits (times in seconds × something) would otherwise collide.
    state = mix(state ^ Math.floor(key / TWO_TO_32) ^ WEYL);
  }
  return state;
}

/** Roughly normal, mean 0, standard deviation 1, within ±3.5: the sum of twelve uniforms (Irwin–Hall) of `keys`. */
export function drawNormal(...keys: readonly number[]): number {
  const sequence = random(hash(keys));
  let sum = 0;
  for (let k = 0; k < 12; k++) sum += sequence.unit();
  return Math.max(-3.5, Math.min(3.5, sum - 6));
}

/** A stable 32-bit number for a text (FNV-1a), to key draws by an id. */
export function textKey(text: string): number {
  let state = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) state = Math.imul(state ^ text.charCodeAt(k), 0x01000193);
  return state | 0;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const WEYL = 0x9e3779b9 | 0;
const TWO_TO_32 = 4294967296;
