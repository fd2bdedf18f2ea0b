/** Contracts: `test` compiles and runs the Solidity tests, `bindings` writes contracts/bindings anew. */
import { spawnSync } from 'node:child_process';

const SCRIPTS: Record<string, string> = {
  test: 'contracts/run-tests.ts',
  bindings: 'contracts/generate-bindings.ts',
};
const script = SCRIPTS[process.argv[2] ?? 'test'];
if (!script) {
  console.error(`Unknown contracts task "${process.argv[2]}". Known: ${Object.keys(SCRIPTS).join(', ')}.`);
  process.exit(2);
}
const result = spawnSync(process.execPath, [script], { stdio: 'inherit' });
process.exit(result.status ?? 1);
