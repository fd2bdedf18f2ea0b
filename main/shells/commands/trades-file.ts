/** Trades from a CSV or JSON file: every bad row is named at once, with its line; nothing is skipped. */
import { z } from 'zod';
import { InputError } from './exit.ts';

export interface FileTrade {
  readonly id: string;
  readonly sellerBus: string;
  readonly buyerBus: string;
  /** A whole number of Wh. */
  readonly energyKwh: number;
  /** As written in the file; trades without one share one interval. */
  readonly intervalStart: string;
  /** What the trade is worth to its parties; null where the file does not say. */
  readonly priceEurPerMwh: number | null;
}

const COLUMNS = ['id', 'sellerBus', 'buyerBus', 'energyKwh', 'intervalStart', 'priceEurPerMwh'] as const;
const NUMERIC: readonly string[] = ['energyKwh', 'priceEurPerMwh'];
const REQUIRED = ['id', 'sellerBus', 'buyerBus', 'energyKwh'] as const;
const PROBLEMS_SHOWN = 20;
const WH_PER_KWH = 1000;

const zId = z.union([z.string().min(1), z.number()]).transform(String);
const zTrade = z.object({
  id: zId,
  sellerBus: zId,
  buyerBus: zId,
  energyKwh: z
    .number({ error: 'is not a number' })
    .positive('must be above 0')
    // Energy is whole Wh everywhere; 1e-9 kWh is what a decimal number loses as floating point.
    .refine(kwh => Math.abs(kwh - Math.round(kwh * WH_PER_KWH) / WH_PER_KWH) < 1e-9, 'must be whole Wh'),
  intervalStart: z.union([z.string(), z.number()]).transform(String).default(''),
  priceEurPerMwh: z.number({ error: 'is not a number' }).nullable().default(null),
});

/** @throws InputError that lists every problem with its row or line */
export function parseTrades(file: string, text: string): FileTrade[] {
  const rows = /^\s*[[{]/.test(text) ? jsonRows(file, text) : csvRows(file, text);
  const problems: string[] = [];
  const trades: FileTrade[] = [];
  const seen = new Map<string, string>();
  for (const { where, value } of rows) {
    const parsed = zTrade.safeParse(value);
    if (!parsed.success) {
      problems.push(
        ...parsed.error.issues.map(issue => `${where}: ${issue.path.join('.') || 'row'}: ${issue.message}`),
      );
      continue;
    }
    const before = seen.get(parsed.data.id);
    if (before !== undefined) problems.push(`${where}: id ${parsed.data.id} stands in ${before} already`);
    seen.set(parsed.data.id, where);
    trades.push(parsed.data);
  }
  if (problems.length > 0) {
    const rest = problems.length > PROBLEMS_SHOWN ? [`… and ${problems.length - PROBLEMS_SHOWN} more`] : [];
    throw new InputError(
      [
        `${file}: ${problems.length} problem${problems.length === 1 ? '' : 's'}`,
        ...problems.slice(0, PROBLEMS_SHOWN),
        ...rest,
      ].join('\n  '),
    );
  }
  return trades;
}

interface Row {
  readonly where: string;
  readonly value: unknown;
}

function jsonRows(file: string, text: string): Row[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file}: not JSON: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  const list = Array.isArray(json) ? json : (json as { trades?: unknown }).trades;
  if (!Array.isArray(list))
    throw new InputError(`${file}: expected a list of trades, or an object with "trades"`);
  return list.map((value, index) => ({ where: `trade ${index + 1}`, value }));
}

function csvRows(file: string, text: string): Row[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = (lines[0] ?? '').split(',').map(cell => cell.trim());
  const missing = REQUIRED.filter(column => !header.includes(column));
  if (missing.length > 0)
    throw new InputError(
      `${file}: line 1: column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} missing; expected ${COLUMNS.join(',')}`,
    );
  const unknown = header.filter(column => !COLUMNS.some(known => known === column));
  if (unknown.length > 0)
    throw new InputError(
      `${file}: line 1: unknown column ${unknown.join(', ')}; expected ${COLUMNS.join(',')}`,
    );
  return lines.slice(1).flatMap((line, index): Row[] => {
    if (line.trim() === '') return [];
    const cells = line.split(',').map(cell => cell.trim().replace(/^"(.*)"$/, '$1'));
    const where = `line ${index + 2}`;
    if (cells.length !== header.length)
      throw new InputError(`${file}: ${where}: ${cells.length} cells, the header has ${header.length}`);
    const entries = header.map(
      (column, k) => [column, NUMERIC.includes(column) ? numeric(cells[k] ?? '') : (cells[k] ?? '')] as const,
    );
    return [{ where, value: Object.fromEntries(entries) }];
  });
}

/** An empty or wordy cell is no number: NaN, which the schema then names. */
function numeric(cell: string): number {
  return cell === '' ? Number.NaN : Number(cell);
}
