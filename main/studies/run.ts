/** Runs the cases of a study interval by interval and says how they differ. Pure; progress through a callback. */
import { createHash } from 'node:crypto';
import { buildModel, type GridModel } from '../../grid-models/network/build.ts';
import { rebuildModel } from '../../grid-models/network/rebuild.ts';
import type { SolvedState } from '../../grid-models/power-flow/result.ts';
import { solve } from '../../grid-models/power-flow/solve.ts';
import { assess } from '../../grid-models/security/assessment.ts';
import { type Limits, networkLimits } from '../../grid-models/security/limits.ts';
import type { RowState } from '../../grid-models/series/row-state.ts';
import { seriesSolver } from '../../grid-models/series/series.ts';
import type { CaseResult, Scenario, StudyProgress } from '../../preload/contract/studies.ts';
import { changedCase, type StudyBase } from './case.ts';

export type StudyResult = NonNullable<StudyProgress['result']>;

/** A study's whole answer; `onStep` after each solved interval of either case. */
export function runStudy(
  base: StudyBase,
  scenario: Scenario,
  onStep: (done: number, total: number) => void,
): Omit<StudyResult, 'seconds'> {
  const changed = changedCase(base, scenario.changes);
  const total = 2 * base.intervals.length;
  const model = buildModel(base.network);
  const changedModel = rebuildModel(model, changed.network);
  const baseResult = runCase('Present', base, model, k => onStep(k, total));
  const changedResult = runCase(scenario.name, changed, changedModel, k =>
    onStep(base.intervals.length + k, total),
  );
  return {
    base: baseResult,
    changed: changedResult,
    sentences: sentences(scenario, baseResult, changedResult),
  };
}

function runCase(
  name: string,
  study: StudyBase,
  model: GridModel,
  onStep: (done: number) => void,
): CaseResult {
  const limits = networkLimits(study.network);
  const n = study.intervals.length;
  const nan = () => new Float32Array(n).fill(Number.NaN);
  const result = {
    name,
    intervals: [...study.intervals],
    converged: new Array<boolean>(n).fill(false),
    worstLoadingPercent: nan(),
    worstElement: new Array<string>(n).fill(''),
    vmPuMin: nan(),
    vmPuMax: nan(),
    lossesMw: nan(),
    violations: [] as CaseResult['violations'],
    inputHash: inputHash(study),
  };
  const start = firstState(model, study);
  if (!start) {
    onStep(n);
    return result;
  }
  seriesSolver(model, start).run(
    0,
    n,
    (k, pMw, qMvar) => {
      pMw.set(study.injections[k]!.pMw);
      qMvar.set(study.injections[k]!.qMvar);
    },
    {
      solved: (k, state) => record(study, limits, k, state, result),
      // No solution, no numbers: the interval stays as it was made.
      unsolved: () => {},
    },
    { onDone: onStep },
  );
  return result;
}

/** Of the first interval that has one: every interval is solved from there. */
function firstState(model: GridModel, { injections }: StudyBase): SolvedState | null {
  for (const injection of injections) {
    const state = solve(model, injection, { start: 'flat' });
    if (state.converged) return state;
  }
  return null;
}

function record(study: StudyBase, limits: Limits, k: number, state: RowState, result: CaseResult): void {
  result.converged[k] = true;
  const worst = indexOfMax(state.loadingPercent);
  if (worst >= 0) {
    result.worstLoadingPercent[k] = state.loadingPercent[worst] ?? Number.NaN;
    result.worstElement[k] = study.network.branch.id[worst] ?? '';
  }
  result.vmPuMin[k] = extreme(state.vmPu, Math.min);
  result.vmPuMax[k] = extreme(state.vmPu, Math.max);
  result.lossesMw[k] = state.lossesMw;
  for (const v of assess(study.network, limits, state)) {
    result.violations.push({
      interval: study.intervals[k]!,
      element: v.element,
      limit: v.limit,
      value: v.value,
      limitValue: v.limitValue,
    });
  }
}

/** What was changed and what came of it, in sentences. */
function sentences(scenario: Scenario, base: CaseResult, changed: CaseResult): string[] {
  const said = scenario.changes.map(change =>
    change.type === 'switch'
      ? `${change.element} is ${change.closed ? 'closed' : 'opened'}.`
      : `${WORD[change.what]} ${change.segment === '' ? 'everywhere' : `in ${change.segment}`} ${change.factor === 0 ? 'are switched off' : `are multiplied by ${change.factor}`}.`,
  );
  const peak = (c: CaseResult) => indexOfMax(c.worstLoadingPercent);
  const [b, c] = [peak(base), peak(changed)];
  if (b >= 0 && c >= 0) {
    said.push(
      `The worst loading goes from ${base.worstLoadingPercent[b]?.toFixed(1)} % (${base.worstElement[b]}) to ${changed.worstLoadingPercent[c]?.toFixed(1)} % (${changed.worstElement[c]}).`,
    );
  }
  const violated = (r: CaseResult) => new Set(r.violations.map(v => v.interval)).size;
  said.push(`Intervals with a violated limit: ${violated(base)} before, ${violated(changed)} after.`);
  const lost = changed.converged.filter(ok => !ok).length;
  if (lost > 0)
    said.push(
      `${lost} of ${changed.converged.length} intervals have no power flow solution; no numbers are shown for them.`,
    );
  return said;
}

const WORD = {
  pv: 'Photovoltaic plants',
  load: 'Loads',
  'ev-charger': 'Charging points',
  'heat-pump': 'Heat pumps',
  battery: 'Batteries',
} as const;

/** Identifies what was solved: topology, impedances and injections; the same on every machine. */
function inputHash(study: StudyBase): string {
  const { branch, coupler } = study.network;
  const hash = createHash('sha256');
  for (const column of [branch.rPu, branch.xPu, branch.ratio, branch.shiftRad]) hash.update(bytes(column));
  for (const column of [branch.inService, branch.fromClosed, branch.toClosed, coupler.closed])
    hash.update(column);
  hash.update(JSON.stringify(study.intervals));
  for (const injection of study.injections) hash.update(bytes(injection.pMw)).update(bytes(injection.qMvar));
  return hash.digest('hex');
}

function bytes(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function indexOfMax(values: Float32Array | Float64Array): number {
  let best = -1;
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? Number.NaN;
    if (Number.isFinite(value) && (best < 0 || value > (values[best] ?? 0))) best = k;
  }
  return best;
}

/** NaN marks dead buses: they have no voltage to compare. */
function extreme(values: Float64Array, pick: (a: number, b: number) => number): number {
  let found = Number.NaN;
  for (const value of values)
    if (!Number.isNaN(value)) found = Number.isNaN(found) ? value : pick(found, value);
  return found;
}
