/**
 * Sheets: what a group of 256 points traded in an interval, as NetSettlement wants it brought back. The contract keeps one hash
 * a group, chained over the parts in the order in which nets were given, taken back and corrected; who read those events can
 * show the parts again. Pure.
 */
import { AbiCoder, keccak256, ZeroHash } from 'ethers';
import type { PositionsPart, Sheet } from './generated/types.ts';
import { splitPositions, unpackPositions } from './nets.ts';

/** The given positions by group of points; a long list is cut into several parts. */
export function partsOf(positions: string, sign: 1n | -1n): Map<number, PositionsPart[]> {
  const byGroup = Map.groupBy(splitPositions(positions), position => groupOfPoint(Number(`0x${position.slice(0, 8)}`)));
  return new Map(
    [...byGroup].map(([group, own]) => {
      const starts = Array.from({ length: Math.ceil(own.length / POSITIONS_PER_PART) }, (_, k) => k * POSITIONS_PER_PART);
      return [
        group,
        starts.map(start => ({ sign, positions: `0x${own.slice(start, start + POSITIONS_PER_PART).join('')}` })),
      ];
    }),
  );
}

/** @param pointNumber of the Registry */
export function groupOfPoint(pointNumber: number): number {
  return Math.floor(pointNumber / POINTS_PER_GROUP);
}

/**
 * The sheet that gathers what is left of a group and shows what was gathered.
 * @param parts all parts of the group, in the order of their events
 * @param state what NetSettlement.groupOf says now
 * @throws RangeError when the parts do not give it: one is missing, wrong, or out of order
 */
export function sheetOf(group: number, parts: readonly PositionsPart[], state: string): Sheet {
  const chains = [ZeroHash];
  for (const part of parts) chains.push(linked(chains.at(-1)!, part));
  const netsWh = unpackNets([]);
  for (let left = parts.length; left >= 0; left--) {
    const sheet = { group: BigInt(group), rest: ZeroHash, netsWh: packNets(netsWh), parts: parts.slice(0, left) };
    const isKept = left === parts.length && chains[left] === state;
    if (isKept || hashOfGathered(chains[left]!, sheet.netsWh) === state) return sheet;
    // Whoever gathered took the newest first.
    if (left > 0) addPart(netsWh, parts[left - 1]!);
  }
  throw new RangeError(`the ${parts.length} parts of group ${group} do not give its state ${state}`);
}

/** The same group once the sheet was gathered: what further calls for its points bring. */
export function gatheredOf(sheet: Sheet): Sheet {
  const netsWh = unpackNets(sheet.netsWh);
  for (const part of sheet.parts) addPart(netsWh, part);
  return { ...sheet, netsWh: packNets(netsWh), parts: [] };
}

/** What NetSettlement.groupOf says once a sheet with parts was gathered. */
export function stateAfter(sheet: Sheet): string {
  return hashOfGathered(sheet.rest, gatheredOf(sheet).netsWh);
}

/** What NetSettlement.groupOf says of parts that nobody gathered, in their order. */
export function chainOf(parts: readonly PositionsPart[]): string {
  return parts.reduce(linked, ZeroHash);
}

function addPart(netsWh: bigint[], { sign, positions }: PositionsPart): void {
  for (const { point, netWh } of unpackPositions(positions)) netsWh[point % POINTS_PER_GROUP]! += sign * netWh;
}

/** Four of 64 bits a word, the first in the lowest bits. */
function packNets(netsWh: readonly bigint[]): bigint[] {
  return Array.from({ length: POINTS_PER_GROUP / 4 }, (_, word) =>
    netsWh
      .slice(4 * word, 4 * word + 4)
      .reduce((bits, netWh, k) => bits | (BigInt.asUintN(64, netWh) << BigInt(64 * k)), 0n),
  );
}

/** @param words those that are not given are 0 */
function unpackNets(words: readonly bigint[]): bigint[] {
  return Array.from({ length: POINTS_PER_GROUP }, (_, k) =>
    BigInt.asIntN(64, (words[k >> 2] ?? 0n) >> BigInt(64 * (k & 3))),
  );
}

function linked(chain: string, part: PositionsPart): string {
  return hashOf(['bytes32', 'int8', 'bytes32'], [chain, part.sign, keccak256(part.positions)]);
}

function hashOfGathered(chain: string, words: readonly bigint[]): string {
  return hashOf(['bytes32', 'bytes32'], [chain, hashOf([`uint256[${words.length}]`], [words])]);
}

function hashOf(types: readonly string[], values: readonly unknown[]): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(types, values));
}

const POINTS_PER_GROUP = 256;
const POSITIONS_PER_PART = 512;
