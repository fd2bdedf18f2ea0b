/** The gain matrix G = HᵀR⁻¹H of weighted least squares, on a pattern found once. */
import { entryAt, patternOfEdges } from '../sparse/pattern.ts';
import { analyse, type Symbolic } from '../sparse/symbolic.ts';
import { type Equation, evaluateEquation } from './measurement.ts';

export interface Gain {
  readonly symbolic: Symbolic;
  /** One per entry of the pattern. */
  readonly values: Float64Array;
  /** [nUnknown] HᵀR⁻¹r */
  readonly rhs: Float64Array;
  /** Per equation: place of every pair of its unknowns in the pattern, row by row; -1 where one is held. */
  readonly places: readonly Int32Array[];
}

export function gainOf(unknownCount: number, equations: readonly Equation[]): Gain {
  const from: number[] = [];
  const to: number[] = [];
  for (const { unknowns } of equations) {
    for (let a = 0; a < unknowns.length; a++) {
      for (let b = 0; b < a; b++) {
        from.push(unknowns[a]!);
        to.push(unknowns[b]!);
      }
    }
  }
  const symbolic = analyse(patternOfEdges(unknownCount, Int32Array.from(from), Int32Array.from(to)));
  const places = equations.map(({ unknowns }) =>
    Int32Array.from({ length: unknowns.length ** 2 }, (_, pair) => {
      const row = unknowns[Math.floor(pair / unknowns.length)]!;
      const column = unknowns[pair % unknowns.length]!;
      return row < 0 || column < 0 ? -1 : entryAt(symbolic.pattern, row, column);
    }),
  );
  return {
    symbolic,
    values: new Float64Array(symbolic.pattern.idx.length),
    rhs: new Float64Array(unknownCount),
    places,
  };
}

/** Fills `gain` at a state. @returns the weighted sum of squared residuals */
export function fillGain(
  gain: Gain,
  equations: readonly Equation[],
  vmPu: Float64Array,
  vaRad: Float64Array,
  weight: (equation: Equation, derivatives: Float64Array) => number,
): number {
  gain.values.fill(0);
  gain.rhs.fill(0);
  let objective = 0;
  equations.forEach((equation, e) => {
    const { unknowns } = equation;
    const n = unknowns.length;
    const derivatives = new Float64Array(n);
    const residual = equation.valuePu - evaluateEquation(equation, vmPu, vaRad, derivatives);
    const w = weight(equation, derivatives);
    const places = gain.places[e]!;
    objective += w * residual * residual;
    for (let a = 0; a < n; a++) {
      if (unknowns[a]! < 0) continue;
      const scaled = w * derivatives[a]!;
      gain.rhs[unknowns[a]!]! += scaled * residual;
      for (let b = 0; b < n; b++) {
        const place = places[a * n + b]!;
        if (place >= 0) gain.values[place]! += scaled * derivatives[b]!;
      }
    }
  });
  return objective;
}
