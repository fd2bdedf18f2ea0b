/** The true grid: solved by AC power flow for what flows now, and measured where the field has instruments. */
import { pointInjector } from '../../grid-models/demonstration/point-injection.ts';
import { draw, drawNormal } from '../../grid-models/demonstration/random.ts';
import { busLevels } from '../../grid-models/diagram/single-line.ts';
import { buildModel } from '../../grid-models/network/build.ts';
import { BRANCH_KIND } from '../../grid-models/network/network.ts';
import type { SolvedState } from '../../grid-models/power-flow/result.ts';
import { solve } from '../../grid-models/power-flow/solve.ts';
import type { IntervalBook } from '../market/book.ts';
import { INTERVAL_S, type Setting } from '../setting.ts';
import { actualKw } from './actual.ts';

export interface TrueGrid {
  /** Ids of all measured signals, in the order of `Measurement`. */
  readonly signals: readonly string[];
  /** Null when the power flow has no solution: instruments on a grid that cannot be show nothing. */
  measure(nowMs: number, book: IntervalBook): Measurement | null;
}

export interface Measurement {
  readonly values: number[];
  /** 0 good, 1 suspect. */
  readonly quality: number[];
}

interface Instrument {
  readonly id: string;
  read(state: SolvedState): number;
  /** Standard deviation: relative part and smallest absolute part in the signal's unit. */
  readonly relative: number;
  readonly least: number;
}

/** Stations and transformers have instruments; behind them the smart meters report their voltage. */
export function trueGrid(setting: Setting): TrueGrid {
  const { network, points, seed } = setting;
  const model = buildModel(network);
  const injector = pointInjector(network, points);
  const instruments = placed(setting);
  let warm: SolvedState | null = null;
  return {
    signals: instruments.map(i => i.id),
    measure: (nowMs, book) => {
      const interval = Math.floor(nowMs / 1000 / INTERVAL_S) * INTERVAL_S;
      const pKw = actualKw(setting, interval, book);
      const minute = Math.floor(nowMs / 60_000);
      for (let k = 0; k < pKw.length; k++) pKw[k]! *= 1 + FLUTTER * drawNormal(seed, minute, k, 61);
      const state = solve(model, injector.injection(pKw), warm === null ? {} : { start: warm });
      if (!state.converged) {
        warm = null;
        return null;
      }
      warm = state;
      const second = Math.floor(nowMs / 1000);
      const values: number[] = [];
      const quality: number[] = [];
      instruments.forEach((instrument, n) => {
        const truth = instrument.read(state);
        const sigma = Math.max(instrument.least, Math.abs(truth) * instrument.relative);
        // One meter in two thousand has a bad minute: its value is off and marked so.
        const isOff = draw(seed, minute, n, 62) < 0.0005;
        const value = truth + sigma * (isOff ? 12 : 1) * drawNormal(seed, second, n, 63);
        values.push(Math.round(value * 1e6) / 1e6);
        quality.push(isOff ? 1 : 0);
      });
      return { values, quality };
    },
  };
}

function placed(setting: Setting): Instrument[] {
  const { network, points } = setting;
  const { bus, branch } = network;
  const level = busLevels(network);
  const metered = new Set(points.map(p => p.bus));
  const instruments: Instrument[] = [];
  for (let b = 0; b < bus.count; b++)
    if (level[b]! < 2 || metered.has(b))
      instruments.push({ id: `bus:${bus.id[b]}:vmPu`, read: s => s.vmPu[b]!, relative: 0.001, least: 0 });
  for (let e = 0; e < branch.count; e++) {
    const isTransformer = branch.kind[e] === BRANCH_KIND.transformer;
    const leavesStation = level[branch.from[e]!] === 0 || level[branch.to[e]!] === 0;
    if (!isTransformer && !leavesStation) continue;
    const id = `branch:${branch.id[e]}`;
    instruments.push({ id: `${id}:pFromMw`, read: s => s.pFromMw[e]!, relative: 0.005, least: 1e-5 });
    instruments.push({ id: `${id}:qFromMvar`, read: s => s.qFromMvar[e]!, relative: 0.005, least: 1e-5 });
    // Without a rating in the file there is no loading to measure.
    const rated = !(Number.isNaN(branch.ratingMva[e]!) && Number.isNaN(branch.ratingFromKa[e]!));
    if (rated)
      instruments.push({
        id: `${id}:loadingPercent`,
        read: s => s.loadingPercent[e]!,
        relative: 0.005,
        least: 0.01,
      });
  }
  const live = bus.inService;
  return instruments.filter(i => !i.id.startsWith('bus:') || live[bus.id.indexOf(i.id.slice(4, -5))] === 1);
}

/** Relative standard deviation of a minute from its quarter hour. */
const FLUTTER = 0.02;
