/** The quick look before a commit: types, lint, import rules. */
import { spawnSync } from 'node:child_process';

const COMMANDS = [
  ['node_modules/typescript/bin/tsc', '-p', '.'],
  ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/tidy.test.ts'],
];
for (const command of COMMANDS) {
  const result = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
