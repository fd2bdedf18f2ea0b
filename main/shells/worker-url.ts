/** Where the worker of a service is: its source file when run from source, its bundle beside ours when built. */

/** Source file of each worker, from the repository's root; the build makes dist/main/NAME.js of each. */
export const WORKERS = {
  'chain-embedded-worker': 'main/chain/embedded/worker.ts',
  'chain-follower-worker': 'main/chain/validator/worker.ts',
  'store-write-worker': 'main/store/write-worker.ts',
  'solver-worker': 'main/supervision/solver-worker.ts',
  'study-worker': 'main/studies/worker.ts',
} as const;

export type WorkerName = keyof typeof WORKERS;

export function workerUrl(name: WorkerName): URL {
  if (import.meta.url.endsWith('.ts')) return new URL(`../../${WORKERS[name]}`, import.meta.url);
  // Shared chunks of the build lie one folder below the entries.
  const up = import.meta.url.includes('/shared/') ? '../' : './';
  return new URL(`${up}${name}.js`, import.meta.url);
}
