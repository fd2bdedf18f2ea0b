/** Contracts: `test` compiles and runs the Solidity tests, `bindings` writes contracts/bindings anew. */
import { spawnSync } from 'node:child_process';

const ARGUMENTS: Record<string, readonly string[]> = {
  test: ['contracts/run-tests.ts'],
  bindings: ['contracts/run-tests.ts', '--bindings'],
};
const args = ARGUMENTS[process.argv[2] ?? 'test'];
if (!args) {
  console.error(`Unknown contracts task "${process.argv[2]}". Known: ${Object.keys(ARGUMENTS).join(', ')}.`);
  process.exit(2);
}
const result = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(result.status ?? 1);
