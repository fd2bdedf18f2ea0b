/** A whole chain in the test's own thread: blocks when asked, and any of them told or sealed differently. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Interface, Wallet } from 'ethers';
import { ChainStore } from '../../store/chain-store.ts';
import { type ChainBlock, EmbeddedChain } from '../embedded/chain.ts';
import { RpcError } from '../embedded/rpc-error.ts';
import { answered } from '../embedded/rpc-methods.ts';
import { sealedHeader } from '../embedded/seal.ts';
import { bytesOf } from '../execution/bytes.ts';
import { addressOfPrivateKey } from '../execution/crypto.ts';
import type { Hex } from '../follower.ts';
import { newGenesisFile, parsedGenesis } from '../qbft/genesis.ts';
import type { BlockHeader } from '../qbft/header.ts';
import { onChainHash } from '../qbft/seals.ts';
import { OFFERED_BLOCK, type OfferedBlock } from '../source/block-shape.ts';
import { COUNTER, FUNDED } from './fixtures.ts';

export const GENESIS_TIME_S = 1_780_000_000;
export const keys = [1, 2, 3, 4].map(n => new Uint8Array(32).fill(n));
export const keyOfValidator = new Map(keys.map(key => [addressOfPrivateKey(key), key] as const));
export const validators = [...keyOfValidator.keys()].sort();
export const genesisFile = newGenesisFile({
  chainId: 20261,
  validators,
  alloc: [{ address: FUNDED.address, balanceWei: 10n ** 24n }],
  timestampS: GENESIS_TIME_S,
  blockPeriodS: 1,
  gasLimit: 60_000_000,
});
export const counter = new Interface(COUNTER.abi);

export interface TestChain {
  readonly chain: EmbeddedChain;
  /** The next block, one second after its parent, with everything that waits. */
  produce(): Promise<ChainBlock>;
  /** Signs and pools a transaction of the funded account. */
  send(call: { to?: string; data?: string; value?: bigint; gasLimit?: bigint }): Promise<Hex>;
  /** Deploys the counter in a block of its own and returns its address. */
  deployCounter(): Promise<Hex>;
  /** A block as an honest endpoint tells it. */
  offered(number: number): Promise<OfferedBlock>;
}

export async function testChain(database: ChainStore = new ChainStore(':memory:')): Promise<TestChain> {
  const chain = await EmbeddedChain.open({
    genesis: parsedGenesis(genesisFile),
    validatorKeys: keys,
    database,
    realNowMs: () => performance.now(),
  });
  const wallet = new Wallet(FUNDED.privateKey);
  let nonce = Number((await chain.account(FUNDED.address)).nonce);
  const produce = (): Promise<ChainBlock> => chain.produceBlock(0);
  const send: TestChain['send'] = async call => {
    const gasLimit = call.gasLimit ?? 1_000_000n;
    const fields = { type: 2, chainId: 20261, nonce: nonce++, maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };
    const signed = await wallet.signTransaction({ ...fields, ...call, gasLimit });
    return chain.addTransaction(bytesOf(signed));
  };
  return {
    chain,
    produce,
    send,
    deployCounter: async () => {
      await send({ data: COUNTER.bytecode });
      return (await produce()).receipts[0]!.createdContract!;
    },
    offered: async number => {
      const told = await answered(chain, 'eth_getBlockByNumber', [`0x${number.toString(16)}`, true]);
      return OFFERED_BLOCK.parse(JSON.parse(JSON.stringify(told)))!;
    },
  };
}

/** The same block with some header fields changed, sealed again by whoever is asked, with the hash that follows. */
export function resealed(
  offered: OfferedBlock,
  change: Partial<BlockHeader>,
  choice: Parameters<typeof sealedHeader>[2] & { readonly signers?: readonly Uint8Array[] } = {},
): OfferedBlock {
  const signers = new Map((choice.signers ?? keys).map(key => [addressOfPrivateKey(key), key] as const));
  const { header, extra } = sealedHeader({ ...offered.header, ...change }, signers, {
    validators,
    ...choice,
  });
  return { ...offered, header, claimedHash: onChainHash(header, extra) };
}

export type Tamper = (method: string, params: readonly unknown[], result: unknown) => unknown;

export interface TestEndpoint {
  readonly url: string;
  /** What it does with each answer; the identity is honesty. */
  tamper: Tamper;
  /** Every request so far. */
  readonly asked: { readonly method: string; readonly params: readonly unknown[] }[];
  close(): Promise<void>;
}

/** An HTTP endpoint on a chain whose answers pass through `tamper` first. A string is sent as it is. */
export async function testEndpoint(
  chain: EmbeddedChain,
  tamper: Tamper = (_m, _p, result) => result,
): Promise<TestEndpoint> {
  const endpoint: Pick<TestEndpoint, 'tamper' | 'asked'> = { tamper, asked: [] };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { id, method, params } = JSON.parse(body);
    endpoint.asked.push({ method, params });
    response.setHeader('content-type', 'application/json');
    let honest: unknown;
    try {
      honest = await answered(chain, method, params);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      const { code, message, data } = error;
      response.end(
        JSON.stringify({ jsonrpc: '2.0', id, error: { code, message, ...(data === null ? {} : { data }) } }),
      );
      return;
    }
    const result = endpoint.tamper(method, params, JSON.parse(JSON.stringify(honest)));
    const raw = typeof result === 'string' && result.startsWith('raw:');
    response.end(raw ? result.slice(4) : JSON.stringify({ jsonrpc: '2.0', id, result }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(endpoint, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  });
}
