/** The repository tests itself: who may import whom, what pure code must not touch, what nobody uses. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = process.cwd();
const ROOMS = ['grid-models', 'contracts', 'main', 'preload', 'renderer', 'simulator'] as const;

interface Import {
  readonly file: string;
  readonly line: number;
  /** Path inside the repository for own files, package name otherwise. */
  readonly target: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
  /** Named by URL to be started as a program or worker of its own: no import. */
  readonly launched: boolean;
}

const files = ROOMS.flatMap(room => sources(join(ROOT, room)));
const imports = files.flatMap(importsOf);

test('every import between rooms is one that the house allows', () => {
  const found = imports.filter(i => i.own && !i.launched && !isTest(i.file)).flatMap(violation);
  expect(found.join('\n')).toBe('');
});

test('grid-models knows no clock, chance, disk or network', () => {
  const found = files
    .filter(f => f.startsWith('grid-models/') && !isTest(f))
    .flatMap(f =>
      matches(
        f,
        /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bperformance\.now\b|\bprocess\.|from 'node:/,
      ),
    );
  expect(
    found.map(f => `${f}: grid-models is pure: take time, chance and data as arguments`).join('\n'),
  ).toBe('');
});

test('electron, better-sqlite3 and ethers stay in their rooms', () => {
  const homes: Record<string, (file: string) => boolean> = {
    electron: f => f === 'main/shells/electron.ts' || f === 'preload/bridge.ts',
    'better-sqlite3': f => f.startsWith('main/store/'),
    ethers: f => f.startsWith('main/chain/') || f.startsWith('contracts/') || f.startsWith('simulator/'),
  };
  const found = imports
    .filter(i => !i.own && !isTest(i.file) && i.target in homes && !homes[i.target]?.(i.file))
    .map(i => `${i.file}:${i.line} imports ${i.target}, which has one home: see ARCHITECTURE.md`);
  expect(found.join('\n')).toBe('');
});

test('no source file is imported by nobody', () => {
  const used = new Set(imports.filter(i => i.own && i.file !== i.target).map(i => i.target));
  const entries =
    /(^|\/)(index|main|worker|write-worker|solver-worker|world|cli|electron|bridge|generate-bindings|run-tests|hardhat\.config|vite-env\.d)\.(ts|tsx)$/;
  const lone = files.filter(f => !isTest(f) && !entries.test(f) && !used.has(f));
  expect(lone.map(f => `${f} is imported by nobody: delete it or use it`).join('\n')).toBe('');
});

test('no any, no ignored type error, no focused or skipped test', () => {
  const found = files.flatMap(f =>
    f === 'test/tidy.test.ts'
      ? []
      : matches(
          f,
          /@ts-(ignore|expect-error|nocheck)|\bas any\b|[:<]\s*any\s*(?=[;,)\]}=|&>]|$)|\b(test|it|describe)\.(only|todo)\(/,
        ),
  );
  expect(found.join('\n')).toBe('');
});

/** What a file may import, by the room (and inside grid-models and main, the part) it lives in. */
function violation(i: Import): string[] {
  const from = room(i.file);
  const to = room(i.target);
  const allowed = allowedRooms(i.file);
  if (from !== to && !allowed.includes(to)) return [complain(i, allowed)];
  if (from === 'grid-models' && to === 'grid-models') return gridOrder(i);
  if (from === 'main' && to === 'main') return serviceRule(i);
  if (
    from === 'renderer' &&
    to === 'grid-models' &&
    !i.typeOnly &&
    !i.target.startsWith('grid-models/diagram/')
  ) {
    return [complain(i, ['grid-models/diagram', 'grid-models (types)'])];
  }
  if (from === 'preload' && to === 'grid-models' && !i.typeOnly)
    return [complain(i, ['grid-models (types)'])];
  if (
    (from === 'main' || from === 'simulator') &&
    to === 'contracts' &&
    !i.target.startsWith('contracts/bindings/')
  ) {
    return [complain(i, ['contracts/bindings'])];
  }
  return [];
}

function allowedRooms(file: string): string[] {
  switch (room(file)) {
    case 'main':
      return ['grid-models', 'contracts', 'preload'];
    case 'renderer':
      return ['preload', 'grid-models'];
    case 'simulator':
      return ['contracts', 'grid-models'];
    case 'preload':
      return ['grid-models'];
    default:
      return [];
  }
}

/** Inside grid-models: lower rooms never import higher ones. */
const GRID_RANK: Record<string, number> = {
  sparse: 0,
  network: 0,
  formats: 1,
  'power-flow': 1,
  estimation: 2,
  diagram: 1,
  demonstration: 1,
  sensitivity: 2,
  security: 3,
  redispatch: 4,
  contingency: 4,
  series: 4,
  tariff: 4,
};

function gridOrder(i: Import): string[] {
  const from = i.file.split('/')[1] ?? '';
  const to = i.target.split('/')[1] ?? '';
  if (from === to) return [];
  const allowed = Object.keys(GRID_RANK).filter(
    p => (GRID_RANK[p] ?? 0) < (GRID_RANK[from] ?? 0) || (GRID_RANK[from] === 0 && GRID_RANK[p] === 0),
  );
  return allowed.includes(to)
    ? []
    : [
        complain(
          i,
          allowed.map(p => `grid-models/${p}`),
        ),
      ];
}

/** Services meet in console.ts: a service imports itself and records only; shells and screens stand above the services. */
function serviceRule(i: Import): string[] {
  const from = i.file.split('/')[1] ?? '';
  const to = i.target.split('/')[1] ?? '';
  const above = ['console.ts', 'shells', 'screens'];
  if (from === to || to === 'records' || above.includes(from)) return [];
  // A worker composes its own thread, as console.ts composes the console: no function crosses a thread border.
  if (/\/worker\.ts$/.test(i.file)) return [];
  // Workers of every service are found by the same helper.
  if (i.target === 'main/shells/places.ts') return [];
  return [complain(i, [`main/${from}`, 'main/records', 'grid-models', 'preload'])];
}

function complain(i: Import, allowed: readonly string[]): string {
  return `${i.file}:${i.line} imports ${i.target}; allowed: ${allowed.join(', ') || 'nothing'}. Services meet in console.ts: declare the interface you need.`;
}

function room(path: string): string {
  return path.split('/')[0] ?? '';
}

function isTest(file: string): boolean {
  return /\.(test|bench)\.tsx?$/.test(file) || /(^|\/)(test|testing)\//.test(file);
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'|new URL\('(\.[^']+)',\s*import\.meta\.url\)/g;
  for (const match of text.matchAll(pattern)) {
    const target = match[3] ?? match[4] ?? match[5] ?? match[6] ?? '';
    const line = text.slice(0, (match.index ?? 0) + 1).split('\n').length;
    const own = target.startsWith('.');
    found.push({
      file,
      line,
      target: own ? normalize(join(dirname(file), target)) : packageName(target),
      own,
      typeOnly: match[2] !== undefined,
      launched: match[6] !== undefined,
    });
  }
  return found;
}

function packageName(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function matches(file: string, pattern: RegExp): string[] {
  return readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      pattern.test(line) && !/^\s*(\/\/|\*)/.test(line)
        ? [`${file}:${index + 1} ${line.trim().slice(0, 80)}`]
        : [],
    );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(artifacts|cache|node_modules)$/.test(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [relative(ROOT, path)] : [];
  });
}
