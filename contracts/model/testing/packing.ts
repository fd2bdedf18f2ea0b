/** Nets and sheets of the model in the bytes and hashes that NetSettlement takes and keeps. */
import { AbiCoder, concat, hexlify, keccak256, solidityPacked, ZeroHash } from 'ethers';
import type { Group, Part, Sheet, TradedPosition } from '../groups.ts';
import type { Nets } from '../nets.ts';

export function packedNets(nets: Nets) {
  return {
    batchId: nets.batch,
    sellerSideFeeMicroEur: nets.feesMicroEur[0],
    buyerSideFeeMicroEur: nets.feesMicroEur[1],
    positions: concat([packedPositions(nets.positions), hexlify(new Uint8Array(nets.strayBytes))]),
  };
}

export function netsHash(nets: Nets): string {
  return hashed([NETS_TYPE], [packedNets(nets)]);
}

/** In the order given, also a wrong one. */
function packedPositions(positions: readonly TradedPosition[]): string {
  return concat(
    positions.map(p => solidityPacked(POSITION_TYPES, [p.point, p.participant, p.netWh, p.amountMicroEur])),
  );
}

export function packedSheet(sheet: Sheet) {
  return {
    group: BigInt(sheet.group),
    rest: chainOf(sheet.rest),
    netsWh: packedEnergies(sheet.netsWh),
    parts: sheet.parts.map(({ sign, positions }) => ({ sign, positions: packedPositions(positions) })),
  };
}

/** Four of 64 bits a word, the first in the lowest. */
export function packedEnergies(netsWh: readonly bigint[]): bigint[] {
  const words = Array.from({ length: netsWh.length / 4 }, () => 0n);
  for (const [place, netWh] of netsWh.entries())
    words[place >> 2]! += BigInt.asUintN(64, netWh) << BigInt(64 * (place % 4));
  return words;
}

/** What NetSettlement keeps of a group. */
export function stateOf({ parts, left }: Group, gatheredWh: readonly bigint[]): string {
  const chain = chainOf(parts.slice(0, left));
  const words = packedEnergies(gatheredWh);
  return left === parts.length
    ? chain
    : hashed(['bytes32', 'bytes32'], [chain, hashed([`uint256[${words.length}]`], [words])]);
}

function chainOf(parts: readonly Part[]): string {
  return parts.reduce(
    (chain, { sign, positions }) =>
      hashed(['bytes32', 'int8', 'bytes32'], [chain, sign, keccak256(packedPositions(positions))]),
    ZeroHash,
  );
}

function hashed(types: readonly string[], values: readonly unknown[]): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(types, values));
}

const POSITION_TYPES = ['uint32', 'uint32', 'int40', 'int64'];
const NETS_TYPE =
  'tuple(uint256 batchId, int64 sellerSideFeeMicroEur, int64 buyerSideFeeMicroEur, bytes positions)';
