import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbeddedChain } from './embedded/start.ts';
import { FUNDED } from './testing/fixtures.ts';
import { startChainFollower } from './validator/start.ts';
import { verifyChain } from './verify.ts';

/** Runs chain and follower in a process of their own until enough blocks were handed out, then kills it. */
async function killedAfter(folder: string, blocks: number): Promise<string[]> {
  const script = new URL('./testing/chain-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let trouble = '';
  child.stderr.on('data', data => {
    trouble += data;
  });
  child.stdout.on('data', data => {
    lines.push(...String(data).trim().split('\n'));
    if (lines.length >= blocks) child.kill('SIGKILL');
  });
  await new Promise(resolve => child.once('close', resolve));
  expect(lines.length, trouble).toBeGreaterThanOrEqual(blocks);
  return lines;
}

test('chain and follower killed under load go on at the blocks they had, and a full run from genesis agrees', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-killed-'));
  const handedOut = new Map<string, string>();
  for (const blocks of [20, 40]) {
    for (const line of await killedAfter(folder, blocks)) {
      const [number, hash] = line.split(' ') as [string, string];
      // Handed out again after the kill, but never a different block.
      expect(handedOut.get(number) ?? hash).toBe(hash);
      handedOut.set(number, hash);
    }
  }
  const chain = await startEmbeddedChain({
    databaseFile: join(folder, 'chain.sqlite'),
    genesisFile: join(folder, 'genesis.json'),
    keysFile: join(folder, 'keys.json'),
    chainId: 20261,
    alloc: [{ address: FUNDED.address, balanceWei: 10n ** 24n }],
    startMarketMs: 0,
    speed: 60,
    blockIntervalMs: 40,
    port: 0,
  });
  expect(chain.headNumber).toBeGreaterThanOrEqual(handedOut.size);
  const follower = await startChainFollower({
    endpoints: [{ url: chain.httpUrl, wsUrl: chain.wsUrl }],
    genesis: chain.genesis,
    databaseFile: join(folder, 'verified.sqlite'),
    resumeAfter: handedOut.size,
    time: chain.time,
  });
  expect(follower.status().head).toBeGreaterThanOrEqual(handedOut.size);
  const next = await new Promise<number>(resolve => follower.onBlock(block => resolve(block.number)));
  expect(next).toBe(handedOut.size + 1);
  await expect.poll(() => follower.status().verified, { timeout: 5_000 }).toBe('verified');
  expect(follower.status()).toMatchObject({ fault: null, faults: [], warnings: [] });
  for (const [number, hash] of handedOut) expect((await follower.block(Number(number)))?.hash).toBe(hash);
  const genesis = JSON.parse(readFileSync(join(folder, 'genesis.json'), 'utf8'));
  const result = await verifyChain({ endpoints: [chain.httpUrl], genesis, realNowMs: Date.now });
  expect(result).toMatchObject({ valid: true, fault: null });
  expect(result.transactions).toBeGreaterThanOrEqual(20);
  await follower.close();
  await chain.close();
  rmSync(folder, { recursive: true });
});
