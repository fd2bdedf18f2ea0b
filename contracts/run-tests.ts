/**
 * Compiles the contracts, checks that the committed bindings are what the sources give, runs the Solidity tests.
 *   node contracts/run-tests.ts              prints `contracts: N passed, N failed`, exit code 1 on any failure
 *   node contracts/run-tests.ts --bindings   compiles and writes contracts/bindings instead
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staleBindings, writeBindings } from './generate-bindings.ts';

const here = dirname(fileURLToPath(import.meta.url));
const hardhat = join(here, '..', 'node_modules', 'hardhat', 'dist', 'src', 'cli.js');

function runHardhat(...args: string[]): { status: number; output: string } {
  const run = spawnSync(process.execPath, [hardhat, '--config', join(here, 'hardhat.config.ts'), ...args], {
    cwd: join(here, '..'),
    encoding: 'utf8',
    env: { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true' },
  });
  if (run.error) throw run.error;
  return { status: run.status ?? 1, output: `${run.stdout}${run.stderr}` };
}

const build = runHardhat('build');
if (build.status !== 0) {
  console.log(build.output);
  console.log('contracts: 0 passed, 1 failed');
  process.exit(1);
}
if (process.argv.includes('--bindings')) {
  writeBindings();
  console.log('contracts/bindings written');
  process.exit(0);
}
const stale = staleBindings();
if (stale.length > 0) {
  console.log(
    `contracts/bindings is stale (${stale.join(', ')}): run node contracts/run-tests.ts --bindings`,
  );
}
const tests = runHardhat('test', 'solidity');
console.log(tests.output.trim());
const passed = Number(/(\d+) passing/.exec(tests.output)?.[1] ?? 0);
const failing = Number(/(\d+) failing/.exec(tests.output)?.[1] ?? 0);
// A run that ends without saying what failed is a failure all the same; so is one without tests.
const unexplained = failing === 0 && (tests.status !== 0 || passed === 0) ? 1 : 0;
const failed = failing + unexplained + (stale.length > 0 ? 1 : 0);
console.log(`contracts: ${passed + (stale.length > 0 ? 0 : 1)} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
