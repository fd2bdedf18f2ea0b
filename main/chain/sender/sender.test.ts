import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SigningKey } from 'ethers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hex, VerifiedBlock } from '../follower.ts';
import { parsedGenesis } from '../qbft/genesis.ts';
import { COUNTER, FUNDED } from '../testing/fixtures.ts';
import {
  counter,
  genesisFile,
  type TestChain,
  type TestEndpoint,
  testChain,
  testEndpoint,
} from '../testing/test-chain.ts';
import { ChainVerifier, type Verified } from '../validator/verifier.ts';
import type { IntentLog, IntentRecord } from './intent.ts';
import { operatorKey } from './operator-key.ts';
import { type Sender, startSender } from './sender.ts';

let world: TestChain;
let endpoint: TestEndpoint;
let contract: Hex;
let verifier: ChainVerifier;
let sender: Sender;
let log: MemoryLog;
let deliver: (block: VerifiedBlock) => void;
let locked = false;
let nowMs = 0;

class MemoryLog implements IntentLog {
  readonly records = new Map<string, IntentRecord>();
  save(record: IntentRecord): void {
    if (this.records.has(record.id)) throw new Error(`intent ${record.id} exists`);
    this.records.set(record.id, record);
  }
  update(id: string, change: Partial<IntentRecord>): void {
    this.records.set(id, { ...this.records.get(id)!, ...change });
  }
  byId(id: string): IntentRecord | null {
    return this.records.get(id) ?? null;
  }
  open(): IntentRecord[] {
    return [...this.records.values()].filter(r => ['saved', 'sent', 'included'].includes(r.state));
  }
  highestNonce(): number | null {
    return this.records.size === 0 ? null : Math.max(...[...this.records.values()].map(r => r.nonce));
  }
}

beforeEach(async () => {
  world = await testChain();
  endpoint = await testEndpoint(world.chain);
  contract = await world.deployCounter();
  verifier = await ChainVerifier.open(parsedGenesis(genesisFile), null);
  log = new MemoryLog();
  [locked, nowMs] = [false, 0];
  sender = started();
  await verified(1);
});
afterEach(async () => {
  await sender.close();
  await endpoint.close();
});

function started(): Sender {
  return startSender({
    endpoint: endpoint.url,
    chainId: 20261,
    key: new SigningKey(FUNDED.privateKey),
    actions: { add: { contract, function: 'function add(uint256 amount)', errors: [] } },
    log,
    blocks: {
      onBlock: handler => {
        deliver = handler;
        return () => {};
      },
    },
    interlock: () => ({ locked, reason: 'the chain is not verified' }),
    marketNowMs: () => nowMs,
    resendMs: 20,
  });
}

async function verified(number: number): Promise<void> {
  const result = await verifier.verify(await world.offered(number), null);
  verifier.apply(result as Verified);
  deliver((result as Verified).block);
}

async function nextBlock(): Promise<void> {
  await verified((await world.produce()).header.number);
}

const intent = (id: string, amount = 5, expiresAtMs = 1_000) => ({
  id,
  kind: 'add',
  args: [amount],
  expiresAtMs,
});
const total = async (): Promise<bigint> =>
  counter.decodeFunctionResult(
    'total',
    (
      await world.chain.call({
        from: FUNDED.address,
        to: contract,
        data: totalData,
        valueWei: 0n,
        gasLimit: 100_000n,
      })
    ).returned,
  )[0];
const totalData = new Uint8Array(Buffer.from(counter.encodeFunctionData('total').slice(2), 'hex'));

test('a command is recorded, sent, included in a verified block and final one block later', async () => {
  expect(await sender.submit(intent('a'))).toMatchObject({
    answer: 'accepted',
    record: { state: 'sent', nonce: 1 },
  });
  await nextBlock();
  expect(log.byId('a')).toMatchObject({ state: 'included', blockNumber: 2 });
  await nextBlock();
  expect(log.byId('a')).toMatchObject({ state: 'final', blockNumber: 2 });
});

test('the same command submitted five times at once has one effect', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => sender.submit(intent('a'))));
  expect(new Set(answers.map(a => a.answer === 'accepted' && a.record.hash)).size).toBe(1);
  await nextBlock();
  expect(await total()).toBe(5n);
});

test('ten commands take ten nonces in order and fit into one block', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, n) => sender.submit(intent(`c${n}`, 1))));
  await nextBlock();
  expect([...log.records.values()].map(r => r.nonce)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(log.open().every(r => r.state === 'included')).toBe(true);
});

test('a command whose sending failed is sent again after a restart as the same bytes, with one effect', async () => {
  const sends = (): unknown[] =>
    endpoint.asked.filter(a => a.method === 'eth_sendRawTransaction').map(a => a.params[0]);
  endpoint.tamper = (method, _params, result) => (method === 'eth_sendRawTransaction' ? 'raw:lost' : result);
  // The endpoint took it, its answer was lost, and we were killed.
  expect(await sender.submit(intent('a'))).toMatchObject({ record: { state: 'saved' } });
  await sender.close();
  sender = started();
  await expect.poll(() => sends().length).toBeGreaterThan(2);
  expect(new Set(sends()).size).toBe(1);
  await nextBlock();
  expect(log.byId('a')).toMatchObject({ state: 'included' });
  expect(await total()).toBe(5n);
});

test('while locked nothing is signed and nothing recorded is sent', async () => {
  locked = true;
  expect(await sender.submit(intent('a'))).toEqual({
    answer: 'refused',
    reason: 'interlock: the chain is not verified',
  });
  expect(log.records.size).toBe(0);
});

test('an unknown command, arguments that do not fit and a command the contract refuses are refused before signing', async () => {
  expect(await sender.submit({ ...intent('a'), kind: 'transfer' })).toMatchObject({
    reason: 'transfer is not a command of this console',
  });
  expect(await sender.submit({ ...intent('a'), args: ['x'] })).toMatchObject({
    reason: expect.stringMatching(/arguments do not fit/),
  });
  expect(await sender.submit(intent('a', 0))).toMatchObject({
    reason: 'the contract refuses it: Error(nothing to add)',
  });
  expect(await sender.submit(intent('a', 5, 0))).toMatchObject({ reason: 'expired before it was signed' });
  expect(log.records.size).toBe(0);
});

test('a command that did not reach a block before its gate expires, and its nonce is free for the next', async () => {
  endpoint.tamper = (method, _params, result) => (method === 'eth_sendRawTransaction' ? 'raw:lost' : result);
  await sender.close();
  sender = started();
  // Signed and recorded, but the bytes never reached a pool.
  log.save({ ...(await signedNowhere()), state: 'saved' });
  nowMs = 2_000;
  endpoint.tamper = (_m, _p, result) => result;
  await expect.poll(() => world.chain.pool.size).toBe(1);
  await nextBlock();
  expect(log.byId('late')).toMatchObject({ state: 'expired' });
  expect(await sender.submit(intent('b', 5, 10_000))).toMatchObject({ record: { nonce: 2 } });
  await nextBlock();
  expect(await total()).toBe(5n);
});

async function signedNowhere(): Promise<IntentRecord> {
  const elsewhere = await testChain();
  expect(await elsewhere.deployCounter()).toBe(contract);
  const other = await testEndpoint(elsewhere.chain);
  const twin = new MemoryLog();
  const signer = startSender({
    endpoint: other.url,
    chainId: 20261,
    key: new SigningKey(FUNDED.privateKey),
    actions: { add: { contract, function: COUNTER.abi[2]!, errors: [] } },
    log: twin,
    blocks: { onBlock: () => () => {} },
    interlock: () => ({ locked: false, reason: '' }),
    marketNowMs: () => 0,
  });
  await signer.submit(intent('late'));
  await signer.close();
  await other.close();
  return twin.byId('late')!;
}

test('the operator key is made once, readable by its owner only, and refused when others can read it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-key-'));
  const file = join(folder, 'operator-key');
  const first = operatorKey(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(operatorKey(file).publicKey).toBe(first.publicKey);
  chmodSync(file, 0o644);
  expect(() => operatorKey(file)).toThrow(/readable by others/);
  writeFileSync(file, 'hello');
  chmodSync(file, 0o600);
  expect(() => operatorKey(file)).toThrow(/does not hold a private key/);
  rmSync(folder, { recursive: true });
});
