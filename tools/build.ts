/** Builds what is stale: console (Node), preload bridge (one CommonJS file), screens (browser). Quiet when nothing is. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { WORKERS } from '../main/shells/places.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'dist', '.stamp.json');

interface Part {
  readonly name: string;
  readonly sources: readonly string[];
  config(): InlineConfig;
}

/** Entry points of the console: each is one file in dist/main, found by that name. */
const MAIN_ENTRIES: Record<string, string> = {
  cli: 'main/shells/cli.ts',
  electron: 'main/shells/electron.ts',
  world: 'simulator/world.ts',
  ...WORKERS,
};

const SHARED = ['package-lock.json', 'tools/build.ts', 'grid-models', 'preload'];

const PARTS: readonly Part[] = [
  {
    name: 'main',
    sources: [...SHARED, 'main', 'contracts/bindings', 'simulator'],
    config: () => ({
      root: ROOT,
      // highs finds its WebAssembly beside itself, the others are native or given.
      ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'highs', 'tiny-secp256k1'] },
      build: {
        ssr: true,
        outDir: join(ROOT, 'dist', 'main'),
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: Object.fromEntries(
            Object.entries(MAIN_ENTRIES)
              .filter(([, file]) => existsSync(join(ROOT, file)))
              .map(([name, file]) => [name, join(ROOT, file)]),
          ),
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
        },
      },
    }),
  },
  {
    name: 'preload',
    sources: [...SHARED],
    config: () => ({
      root: ROOT,
      ssr: { noExternal: true, external: ['electron'] },
      build: {
        ssr: true,
        outDir: join(ROOT, 'dist', 'preload'),
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: { bridge: join(ROOT, 'preload/bridge.ts') },
          // A sandboxed preload has no ES modules: one CommonJS file.
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    }),
  },
  {
    name: 'renderer',
    sources: [...SHARED, 'renderer'],
    config: () => ({
      root: join(ROOT, 'renderer'),
      base: './',
      plugins: [react()],
      build: {
        outDir: join(ROOT, 'dist', 'renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        chunkSizeWarningLimit: 4000,
      },
    }),
  },
];

const force = process.argv.includes('--force');
const stamps = readStamps();
const wanted = process.argv.slice(2).filter(a => !a.startsWith('--'));
for (const part of PARTS) {
  if (wanted.length > 0 && !wanted.includes(part.name)) continue;
  const newest = Math.max(...part.sources.map(source => newestMs(join(ROOT, source))));
  if (!force && stamps[part.name] === newest) continue;
  const started = performance.now();
  await build({ ...part.config(), configFile: false, logLevel: 'error' });
  stamps[part.name] = newest;
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify(stamps));
  console.error(`Built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function readStamps(): Record<string, number> {
  if (!existsSync(STAMP)) return {};
  const read: unknown = JSON.parse(readFileSync(STAMP, 'utf8'));
  return read !== null && typeof read === 'object'
    ? Object.fromEntries(Object.entries(read).filter(([, v]) => typeof v === 'number'))
    : {};
}

/** Newest modification below a path; tests do not make a build stale, a removed file does (its folder changes). */
function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  let newest = stat.mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (/\.(test|bench)\.tsx?$|\.md$/.test(entry.name)) continue;
    newest = Math.max(newest, newestMs(join(path, entry.name)));
  }
  return newest;
}
