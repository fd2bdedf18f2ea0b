/**
 * Many injections on one model: a day, a year, a list of variants. One factorisation, memory taken once.
 *
 * Every row starts from the same base state and its kept Jacobian (the corrections of the trade check: a substitution a
 * step, a new Jacobian where they contract badly), never from its neighbour. So a row has the same bits whatever was
 * solved before it, in whatever chunk and thread, and a row without solution leaves nothing for the next. Starting from
 * the neighbour instead saved two steps of seven and, measured, no time.
 *
 * Constant-impedance and constant-current loads, set points and topology are the model's.
 */
import type { GridModel } from '../network/build.ts';
import type { Injection, SolvedState, Unsolved } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { correct, correctionWork } from '../security/correction.ts';
import { equations, factoriseAt, nodeVoltages } from '../sensitivity/rectangular.ts';
import { blockLu } from '../sparse/block-lu.ts';
import { type RowState, rowFiller } from './row-state.ts';

export interface SeriesSink {
  /** The state is the same object for every row: its numbers are overwritten by the next. */
  solved(row: number, state: RowState): void;
  unsolved(row: number, reason: Unsolved['reason']): void;
}

/** Writes the net injection of a row into both columns, [nBus] MW and Mvar, generation positive. They come as zeros. */
export type Inject = (row: number, pMw: Float64Array, qMvar: Float64Array) => void;

export interface SeriesOptions {
  /** After each row. */
  readonly onDone?: (done: number, total: number) => void;
  /** Asked before each row; once true, the rows left stay untouched. */
  readonly shouldStop?: () => boolean;
}

export interface SeriesSolver {
  /** Solves rows from … to − 1 in order. @returns how many were done: all, or fewer when it was stopped */
  run(from: number, to: number, inject: Inject, sink: SeriesSink, options?: SeriesOptions): number;
}

/**
 * @param base any state near the rows: the nearer, the fewer steps. It must be the same one for rows that are to have
 *             the same bits.
 */
export function seriesSolver(model: GridModel, base: SolvedState): SeriesSolver {
  const eq = equations(model);
  const { nodeOfBus, freeCount, nodeCount, network } = model;
  const baseVoltages = nodeVoltages(model, base.vmPu, base.vaDeg);
  const kept = blockLu(eq.symbolic);
  const isKept = factoriseAt(eq, baseVoltages, kept);
  const work = correctionWork(eq);
  const v = new Float64Array(2 * nodeCount);
  const specified = new Float64Array(2 * freeCount);
  const injection: Injection = {
    pMw: new Float64Array(nodeOfBus.length),
    qMvar: new Float64Array(nodeOfBus.length),
  };
  const filler = rowFiller(model);

  const solveRow = (row: number, sink: SeriesSink): void => {
    specified.fill(0);
    for (let b = 0; b < nodeOfBus.length; b++) {
      const node = nodeOfBus[b]!;
      if (node < 0 || node >= freeCount) continue;
      specified[2 * node]! += injection.pMw[b]! / network.baseMva;
      specified[2 * node + 1]! += injection.qMvar[b]! / network.baseMva;
    }
    v.set(baseVoltages);
    if (correct(eq, specified, v, isKept ? kept : null, work).converged) {
      sink.solved(row, filler.fill(v));
      return;
    }
    // What the corrections do not reach a power flow may; its word is final.
    const state = solve(model, injection, { start: base });
    if (state.converged) sink.solved(row, filler.fill(nodeVoltages(model, state.vmPu, state.vaDeg)));
    else sink.unsolved(row, state.reason);
  };

  return {
    run: (from, to, inject, sink, options = {}) => {
      for (let row = from; row < to; row++) {
        if (options.shouldStop?.()) return row - from;
        injection.pMw.fill(0);
        injection.qMvar.fill(0);
        inject(row, injection.pMw, injection.qMvar);
        solveRow(row, sink);
        options.onDone?.(row - from + 1, to - from);
      }
      return to - from;
    },
  };
}
