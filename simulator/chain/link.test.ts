import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { chainLink, type NewBlock } from './link.ts';

const [REGISTRY, MARKET, ELSEWHERE] = ['0xaa', '0xbb', '0xcc'];
const LOGS_MAX = 3;
let server: Server;
let queries = 0;

afterEach(() => new Promise(resolve => server.close(resolve)));

interface Told {
  readonly atS: number;
  /** Addresses that said something, one log each. */
  readonly by: readonly string[];
}

/** A node with these blocks, over HTTP; a query for logs gives LOGS_MAX at most, or an error. */
async function nodeWith(blocks: Told[]): Promise<string> {
  queries = 0;
  const logOf = (number: number) => (address: string) => ({
    address,
    topics: [],
    data: `0x${number}`,
    blockNumber: `0x${number.toString(16)}`,
  });
  const answers: Record<string, (params: readonly never[]) => unknown> = {
    eth_chainId: () => '0x1',
    eth_blockNumber: () => `0x${(blocks.length - 1).toString(16)}`,
    eth_getBlockByNumber: ([tag]) => {
      const { atS, by } = blocks[Number(tag)]!;
      return { timestamp: `0x${atS.toString(16)}`, transactions: by.length === 0 ? [] : ['0x1'] };
    },
    eth_getBlockReceipts: ([tag]) => [
      { transactionHash: '0x1', status: '0x1', logs: blocks[Number(tag)]!.by.map(logOf(Number(tag))) },
    ],
    eth_getLogs: ([query]) => {
      queries += 1;
      const { address, fromBlock, toBlock } = query as {
        address: string[];
        fromBlock: string;
        toBlock: string;
      };
      const found = blocks.flatMap(({ by }, number) =>
        number < Number(fromBlock) || number > Number(toBlock)
          ? []
          : by.filter(a => address.includes(a)).map(logOf(number)),
      );
      return found.length > LOGS_MAX && fromBlock !== toBlock ? null : found;
    },
  };
  server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      const { id, method, params } = JSON.parse(body);
      const result = answers[method]!(params);
      const error = { code: -32005, message: 'too many results' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ jsonrpc: '2.0', id, ...(result === null ? { error } : { result }) }));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function linked(url: string, seen: NewBlock[]) {
  const followed = { lasting: [REGISTRY], all: [REGISTRY, MARKET] };
  return chainLink(url, 1, followed, block => seen.push(block));
}

test('a world that starts on an old chain knows the registry from its first block, all else of the last eight hours, then every block', async () => {
  const hours = (count: number) => 1_000_000 + count * 3600;
  const blocks: Told[] = [
    { atS: hours(0), by: [] },
    { atS: hours(1), by: [REGISTRY, MARKET] },
    { atS: hours(2), by: [REGISTRY, REGISTRY, REGISTRY] },
    { atS: hours(3), by: [MARKET] },
    { atS: hours(93), by: [MARKET, ELSEWHERE, REGISTRY] },
    { atS: hours(94), by: [ELSEWHERE] },
    { atS: hours(100), by: [] },
  ];
  const seen: NewBlock[] = [];
  const link = linked(await nodeWith(blocks), seen);
  expect(await link.follow()).toBe(true);
  expect(seen.map(b => [b.number, b.timestampS, b.logs.map(l => l.address)])).toEqual([
    [1, hours(1), [REGISTRY]],
    [2, hours(2), [REGISTRY, REGISTRY, REGISTRY]],
    [4, hours(93), [MARKET, REGISTRY]],
    [6, hours(100), []],
  ]);
  // One answer does not hold the four of the registry: it was asked in halves.
  expect(queries).toBeGreaterThan(2);

  blocks.push({ atS: hours(101), by: [MARKET, ELSEWHERE] });
  expect(await link.follow()).toBe(true);
  expect(seen.slice(4).map(b => [b.number, b.logs.length])).toEqual([[7, 2]]);
  link.close();
});

test('on a young chain everything is known', async () => {
  const seen: NewBlock[] = [];
  const link = linked(
    await nodeWith([
      { atS: 100, by: [MARKET] },
      { atS: 101, by: [] },
    ]),
    seen,
  );
  await link.follow();
  expect(seen.map(b => [b.number, b.logs.length])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  link.close();
});
