/** `study --profile`: up to a year of intervals of a file, by load and generation of each, on all cores but one. */
import { writeFile } from 'node:fs/promises';
import type { Network } from '../../../grid-models/network/network.ts';
import { baseState } from '../../../grid-models/series/base-state.ts';
import { ROW_OUTCOME } from '../../../grid-models/series/summary.ts';
import { runSeries, type SeriesAnswer } from '../../studies/series-pool.ts';
import { EXIT, InputError } from './exit.ts';
import { readText } from './files.ts';
import { parseProfile } from './profile-file.ts';
import { intervalsCsv, profileAnswer, profileSummary } from './profile-study-answer.ts';
import { modelOf } from './solve.ts';

export interface ProfileStudyOptions {
  readonly profile: string;
  /** Where the table of all intervals goes, as CSV. */
  readonly out?: string;
  readonly threads?: number;
  readonly json?: boolean;
}

export async function profileStudy(
  file: string,
  network: Network,
  options: ProfileStudyOptions,
): Promise<number> {
  const profile = parseProfile(options.profile, await readText(options.profile), network);
  const base = baseState(modelOf(file, network), profile.mix);
  if (!base) {
    console.error(`${file}: no solution, not even without any load and generation: see the command solve.`);
    return EXIT.noConvergence;
  }
  const asked = { network, base, mix: profile.mix };
  const series = await untilInterrupted(signal =>
    runSeries(asked, {
      signal,
      onProgress: showProgress,
      ...(options.threads === undefined ? {} : { threads: options.threads }),
    }),
  );
  if (series.done < profile.mix.rows && process.stderr.isTTY) process.stderr.write('\n');
  const answer = profileAnswer(network, profile.intervals, series);
  if (options.out !== undefined) await writeOut(options.out, intervalsCsv(answer));
  console.log(options.json ? JSON.stringify(answer) : profileSummary(file, answer));
  return exitCode(series);
}

/** The first Ctrl-C asks the run to end with what it has; a second one ends the process. */
async function untilInterrupted(run: (signal: AbortSignal) => Promise<SeriesAnswer>): Promise<SeriesAnswer> {
  const interrupt = new AbortController();
  const onInterrupt = () => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  try {
    return await run(interrupt.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${done} of ${total} intervals${done === total ? '\n' : ''}`);
}

async function writeOut(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: unknown) => {
    throw new InputError(`${path}: cannot be written: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  });
}

/** An unfinished run is not done, whatever it found until then. */
function exitCode({ summary, counts, done }: SeriesAnswer): number {
  if (done < summary.outcome.length) return EXIT.interrupted;
  if (summary.outcome.includes(ROW_OUTCOME.unsolved)) return EXIT.noConvergence;
  return counts.ofRow.some(violated => violated > 0) ? EXIT.negative : EXIT.done;
}
