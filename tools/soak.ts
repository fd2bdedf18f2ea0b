/**
 * The long campaigns: the tests' random searches with many more runs, seeds printed. `npm run soak -- MINUTES` (default 30).
 * `npm run soak -- twins`: every broken twin of the contracts must be noticed by its invariant (a quarter of an hour).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

if (process.argv[2] === 'twins') {
  const twins = spawnSync(process.execPath, [join('contracts', 'twins.ts'), ...process.argv.slice(3)], {
    stdio: 'inherit',
  });
  process.exit(twins.status ?? 1);
}
const minutes = Number(process.argv[2] ?? 30);
if (!Number.isFinite(minutes) || minutes <= 0) {
  console.error('Usage: npm run soak -- MINUTES | twins');
  process.exit(2);
}
const until = performance.now() + minutes * 60_000;
for (let round = 1; performance.now() < until; round++) {
  const seed = (Date.now() ^ (round * 0x9e3779b1)) >>> 0;
  console.log(`round ${round}, seed ${seed} (repeat it with INTERLOCK_SEED=${seed} npm run soak -- 1)`);
  const result = spawnSync(
    process.execPath,
    [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'unit'],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        INTERLOCK_SEED: process.env['INTERLOCK_SEED'] ?? String(seed),
        INTERLOCK_RUNS: '20',
      },
    },
  );
  if (result.status !== 0) process.exit(result.status ?? 1);
}
