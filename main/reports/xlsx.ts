/** The fee report as a workbook: the same rows, and a second sheet that says what they rest on. Same input, same bytes. */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import writeWorkbook, { type Cell } from 'write-excel-file/node';
import { COLUMNS, heading } from './columns.ts';
import type { FeeReport } from './fee-report.ts';
import { inertText } from './inert-text.ts';

/** Spreadsheets keep 15 significant digits: a longer integer stands as text, so that no digit is lost. */
const EXACT_MAX = 999_999_999_999_999n;
/** The archive's own time stamps; fixed, so that a second export is the same file. */
const ARCHIVE_TIME = new Date('2000-01-01T00:00:00');

export async function feeReportXlsx(report: FeeReport): Promise<Uint8Array> {
  const rows: Cell[][] = [
    COLUMNS.map(column => ({ value: column.title, fontWeight: 'bold' as const })),
    ...report.lines.map(line => COLUMNS.map(column => cell(column.value(line)))),
    COLUMNS.map(column => cell(column.total(report.totals))),
  ];
  const about: Cell[][] = heading(report.fromMs, report.toMs, report.totals).map(([label, value]) => [
    { value: label, type: String, fontWeight: 'bold' as const },
    { value, type: String },
  ]);
  const workbook = await writeWorkbook([
    {
      data: rows,
      sheet: 'Grid fees',
      columns: COLUMNS.map(column => ({ width: Math.max(12, column.title.length + 2) })),
      stickyRowsCount: 1,
    },
    { data: about, sheet: 'About', columns: [{ width: 16 }, { width: 80 }] },
  ]).toBuffer();
  return withFixedTimes(workbook);
}

function cell(value: string | bigint | null): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return { value: inertText(value), type: String };
  const exact = value <= EXACT_MAX && value >= -EXACT_MAX;
  return exact ? { value: Number(value), type: Number, format: '0' } : { value: String(value), type: String };
}

function withFixedTimes(archive: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(archive)).sort(([a], [b]) => (a < b ? -1 : 1)))
    files[name] = [bytes, { mtime: ARCHIVE_TIME }];
  return zipSync(files, { level: 6 });
}
