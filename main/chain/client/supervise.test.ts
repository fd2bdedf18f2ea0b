import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestEndpoint, testChain, testEndpoint, validators } from '../testing/test-chain.ts';
import { superviseClient } from './supervise.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  const world = await testChain();
  await world.produce();
  endpoint = await testEndpoint(world.chain);
});
afterAll(() => endpoint.close());

test('a client tells its version, head and validators, and what it does not offer is named', async () => {
  const status = await superviseClient(endpoint.url).status();
  expect(status).toMatchObject({
    reachable: true,
    chainId: { offered: true, value: 20261 },
    head: { offered: true, value: 1 },
    syncing: { offered: true, value: null },
    peerCount: { offered: true, value: 0 },
    validators: { offered: true, value: validators },
    peers: { offered: false, reason: 'admin_peers is not offered: enable its API group in the client' },
    proposals: { offered: false },
  });
});

test('a vote on a client without the method is answered as not offered', async () => {
  expect(await superviseClient(endpoint.url).propose(validators[0]!, false)).toMatchObject({
    offered: false,
  });
});

test('a client that is gone is not reachable, with the reason', async () => {
  const status = await superviseClient('http://127.0.0.1:1').status();
  expect(status).toMatchObject({ reachable: false, head: { offered: false } });
  expect(status.reason).toMatch(/no connection/);
});
