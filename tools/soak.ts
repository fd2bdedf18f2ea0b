/**
 * The long campaigns. `npm run soak -- MINUTES` (default 30): the tests' random searches with many more runs, seeds printed.
 * `npm run soak -- twins [NAME …]`: every broken twin of the contracts must be noticed by its invariant (a quarter of an hour).
 * `npm run soak -- invariants [RUNS] [DEPTH]` (default 256 and 500): the contracts' invariants, all after every action (about half an hour).
 * `npm run soak -- model [OPERATIONS] [SEED]` (default 100,000): random markets on the contracts and on their model.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [what, ...its] = process.argv.slice(2);
if (what === 'model') await soakModel(its);
else if (what === 'twins') soakTwins(its);
else if (what === 'invariants') soakInvariants(its);
else soakTests(Number(what ?? 30));

async function soakModel([
  operations = '100000',
  seed = String(Date.now() >>> 0),
]: readonly string[]): Promise<void> {
  if (!/^\d+$/.test(operations) || !/^\d+$/.test(seed)) usage();
  const campaign = await import('../contracts/model/testing/campaign.ts');
  await campaign.soakModel(Number(operations), Number(seed));
}

function soakTwins(names: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join('contracts', 'twins.ts'), ...names], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function soakInvariants([runs = '256', depth = '500']: readonly string[]): void {
  if (!/^\d+$/.test(runs) || !/^\d+$/.test(depth)) usage();
  const hardhat = join('node_modules', 'hardhat', 'dist', 'src', 'cli.js');
  const config = join('contracts', 'hardhat.config.ts');
  const { status } = spawnSync(
    process.execPath,
    [hardhat, '--config', config, 'test', 'solidity', '--grep', 'invariant_all'],
    { stdio: 'inherit', env: { ...process.env, INTERLOCK_RUNS: runs, INTERLOCK_DEPTH: depth } },
  );
  if (status !== 0) process.exit(status ?? 1);
}

function soakTests(minutes: number): void {
  if (!Number.isFinite(minutes) || minutes <= 0) usage();
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
}

function usage(): never {
  console.error(
    'Usage: npm run soak -- MINUTES | twins [NAME …] | invariants [RUNS] [DEPTH] | model [OPERATIONS] [SEED]',
  );
  process.exit(2);
}
