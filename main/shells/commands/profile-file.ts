/** A profile of many intervals from a CSV file: every bad column and cell is named at once, nothing is skipped. */
import { baseInjection } from '../../../grid-models/network/build.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import type { Injection } from '../../../grid-models/power-flow/result.ts';
import { type RowMix, rowMix } from '../../../grid-models/series/row-mix.ts';
import { inputError } from './controls-file.ts';
import { InputError } from './exit.ts';

export interface Profile {
  /** Of each row: as the file names it, else its number from 1. */
  readonly intervals: readonly string[];
  readonly mix: RowMix;
}

/** A leap year of quarter hours. */
export const PROFILE_ROWS_MAX = 366 * 96;
/** 240 MB of factors; a year of a thousand buses by MW alone needs more, and is better given as scales. */
const CELLS_MAX = 30_000_000;
/** Problems kept; the words for the rest are counted, not made. */
const PROBLEMS_MAX = 1000;

/**
 * The header names the columns, each at most once: `interval` (any text), `loadScale` and `generationScale` (factors of
 * all loads and of all units but slacks; 1 where the column is missing), `pMw:BUS` and `qMvar:BUS` (added at that bus,
 * generation positive). Memory of the factors is shared, for the threads that run the rows.
 * @throws InputError that lists every problem with its line
 */
export function parseProfile(file: string, text: string, network: Network): Profile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const header = cellsOf(lines[0] ?? '');
  const columns = readColumns(file, header, network);
  const rows = lines.length - 1;
  if (rows < 1) throw new InputError(`${file}: there is no interval below the header`);
  if (rows > PROFILE_ROWS_MAX)
    throw new InputError(`${file}: ${rows} intervals; at most ${PROFILE_ROWS_MAX}, a year of quarter hours`);
  const terms = termsOf(columns, network);
  if (rows * terms.length > CELLS_MAX)
    throw new InputError(`${file}: ${rows} intervals of ${terms.length} columns; at most ${CELLS_MAX} cells`);
  const factors = new Float64Array(
    new SharedArrayBuffer(rows * terms.length * Float64Array.BYTES_PER_ELEMENT),
  );
  const intervals: string[] = [];
  const problems: string[] = [];
  for (let row = 0; row < rows && problems.length < PROBLEMS_MAX; row++) {
    const cells = cellsOf(lines[row + 1]!);
    const where = `line ${row + 2}`;
    intervals.push(`${row + 1}`);
    factors.fill(1, row * terms.length, row * terms.length + FILE_TERMS);
    if (cells.length !== header.length) {
      problems.push(`${where}: ${cells.length} cells, the header has ${header.length}`);
      continue;
    }
    columns.forEach((column, k) => {
      const cell = cells[k]!;
      if (column.kind === 'interval') {
        intervals[row] = cell;
        return;
      }
      const value = cell === '' ? Number.NaN : Number(cell);
      if (!Number.isFinite(value)) problems.push(`${where}: ${header[k]}: "${cell}" is not a number`);
      else if (column.kind !== 'bus' && value < 0)
        problems.push(`${where}: ${header[k]}: must not be below 0`);
      factors[row * terms.length + column.term] = value;
    });
  }
  if (problems.length > 0) throw inputError(file, problems);
  return { intervals, mix: rowMix(terms, rows, factors) };
}

/** Places of what the file itself injects: its loads, then its units. */
const LOADS = 0;
const UNITS = 1;
const FILE_TERMS = 2;

type Column =
  | { readonly kind: 'interval' }
  | { readonly kind: 'scale'; readonly term: typeof LOADS | typeof UNITS }
  | { readonly kind: 'bus'; readonly term: number; readonly bus: number; readonly quantity: 'pMw' | 'qMvar' };

function readColumns(file: string, header: readonly string[], network: Network): Column[] {
  const rowOfBus = new Map(network.bus.id.map((id, row) => [id, row]));
  const problems: string[] = [];
  const columns: Column[] = [];
  let term = FILE_TERMS;
  header.forEach((name, k) => {
    if (header.indexOf(name) !== k) problems.push(`line 1: column ${name} stands there twice`);
    if (name === 'interval') columns.push({ kind: 'interval' });
    else if (name === 'loadScale') columns.push({ kind: 'scale', term: LOADS });
    else if (name === 'generationScale') columns.push({ kind: 'scale', term: UNITS });
    else {
      const [, quantity, id = ''] = /^(pMw|qMvar):(.+)$/.exec(name) ?? [];
      const bus = rowOfBus.get(id);
      if (quantity === 'pMw' || quantity === 'qMvar') {
        if (bus === undefined) problems.push(`line 1: ${name}: there is no bus ${id} in ${network.name}`);
        else columns.push({ kind: 'bus', term: term++, bus, quantity });
      } else
        problems.push(
          `line 1: unknown column "${name}"; expected interval, loadScale, generationScale, pMw:BUS, qMvar:BUS`,
        );
    }
  });
  if (columns.some(c => c.kind === 'scale' && c.term === LOADS)) problems.push(...unscalable(network));
  if (problems.length > 0) throw inputError(file, problems);
  return columns;
}

/** The shares of constant impedance and current are in the model that all intervals share: a factor would miss them. */
function unscalable({ load }: Network): string[] {
  return load.id.flatMap((id, k) =>
    load.inService[k] && (load.constZShare[k] !== 0 || load.constIShare[k] !== 0)
      ? [`loadScale: load ${id} is partly of constant impedance or current, which a profile cannot scale`]
      : [],
  );
}

function termsOf(columns: readonly Column[], network: Network): Injection[] {
  const { load, generator, bus } = network;
  const none = { pMw: new Float64Array(bus.count), qMvar: new Float64Array(bus.count) };
  const terms: Injection[] = [
    baseInjection({ ...network, generator: { ...generator, inService: new Uint8Array(generator.count) } }),
    baseInjection({ ...network, load: { ...load, inService: new Uint8Array(load.count) } }),
  ];
  for (const column of columns) {
    if (column.kind !== 'bus') continue;
    terms.push({ ...none, [column.quantity]: none[column.quantity].with(column.bus, 1) });
  }
  return terms;
}

function cellsOf(line: string): string[] {
  return line.split(',').map(cell => cell.trim().replace(/^"(.*)"$/, '$1'));
}
