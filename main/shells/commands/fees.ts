/** `fees`: the grid-fee report of a period, from a console's store. */
import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportFeeReport, type ReportFormat } from '../../reports/export.ts';
import { feeReport, unequalLines } from '../../reports/fee-report.ts';
import { feeLines } from '../../screens/fee-lines.ts';
import { OPERATIONS_NAME, StoreReader } from '../../store/reader.ts';
import { EXIT, InputError } from './exit.ts';

const FORMATS: readonly ReportFormat[] = ['csv', 'xlsx', 'pdf'];

export async function fees(options: {
  readonly store: string;
  readonly from: string;
  readonly to: string;
  readonly out: string;
  readonly json?: boolean;
}): Promise<number> {
  const fromMs = instant('--from', options.from);
  const toMs = instant('--to', options.to);
  if (toMs <= fromMs) throw new InputError(`--to ${options.to} is not after --from ${options.from}`);
  const format = FORMATS.find(f => options.out.toLowerCase().endsWith(`.${f}`));
  if (!format)
    throw new InputError(
      `--out ${options.out}: expected a file that ends in ${FORMATS.map(f => `.${f}`).join(', ')}`,
    );
  const store = openReader(options.store);
  try {
    const head = store.head();
    const report = feeReport(
      feeLines(store),
      { fromMs, toMs },
      { number: head?.number ?? 0, hash: head?.hash ?? '' },
    );
    const file = await exportFeeReport(report, format);
    await writeFile(options.out, file.bytes).catch((error: unknown) => {
      throw new InputError(
        `${options.out}: cannot be written in ${dirname(options.out)}: ${error instanceof Error ? error.message : error}`,
        { cause: error },
      );
    });
    const totals = JSON.stringify(report.totals, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    if (options.json) console.log(totals);
    else
      console.log(
        `${options.out}: ${report.lines.length} trades, ${report.totals.chainMicroEur} micro-euro, sums ${report.totals.equal ? 'agree' : 'DIFFER'}.`,
      );
    for (const line of unequalLines(report.lines))
      console.error(`trade ${line.tradeId}: the parts, the verdict or the settlement differ`);
    return report.totals.equal ? EXIT.done : EXIT.negative;
  } finally {
    store.close();
  }
}

/** @param path a market's folder, or the store file in it */
function openReader(path: string): StoreReader {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? join(path, OPERATIONS_NAME) : path;
  try {
    return new StoreReader(file);
  } catch (error) {
    throw new InputError(
      `${file}: cannot be read as a console's store (${OPERATIONS_NAME} in a market's folder): ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
}

function instant(option: string, text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms))
    throw new InputError(`${option} ${text}: expected an instant such as 2026-01-14T00:00:00Z`);
  return ms;
}
