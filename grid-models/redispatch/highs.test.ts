import { expect, test } from 'vitest';
import { solveProgramme } from './branching.ts';
import { highsSolver } from './highs.ts';
import { ProgrammeBuilder } from './linear-programme.ts';

const solver = await highsSolver();
const OPEN = Number.POSITIVE_INFINITY;

/** min 2a + 3b, a + b ≥ need, a ≤ 4, b ≤ 10 and nothing or at least `least`. */
function twoOffers(need: number, least = 0) {
  const builder = new ProgrammeBuilder();
  const a = builder.addColumn({ cost: 2, lower: 0, upper: 4 });
  const b = builder.addColumn({ cost: 3, lower: 0, upper: 10, least });
  builder.addRow(need, OPEN, new Map([a, b].map(column => [column, 1])));
  return builder.build();
}

test('a dual value is what the last unit of a constraint costs', () => {
  const answer = solveProgramme(solver, twoOffers(6), 1);
  expect(answer).toMatchObject({ status: 'solved', optimal: true, objective: 14, x: Float64Array.of(4, 2) });
  expect(answer).toMatchObject({ rowDual: Float64Array.of(3) });
});

test('what is nothing or at least something is never in between, and the cheaper way of the two', () => {
  expect(solveProgramme(solver, twoOffers(6, 3), 1)).toMatchObject({
    objective: 15,
    x: Float64Array.of(3, 3),
  });
  expect(solveProgramme(solver, twoOffers(4, 3), 1)).toMatchObject({
    objective: 8,
    x: Float64Array.of(4, 0),
  });
});

test('no solution, and no time to look for one, are two answers', () => {
  expect(solveProgramme(solver, twoOffers(15), 1)).toEqual({ status: 'infeasible' });
  expect(solveProgramme(solver, twoOffers(6), 0)).toMatchObject({ status: 'failed' });
});

test('a branch that was explored leaves no bound behind', () => {
  const programme = twoOffers(6, 3);
  solver.open(programme, 1, session => {
    session.boundColumns(programme.lower, Float64Array.of(4, 0));
    expect(session.solve()).toEqual({ status: 'infeasible' });
    session.boundColumns(programme.lower, programme.upper);
    expect(session.solve()).toMatchObject({ objective: 14 });
  });
});

test('a later goal is reached among the optima of the first, and only there', () => {
  const programme = twoOffers(6);
  const goal = (a: number, b: number) => Float64Array.of(a, b);
  // Least a first: b takes all. Least a + b first: every mixture is as good, and the least b is 2.
  expect(solveProgramme(solver, programme, 1, [goal(1, 0), goal(0, 1)])).toMatchObject({
    x: Float64Array.of(0, 6),
  });
  expect(solveProgramme(solver, programme, 1, [goal(1, 1), goal(0, 1)])).toMatchObject({
    x: Float64Array.of(4, 2),
  });
  expect(solveProgramme(solver, programme, 1, [goal(1, 1), goal(0, 1), goal(1, 0)])).toMatchObject({
    objective: 4,
  });
  // b is nothing or at least 3.
  expect(solveProgramme(solver, twoOffers(6, 3), 1, [goal(1, 1), goal(0, 1)])).toMatchObject({
    x: Float64Array.of(3, 3),
    optimal: true,
  });
});
