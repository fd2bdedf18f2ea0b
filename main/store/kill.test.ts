import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from './service.ts';

const WRITER = fileURLToPath(new URL('./testing/kill-writer.ts', import.meta.url));
const KILLS = 20;

test(`no acknowledged write is lost or doubled in ${KILLS} kills at random instants`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-kill-'));
  const acknowledged: string[] = [];
  let seed = 20260114;
  for (let round = 0; round < KILLS; round++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    acknowledged.push(...(await killed(folder, 1 + (seed % 60))));
  }
  const store = await openStore(folder, 'the test');
  const blocks = new Map<number, number>();
  for (const event of store.read.events()) {
    if (event.type !== 'trade') continue;
    const at = event.trade.proposedAt.blockNumber;
    blocks.set(at, (blocks.get(at) ?? 0) + 1);
  }
  const audit = new Map(
    store.read.audit({ text: '', offset: 0, limit: 1_000_000 }).rows.map(row => [row.sequence, row.hash]),
  );
  const lost = acknowledged.filter(line => {
    const [kind, key, hash] = line.split(' ');
    if (kind === 'block') return blocks.get(Number(key)) !== 3;
    if (kind === 'intent') return store.read.intent(key ?? '') === null;
    return audit.get(Number(key)) !== hash;
  });
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  expect(lost).toEqual([]);
  expect([...blocks.values()].every(events => events === 3)).toBe(true);
  expect(store.read.verifyAudit()).toMatchObject({ valid: true });
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Lets the writer work for so long after its first answer, kills it, returns what it had been answered. */
function killed(folder: string, afterMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (bytes: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      output += bytes.toString();
    });
    child.stderr.on('data', (bytes: Buffer) => {
      complaint += bytes.toString();
    });
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself (${code}): ${complaint}`));
      // The last line may be cut in half: then its answer was not fully said.
      else resolve(output.split('\n').slice(0, -1));
    });
  });
}
