/** `study`: a what-if case on a file, over the daily profile of its connection points; or a profile of up to a year. */

import { z } from 'zod';
import { localTime } from '../../../grid-models/demonstration/local-time.ts';
import { pointInjector } from '../../../grid-models/demonstration/point-injection.ts';
import { forecastKw } from '../../../grid-models/demonstration/profiles.ts';
import { connectionPoints } from '../../../grid-models/network/connection-points.ts';
import { zScenario } from '../../../preload/contract/studies.ts';
import { type StudyBase, StudyInputError } from '../../studies/case.ts';
import { runStudy } from '../../studies/run.ts';
import { EXIT, InputError } from './exit.ts';
import { readNetworkFile, readText } from './files.ts';
import { profileStudy } from './profile-study.ts';

/** A winter workday: the day most grids are built for. Files carry no date. */
const DAY_START_S = Date.UTC(2026, 0, 13, 23) / 1000;
const INTERVAL_S = 900;
const SEASON = 'winter';

export interface StudyOptions {
  readonly scenario?: string;
  readonly profile?: string;
  readonly out?: string;
  readonly threads?: number;
  readonly json?: boolean;
}

export async function study(file: string, options: StudyOptions): Promise<number> {
  const { scenario, profile } = options;
  if (scenario !== undefined && profile === undefined) return scenarioStudy(file, { ...options, scenario });
  if (profile !== undefined && scenario === undefined)
    return profileStudy(file, await readNetworkFile(file), { ...options, profile });
  throw new InputError('study: give either --scenario or --profile');
}

async function scenarioStudy(
  file: string,
  options: StudyOptions & { readonly scenario: string },
): Promise<number> {
  if (options.out !== undefined || options.threads !== undefined)
    throw new InputError('study: --out and --threads go with --profile');
  const network = await readNetworkFile(file);
  const scenario = parseScenario(options.scenario, await readText(options.scenario));
  const points = connectionPoints(network);
  const from = scenario.from ?? DAY_START_S;
  const intervals = Array.from({ length: scenario.intervals }, (_, k) => from + k * INTERVAL_S);
  const injector = pointInjector(network, points);
  const injections = intervals.map(interval => {
    const { minuteOfDay, dayKind } = localTime(interval);
    return injector.injection(
      Float64Array.from(points, point => forecastKw(point, { minuteOfDay, dayKind, season: SEASON })),
    );
  });
  const base: StudyBase = { network, points, season: SEASON, intervals, injections };
  try {
    const result = runStudy(base, scenario, (done, total) => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r${done} of ${total} intervals${done === total ? '\n' : ''}`);
    });
    if (options.json)
      console.log(
        JSON.stringify(result, (_key, value: unknown) =>
          value instanceof Float32Array ? Array.from(value, n => (Number.isNaN(n) ? null : n)) : value,
        ),
      );
    else for (const sentence of result.sentences) console.log(sentence);
    if (result.changed.converged.includes(false)) return EXIT.noConvergence;
    return result.changed.violations.length > 0 ? EXIT.negative : EXIT.done;
  } catch (error) {
    if (error instanceof StudyInputError)
      throw new InputError(`${options.scenario}: ${error.problems.join('; ')}`, { cause: error });
    throw error;
  }
}

function parseScenario(file: string, text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file}: not JSON: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  const parsed = zScenario.safeParse(json);
  if (!parsed.success) throw new InputError(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
