/** Where Electron's runtime is, decided by files alone: asking the package itself would start a download. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join('node_modules', 'electron');

/** Path of the executable, or undefined when the runtime was never fetched. */
export function electronExecutable(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(pathFile) && !override) return undefined;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const executable = join(override ?? join(PACKAGE, 'dist'), name);
  return existsSync(executable) ? executable : undefined;
}
