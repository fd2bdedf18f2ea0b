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
import { correctPair, LANE, type Lane, rowPair } from './pair-correction.ts';
import { type RowState, rowFiller } from './row-state.ts';

export interface SeriesSink {
  /** The state is the same object for every row: its numbers are overwritten by the next. */
  solved(row: number, state: RowState): void;
  unsolved(row: number, reason: Unsolved['reason']): void;
}

/**
 * Writes the net injection of a row into both columns, [nBus] MW and Mvar, generation positive. They come as zeros. Rows
 * are asked for in order, the second of a pair before the sink gets the first.
 */
export type Inject = (row: number, pMw: Float64Array, qMvar: Float64Array) => void;

export interface SeriesOptions {
  /** After each row. */
  readonly onDone?: (done: number, total: number) => void;
  /** Asked before each row goes to the sink; once true, the rows left do not. */
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
  const canPair = isKept && kept.pivoting === null;
  const pair = rowPair(eq);
  const pairStart = new Float64Array(4 * nodeCount);
  for (const lane of LANES) putLane(baseVoltages, pairStart, lane);
  const work = correctionWork(eq);
  const v = new Float64Array(2 * nodeCount);
  const specified = new Float64Array(2 * freeCount);
  const injections = LANES.map(
    (): Injection => ({
      pMw: new Float64Array(nodeOfBus.length),
      qMvar: new Float64Array(nodeOfBus.length),
    }),
  );
  const filler = rowFiller(model);

  const ask = (row: number, lane: Lane, inject: Inject): void => {
    const { pMw, qMvar } = injections[lane]!;
    pMw.fill(0);
    qMvar.fill(0);
    inject(row, pMw, qMvar);
    for (let b = 0; b < nodeOfBus.length; b++) {
      const node = nodeOfBus[b]!;
      if (node < 0 || node >= freeCount) continue;
      const at = 4 * node + 2 * lane;
      pair.specified[at]! += pMw[b]! / network.baseMva;
      pair.specified[at + 1]! += qMvar[b]! / network.baseMva;
    }
  };

  const solvePair = (count: number): void => {
    if (count < LANES.length || !canPair) {
      pair.outcome.fill(LANE.alone);
      return;
    }
    pair.v.set(pairStart);
    correctPair(eq, kept, pair);
  };

  const tell = (row: number, lane: Lane, sink: SeriesSink): void => {
    if (pair.outcome[lane] === LANE.converged) {
      takeLane(pair.v, lane, v);
      sink.solved(row, filler.fill(v));
      return;
    }
    takeLane(pair.specified, lane, specified);
    v.set(baseVoltages);
    if (correct(eq, specified, v, isKept ? kept : null, work).converged) {
      sink.solved(row, filler.fill(v));
      return;
    }
    // What the corrections do not reach a power flow may; its word is final.
    const state = solve(model, injections[lane]!, { start: base });
    if (state.converged) sink.solved(row, filler.fill(nodeVoltages(model, state.vmPu, state.vaDeg)));
    else sink.unsolved(row, state.reason);
  };

  return {
    run: (from, to, inject, sink, options = {}) => {
      for (let first = from; first < to; first += LANES.length) {
        if (options.shouldStop?.()) return first - from;
        const count = Math.min(LANES.length, to - first);
        pair.specified.fill(0);
        for (let k = 0; k < count; k++) ask(first + k, LANES[k]!, inject);
        solvePair(count);
        for (let k = 0; k < count; k++) {
          if (k > 0 && options.shouldStop?.()) return first + k - from;
          tell(first + k, LANES[k]!, sink);
          options.onDone?.(first + k + 1 - from, to - from);
        }
      }
      return to - from;
    },
  };
}

/** Between a column of one row, [2·node], and the memory of a pair. */
function takeLane(pair: Float64Array, lane: Lane, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 2) {
    out[i] = pair[2 * i + 2 * lane]!;
    out[i + 1] = pair[2 * i + 2 * lane + 1]!;
  }
}

function putLane(column: Float64Array, pair: Float64Array, lane: Lane): void {
  for (let i = 0; i < column.length; i += 2) {
    pair[2 * i + 2 * lane] = column[i]!;
    pair[2 * i + 2 * lane + 1] = column[i + 1]!;
  }
}

const LANES: readonly Lane[] = [0, 1];
