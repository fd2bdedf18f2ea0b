/**
 * The text of a MATPOWER case: a function file whose statements fill a struct `mpc`.
 *
 * Tables and scalars are read; some files go on with statements that convert ohm to p.u. or kW to MW. Those are carried
 * out by a small interpreter that knows exactly their shapes and no loops, files or functions beyond sqrt, sin, cos and
 * acos. Any other statement refuses the file: a case that is computed is not guessed.
 */
import type { NetworkProblem } from '../../network/problems.ts';
import { ExpressionError, evaluate, type Scope } from './expression.ts';

export interface MatpowerCase {
  readonly name: string;
  readonly baseMva: number;
  readonly bus: MatpowerTable;
  readonly gen: MatpowerTable;
  readonly branch: MatpowerTable;
  /** Empty where the file has none. */
  readonly busNames: readonly string[];
  readonly genFuel: readonly string[];
}

/** Column names as MATPOWER's idx_bus, idx_gen and idx_brch define them, in order from column 1. */
const COLUMNS = {
  bus: 'BUS_I BUS_TYPE PD QD GS BS BUS_AREA VM VA BASE_KV ZONE VMAX VMIN'.split(' '),
  gen: 'GEN_BUS PG QG QMAX QMIN VG MBASE GEN_STATUS'.split(' '),
  branch: 'F_BUS T_BUS BR_R BR_X BR_B RATE_A RATE_B RATE_C TAP SHIFT BR_STATUS'.split(' '),
} as const;

/** Functions that only name columns; calling them changes nothing. */
const NAMING_FUNCTIONS = ['idx_bus', 'idx_brch', 'idx_gen', 'idx_cost', 'idx_area'];

const READ_FIELDS = ['version', 'baseMVA', 'bus', 'gen', 'branch', 'bus_name', 'genfuel'];

type TableName = keyof typeof COLUMNS;

export class MatpowerTable {
  readonly count: number;
  readonly lines: readonly number[];
  private readonly names: readonly string[];
  private readonly rows: readonly number[][];

  constructor(table: TableName, rows: readonly number[][], lines: readonly number[]) {
    this.names = COLUMNS[table];
    this.rows = rows;
    this.lines = lines;
    this.count = rows.length;
  }

  at(row: number, column: string): number {
    return this.rows[row]![this.names.indexOf(column)]!;
  }

  column(column: string): Float64Array {
    const index = this.names.indexOf(column);
    return Float64Array.from(this.rows, row => row[index]!);
  }
}

/** Reads the text; everything that is wrong goes to `problems`, and the result is only to be used when there is nothing. */
export function readCase(text: string, problems: NetworkProblem[]): MatpowerCase {
  const reader = new CaseReader(text, problems);
  reader.read();
  for (const table of ['bus', 'gen', 'branch'] as const) {
    if (!reader.tables.has(table))
      problems.push({ code: 'text-malformed', what: `the case has no table mpc.${table}` });
  }
  const baseMva = reader.scope.get('mpc.baseMVA');
  if (baseMva === undefined) problems.push({ code: 'text-malformed', what: 'the case has no mpc.baseMVA' });
  const table = (name: TableName): MatpowerTable => {
    const read = reader.tables.get(name);
    return new MatpowerTable(name, read?.rows ?? [], read?.lines ?? []);
  };
  return {
    name: reader.name,
    baseMva: baseMva ?? Number.NaN,
    bus: table('bus'),
    gen: table('gen'),
    branch: table('branch'),
    busNames: reader.cells.get('bus_name') ?? [],
    genFuel: reader.cells.get('genfuel') ?? [],
  };
}

interface Rows {
  readonly rows: number[][];
  readonly lines: number[];
}

class CaseReader {
  name = '';
  readonly tables = new Map<string, Rows>();
  readonly cells = new Map<string, string[]>();
  /** Scalars: local variables by name, fields of the struct as 'mpc.baseMVA'. */
  readonly scope: Scope = new Map([['pi', Math.PI]]);
  private readonly lines: readonly string[];
  private readonly problems: NetworkProblem[];
  private at = 0;

  constructor(text: string, problems: NetworkProblem[]) {
    this.lines = text.split(/\r\n|\n|\r/);
    this.problems = problems;
  }

  read(): void {
    while (this.at < this.lines.length) {
      const line = this.at + 1;
      const statement = this.nextStatement();
      if (statement === '') continue;
      try {
        this.run(statement, line);
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        this.problems.push({ code: 'text-malformed', what: error.message, line });
      }
    }
  }

  /** One line without its comment; lines that end with '...' are joined with the next. */
  private nextStatement(): string {
    let statement = '';
    while (this.at < this.lines.length) {
      const part = withoutComment(this.lines[this.at++]!).trim();
      if (!part.endsWith('...')) return `${statement}${part}`.trim();
      statement += `${part.slice(0, -3)} `;
    }
    return statement.trim();
  }

  private run(statement: string, line: number): void {
    const start = /^mpc\.([\w.]+)(?:\([^=]*\))?\s*=\s*([[{])/.exec(statement);
    if (start && !(statement.startsWith(`mpc.${start[1]}(`) && start[1]! in COLUMNS)) {
      const rest = statement.slice(start[0].length);
      if (start[2] === '{') this.readCells(start[1]!, rest, line);
      else this.readTable(start[1]!, rest, line);
      return;
    }
    const header = /^function\s+(?:\[?\s*mpc\s*\]?)\s*=\s*(\w+)/.exec(statement);
    if (header) {
      this.name = header[1]!;
      return;
    }
    const code = statement.replace(/[;,]\s*$/, '').trim();
    if (/^(end|return|endfunction|define_constants)$/.test(code)) return;
    const naming = /^\[[^\]]*\]\s*=\s*(\w+)$/.exec(code);
    if (naming && NAMING_FUNCTIONS.includes(naming[1]!)) return;
    if (/^mpc\.version\s*=\s*(['"])2\1$/.test(code)) return;
    // Fields beside the ones a power flow reads (costs, DC lines, limits of an optimisation) change nothing here.
    const field = /^mpc\.(\w+)[\w.]*(?:\([^=]*\))?\s*=[^=]/.exec(code);
    if (field && !READ_FIELDS.includes(field[1]!)) return;
    if (this.assignColumns(code)) return;
    const assignment = /^(mpc\.\w+|[A-Za-z]\w*)\s*=\s*([^=].*)$/.exec(code);
    const isText = assignment && /^(['"]).*\1$/.test(assignment[2]!);
    const isTable = assignment && this.tables.has(assignment[1]!.replace(/^mpc\./, ''));
    if (assignment && !isTable && assignment[1] !== 'mpc' && assignment[1] !== 'mpc.version') {
      if (!isText) this.scope.set(assignment[1]!, evaluate(this.withElements(assignment[2]!), this.scope));
      return;
    }
    this.problems.push({ code: 'statement-unsupported', statement: code, line });
  }

  /** `mpc.T(:, C) = mpc.T(:, D) * s` or `/ s` with a scalar s; C and D are one column name or a list of them. */
  private assignColumns(code: string): boolean {
    const shape =
      /^mpc\.(\w+)\(\s*:\s*,\s*([\w\s,[\]]+?)\s*\)\s*=\s*mpc\.(\w+)\(\s*:\s*,\s*([\w\s,[\]]+?)\s*\)\s*(?:\.?([*/])\s*(.+))?$/.exec(
        code,
      );
    if (!shape || shape[1] !== shape[3] || !(shape[1]! in COLUMNS)) return false;
    const name = shape[1] as TableName;
    const target = columnsOf(name, shape[2]!);
    const source = columnsOf(name, shape[4]!);
    const table = this.tables.get(name);
    if (!table || target.length !== source.length || target.includes(-1) || source.includes(-1)) return false;
    const factor = shape[5] === undefined ? 1 : evaluate(this.withElements(shape[6]!), this.scope);
    const divide = shape[5] === '/';
    for (const row of table.rows) {
      const values = source.map(column => row[column]!);
      target.forEach((column, i) => {
        row[column] = divide ? values[i]! / factor : values[i]! * factor;
      });
    }
    return true;
  }

  /** Replaces single elements `mpc.bus(1, BASE_KV)` by their value. */
  private withElements(expression: string): string {
    return expression.replace(
      /mpc\.(\w+)\(\s*(\d+)\s*,\s*(\w+)\s*\)/g,
      (whole, name: string, row: string, column: string) => {
        const index = name in COLUMNS ? columnsOf(name as TableName, column)[0]! : -1;
        const value = this.tables.get(name)?.rows[Number(row) - 1]?.[index];
        if (value === undefined) throw new ExpressionError(`${whole} does not exist`);
        return `(${value})`;
      },
    );
  }

  private readTable(name: string, first: string, firstLine: number): void {
    const kept = name in COLUMNS;
    const columns = kept ? COLUMNS[name as TableName].length : 0;
    const table: Rows = { rows: [], lines: [] };
    const foundBefore = this.problems.length;
    let part = first;
    let line = firstLine;
    let open = '';
    for (;;) {
      const end = part.indexOf(']');
      const content = end < 0 ? part : part.slice(0, end);
      if (kept) {
        // A row ends with ';' or with its line, unless the line is continued.
        const continued = content.trimEnd().endsWith('...');
        const pieces = (open + content.replace(/\.\.\.\s*$/, ' ')).split(';');
        open = continued ? pieces.pop()! : '';
        for (const piece of pieces) this.addRow(table, name, columns, piece, line);
      }
      if (end >= 0) break;
      if (this.at >= this.lines.length) {
        this.problems.push({
          code: 'text-malformed',
          what: `the table mpc.${name} has no closing bracket`,
          line: firstLine,
        });
        return;
      }
      line = this.at + 1;
      part = withoutComment(this.lines[this.at++]!);
    }
    if (!kept) return;
    if (this.tables.has(name)) {
      this.problems.push({
        code: 'statement-unsupported',
        statement: `mpc.${name} = [ … ] a second time`,
        line: firstLine,
      });
    }
    if (table.rows.length === 0 && this.problems.length === foundBefore) {
      this.problems.push({ code: 'text-malformed', what: `the table mpc.${name} is empty`, line: firstLine });
    }
    this.tables.set(name, table);
  }

  private addRow(table: Rows, name: string, columns: number, text: string, line: number): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const row: number[] = [];
    for (const entry of trimmed.split(/[\s,]+/)) {
      if (entry === '') continue;
      const number = Number(entry);
      row.push(Number.isNaN(number) ? this.entryValue(entry, line) : number);
    }
    if (row.length < columns) {
      const what = `a row of mpc.${name} has ${row.length} columns, the format has at least ${columns}`;
      this.problems.push({ code: 'text-malformed', what, line });
      return;
    }
    table.rows.push(row);
    table.lines.push(line);
  }

  private entryValue(entry: string, line: number): number {
    try {
      return evaluate(entry, this.scope);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.problems.push({
        code: 'text-malformed',
        what: `"${entry}" is not a number: ${error.message}`,
        line,
      });
      return Number.NaN;
    }
  }

  /** A cell array of quoted texts; other contents are skipped. */
  private readCells(name: string, first: string, firstLine: number): void {
    const texts: string[] = [];
    let part = first;
    for (;;) {
      // Texts are taken out first: they may hold brackets and comment signs.
      const bare = part.replace(/'((?:[^']|'')*)'|"([^"]*)"/g, (_, single?: string, double?: string) => {
        texts.push((single ?? double ?? '').replace(/''/g, "'"));
        return '';
      });
      if (withoutComment(bare).includes('}')) break;
      if (this.at >= this.lines.length) {
        this.problems.push({
          code: 'text-malformed',
          what: `the list mpc.${name} has no closing brace`,
          line: firstLine,
        });
        return;
      }
      part = this.lines[this.at++]!;
    }
    this.cells.set(name, texts);
  }
}

function columnsOf(table: TableName, text: string): number[] {
  const names = text
    .replace(/[[\]]/g, ' ')
    .trim()
    .split(/[\s,]+/);
  return names.map(name => {
    const byName = (COLUMNS[table] as readonly string[]).indexOf(name);
    if (byName >= 0) return byName;
    const byNumber = Number(name);
    return Number.isInteger(byNumber) && byNumber >= 1 && byNumber <= COLUMNS[table].length
      ? byNumber - 1
      : -1;
  });
}

/** Text up to a '%' outside quotes. */
function withoutComment(text: string): string {
  const sign = text.indexOf('%');
  if (sign < 0) return text;
  const quote = text.indexOf("'");
  if (quote < 0 || quote > sign) return text.slice(0, sign);
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") inside = !inside;
    else if (text[i] === '%' && !inside) return text.slice(0, i);
  }
  return text;
}
