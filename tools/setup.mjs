/**
 * Set-up on a bare machine: plain JavaScript for the system's Node (20 or newer), no package needed.
 * Fetches the pinned Node into .runtime/, installs the packages when the lockfile changed, and tells where both are.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_VERSION = '24.21.0';
const RUNTIME = join(ROOT, '.runtime', 'node');
const RUNTIME_BIN = join(RUNTIME, 'node_modules', 'node', 'bin');
const NODE_EXE = join(RUNTIME_BIN, process.platform === 'win32' ? 'node.exe' : 'node');
const INSTALLED = join(ROOT, 'node_modules', '.interlock-installed');

/** Environment in which `node`, `npm` and the packages' commands are the pinned ones. */
export function pinnedEnvironment() {
  const path = [RUNTIME_BIN, join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/** Makes Node and packages ready; says in one line each what it does. Returns the pinned Node's path. */
export function setUp(say) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20)
    fail(
      `Node ${process.versions.node} is too old: install Node 20 or newer from nodejs.org, then run this again.`,
    );
  ensureNode(say);
  ensurePackages(say);
  return NODE_EXE;
}

function ensureNode(say) {
  if (existsSync(NODE_EXE)) {
    const probe = spawnSync(NODE_EXE, ['--version'], { encoding: 'utf8' });
    if (probe.stdout?.trim() === `v${NODE_VERSION}`) return;
  }
  say(`Fetching Node ${NODE_VERSION} into .runtime (once, about 10 s) …`);
  mkdirSync(RUNTIME, { recursive: true });
  const manifest = { private: true, dependencies: { node: NODE_VERSION }, allowScripts: { node: true } };
  writeFileSync(join(RUNTIME, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  npm(
    ['install', '--no-audit', '--no-fund', '--loglevel=error', '--no-package-lock'],
    RUNTIME,
    process.env,
    process.execPath,
  );
}

function ensurePackages(say) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(readFileSync(join(ROOT, 'package.json')))
    .update(NODE_VERSION)
    .digest('hex');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === wanted) return;
  say('Installing packages from the lockfile (first time or changed, one to two minutes) …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], ROOT, pinnedEnvironment(), NODE_EXE);
  writeFileSync(INSTALLED, wanted);
}

/** Runs npm itself on the given Node: npm picks packages by the Node it runs on. Its output goes to stderr. */
function npm(args, cwd, env, node) {
  const cli = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const result = cli
    ? spawnSync(node, [cli, ...args], { cwd, env, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    fail(
      `npm ${args[0]} failed in ${cwd}. Is the package registry reachable? The lines above say what npm found.`,
    );
  }
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
