/** The container of pandapower's JSON: an object of tables, each a pandas DataFrame as JSON text inside a string. */
import type { NetworkProblem } from '../../network/problems.ts';

export interface PandapowerFile {
  /** Scalars of the net: name, f_hz, sn_mva, … */
  readonly scalars: ReadonlyMap<string, unknown>;
  readonly tables: ReadonlyMap<string, Table>;
}

/** Reads the container; everything that is wrong goes to `problems`. */
export function readContainer(text: string, problems: NetworkProblem[]): PandapowerFile {
  const scalars = new Map<string, unknown>();
  const tables = new Map<string, Table>();
  const root = parse(text);
  const inner = isRecord(root) && '_object' in root ? root['_object'] : root;
  const net = typeof inner === 'string' ? parse(inner) : inner;
  if (!isRecord(net)) {
    problems.push({ code: 'text-malformed', what: 'the file is not a pandapower network in JSON' });
    return { scalars, tables };
  }
  for (const [name, value] of Object.entries(net)) {
    // Results of an earlier run and templates of empty tables say nothing about the network.
    if (name.startsWith('res_') || name.startsWith('_')) continue;
    if (!isRecord(value) || value['_class'] !== 'DataFrame') {
      scalars.set(name, value);
      continue;
    }
    const frame = typeof value['_object'] === 'string' ? parse(value['_object']) : value['_object'];
    if (isRecord(frame) && isArray(frame['columns']) && isArray(frame['index']) && isArray(frame['data'])) {
      tables.set(name, new Table(name, frame['columns'], frame['index'], frame['data'], problems));
    } else {
      problems.push({
        code: 'text-malformed',
        what: `the table "${name}" is not a DataFrame in "split" form`,
      });
    }
  }
  return { scalars, tables };
}

/** One table. Rows are counted from 0; elements refer to each other by `index`, never by row. */
export class Table {
  readonly name: string;
  readonly count: number;
  /** Index value of each row, as text. */
  readonly index: readonly string[];
  private readonly place: ReadonlyMap<string, number>;
  private readonly data: readonly unknown[];
  private readonly problems: NetworkProblem[];

  constructor(
    name: string,
    columns: readonly unknown[],
    index: readonly unknown[],
    data: readonly unknown[],
    problems: NetworkProblem[],
  ) {
    this.name = name;
    this.count = data.length;
    this.index = index.map(String);
    this.place = new Map(columns.map((column, i) => [String(column), i]));
    this.data = data;
    this.problems = problems;
    if (index.length !== data.length) {
      const what = `the table "${name}" has ${index.length} index values for ${data.length} rows`;
      problems.push({ code: 'text-malformed', what });
    }
  }

  has(column: string): boolean {
    return this.place.has(column);
  }

  element(row: number): string {
    return `${this.name} ${this.index[row]}`;
  }

  /** A number; a null or a missing column is `fallback`, and a problem where there is none. */
  number(row: number, column: string, fallback?: number): number {
    const value = this.value(row, column);
    if (typeof value === 'number') return value;
    if (value === null && fallback !== undefined) return fallback;
    this.wrong(row, column, value, 'a number');
    return Number.NaN;
  }

  flag(row: number, column: string, fallback: boolean): boolean {
    const value = this.value(row, column);
    if (typeof value === 'boolean') return value;
    if (value === 0 || value === 1) return value === 1;
    if (value !== null) this.wrong(row, column, value, 'true or false');
    return fallback;
  }

  /** Text; null is ''. Numbers are written out: some files name things by number. */
  text(row: number, column: string): string {
    const value = this.value(row, column);
    return value === null ? '' : String(value);
  }

  value(row: number, column: string): unknown {
    const at = this.place.get(column);
    const cells = this.data[row];
    if (at === undefined || !isArray(cells)) return null;
    return cells[at] ?? null;
  }

  wrong(row: number, column: string, value: unknown, expected: string): void {
    const shown = value === null ? 'nothing' : String(value);
    this.problems.push({
      code: 'value-wrong',
      element: this.element(row),
      field: column,
      value: shown,
      expected,
    });
  }

  unsupported(row: number, what: string): void {
    this.problems.push({ code: 'element-unsupported', element: this.element(row), what });
  }
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
