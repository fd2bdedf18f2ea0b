#!/usr/bin/env node
/** The command line. Set-up speaks on stderr only, so that stdout carries the answer alone. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pinnedEnvironment, ROOT, setUp } from './setup.mjs';

const node = setUp(line => console.error(line));
const env = pinnedEnvironment();
const build = spawnSync(node, ['--disable-warning=ExperimentalWarning', join(ROOT, 'tools', 'build.ts')], {
  cwd: ROOT,
  env,
  stdio: ['ignore', 2, 2],
});
if (build.status !== 0) process.exit(1);

// The caller's folder stays the working folder: file arguments are relative to it.
const child = spawn(node, [join(ROOT, 'dist', 'main', 'cli.js'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env,
  stdio: 'inherit',
});
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGINT', () => {});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
