/** The state that all rows of a mix are solved from. */
import type { GridModel } from '../network/build.ts';
import type { Injection, SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { meanInjection, type RowMix } from './row-mix.ts';

/**
 * Of the mean of all rows; where a few absurd rows leave the mean without solution, of the grid without any injection.
 * @returns null when it has none even then
 */
export function baseState(model: GridModel, mix: RowMix): SolvedState | null {
  const buses = model.nodeOfBus.length;
  const nothing: Injection = { pMw: new Float64Array(buses), qMvar: new Float64Array(buses) };
  for (const injection of [meanInjection(mix, buses), nothing]) {
    const state = solve(model, injection);
    if (state.converged) return state;
  }
  return null;
}
