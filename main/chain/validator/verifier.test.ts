import { createCustomCommon, Mainnet } from '@ethereumjs/common';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, hexOf } from '../execution/bytes.ts';
import { addressOfPrivateKey, signDigest } from '../execution/crypto.ts';
import { listRoot } from '../execution/trie.ts';
import type { Hex } from '../follower.ts';
import { decodedExtraData, encodedExtraData, type QbftExtraData } from '../qbft/extra-data.ts';
import { parsedGenesis } from '../qbft/genesis.ts';
import { EMPTY_BLOOM, ZERO_HASH } from '../qbft/header.ts';
import { commitHash } from '../qbft/seals.ts';
import { type OfferedBlock, transactionOf } from '../source/block-shape.ts';
import {
  counter,
  GENESIS_TIME_S,
  genesisFile,
  keyOfValidator,
  keys,
  resealed,
  type TestChain,
  testChain,
  validators,
} from '../testing/test-chain.ts';
import { ChainVerifier, type Verified } from './verifier.ts';

const LAST = 4;
let attacked: OfferedBlock;
let world: TestChain;
let contract: Hex;
let verifier: ChainVerifier;

/** Blocks 1..3 are verified; block 4, with calls that log, transfer and revert, is the one under attack. */
beforeAll(async () => {
  world = await testChain();
  contract = await world.deployCounter();
  await world.send({ to: contract, data: counter.encodeFunctionData('add', [7]) });
  await world.produce();
  await world.produce();
  await world.send({ to: contract, data: counter.encodeFunctionData('add', [5]) });
  await world.send({ to: contract, data: counter.encodeFunctionData('add', [0]) });
  await world.send({ to: `0x${'77'.repeat(20)}`, value: 3n });
  await world.produce();
  verifier = await ChainVerifier.open(parsedGenesis(genesisFile), null);
  for (let n = 1; n < LAST; n++) verifier.apply(await good(await world.offered(n)));
  attacked = await world.offered(LAST);
});

async function good(offered: OfferedBlock): Promise<Verified> {
  const result = await verifier.verify(offered, null);
  if (result.kind === 'refused')
    throw new Error(`${result.stage}/${result.failure.code}: ${result.failure.got}`);
  return result;
}

async function refusal(
  offered: OfferedBlock,
  clock: Parameters<ChainVerifier['verify']>[1] = null,
): Promise<string> {
  const result = await verifier.verify(offered, clock);
  return result.kind === 'verified' ? 'verified' : `${result.stage}/${result.failure.code}`;
}

/** The block under attack with its extraData changed but not sealed again. */
function withExtra(change: (extra: QbftExtraData) => Partial<QbftExtraData>): OfferedBlock {
  const extra = decodedExtraData(bytesOf(attacked.header.extraData));
  const extraData = hexOf(encodedExtraData({ ...extra, ...change(extra) }));
  return { ...attacked, header: { ...attacked.header, extraData } };
}

test('an honest block passes every stage, and its logs and statuses come from our own receipts', async () => {
  const { block, summary } = await good(attacked);
  expect(summary.stages.map(s => s.stage)).toEqual([
    ...[
      'link',
      'rules',
      'seals',
      'transaction-root',
      'execution',
      'gas-used',
      'state-root',
      'receipts-root',
      'bloom',
    ],
  ]);
  expect(block.transactions.map(t => t.status)).toEqual(['succeeded', 'reverted', 'succeeded']);
  expect(block.logs).toHaveLength(1);
  expect(block.logs[0]).toMatchObject({
    address: contract,
    logIndex: 0,
    transactionHash: block.transactions[0]!.hash,
  });
  expect(counter.parseLog(block.logs[0]!)?.args.total).toBe(12n);
  expect([...block.sealers].sort()).toEqual(validators);
});

describe('sealed again by every validator, so that only execution finds it', () => {
  test.each([
    ['a wrong state root', { stateRoot: ZERO_HASH }, 'state-root/mismatch'],
    ['a wrong receipts root', { receiptsRoot: ZERO_HASH }, 'receipts-root/mismatch'],
    ['a bloom that hides the logs', { logsBloom: EMPTY_BLOOM }, 'bloom/mismatch'],
    ['wrong gas used', { gasUsed: 21_000n }, 'gas-used/mismatch'],
    ['a wrong transaction root', { transactionsRoot: ZERO_HASH }, 'transaction-root/mismatch'],
  ])('%s', async (_name, change, expected) => {
    expect(await refusal(resealed(attacked, change))).toBe(expected);
  });

  test('three colluding validators are a quorum, and still caught', async () => {
    const collusion = resealed(attacked, { stateRoot: ZERO_HASH }, { signers: keys.slice(0, 3) });
    expect(await refusal(collusion)).toBe('state-root/mismatch');
  });
});

describe('rules', () => {
  test.each([
    ['a block in the far future', { timestampS: GENESIS_TIME_S + 10_000 }, 'rules/timestamp-future'],
    ['a block not after its parent', { timestampS: GENESIS_TIME_S + 3 }, 'rules/timestamp-early'],
    ['more gas used than the limit', { gasUsed: 60_000_001n }, 'rules/gas-above-limit'],
    ['a jump of the gas limit', { gasLimit: 90_000_000n }, 'rules/gas-limit'],
    ['a base fee', { baseFeePerGas: 1n }, 'rules/base-fee'],
    ['another difficulty', { difficulty: 2n }, 'rules/difficulty'],
    ['another mix hash', { mixHash: ZERO_HASH }, 'rules/mix-hash'],
    ['blob gas', { blobGasUsed: 131_072n }, 'rules/blob-gas'],
    ['no withdrawals root', { withdrawalsRoot: null }, 'rules/withdrawals'],
  ])('%s is refused although everybody sealed it', async (_name, change, expected) => {
    const clock = { marketNowS: GENESIS_TIME_S + 4, speed: 1 };
    expect(await refusal(resealed(attacked, change), clock)).toBe(expected);
  });

  test('a body above 8 MiB is refused before it is executed', async () => {
    const [first] = attacked.transactions;
    const huge = { ...first!, input: `0x${'00'.repeat(9 * 1024 * 1024)}` as Hex };
    expect(await refusal({ ...attacked, transactions: [huge] })).toBe('rules/size');
  });
});

describe('link', () => {
  test('a block whose claimed hash is not that of its header', async () => {
    expect(await refusal({ ...attacked, claimedHash: ZERO_HASH })).toBe('link/block-hash');
  });
  test('a block with another parent is a reorganisation, refused', async () => {
    expect(await refusal(resealed(attacked, { parentHash: ZERO_HASH }))).toBe('link/parent-hash');
  });
  test('a block after a missing one', async () => {
    expect(await refusal(resealed(attacked, { number: 5 }))).toBe('link/number');
  });
  test('extraData that is not QBFT', async () => {
    const header = { ...attacked.header, extraData: '0x00' as Hex };
    expect(await refusal({ ...attacked, header })).toBe('link/extra-data');
  });
});

describe('seals', () => {
  test('missing seals', async () => {
    expect(await refusal(withExtra(e => ({ seals: e.seals.slice(0, 2) })))).toBe('seals/quorum');
    expect(await refusal(withExtra(() => ({ seals: [] })))).toBe('seals/quorum');
  });
  test('one seal counted twice', async () => {
    expect(await refusal(withExtra(e => ({ seals: [e.seals[0]!, e.seals[1]!, e.seals[0]!] })))).toBe(
      'seals/seal-duplicate',
    );
  });
  test('a seal by a stranger', async () => {
    const stranger = new Uint8Array(32).fill(9);
    const strange = withExtra(e => {
      const digest = commitHash(attacked.header, e);
      return { seals: [...e.seals.slice(0, 3), hexOf(signDigest(digest, stranger))] };
    });
    expect(await refusal(strange)).toBe('seals/seal-stranger');
  });
  test('seals moved from another round do not fit', async () => {
    expect(await refusal(withExtra(() => ({ round: 2 })))).toMatch(/^seals\/seal-/);
  });
  test('a header that names its own validator set', async () => {
    const own = [5, 6, 7, 8].map(n => new Uint8Array(32).fill(n));
    const set = own.map(addressOfPrivateKey);
    const coup = resealed(attacked, { coinbase: set[0]! }, { signers: own, validators: set });
    expect(await refusal(coup)).toBe('seals/validator-set');
  });
  test('a proposer that is no validator', async () => {
    expect(await refusal(resealed(attacked, { coinbase: `0x${'12'.repeat(20)}` }))).toBe('seals/proposer');
  });
});

describe('transactions', () => {
  test('a truncated list, a changed value and a changed order do not match the root', async () => {
    const [a, b, c] = attacked.transactions;
    for (const transactions of [
      [a!, b!],
      [a!, b!, { ...c!, value: 4n }],
      [b!, a!, c!],
    ])
      expect(await refusal({ ...attacked, transactions })).toBe('transaction-root/mismatch');
  });

  test('an invalid transaction inside a well sealed block is named with its position', async () => {
    const common = createCustomCommon({ chainId: 20261 }, Mainnet, { hardfork: 'cancun' });
    // The same transaction twice: the second has a used nonce.
    const transactions = [...attacked.transactions, attacked.transactions[2]!];
    const root = hexOf(listRoot(transactions.map(t => transactionOf(t, common).serialize())));
    const replayed = resealed({ ...attacked, transactions }, { transactionsRoot: root });
    const result = await verifier.verify(replayed, null);
    expect(result).toMatchObject({
      kind: 'refused',
      stage: 'execution',
      failure: { code: 'invalid-transaction' },
    });
    expect(result.kind === 'refused' && result.failure.got).toMatch(/position 3.*nonce/);
  });

  test('a transaction of another chain is refused', async () => {
    const foreign = { ...attacked.transactions[0]!, chainId: 1n };
    expect(await refusal({ ...attacked, transactions: [foreign] })).toMatch(/^transaction-root\//);
  });
});

describe('the validator set follows the votes', () => {
  test('after three drop votes the removed validator neither seals nor proposes', async () => {
    const fresh = await ChainVerifier.open(parsedGenesis(genesisFile), null);
    const world2 = await testChain();
    const out = validators[3]!;
    // Empty blocks have the state of genesis; each parent hash follows the vote before.
    for (let n = 1; n <= LAST; n++) await world2.produce();
    const offer = async (
      number: number,
      proposer: Hex,
      set: readonly Hex[],
      signers: Uint8Array[],
      drop: boolean,
    ) =>
      resealed(
        await world2.offered(number),
        { parentHash: fresh.head.hash, coinbase: proposer },
        { validators: set, signers, vote: drop ? { recipient: out, add: false } : null },
      );
    for (let n = 1; n <= 3; n++) {
      const result = await fresh.verify(await offer(n, validators[n - 1]!, validators, keys, true), null);
      expect(result.kind).toBe('verified');
      fresh.apply(result as Verified);
    }
    const rest = validators.slice(0, 3);
    expect(await fresh.validators()).toEqual(rest);
    const outKey = keyOfValidator.get(out)!;
    const two = rest.slice(0, 2).map(v => keyOfValidator.get(v)!);
    const withRemoved = await fresh.verify(await offer(4, rest[0]!, rest, [...two, outKey], false), null);
    expect(withRemoved).toMatchObject({ stage: 'seals', failure: { code: 'seal-stranger' } });
    const oldSet = await fresh.verify(await offer(4, rest[0]!, validators, keys, false), null);
    expect(oldSet).toMatchObject({ stage: 'seals', failure: { code: 'validator-set' } });
    expect((await fresh.verify(await offer(4, rest[0]!, rest, two, false), null)).kind).toBe('verified');
  });
});

test('after every refusal above the good block still passes on the same state', async () => {
  verifier.apply(await good(attacked));
  expect(verifier.head.hash).toBe(attacked.claimedHash);
});
