/** `npm run desktop`: fetches Electron's runtime once, with a time-out of its own, and opens the desktop application. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { electronExecutable } from './electron-runtime.ts';

const FETCH_SECONDS_MAX = 300;

if (!electronExecutable()) {
  console.error(`Fetching Electron's runtime (once, about 120 MB, at most ${FETCH_SECONDS_MAX} s) …`);
  const fetched = spawnSync(process.execPath, [join('node_modules', 'electron', 'install.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: FETCH_SECONDS_MAX * 1000,
    killSignal: 'SIGKILL',
  });
  if (fetched.status !== 0 || !electronExecutable()) {
    console.error(
      "Electron's runtime could not be fetched: its download host (GitHub releases) is not reachable from here. Set ELECTRON_MIRROR to a mirror, or use npm start, which needs a browser only.",
    );
    process.exit(1);
  }
}
const electron = electronExecutable();
if (!electron) process.exit(1);
const child = spawn(electron, ['.', ...process.argv.slice(2)], { stdio: 'inherit' });
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', code => process.exit(code ?? 0));
