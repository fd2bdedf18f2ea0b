/** The keys of those who play in a random day, and the numbers of its market. */
import { encodeBytes32String, getBytes, id, sha256, toUtf8Bytes } from 'ethers';
import { addressOfPrivateKey } from '../../../main/chain/execution/crypto.ts';
import type { Account, Rules, Tariff } from '../market.ts';
import type { Cast } from '../random/scene.ts';

/** Private keys by address. */
export const keys = new Map<Account, Uint8Array>();

const account = (name: string): Account => {
  const key = getBytes(id(name));
  const address = addressOfPrivateKey(key);
  keys.set(address, key);
  return address;
};
const accounts = (name: string, count: number): Account[] =>
  Array.from({ length: count }, (_, k) => account(`${name} ${k}`));

const POINTS = 26;
/** Numbered first: the border between two groups of 256 points runs through the others. */
const IDLE_POINTS = 248;
const administrator = account('administrator');
const aggregator = account('aggregator');

export const CAST: Cast = {
  administrator,
  retailer: account('retailer'),
  meterOperator: account('meter operator'),
  operators: [account('operator 1'), account('operator 2')],
  tso: account('transmission operator'),
  broker: account('broker'),
  aggregator,
  // More points than owners: the first have two.
  owners: [...accounts('owner', 20), aggregator],
  points: Array.from({ length: POINTS }, (_, k) =>
    encodeBytes32String(`POINT-${String.fromCharCode(65 + k)}`),
  ),
  idlePoints: Array.from({ length: IDLE_POINTS }, (_, k) => encodeBytes32String(`IDLE-${k}`)),
  meters: accounts('meter', POINTS),
  founders: [administrator, ...accounts('founder', 3)],
  newcomers: accounts('newcomer', 66),
  stranger: account('stranger'),
};

export const RULES: Rules = {
  intervalSeconds: 900n,
  gateLeadSeconds: 600n,
  poolLeadSeconds: 900n,
  poolPricing: 0,
  tariffNoticeSeconds: 1200n,
  objectionSeconds: 300n,
  settlementSeconds: 1200n,
  objectionCostMicroEur: 1_000_000n,
  flexibilityPenaltyMicroEurPerKwh: 400_000n,
  curtailmentMaxWh: 10_000_000n,
  compensationMaxMicroEurPerKwh: 1_000_000n,
  retailer: CAST.retailer,
  epochSeconds: 3600n,
  validatorsMin: 3,
  validatorSeats: 6,
};

export const TARIFF: Tariff = {
  validFrom: 0n,
  feedInMicroEurPerKwh: 80_000n,
  retailMicroEurPerKwh: 320_000n,
  feeCapMicroEurPerKwh: 100_000n,
};

/** The start of a market: never a round number of intervals. */
export function startS(seed: number): bigint {
  return 1_800_000_000n + (BigInt(sha256(toUtf8Bytes(String(seed)))) % 40_000n);
}
