import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockLu, factoriseBlocks, solveBlocks } from './block-lu.ts';
import { complexLu, factoriseComplex, solveComplex } from './complex-lu.ts';
import { entryAt, patternOfEdges } from './pattern.ts';
import { factoriseReal, realLu, solveReal } from './real-lu.ts';
import { selectedInverse } from './selected-inverse.ts';
import { analyse, type Pattern } from './symbolic.ts';

const RESIDUAL = 1e-9;

/** A random graph on 1..12 nodes with a seed for its values. */
const graphs = fc.integer({ min: 1, max: 12 }).chain(n =>
  fc.record({
    n: fc.constant(n),
    edges: fc.array(fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.integer({ min: 0, max: n - 1 })), {
      maxLength: 30,
    }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  }),
);

function patternOf(n: number, edges: readonly (readonly [number, number])[]): Pattern {
  return patternOfEdges(
    n,
    Int32Array.from(edges, e => e[0]),
    Int32Array.from(edges, e => e[1]),
  );
}

/** Uniform in -1..1 (Park & Miller 1988). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
}

function filled(length: number, next: () => number): Float64Array {
  return Float64Array.from({ length }, next);
}

/** Gaussian elimination with full row pivoting: the slow twin. @returns null when singular. */
function solveDense(a: number[][], b: number[]): number[] | null {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]!]);
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(m[i]![k]!) > Math.abs(m[best]![k]!)) best = i;
    [m[k], m[best]] = [m[best]!, m[k]!];
    if (Math.abs(m[k]![k]!) < 1e-6) return null;
    for (let i = k + 1; i < n; i++) {
      const factor = m[i]![k]! / m[k]![k]!;
      for (let j = k; j <= n; j++) m[i]![j]! -= factor * m[k]![j]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    let sum = m[k]![n]!;
    for (let j = k + 1; j < n; j++) sum -= m[k]![j]! * x[j]!;
    x[k] = sum / m[k]![k]!;
  }
  return x;
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  const size = Math.max(1, ...expected.map(Math.abs));
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThan(RESIDUAL * size * size);
  }
}

describe('elimination order', () => {
  test('a tree has no fill', () => {
    const edges = Array.from({ length: 200 }, (_, i) => [i + 1, Math.floor(i / 3)] as const);
    expect(analyse(patternOf(201, edges)).m).toBe(200);
  });

  test('a ring of n nodes fills n − 3 chords', () => {
    const n = 50;
    const edges = Array.from({ length: n }, (_, i) => [i, (i + 1) % n] as const);
    expect(analyse(patternOf(n, edges)).m).toBe(n + n - 3);
  });

  test('parallel edges and loops share one entry', () => {
    const pattern = patternOf(3, [
      [0, 2],
      [2, 0],
      [1, 1],
    ]);
    expect([...pattern.idx]).toEqual([0, 2, 1, 0, 2]);
    expect(entryAt(pattern, 0, 2)).toBe(1);
    expect(entryAt(pattern, 1, 2)).toBe(-1);
  });
});

describe('against a dense solver', () => {
  test('real systems with any values, weak diagonals included', () => {
    fc.assert(
      fc.property(graphs, fc.double({ min: 0, max: 3, noNaN: true }), ({ n, edges, seed }, diagonal) => {
        const pattern = patternOf(n, edges);
        const next = random(seed);
        const values = filled(pattern.idx.length, next);
        for (let i = 0; i < n; i++) values[entryAt(pattern, i, i)]! *= diagonal;
        const dense = Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_, j) => values[entryAt(pattern, i, j)] ?? 0),
        );
        const rhs = filled(n, next);
        const expected = solveDense(dense, [...rhs]);
        if (!expected) return;
        const lu = realLu(analyse(pattern));
        expect(factoriseReal(lu, values)).toBe(true);
        const x = new Float64Array(n);
        solveReal(lu, rhs, x);
        expectClose(x, expected);
      }),
    );
  });

  test('systems of 2×2 blocks with any values, zero diagonal blocks included', () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom(0, 1e-13, 0.1, 1, 3), ({ n, edges, seed }, diagonal) => {
        const pattern = patternOf(n, edges);
        const next = random(seed);
        const values = filled(4 * pattern.idx.length, next);
        for (let i = 0; i < n; i++)
          for (let c = 0; c < 4; c++) values[4 * entryAt(pattern, i, i) + c]! *= diagonal;
        const dense = Array.from({ length: 2 * n }, (_, r) =>
          Array.from({ length: 2 * n }, (_, s) => {
            const p = entryAt(pattern, r >> 1, s >> 1);
            return p < 0 ? 0 : values[4 * p + 2 * (r & 1) + (s & 1)]!;
          }),
        );
        const rhs = filled(2 * n, next);
        const expected = solveDense(dense, [...rhs]);
        if (!expected) return;
        const lu = blockLu(analyse(pattern));
        expect(factoriseBlocks(lu, values)).toBe(true);
        const x = new Float64Array(2 * n);
        solveBlocks(lu, rhs, x);
        expectClose(x, expected);
      }),
    );
  });

  test('complex systems with any values, zero diagonals included', () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom(0, 1e-13, 0.1, 1, 3), ({ n, edges, seed }, diagonal) => {
        const pattern = patternOf(n, edges);
        const next = random(seed);
        const re = filled(pattern.idx.length, next);
        const im = filled(pattern.idx.length, next);
        for (let i = 0; i < n; i++) {
          re[entryAt(pattern, i, i)]! *= diagonal;
          im[entryAt(pattern, i, i)]! *= diagonal;
        }
        const dense = Array.from({ length: 2 * n }, (_, r) =>
          Array.from({ length: 2 * n }, (_, s) => {
            const p = entryAt(pattern, r % n, s % n);
            if (p < 0) return 0;
            if (r < n === s < n) return re[p]!;
            return r < n ? -im[p]! : im[p]!;
          }),
        );
        const bRe = filled(n, next);
        const bIm = filled(n, next);
        const expected = solveDense(dense, [...bRe, ...bIm]);
        if (!expected) return;
        const lu = complexLu(analyse(pattern));
        expect(factoriseComplex(lu, re, im)).toBe(true);
        solveComplex(lu, bRe, bIm, bRe, bIm);
        expectClose([...bRe, ...bIm], expected);
      }),
    );
  });
});

describe('pivots', () => {
  const pair = patternOf(2, [[0, 1]]);

  test('a collapsed diagonal is solved with row pivoting', () => {
    const lu = realLu(analyse(pair));
    expect(factoriseReal(lu, Float64Array.of(0, 2, 4, 0))).toBe(true);
    expect(lu.pivoting).not.toBeNull();
    const x = new Float64Array(2);
    solveReal(lu, Float64Array.of(6, 8), x);
    expect([...x]).toEqual([2, 3]);
  });

  test('a singular matrix is refused', () => {
    expect(factoriseReal(realLu(analyse(pair)), Float64Array.of(1, 2, 2, 4))).toBe(false);
    expect(factoriseComplex(complexLu(analyse(pair)), Float64Array.of(1, 2, 2, 4), new Float64Array(4))).toBe(
      false,
    );
    expect(factoriseBlocks(blockLu(analyse(pair)), new Float64Array(16))).toBe(false);
  });

  test('a matrix with a number that is none is refused', () => {
    expect(factoriseReal(realLu(analyse(pair)), Float64Array.of(Number.NaN, 2, 2, 4))).toBe(false);
  });

  test('after a pivoted run the next ordinary matrix runs straight again', () => {
    const lu = realLu(analyse(pair));
    factoriseReal(lu, Float64Array.of(0, 2, 4, 0));
    expect(factoriseReal(lu, Float64Array.of(2, 0, 0, 4))).toBe(true);
    expect(lu.pivoting).toBeNull();
  });
});

test('the selected inverse of a symmetric matrix holds the entries of the whole inverse', () => {
  fc.assert(
    fc.property(graphs, ({ n, edges, seed }) => {
      const pattern = patternOf(n, edges);
      const next = random(seed);
      const values = new Float64Array(pattern.idx.length);
      for (let i = 0; i < n; i++) {
        for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
          const j = pattern.idx[p]!;
          if (j < i) values[p] = values[entryAt(pattern, j, i)]!;
          else values[p] = i === j ? n + 1 + next() : next();
        }
      }
      const lu = realLu(analyse(pattern));
      expect(factoriseReal(lu, values)).toBe(true);
      const inverse = selectedInverse(lu);
      for (let j = 0; j < n; j++) {
        const column = Float64Array.from({ length: n }, (_, i) => (i === j ? 1 : 0));
        solveReal(lu, column, column);
        for (let p = pattern.ptr[j]!; p < pattern.ptr[j + 1]!; p++) {
          expect(inverse.at(pattern.idx[p]!, j)).toBeCloseTo(column[pattern.idx[p]!]!, 12);
        }
      }
    }),
  );
});
