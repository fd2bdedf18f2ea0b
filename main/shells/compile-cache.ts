/** Compiled code is kept from one start to the next: the console's programs and threads load in half the time. */
import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { dataFolder } from './configuration.ts';

/** For this process and, by its environment, for those it starts. In the data folder, where nobody else can write. */
export function keepCompiledCode(env: Record<string, string | undefined>): void {
  const folder = env['NODE_COMPILE_CACHE'] ?? join(dataFolder(env), 'compile-cache');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // Only speed is lost; a data folder that cannot be written is reported by those who need it.
    return;
  }
  enableCompileCache(folder);
  env['NODE_COMPILE_CACHE'] = folder;
}
