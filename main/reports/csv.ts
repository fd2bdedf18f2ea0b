/** The fee report as CSV (RFC 4180, UTF-8): a header row, one row per trade, a total row. */
import { COLUMNS } from './columns.ts';
import type { FeeReport } from './fee-report.ts';
import { inertText } from './inert-text.ts';

export function feeReportCsv(report: FeeReport): Uint8Array {
  const rows = [
    COLUMNS.map(column => column.title),
    ...report.lines.map(line => COLUMNS.map(column => cell(column.value(line)))),
    COLUMNS.map(column => cell(column.total(report.totals))),
  ];
  return new TextEncoder().encode(rows.map(row => `${row.join(',')}\r\n`).join(''));
}

function cell(value: string | bigint | null): string {
  if (value === null) return '';
  if (typeof value === 'bigint') return String(value);
  const text = inertText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
