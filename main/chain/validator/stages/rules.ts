/** Rules that a header keeps by itself and against its parent: constants, time, gas, size, the fields of its fork. */
import type { ChainRules } from '../../qbft/genesis.ts';
import { forkAt } from '../../qbft/genesis.ts';
import { type BlockHeader, EMPTY_TRIE_ROOT, NO_OMMERS_HASH, ZERO_NONCE } from '../../qbft/header.ts';
import { BFT_MIX_HASH } from '../../qbft/seals.ts';
import { type StageFailure, unequal } from './stage.ts';

/** Our clock, when the block is to be new; null while old blocks are executed again. */
export interface ClockReading {
  readonly marketNowS: number;
  readonly speed: number;
}

export function brokenRule(
  header: BlockHeader,
  parent: BlockHeader,
  rules: ChainRules,
  clock: ClockReading | null,
  bodyBytes: number,
): StageFailure | null {
  return (
    unequal('mix-hash', BFT_MIX_HASH, header.mixHash) ??
    unequal('difficulty', 1n, header.difficulty) ??
    unequal('nonce', ZERO_NONCE, header.nonce) ??
    unequal('ommers', NO_OMMERS_HASH, header.ommersHash) ??
    brokenTime(header, parent, rules, clock) ??
    brokenGas(header, parent, rules) ??
    brokenForkFields(header, rules) ??
    (bodyBytes > BODY_BYTES_MAX
      ? { code: 'size', expected: `at most ${BODY_BYTES_MAX} bytes`, got: `${bodyBytes}` }
      : null)
  );
}

/** Market seconds by which a block is ahead of our clock, when that is worth a warning. */
export function clockSkewS(header: BlockHeader, clock: ClockReading): number | null {
  const aheadS = header.timestampS - clock.marketNowS;
  return aheadS > FUTURE_WARN_S * clock.speed ? aheadS : null;
}

function brokenTime(
  header: BlockHeader,
  parent: BlockHeader,
  rules: ChainRules,
  clock: ClockReading | null,
): StageFailure | null {
  const earliest = parent.timestampS + rules.blockPeriodS;
  if (header.timestampS < earliest)
    return { code: 'timestamp-early', expected: `at least ${earliest}`, got: String(header.timestampS) };
  if (clock === null) return null;
  const latest = Math.floor(clock.marketNowS + FUTURE_MAX_S * clock.speed);
  if (header.timestampS <= latest) return null;
  return { code: 'timestamp-future', expected: `at most ${latest}`, got: String(header.timestampS) };
}

function brokenGas(header: BlockHeader, parent: BlockHeader, rules: ChainRules): StageFailure | null {
  const change =
    header.gasLimit > parent.gasLimit ? header.gasLimit - parent.gasLimit : parent.gasLimit - header.gasLimit;
  if (change >= parent.gasLimit / 1024n && change > 0n)
    return {
      code: 'gas-limit',
      expected: `within 1/1024 of ${parent.gasLimit}`,
      got: String(header.gasLimit),
    };
  if (header.gasLimit < GAS_LIMIT_MIN)
    return { code: 'gas-limit', expected: `at least ${GAS_LIMIT_MIN}`, got: String(header.gasLimit) };
  if (header.gasUsed > header.gasLimit)
    return { code: 'gas-above-limit', expected: `at most ${header.gasLimit}`, got: String(header.gasUsed) };
  const london = rules.forks.london !== null && header.number >= rules.forks.london;
  return unequal(
    'base-fee',
    String(london ? baseFeeAfter(parent, rules) : null),
    String(header.baseFeePerGas),
  );
}

/** EIP-1559, with Besu's option of no base fee at all. */
function baseFeeAfter(parent: BlockHeader, rules: ChainRules): bigint {
  if (rules.zeroBaseFee) return 0n;
  const fee = parent.baseFeePerGas;
  if (fee === null) return 1_000_000_000n;
  const target = parent.gasLimit / 2n;
  if (parent.gasUsed === target) return fee;
  if (parent.gasUsed > target) {
    const rise = (fee * (parent.gasUsed - target)) / target / 8n;
    return fee + (rise > 1n ? rise : 1n);
  }
  return fee - (fee * (target - parent.gasUsed)) / target / 8n;
}

/** As Besu writes them for QBFT: no withdrawals, no blobs, no beacon root. */
function brokenForkFields(header: BlockHeader, rules: ChainRules): StageFailure | null {
  const fork = forkAt(rules, header.number, header.timestampS);
  const shanghai = fork === 'shanghai' || fork === 'cancun';
  const blobGas = fork === 'cancun' ? 0n : null;
  return (
    unequal('withdrawals', String(shanghai ? EMPTY_TRIE_ROOT : null), String(header.withdrawalsRoot)) ??
    unequal('blob-gas', String(blobGas), String(header.blobGasUsed)) ??
    unequal('excess-blob-gas', String(blobGas), String(header.excessBlobGas)) ??
    unequal('beacon-root', 'null', String(header.parentBeaconBlockRoot)) ??
    unequal('requests', 'null', String(header.requestsHash))
  );
}

const FUTURE_WARN_S = 15; // real seconds; × speed in market time
const FUTURE_MAX_S = 60;
const GAS_LIMIT_MIN = 5_000n;
const BODY_BYTES_MAX = 8 * 1024 * 1024; // twice what 60 Mgas of call data can fill
