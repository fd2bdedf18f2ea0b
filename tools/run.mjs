/** The commands of package.json: set up, build what is stale, then go on under the pinned Node. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pinnedEnvironment, ROOT, setUp } from './setup.mjs';

const TASKS = {
  start: { build: true, script: 'tools/start.ts' },
  desktop: { build: true, script: 'tools/desktop.ts' },
  package: { build: true, script: 'tools/package.ts' },
  test: { build: true, script: 'tools/test.ts' },
  check: { build: false, script: 'tools/check.ts' },
  build: { build: true, script: null },
  bench: { build: true, script: 'tools/bench.ts' },
  soak: { build: true, script: 'tools/soak.ts' },
  pictures: { build: true, script: 'tools/pictures.ts' },
  contracts: { build: false, script: 'tools/contracts.ts' },
  reference: { build: true, script: 'tools/reference.ts' },
};

const [name, ...args] = process.argv.slice(2);
const task = TASKS[name];
if (!task) {
  console.error(`Unknown task "${name}". Known: ${Object.keys(TASKS).join(', ')}.`);
  process.exit(2);
}

const say = line => console.error(line);
const node = setUp(say);
if (task.build) await run(node, ['tools/build.ts', ...(name === 'build' ? ['--force'] : [])]);
if (task.script) await run(node, [task.script, ...args]);

/** Runs a script to its end; a signal to us is the child's to handle (it shares the terminal's process group). */
function run(command, commandArgs) {
  return new Promise(resolve => {
    const [script, ...rest] = commandArgs;
    const child = spawn(command, ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...rest], {
      cwd: ROOT,
      env: pinnedEnvironment(),
      stdio: 'inherit',
    });
    const forward = signal => child.kill(signal);
    process.on('SIGTERM', forward);
    process.on('SIGINT', ignore);
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', ignore);
      if (code !== 0) process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
      resolve();
    });
  });
}

function ignore() {
  // Ctrl-C reaches the child by the terminal; we wait for its orderly end.
}
