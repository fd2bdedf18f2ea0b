/** A Besu genesis file: read strictly, because a rule that we skip would make us call a wrong block right. */
import { z } from 'zod';
import { bytesOf, hexOf, leftPadded, withoutLeadingZeros } from '../execution/bytes.ts';
import type { Hex } from '../follower.ts';
import { decodedExtraData, ExtraDataError, encodedExtraData } from './extra-data.ts';
import {
  type BlockHeader,
  EMPTY_BLOOM,
  EMPTY_TRIE_ROOT,
  NO_OMMERS_HASH,
  ZERO_ADDRESS,
  ZERO_HASH,
} from './header.ts';
import { BFT_MIX_HASH } from './seals.ts';

export const FORKS = ['berlin', 'london', 'shanghai', 'cancun'] as const;
export type Fork = (typeof FORKS)[number];

/** The rules of one chain, as its genesis file states them. */
export interface ChainRules {
  readonly chainId: number;
  /** First block number (berlin, london) or timestamp in seconds (shanghai, cancun); null: never. */
  readonly forks: Readonly<Record<Fork, number | null>>;
  readonly blockPeriodS: number;
  readonly epochLength: number;
  readonly blockRewardWei: bigint;
  /** Where fees and reward go; null: to the proposer. */
  readonly beneficiary: Hex | null;
  /** Where `getValidators()` stands; null: the set is in the headers. */
  readonly validatorContract: Hex | null;
  readonly zeroBaseFee: boolean;
}

export interface GenesisAccount {
  readonly address: Hex;
  readonly balanceWei: bigint;
  readonly nonce: bigint;
  readonly code: Hex;
  /** Slot and value, 32 bytes each. */
  readonly storage: readonly (readonly [Hex, Hex])[];
}

export interface Genesis {
  readonly rules: ChainRules;
  readonly alloc: readonly GenesisAccount[];
  /** Without its state root, which follows from `alloc`. */
  readonly header: Omit<BlockHeader, 'stateRoot'>;
  /** Header mode: the first validators; empty in contract mode. */
  readonly validators: readonly Hex[];
}

export class GenesisError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`genesis: ${problems.length} problems, first: ${problems[0]}`);
    this.name = 'GenesisError';
    this.problems = problems;
  }
}

/** @throws GenesisError with everything that is wrong or not supported */
export function parsedGenesis(json: unknown): Genesis {
  const parsed = GENESIS_FILE.safeParse(json);
  if (!parsed.success)
    throw new GenesisError(parsed.error.issues.map(i => `${i.path.join('.') || 'file'}: ${i.message}`));
  const file = parsed.data;
  const problems = unsupported(file.config);
  const qbft = file.config.qbft;
  const forks: Record<Fork, number | null> = {
    berlin: file.config.berlinBlock ?? null,
    london: file.config.londonBlock ?? null,
    shanghai: file.config.shanghaiTime ?? null,
    cancun: file.config.cancunTime ?? null,
  };
  if (Object.values(forks).every(at => at === null))
    problems.push(
      'config: no fork from Berlin on is named (berlinBlock, londonBlock, shanghaiTime, cancunTime)',
    );
  const rules: ChainRules = {
    chainId: file.config.chainId,
    forks,
    blockPeriodS: qbft.blockperiodseconds,
    epochLength: qbft.epochlength,
    blockRewardWei: qbft.blockreward ?? 0n,
    beneficiary: qbft.miningbeneficiary ?? null,
    validatorContract: qbft.validatorcontractaddress ?? null,
    zeroBaseFee: file.config.zeroBaseFee ?? false,
  };
  const validators = genesisValidators(file.extraData, rules, problems);
  if (problems.length > 0) throw new GenesisError(problems);
  return { rules, validators, alloc: allocated(file.alloc), header: genesisHeader(file, rules) };
}

/** The fork that rules a block. */
export function forkAt(rules: ChainRules, blockNumber: number, timestampS: number): Fork {
  let fork: Fork = 'berlin';
  for (const name of FORKS) {
    const from = rules.forks[name];
    const at = name === 'berlin' || name === 'london' ? blockNumber : timestampS;
    if (from !== null && at >= from) fork = name;
  }
  return fork;
}

export interface NewGenesis {
  readonly chainId: number;
  readonly validators: readonly Hex[];
  readonly alloc: readonly { readonly address: Hex; readonly balanceWei: bigint }[];
  readonly timestampS: number;
  readonly blockPeriodS: number;
  readonly gasLimit: number;
}

/** The genesis file of a new chain: Cancun from the start, no base fee, validators in the header. Besu reads it. */
export function newGenesisFile(genesis: NewGenesis): Record<string, unknown> {
  const validators = genesis.validators.map(v => v.toLowerCase() as Hex).sort();
  const alloc = genesis.alloc.map(a => [
    a.address.slice(2).toLowerCase(),
    { balance: `0x${a.balanceWei.toString(16)}` },
  ]);
  return {
    config: {
      chainId: genesis.chainId,
      berlinBlock: 0,
      londonBlock: 0,
      shanghaiTime: 0,
      cancunTime: 0,
      zeroBaseFee: true,
      qbft: { blockperiodseconds: genesis.blockPeriodS, epochlength: 30_000, requesttimeoutseconds: 4 },
    },
    nonce: '0x0',
    timestamp: `0x${genesis.timestampS.toString(16)}`,
    extraData: hexOf(encodedExtraData({ vanity: ZERO_HASH, validators, vote: null, round: 0, seals: [] })),
    gasLimit: `0x${genesis.gasLimit.toString(16)}`,
    difficulty: '0x1',
    mixHash: BFT_MIX_HASH,
    coinbase: ZERO_ADDRESS,
    baseFeePerGas: '0x0',
    alloc: Object.fromEntries(alloc),
  };
}

function genesisHeader(file: GenesisFile, rules: ChainRules): Genesis['header'] {
  const timestampS = Number(file.timestamp);
  const london = rules.forks.london === 0;
  const shanghai = rules.forks.shanghai !== null && timestampS >= rules.forks.shanghai;
  const cancun = rules.forks.cancun !== null && timestampS >= rules.forks.cancun;
  return {
    parentHash: file.parentHash ?? ZERO_HASH,
    ommersHash: NO_OMMERS_HASH,
    coinbase: file.coinbase ?? ZERO_ADDRESS,
    transactionsRoot: EMPTY_TRIE_ROOT,
    receiptsRoot: EMPTY_TRIE_ROOT,
    logsBloom: EMPTY_BLOOM,
    difficulty: file.difficulty,
    number: 0,
    gasLimit: file.gasLimit,
    gasUsed: 0n,
    timestampS,
    extraData: file.extraData,
    mixHash: file.mixHash ?? ZERO_HASH,
    nonce: hexOf(leftPadded(withoutLeadingZeros(bytesOfQuantity(file.nonce ?? '0x0')), 8)),
    baseFeePerGas: !london ? null : rules.zeroBaseFee ? 0n : (file.baseFeePerGas ?? INITIAL_BASE_FEE_WEI),
    withdrawalsRoot: shanghai ? EMPTY_TRIE_ROOT : null,
    blobGasUsed: cancun ? 0n : null,
    excessBlobGas: cancun ? 0n : null,
    parentBeaconBlockRoot: cancun ? ZERO_HASH : null,
    requestsHash: null,
  };
}

function genesisValidators(extraData: Hex, rules: ChainRules, problems: string[]): readonly Hex[] {
  try {
    const { validators } = decodedExtraData(bytesOf(extraData));
    if (rules.validatorContract !== null) return [];
    if (validators.length === 0)
      problems.push('extraData: names no validator, and config.qbft has no validator contract');
    return validators;
  } catch (error) {
    if (!(error instanceof ExtraDataError)) throw error;
    problems.push(error.message);
    return [];
  }
}

function allocated(alloc: GenesisFile['alloc']): GenesisAccount[] {
  return Object.entries(alloc).map(([address, account]) => ({
    address: `0x${address.replace(/^0x/, '').toLowerCase()}`,
    balanceWei: account.balance ?? 0n,
    nonce: account.nonce ?? 0n,
    code: `0x${(account.code ?? '').replace(/^0x/, '')}`,
    storage: Object.entries(account.storage ?? {}).map(([slot, value]) => [word(slot), word(value)]),
  }));
}

function word(hex: string): Hex {
  return hexOf(leftPadded(bytesOfQuantity(hex), 32));
}

function bytesOfQuantity(hex: string): Uint8Array {
  const digits = hex.replace(/^0x/, '');
  return bytesOf(digits.length % 2 === 0 ? digits : `0${digits}`);
}

/** Keys that change which blocks are valid and that we do not implement: refused by name. */
function unsupported(config: Record<string, unknown>): string[] {
  return Object.keys(config)
    .filter(key => !KNOWN_CONFIG.has(key))
    .map(key => `config.${key}: not supported by this validator`);
}

const hexText = z.string().regex(/^(0x)?[0-9a-fA-F]*$/, 'is not hexadecimal');
const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'is not an address')
  .transform(text => text.toLowerCase() as Hex);
const hash = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, 'is not a hash of 32 bytes')
  .transform(text => text.toLowerCase() as Hex);
const amount = z
  .union([
    z.string().regex(/^(0x[0-9a-fA-F]+|[0-9]+)$/, 'is neither a decimal nor a hexadecimal number'),
    z.number().int(),
  ])
  .transform(value => BigInt(value));
const count = z.number().int().nonnegative();

const GENESIS_FILE = z.object({
  config: z
    .object({
      chainId: z.number().int().positive(),
      berlinBlock: count.optional(),
      londonBlock: count.optional(),
      shanghaiTime: count.optional(),
      cancunTime: count.optional(),
      zeroBaseFee: z.boolean().optional(),
      qbft: z.strictObject({
        blockperiodseconds: z.number().int().positive(),
        epochlength: z.number().int().positive(),
        requesttimeoutseconds: z.number().positive().optional(),
        blockreward: amount.optional(),
        miningbeneficiary: address.optional(),
        validatorcontractaddress: address.optional(),
      }),
    })
    .catchall(z.unknown()),
  nonce: hexText.optional(),
  timestamp: z.string().regex(/^0x[0-9a-fA-F]{1,12}$/, 'is not a hexadecimal time'),
  extraData: z
    .string()
    .regex(/^0x([0-9a-fA-F]{2})+$/, 'is not hexadecimal bytes')
    .transform(text => text.toLowerCase() as Hex),
  gasLimit: amount,
  difficulty: amount,
  mixHash: hash.optional(),
  coinbase: address.optional(),
  parentHash: hash.optional(),
  baseFeePerGas: amount.optional(),
  alloc: z.record(
    z.string().regex(/^(0x)?[0-9a-fA-F]{40}$/, 'is not an address'),
    z.object({
      balance: amount.optional(),
      nonce: amount.optional(),
      code: hexText.optional(),
      storage: z.record(hexText, hexText).optional(),
    }),
  ),
});
type GenesisFile = z.infer<typeof GENESIS_FILE>;

/** Ours, forks before Berlin (all active with it), and keys without effect on validity. */
const KNOWN_CONFIG = new Set([
  ...['chainId', 'berlinBlock', 'londonBlock', 'shanghaiTime', 'cancunTime', 'zeroBaseFee', 'qbft'],
  ...[
    'homesteadBlock',
    'daoForkBlock',
    'daoForkSupport',
    'eip150Block',
    'eip150Hash',
    'eip155Block',
    'eip158Block',
  ],
  ...['byzantiumBlock', 'constantinopleBlock', 'constantinopleFixBlock', 'petersburgBlock', 'istanbulBlock'],
  ...['muirGlacierBlock', 'discovery'],
]);
const INITIAL_BASE_FEE_WEI = 1_000_000_000n; // EIP-1559
