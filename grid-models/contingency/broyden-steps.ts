/**
 * Steps on a kept Jacobian that converge faster than linearly: Broyden's method written with the steps alone, no matrix
 * (Kelley, Iterative Methods for Linear and Nonlinear Equations, SIAM 1995, ch. 7).
 *
 * With z = J⁻¹·r the step of the kept Jacobian and s_0 … s_k the steps taken before it,
 *
 *     z ← z + s_{j+1}·(s_jᵀ·z)/|s_j|²   for j < k,     s_{k+1} = z / (1 − s_kᵀ·z/|s_k|²)
 */
export class BroydenSteps {
  private readonly taken: Float64Array[];
  private readonly square: Float64Array;
  private count = 0;

  /** @param size of a step; @param most steps between two calls of `clear` */
  constructor(size: number, most: number) {
    this.taken = Array.from({ length: most }, () => new Float64Array(size));
    this.square = new Float64Array(most);
  }

  clear(): void {
    this.count = 0;
  }

  get isFull(): boolean {
    return this.count === this.taken.length;
  }

  /** Where the step of the kept Jacobian is to be written. */
  next(): Float64Array {
    return this.taken[this.count]!;
  }

  /** Turns what was written into the step to take. */
  better(): void {
    const { taken, square, count } = this;
    const z = taken[count]!;
    for (let j = 0; j < count; j++) {
      const share = dot(taken[j]!, z) / square[j]!;
      if (j < count - 1) {
        const following = taken[j + 1]!;
        for (let i = 0; i < z.length; i++) z[i]! += share * following[i]!;
      } else if (share < SHARE_MAX) {
        const factor = 1 / (1 - share);
        for (let i = 0; i < z.length; i++) z[i]! *= factor;
      }
    }
    square[count] = dot(z, z);
    this.count++;
  }
}

/** A step of which more than this points along the one before would be stretched without bound. */
const SHARE_MAX = 0.8;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
