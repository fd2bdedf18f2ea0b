/**
 * Everything that must hold before a change lands: types, lint and format, contracts, unit and property tests, end to
 * end in a real browser. Each step says how it ended; the last line counts.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = process.cwd();
const scratch = mkdtempSync(join(tmpdir(), 'interlock-test-'));

interface Count {
  passed: number;
  failed: number;
}

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads how many tests passed and failed; a step without a count is one test. */
  count?(output: string): Count | undefined;
}

const bin = (name: string) => join(ROOT, 'node_modules', name);
const vitest = (project: string) => [
  bin('vitest/vitest.mjs'),
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(scratch, `${project}.json`)}`,
];

const STEPS: readonly Step[] = [
  { name: 'types', command: [bin('typescript/bin/tsc'), '-p', '.'] },
  { name: 'lint and format', command: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'] },
  { name: 'contracts', command: ['tools/contracts.ts', 'test'], count: contractCount },
  { name: 'unit', command: vitest('unit'), count: () => vitestCount('unit') },
  { name: 'end-to-end', command: vitest('end-to-end'), count: () => vitestCount('end-to-end') },
];

if (!existsSync(join(ROOT, '..', 'shared', 'data'))) {
  console.log(
    'No reference data beside the project (../shared/data): tests against it are skipped, all others run.',
  );
}

const only = process.argv.slice(2);
const total: Count = { passed: 0, failed: 0 };
for (const step of STEPS) {
  if (only.length > 0 && !only.includes(step.name)) continue;
  const started = performance.now();
  console.log(`── ${step.name}`);
  const { code, output } = await run(step.command);
  const counted = step.count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A step that ended badly without a failed test (a crash, an unhandled rejection) still counts as one.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${counted.passed} passed, ${counted.failed} failed, ${seconds} s`);
}
rmSync(scratch, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function run(command: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...command], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('exit', code => resolve({ code: code ?? 1, output }));
  });
}

function vitestCount(project: string): Count | undefined {
  const file = join(scratch, `${project}.json`);
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
  };
}

function contractCount(output: string): Count | undefined {
  const match = /contracts: (\d+) passed, (\d+) failed/.exec(output);
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : undefined;
}
