/** `npm run package`: the desktop application as an installer for this platform, by electron-builder. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const result = spawnSync(
  process.execPath,
  [join('node_modules', 'electron-builder', 'cli.js'), '--publish', 'never', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
if (result.status !== 0) {
  console.error(
    "Packaging failed; the lines above say where. It needs Electron's runtime from its download host, or -c.electronDist=FOLDER.",
  );
}
process.exit(result.status ?? 1);
