/** Where workers, the simulated world and the screens are: the source when run from source, what was built when built. */
import { fileURLToPath } from 'node:url';

/** Source file of each worker, from the repository's root; the build makes dist/main/NAME.js of each. */
export const WORKERS = {
  'chain-embedded-worker': 'main/chain/embedded/worker.ts',
  'chain-follower-worker': 'main/chain/validator/worker.ts',
  'store-write-worker': 'main/store/write-worker.ts',
  'solver-worker': 'main/supervision/solver-worker.ts',
  'relief-worker': 'main/supervision/relief/worker.ts',
  'study-worker': 'main/studies/worker.ts',
  'series-worker': 'main/studies/series-worker.ts',
} as const;

export type WorkerName = keyof typeof WORKERS;

const FROM_SOURCE = import.meta.url.endsWith('.ts');
/** dist/main/, whose shared chunks lie one folder below its entries. */
const BUILT = new URL(import.meta.url.includes('/shared/') ? '../' : './', import.meta.url);

export function workerUrl(name: WorkerName): URL {
  return FROM_SOURCE ? new URL(`../../${WORKERS[name]}`, import.meta.url) : new URL(`${name}.js`, BUILT);
}

/** The program of the simulated participants and meters. */
export function worldFile(): string {
  return fileURLToPath(
    FROM_SOURCE ? new URL('../../simulator/world.ts', import.meta.url) : new URL('world.js', BUILT),
  );
}

/** The built screens; they are never run from source. */
export function rendererFolder(): string {
  return fileURLToPath(
    FROM_SOURCE ? new URL('../../dist/renderer', import.meta.url) : new URL('../renderer', BUILT),
  );
}
