import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blockShape } from '../embedded/rpc-shapes.ts';
import type { ChainFollower, ChainFollowerStatus, VerifiedBlock } from '../follower.ts';
import { ZERO_HASH } from '../qbft/header.ts';
import {
  counter,
  genesisFile,
  resealed,
  type TestChain,
  type TestEndpoint,
  testChain,
  testEndpoint,
} from '../testing/test-chain.ts';
import { verifyChain } from '../verify.ts';
import { startChainFollower } from './start.ts';

let folder: string;
let world: TestChain;
let honest: TestEndpoint;
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-follower-'));
  world = await testChain();
  honest = await testEndpoint(world.chain);
  open.push(honest);
});
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
  rmSync(folder, { recursive: true });
});

async function follow(urls: readonly string[], resumeAfter?: number): Promise<ChainFollower> {
  const follower = await startChainFollower({
    endpoints: urls.map(url => ({ url, wsUrl: null })),
    genesis: genesisFile,
    databaseFile: join(folder, 'verified.sqlite'),
    pollMs: 25,
    ...(resumeAfter === undefined ? {} : { resumeAfter }),
  });
  open.push(follower);
  return follower;
}

function until(
  follower: ChainFollower,
  holds: (status: ChainFollowerStatus) => boolean,
): Promise<ChainFollowerStatus> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`not reached: ${JSON.stringify(follower.status(), null, 1)}`)),
      5_000,
    );
    const look = (status: ChainFollowerStatus): void => {
      if (!holds(status)) return;
      clearTimeout(timer);
      stop();
      resolve(status);
    };
    const stop = follower.onStatus(look);
    look(follower.status());
  });
}

/** Replaces one block in the answers of an endpoint by the same block, changed and sealed again. */
async function withBlock(
  endpoint: TestEndpoint,
  number: number,
  change: Parameters<typeof resealed>[1],
): Promise<void> {
  const bad = resealed(await world.offered(number), change);
  const shape = blockShape({ ...world.chain.block(number)!, header: bad.header, hash: bad.claimedHash }, []);
  endpoint.tamper = (method, params, result) => {
    if (method !== 'eth_getBlockByNumber' || Number(params[0]) !== number) return result;
    const { transactions } = result as { transactions: unknown };
    return { ...JSON.parse(JSON.stringify(shape)), transactions };
  };
}

const reached = (head: number) => (s: ChainFollowerStatus) => s.verified === 'verified' && s.head === head;

test('every block is delivered once and in order, and after a restart delivery goes on behind the last one kept', async () => {
  const contract = await world.deployCounter();
  await world.send({ to: contract, data: counter.encodeFunctionData('add', [7]) });
  for (let n = 2; n <= 5; n++) await world.produce();
  const first = await follow([honest.url]);
  const seen: VerifiedBlock[] = [];
  first.onBlock(block => seen.push(block));
  const status = await until(first, reached(5));
  expect(status.validators).toHaveLength(4);
  expect(seen.map(b => b.number)).toEqual([1, 2, 3, 4, 5]);
  expect(seen[1]!.logs).toHaveLength(1);
  expect((await first.blocks(4, 10)).map(b => b.number)).toEqual([4, 5]);
  await first.close();

  await world.produce();
  const again = await follow([honest.url], 3);
  expect(again.status().head).toBe(5);
  const resumed: number[] = [];
  again.onBlock(block => resumed.push(block.number));
  await until(again, reached(6));
  expect(resumed).toEqual([4, 5, 6]);
});

test('a bad block sealed by all locks the follower before it, and it goes on when the right block is offered', async () => {
  for (let n = 1; n <= 3; n++) await world.produce();
  await withBlock(honest, 2, { stateRoot: ZERO_HASH });
  const follower = await follow([honest.url]);
  const locked = await until(follower, s => s.verified === 'invalid');
  expect(locked).toMatchObject({
    head: 1,
    fault: { stage: 'state-root', code: 'state-root/mismatch', blockNumber: 2, got: ZERO_HASH },
  });
  expect(locked.fault!.headerEvidence).toHaveLength(1);
  honest.tamper = (_m, _p, result) => result;
  const unlocked = await until(follower, reached(3));
  expect(unlocked.fault).toBeNull();
  expect(unlocked.faults).toHaveLength(1);
});

test('of two endpoints the liar is named, and the chain goes on with the other', async () => {
  for (let n = 1; n <= 3; n++) await world.produce();
  const liar = await testEndpoint(world.chain);
  open.push(liar);
  await withBlock(liar, 2, { receiptsRoot: ZERO_HASH });
  const follower = await follow([liar.url, honest.url]);
  const status = await until(follower, reached(3));
  expect(status.endpoints[0]!.lies).toMatchObject([
    { what: 'receipts-root/mismatch', blockNumber: 2, got: ZERO_HASH },
  ]);
  expect(status.endpoints[1]!.lies).toEqual([]);
  expect(status.faults).toMatchObject([{ code: 'receipts-root/mismatch', endpoint: liar.url }]);
});

test('two sealed blocks of one height are kept as evidence, both headers, and lock', async () => {
  for (let n = 1; n <= 2; n++) await world.produce();
  const other = await testEndpoint(world.chain);
  open.push(other);
  const follower = await follow([honest.url, other.url]);
  await until(follower, reached(2));
  await withBlock(other, 2, { timestampS: world.chain.head.header.timestampS + 5 });
  const locked = await until(follower, s => s.verified === 'invalid');
  expect(locked.fault).toMatchObject({ code: 'link/two-sealed-blocks', blockNumber: 2, endpoint: other.url });
  expect(locked.fault!.headerEvidence).toHaveLength(2);
  await world.produce();
  await new Promise(resolve => setTimeout(resolve, 150));
  expect(follower.status().head).toBe(2);
});

test('an unsealed other block at our height is a lie of its endpoint and does not lock', async () => {
  for (let n = 1; n <= 2; n++) await world.produce();
  const other = await testEndpoint(world.chain, (method, params, result) =>
    method === 'eth_getBlockByNumber' && params[0] === '0x2'
      ? { ...(result as object), hash: ZERO_HASH }
      : result,
  );
  open.push(other);
  const follower = await follow([honest.url, other.url]);
  const status = await until(follower, s => s.endpoints[1]!.lies.length > 0);
  expect(status.endpoints[1]!.lies[0]).toMatchObject({ what: 'block hash', blockNumber: 2, got: ZERO_HASH });
  expect((await until(follower, reached(2))).fault).toBeNull();
});

test('a missing block is waited for and taken when it arrives', async () => {
  for (let n = 1; n <= 3; n++) await world.produce();
  honest.tamper = (method, params, result) =>
    method === 'eth_getBlockByNumber' && params[0] === '0x2' ? null : result;
  const follower = await follow([honest.url]);
  await until(follower, s => s.verified === 'catching-up' && s.head === 1);
  honest.tamper = (_m, _p, result) => result;
  await until(follower, reached(3));
});

describe('what an endpoint can do to us', () => {
  test.each([
    [
      'serves another chain',
      (m: string, _p: readonly unknown[], r: unknown) => (m === 'eth_chainId' ? '0x1' : r),
      /chain 1, not 20261/,
    ],
    [
      'has another genesis block',
      (m: string, p: readonly unknown[], r: unknown) =>
        m === 'eth_getBlockByNumber' && p[0] === '0x0' ? { ...(r as object), hash: ZERO_HASH } : r,
      /genesis block is 0x0000/,
    ],
    ['answers nonsense', () => 'raw:{{{', /not JSON/],
    [
      'answers another question',
      () => 'raw:{"jsonrpc":"2.0","id":-1,"result":"0x1"}',
      /not the JSON-RPC answer/,
    ],
    ['sends an endless answer', () => `raw:"${'x'.repeat(33 * 1024 * 1024)}"`, /above 33554432 bytes/],
    [
      'answers with the wrong type',
      (m: string, _p: readonly unknown[], r: unknown) => (m === 'eth_blockNumber' ? { a: 1 } : r),
      /eth_blockNumber/,
    ],
  ])('an endpoint that %s is shown as such and not followed', async (_name, tamper, message) => {
    await world.produce();
    honest.tamper = tamper;
    const follower = await follow([honest.url]);
    const status = await until(follower, s => s.endpoints[0]!.lastError !== null);
    expect(status.endpoints[0]!.lastError).toMatch(message);
    expect(status).toMatchObject({ verified: 'unreachable', head: 0 });
  });

  test('an endpoint that is gone is unreachable, and followed again when it is back', async () => {
    const follower = await follow(['http://127.0.0.1:1']);
    const status = await until(follower, s => s.endpoints[0]!.lastError !== null);
    expect(status).toMatchObject({ verified: 'unreachable', endpoints: [{ connected: false }] });
  });
});

test('the files of another chain are refused', async () => {
  const follower = await follow([honest.url]);
  await follower.close();
  const databaseFile = join(folder, 'verified.sqlite');
  const genesis = { ...genesisFile, timestamp: '0x1' };
  await expect(startChainFollower({ endpoints: [], genesis, databaseFile })).rejects.toThrow(
    /does not begin with the genesis block/,
  );
});

test('a full run from genesis says how far the chain is right and where it breaks', async () => {
  await world.deployCounter();
  for (let n = 2; n <= 4; n++) await world.produce();
  const options = { endpoints: [honest.url], genesis: genesisFile, realNowMs: Date.now };
  expect(await verifyChain(options)).toMatchObject({
    valid: true,
    head: 4,
    blocks: 4,
    transactions: 1,
    fault: null,
  });
  await withBlock(honest, 3, { stateRoot: ZERO_HASH });
  expect(await verifyChain(options)).toMatchObject({
    valid: false,
    head: 2,
    fault: { code: 'state-root/mismatch', blockNumber: 3 },
  });
});
