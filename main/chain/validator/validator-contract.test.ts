import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sealedHeader } from '../embedded/seal.ts';
import { addressOfPrivateKey } from '../execution/crypto.ts';
import { genesisBlock } from '../execution/genesis-state.ts';
import { type Genesis, parsedGenesis } from '../qbft/genesis.ts';
import { EMPTY_BLOOM, EMPTY_TRIE_ROOT, NO_OMMERS_HASH, ZERO_NONCE } from '../qbft/header.ts';
import { BFT_MIX_HASH, onChainHash } from '../qbft/seals.ts';
import type { OfferedBlock } from '../source/block-shape.ts';
import { ChainVerifier } from './verifier.ts';

const FILE = '../shared/data/qbft/genesis-validator-contract.json';
const CONTRACT = '0x0000000000000000000000000000000000008888';
const LENGTH_SLOT = `0x${'00'.repeat(32)}`;
const FIRST_SLOT = '0x290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563';

/** The published contract, with a key of ours as its only validator. */
function genesisWith(key: Uint8Array): Genesis {
  const file = JSON.parse(readFileSync(FILE, 'utf8'));
  const word = `0x${'00'.repeat(12)}${addressOfPrivateKey(key).slice(2)}`;
  file.alloc[CONTRACT].storage = { [LENGTH_SLOT]: `0x${'01'.padStart(64, '0')}`, [FIRST_SLOT]: word };
  const qbft = { blockperiodseconds: 1, epochlength: 30_000, validatorcontractaddress: CONTRACT };
  return parsedGenesis({
    ...file,
    config: { chainId: 4, berlinBlock: 0, londonBlock: 0, shanghaiTime: 0, zeroBaseFee: true, qbft },
  });
}

async function emptyBlock(genesis: Genesis, key: Uint8Array): Promise<OfferedBlock> {
  const parent = await genesisBlock(genesis);
  const proposer = addressOfPrivateKey(key);
  const { header, extra } = sealedHeader(
    {
      parentHash: parent.hash,
      ommersHash: NO_OMMERS_HASH,
      coinbase: proposer,
      stateRoot: parent.header.stateRoot,
      transactionsRoot: EMPTY_TRIE_ROOT,
      receiptsRoot: EMPTY_TRIE_ROOT,
      logsBloom: EMPTY_BLOOM,
      difficulty: 1n,
      number: 1,
      gasLimit: parent.header.gasLimit,
      gasUsed: 0n,
      timestampS: parent.header.timestampS + 1,
      mixHash: BFT_MIX_HASH,
      nonce: ZERO_NONCE,
      baseFeePerGas: 0n,
      withdrawalsRoot: EMPTY_TRIE_ROOT,
      blobGasUsed: null,
      excessBlobGas: null,
      parentBeaconBlockRoot: null,
      requestsHash: null,
    },
    new Map([[proposer, key]]),
    { validators: [] },
  );
  return { header, claimedHash: onChainHash(header, extra), transactions: [] };
}

describe.skipIf(!existsSync(FILE))('with the validator set in a contract (published genesis of Besu)', () => {
  const key = new Uint8Array(32).fill(3);

  test('the set is read from our own state of the parent block', async () => {
    const genesis = genesisWith(key);
    const verifier = await ChainVerifier.open(genesis, null);
    expect(await verifier.validators()).toEqual([addressOfPrivateKey(key)]);
    expect((await verifier.verify(await emptyBlock(genesis, key), null)).kind).toBe('verified');
  });

  test('a block sealed by somebody the contract does not name is refused', async () => {
    const genesis = genesisWith(key);
    const verifier = await ChainVerifier.open(genesis, null);
    const stranger = new Uint8Array(32).fill(4);
    const result = await verifier.verify(await emptyBlock(genesis, stranger), null);
    expect(result).toMatchObject({ kind: 'refused', stage: 'seals', failure: { code: 'proposer' } });
  });

  test('a contract that names nobody stops the chain by name, not by a crash', async () => {
    const file = JSON.parse(readFileSync(FILE, 'utf8'));
    file.alloc[CONTRACT].storage = {};
    const qbft = { blockperiodseconds: 1, epochlength: 30_000, validatorcontractaddress: CONTRACT };
    const config = { chainId: 4, berlinBlock: 0, londonBlock: 0, shanghaiTime: 0, zeroBaseFee: true, qbft };
    const genesis = parsedGenesis({ ...file, config });
    const verifier = await ChainVerifier.open(genesis, null);
    const result = await verifier.verify(await emptyBlock(genesis, key), null);
    expect(result).toMatchObject({ stage: 'seals', failure: { code: 'validator-contract' } });
  });

  test('the published storage gives the published validator', async () => {
    const file = JSON.parse(readFileSync(FILE, 'utf8'));
    const qbft = { blockperiodseconds: 1, epochlength: 30_000, validatorcontractaddress: CONTRACT };
    const config = { chainId: 4, berlinBlock: 0, londonBlock: 0, shanghaiTime: 0, qbft };
    const verifier = await ChainVerifier.open(parsedGenesis({ ...file, config }), null);
    expect(await verifier.validators()).toEqual(['0xeac51e3fe1afc9894f0dfeab8ceb471899b932df']);
  });
});
