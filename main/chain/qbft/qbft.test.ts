import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytesOf, hexOf } from '../execution/bytes.ts';
import { addressOfPrivateKey, signDigest } from '../execution/crypto.ts';
import { genesisBlock } from '../execution/genesis-state.ts';
import type { Hex } from '../follower.ts';
import { decodedExtraData, encodedExtraData, type QbftExtraData } from './extra-data.ts';
import { GenesisError, newGenesisFile, parsedGenesis } from './genesis.ts';
import { type BlockHeader, decodedHeader, encodedHeader, ZERO_HASH } from './header.ts';
import { checkedSeals, commitHash, onChainHash, quorumOf } from './seals.ts';
import { snapshotAfter, snapshotOf } from './votes.ts';

const DATA = '../shared/data/qbft';
const keys = [1, 2, 3, 4].map(n => new Uint8Array(32).fill(n));
const validators = keys.map(addressOfPrivateKey).sort();
const genesis = parsedGenesis(
  newGenesisFile({
    chainId: 20261,
    validators,
    alloc: [],
    timestampS: 1000,
    blockPeriodS: 1,
    gasLimit: 60_000_000,
  }),
);

async function sealedHeader(
  change: Partial<QbftExtraData> = {},
  signers = keys,
): Promise<[BlockHeader, QbftExtraData]> {
  const { header } = await genesisBlock(genesis);
  const extra: QbftExtraData = { vanity: ZERO_HASH, validators, vote: null, round: 0, seals: [], ...change };
  const seals = signers.map(key => hexOf(signDigest(commitHash(header, extra), key)));
  const sealed = { ...extra, seals };
  return [{ ...header, extraData: hexOf(encodedExtraData(sealed)) }, sealed];
}

describe.skipIf(!existsSync(DATA))('against the published data of Besu', () => {
  test('the pinned extraData decodes to its parts and encodes to the same bytes', () => {
    const [vector] = JSON.parse(readFileSync(`${DATA}/extra-data.json`, 'utf8'));
    const extra = decodedExtraData(bytesOf(vector.hex));
    expect(extra.validators).toEqual(vector.validators);
    expect(extra.vote).toEqual(vector.vote);
    expect(extra.round).toBe(vector.round);
    expect(extra.seals).toHaveLength(2);
    expect(hexOf(encodedExtraData(extra))).toBe(vector.hex);
  });

  test('a genesis in contract mode is read with its validator contract and its storage', async () => {
    const file = JSON.parse(readFileSync(`${DATA}/genesis-validator-contract.json`, 'utf8'));
    const contract = '0x0000000000000000000000000000000000008888';
    const qbft = { blockperiodseconds: 1, epochlength: 30000, validatorcontractaddress: contract };
    const read = parsedGenesis({ ...file, config: { chainId: 4, berlinBlock: 0, londonBlock: 0, qbft } });
    expect(read.rules.validatorContract).toBe(contract);
    expect(read.alloc.find(a => a.address === contract)?.storage).toHaveLength(2);
    expect(read.header.baseFeePerGas).toBe(7n);
  });

  test('a genesis in header mode is read once its placeholder is filled', () => {
    const file = JSON.parse(readFileSync(`${DATA}/genesis-block-header-mode.json`, 'utf8'));
    expect(() => parsedGenesis(file)).toThrow(GenesisError);
    const extra = { vanity: ZERO_HASH, validators, vote: null, round: 0, seals: [] };
    const read = parsedGenesis({ ...file, extraData: hexOf(encodedExtraData(extra)) });
    expect(read.validators).toEqual(validators);
    expect(read.rules.blockRewardWei).toBe(5n * 10n ** 18n);
    expect(read.rules.forks).toEqual({ berlin: 0, london: 2, shanghai: null, cancun: null });
  });
});

test('a round with a leading zero byte is refused', () => {
  const good = encodedExtraData({ vanity: ZERO_HASH, validators: [], vote: null, round: 0x8081, seals: [] });
  const text = hexOf(good).replace('828081', '83008081');
  const longer = `0x${(Number.parseInt(text.slice(2, 4), 16) + 1).toString(16)}${text.slice(4)}`;
  expect(() => decodedExtraData(bytesOf(longer))).toThrow(/leading zero/);
});

test('an absent vote is an empty list, a drop vote an empty string, an add vote 0xff', () => {
  const base = { vanity: ZERO_HASH, validators: [], round: 0, seals: [] };
  const recipient = validators[0]!;
  for (const vote of [null, { recipient, add: true }, { recipient, add: false }])
    expect(decodedExtraData(encodedExtraData({ ...base, vote })).vote).toEqual(vote);
  expect(hexOf(encodedExtraData({ ...base, vote: { recipient, add: false } }))).toContain(
    `${recipient.slice(2)}80`,
  );
});

test('a vote of another kind and an uncanonical encoding are refused', () => {
  const add = hexOf(
    encodedExtraData({
      vanity: ZERO_HASH,
      validators: [],
      vote: { recipient: validators[0]!, add: true },
      round: 0,
      seals: [],
    }),
  );
  expect(() => decodedExtraData(bytesOf(add.replace('81ff', '81fe')))).toThrow(/neither/);
  expect(() => decodedExtraData(bytesOf(`${add}00`))).toThrow();
});

test('the on-chain hash ignores round and seals, the commit hash ignores only the seals', async () => {
  const [header, extra] = await sealedHeader();
  const [later, laterExtra] = await sealedHeader({ round: 3 });
  expect(onChainHash(header, extra)).toBe(onChainHash(later, laterExtra));
  expect(hexOf(commitHash(header, extra))).not.toBe(hexOf(commitHash(later, laterExtra)));
  expect(hexOf(commitHash(header, extra))).toBe(hexOf(commitHash(header, { ...extra, seals: [] })));
});

test('a header decodes to what was encoded', async () => {
  const [header] = await sealedHeader();
  expect(decodedHeader(encodedHeader(header))).toEqual(header);
});

test('the quorum is two thirds, rounded up', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 10].map(quorumOf)).toEqual([1, 2, 2, 3, 4, 4, 5, 7]);
});

describe('seals', () => {
  test('three of four validators are a quorum and are named', async () => {
    const check = checkedSeals(...(await sealedHeader({}, keys.slice(0, 3))), validators);
    expect(check).toEqual({ valid: true, sealers: keys.slice(0, 3).map(addressOfPrivateKey) });
  });

  test('two of four are not', async () => {
    expect(checkedSeals(...(await sealedHeader({}, keys.slice(0, 2))), validators)).toMatchObject({
      code: 'quorum',
    });
  });

  test('the same validator twice does not count twice', async () => {
    const check = checkedSeals(...(await sealedHeader({}, [keys[0]!, keys[1]!, keys[1]!])), validators);
    expect(check).toMatchObject({ valid: false, code: 'seal-duplicate' });
  });

  test('a seal of a removed validator is a stranger', async () => {
    const check = checkedSeals(
      ...(await sealedHeader()),
      validators.filter(v => v !== addressOfPrivateKey(keys[3]!)),
    );
    expect(check).toMatchObject({ valid: false, code: 'seal-stranger', got: addressOfPrivateKey(keys[3]!) });
  });

  test('the high-s twin of a good seal is refused', async () => {
    const [header, extra] = await sealedHeader();
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const seal = bytesOf(extra.seals[0]!);
    const s = order - BigInt(hexOf(seal.subarray(32, 64)));
    const twin: Hex = `0x${hexOf(seal.subarray(0, 32)).slice(2)}${s.toString(16).padStart(64, '0')}0${1 - seal[64]!}`;
    const check = checkedSeals(header, { ...extra, seals: [twin, ...extra.seals.slice(1)] }, validators);
    expect(check).toMatchObject({ valid: false, code: 'seal-malformed' });
  });

  test('random bytes are refused as a stranger or as malformed', async () => {
    const [header, extra] = await sealedHeader();
    const forged: Hex = `0x${'11'.repeat(64)}00`;
    const check = checkedSeals(header, { ...extra, seals: [forged, ...extra.seals.slice(1)] }, validators);
    expect(check.valid).toBe(false);
  });
});

describe('votes', () => {
  const newcomer: Hex = `0x${'ab'.repeat(20)}`;
  const vote = (number: number, voter: number, add = true, recipient = newcomer) => ({
    number,
    proposer: validators[voter]!,
    vote: { recipient, add },
  });

  test('more than half of the validators add a newcomer, half do not', () => {
    let snapshot = snapshotOf(validators);
    for (const block of [vote(1, 0), vote(2, 1), vote(3, 1)])
      snapshot = snapshotAfter(snapshot, block, 30_000);
    expect(snapshot.validators).not.toContain(newcomer);
    snapshot = snapshotAfter(snapshot, vote(4, 2), 30_000);
    expect(snapshot.validators).toContain(newcomer);
    expect(snapshot.votes).toEqual([]);
  });

  test('an epoch block forgets every open vote and its own', () => {
    let snapshot = snapshotOf(validators);
    for (const block of [vote(8, 0), vote(9, 1), vote(10, 2), vote(11, 2)])
      snapshot = snapshotAfter(snapshot, block, 10);
    expect(snapshot.validators).toEqual(validators);
  });

  test('a removed validator takes its votes with it', () => {
    let snapshot = snapshotAfter(snapshotOf(validators), vote(1, 3), 100);
    const out = validators[3]!;
    for (const voter of [0, 1, 2])
      snapshot = snapshotAfter(snapshot, vote(2 + voter, voter, false, out), 100);
    expect(snapshot).toEqual({ validators: validators.slice(0, 3), votes: [] });
  });
});

test('a genesis with a rule that we do not implement is refused by name', () => {
  const file = newGenesisFile({
    chainId: 1,
    validators,
    alloc: [],
    timestampS: 0,
    blockPeriodS: 1,
    gasLimit: 1,
  });
  const config = { ...(file.config as object), transitions: { qbft: [] } };
  expect(() => parsedGenesis({ ...file, config })).toThrow(/config\.transitions/);
});
