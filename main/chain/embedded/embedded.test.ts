import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Contract, ContractFactory, JsonRpcProvider, Wallet, WebSocketProvider } from 'ethers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTER, FUNDED } from '../testing/fixtures.ts';
import { type EmbeddedChain, startEmbeddedChain } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlock-embedded-'));
const start = (): Promise<EmbeddedChain> =>
  startEmbeddedChain({
    databaseFile: join(folder, 'chain.sqlite'),
    genesisFile: join(folder, 'genesis.json'),
    keysFile: join(folder, 'validator-keys.json'),
    chainId: 20261,
    alloc: [{ address: FUNDED.address, balanceWei: 10n ** 24n }],
    startMarketMs: Date.UTC(2026, 5, 1),
    speed: 60,
    blockIntervalMs: 100,
    port: 0,
  });
let chain: EmbeddedChain;
let provider: JsonRpcProvider;
let wallet: Wallet;

beforeAll(async () => {
  chain = await start();
  provider = new JsonRpcProvider(chain.httpUrl, chain.chainId, {
    staticNetwork: true,
    pollingInterval: 50,
    cacheTimeout: -1,
  });
  wallet = new Wallet(FUNDED.privateKey, provider);
});
afterAll(async () => {
  provider.destroy();
  await chain.close();
  rmSync(folder, { recursive: true });
});

describe('through ethers', () => {
  test('a contract is deployed, called, read and its events are found', async () => {
    const deployed = await new ContractFactory(COUNTER.abi, COUNTER.bytecode, wallet).deploy();
    await deployed.waitForDeployment();
    const counter = new Contract(await deployed.getAddress(), COUNTER.abi, wallet);
    const receipt = await (await counter.getFunction('add')(5n)).wait();
    expect(receipt.status).toBe(1);
    expect(await counter.getFunction('total')()).toBe(5n);
    const events = await counter.queryFilter('Added', 0);
    expect(events).toHaveLength(1);
    await expect(counter.getFunction('add')(0n)).rejects.toMatchObject({
      code: 'CALL_EXCEPTION',
      reason: 'nothing to add',
    });
  });

  test('a hundred transactions of one sender keep the order of their nonces', async () => {
    const nonce = await wallet.getNonce('pending');
    const sends = Array.from({ length: 100 }, (_, n) =>
      wallet.sendTransaction({ to: `0x${'22'.repeat(20)}`, value: 1n, nonce: nonce + n, gasLimit: 21_000n }),
    );
    const receipts = await Promise.all((await Promise.all(sends)).map(sent => sent.wait()));
    expect(receipts.every(r => r?.status === 1)).toBe(true);
    expect(await provider.getBalance(`0x${'22'.repeat(20)}`)).toBe(100n);
    expect(await wallet.getNonce('latest')).toBe(nonce + 100);
  });

  test('new heads and logs arrive over the WebSocket', async () => {
    const socket = new WebSocketProvider(chain.wsUrl, chain.chainId, { staticNetwork: true });
    const head = await new Promise<number>(resolve => socket.once('block', resolve));
    expect(head).toBeGreaterThan(0);
    await socket.destroy();
  });

  test('a nonce already used, a wrong chain id and a poor sender are refused with their reason', async () => {
    const base = { to: FUNDED.address, gasLimit: 21_000n, gasPrice: 0n, type: 0 };
    await expect(
      provider.broadcastTransaction(await wallet.signTransaction({ ...base, nonce: 0, chainId: 20261 })),
    ).rejects.toThrow(/nonce/);
    await expect(
      provider.broadcastTransaction(await wallet.signTransaction({ ...base, nonce: 900, chainId: 1 })),
    ).rejects.toThrow();
    const poor = Wallet.createRandom();
    const spend = await poor.signTransaction({ ...base, value: 1n, nonce: 0, chainId: 20261 });
    await expect(provider.broadcastTransaction(spend)).rejects.toThrow(/insufficient funds/);
  });
});

test('blocks are stamped with market time, 60 times as fast as real time here', async () => {
  const first = (await provider.getBlock(1))!;
  const later = (await provider.getBlock(await provider.getBlockNumber()))!;
  expect(first.timestamp).toBeGreaterThanOrEqual(Date.UTC(2026, 5, 1) / 1000);
  const perBlock = (later.timestamp - first.timestamp) / (later.number - first.number);
  expect(perBlock).toBeGreaterThan(5);
  expect(perBlock).toBeLessThan(12);
});

describe('the server is closed to pages and strangers', () => {
  const post = (headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const url = new URL(chain.httpUrl);
      const sent = request({ host: url.hostname, port: url.port, method: 'POST', headers }, response => {
        let text = '';
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode!, text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const json = { 'content-type': 'application/json' };
  const chainId = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] });

  test('a rebound name, an Origin and a form are refused, a mixed-case Host is served', async () => {
    const port = new URL(chain.httpUrl).port;
    expect((await post({ ...json, host: 'rebound.example' }, chainId)).status).toBe(403);
    expect((await post({ ...json, origin: 'http://127.0.0.1' }, chainId)).status).toBe(403);
    expect((await post({ 'content-type': 'text/plain' }, chainId)).status).toBe(415);
    expect((await post({ ...json, host: `LocalHost:${port}` }, chainId)).status).toBe(200);
  });

  test('a huge body, a deep one, a long batch and an unknown method get their typed errors', async () => {
    expect((await post(json, `"${'x'.repeat(3_000_000)}"`)).status).toBe(413);
    expect((await post(json, '['.repeat(50) + ']'.repeat(50))).text).toContain('-32700');
    expect((await post(json, `[${Array(101).fill(chainId).join()}]`)).text).toContain('-32005');
    expect((await post(json, chainId.replace('eth_chainId', 'eth_sign'))).text).toContain('-32601');
    expect((await post(json, '{')).text).toContain('-32700');
  });
});

test('the validator keys are readable by their owner only', () => {
  expect(statSync(join(folder, 'validator-keys.json')).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(join(folder, 'validator-keys.json'), 'utf8'))).toHaveLength(4);
});

test('after a restart the chain goes on at the same head, with the same state and with market time from its last block', async () => {
  await chain.close();
  const again = await start();
  expect(again.headNumber).toBeGreaterThan(3);
  chain = again;
  provider.destroy();
  provider = new JsonRpcProvider(again.httpUrl, again.chainId, {
    staticNetwork: true,
    pollingInterval: 50,
    cacheTimeout: -1,
  });
  expect(await provider.getBalance(`0x${'22'.repeat(20)}`)).toBe(100n);
  const head = (await provider.getBlock(again.headNumber))!;
  expect(again.time.originMarketMs).toBe(head.timestamp * 1000);
  while ((await provider.getBlockNumber()) < again.headNumber + 2)
    await new Promise(resolve => setTimeout(resolve, 50));
  const next = (await provider.getBlock(again.headNumber + 1))!;
  expect(next.parentHash).toBe(head.hash);
});

test('a second chain on the same files is refused with the reason', async () => {
  await expect(start()).rejects.toThrow(/open in another process/);
});
