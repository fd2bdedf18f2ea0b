/**
 * Distance to the nose of the PV curve: the largest share of an injection for which the grid has a state.
 *
 * All loads, units and injections are scaled alike, set points and shunts stay. Bisection with warm starts: a
 * share is only called solved when a solution was found there; that there is none just above is what Newton
 * with shortened steps could not refute, no proof.
 */
import { baseInjection, type GridModel } from '../network/build.ts';
import { entryAt } from '../sparse/pattern.ts';
import type { Injection, PowerFlowResult, SolvedState } from './result.ts';
import { solve } from './solve.ts';

export interface NoseShare {
  /** Largest share with a solution; null when none was found, not even without any load. */
  readonly solvedShare: number | null;
  /** Smallest share tried without success, at most RESOLUTION above; null when all that was asked has one. */
  readonly unsolvedShare: number | null;
}

const BISECTIONS_MAX = 30;
/** Of the largest share asked for: ten times finer than a message tells it, and Newton has its digits still. */
const RESOLUTION = 1e-4;

/** @param shareMax largest share to look at: 1 asks how much can be served, 10 how far the injection may grow */
export function nose(
  model: GridModel,
  injection: Injection = baseInjection(model.network),
  shareMax = 1,
): NoseShare {
  let solvedShare = 0;
  let start = solveShare(model, injection, solvedShare, 'file');
  if (!start.converged && shareMax >= 1) {
    // Long lines without load may lift voltages beyond any state; the injection as it is may have one.
    solvedShare = 1;
    start = solveShare(model, injection, solvedShare, 'file');
  }
  if (!start.converged) return { solvedShare: null, unsolvedShare: 0 };
  const whole = solveShare(model, injection, shareMax, start);
  if (whole.converged) return { solvedShare: shareMax, unsolvedShare: null };
  let unsolvedShare = shareMax;
  for (let n = 0; n < BISECTIONS_MAX && unsolvedShare - solvedShare > RESOLUTION * shareMax; n++) {
    const share = (solvedShare + unsolvedShare) / 2;
    const state = solveShare(model, injection, share, start);
    if (state.converged) {
      solvedShare = share;
      start = state;
    } else unsolvedShare = share;
  }
  return { solvedShare, unsolvedShare };
}

function solveShare(
  model: GridModel,
  injection: Injection,
  share: number,
  start: 'file' | SolvedState,
): PowerFlowResult {
  const scaled = { pMw: injection.pMw.map(p => p * share), qMvar: injection.qMvar.map(q => q * share) };
  return solve(scaledLoads(model, share), scaled, { start, fallback: 'globalised' });
}

/** The model with a share of its voltage-dependent loads, which are part of it and not of an injection. */
function scaledLoads(model: GridModel, share: number): GridModel {
  const { network, nodeOfBus, admittance, constIPu } = model;
  const { load, baseMva } = network;
  if (share === 1 || !load.constZShare.some((z, l) => z !== 0 || load.constIShare[l] !== 0)) return model;
  const re = admittance.re.slice();
  const im = admittance.im.slice();
  for (let l = 0; l < load.count; l++) {
    const node = nodeOfBus[load.bus[l]!]!;
    if (!load.inService[l] || node < 0) continue;
    const added = ((share - 1) * load.constZShare[l]!) / baseMva;
    const p = entryAt(admittance.pattern, node, node);
    re[p]! += load.pMw[l]! * added;
    im[p]! -= load.qMvar[l]! * added;
  }
  return {
    ...model,
    admittance: { pattern: admittance.pattern, re, im },
    constIPu: { p: constIPu.p.map(p => p * share), q: constIPu.q.map(q => q * share) },
  };
}
