/** Positions as they are packed, and what is brought back of them: laws on random parts. The contracts' own word is in trades.test.ts. */
import { ZeroHash } from 'ethers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PositionsPart, Sheet } from './generated/types.ts';
import { packPositions, type TradedPosition, unpackPositions } from './nets.ts';
import { chainOf, gatheredOf, groupOfPoint, partsOf, sheetOf, stateAfter } from './sheets.ts';

const GROUP = 3;
const number = fc.integer({ min: 1, max: 0xffff_ffff });
const pointsOfGroup = fc.integer({ min: 256 * GROUP, max: 256 * GROUP + 255 });

/** Ascending, each leg once. */
function positions(point: fc.Arbitrary<number>): fc.Arbitrary<TradedPosition[]> {
  const position = fc.record({
    point,
    participant: number,
    netWh: fc.bigInt({ min: -(2n ** 39n), max: 2n ** 39n - 1n }),
    amountMicroEur: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  });
  return fc
    .uniqueArray(position, { selector: p => `${p.point} ${p.participant}`, minLength: 1, maxLength: 8 })
    .map(found => found.sort((a, b) => a.point - b.point || a.participant - b.participant));
}
const part = fc.record({
  sign: fc.constantFrom(1n, -1n),
  positions: positions(pointsOfGroup).map(packPositions),
});
const parts = fc.array(part, { minLength: 1, maxLength: 6 });
const place = fc.nat();

describe('positions', () => {
  test('unpacked are what was packed, at every border, 21 bytes each', () => {
    fc.assert(
      fc.property(positions(number), given => {
        const packed = packPositions(given.toReversed());
        expect(packed).toHaveLength(2 + 42 * given.length);
        expect(unpackPositions(packed)).toEqual(given);
      }),
    );
    expect(unpackPositions(packPositions([]))).toEqual([]);
  });

  test('fall into parts by group: nothing is lost, nothing changes its order', () => {
    fc.assert(
      fc.property(positions(fc.integer({ min: 1, max: 1024 })), fc.constantFrom(1n, -1n), (given, sign) => {
        const found = partsOf(packPositions(given), sign);
        const unpacked = [...found].flatMap(([group, own]) =>
          own.map(p => ({ group, sign: p.sign, legs: unpackPositions(p.positions) })),
        );
        expect(unpacked.flatMap(p => p.legs)).toEqual(given);
        for (const p of unpacked) {
          expect(p.sign).toBe(sign);
          for (const leg of p.legs) expect(groupOfPoint(leg.point)).toBe(p.group);
        }
      }),
    );
  });

  test('a long list is cut: 512 positions a part', () => {
    const given = Array.from({ length: 1025 }, (_, k) => ({ point: 7, participant: k + 1, netWh: 0n, amountMicroEur: 0n }));
    const own = partsOf(packPositions(given), 1n).get(0)!;
    expect(own.map(p => unpackPositions(p.positions).length)).toEqual([512, 512, 1]);
    expect(own.flatMap(p => unpackPositions(p.positions))).toEqual(given);
  });
});

describe('a sheet', () => {
  test('brings back what is left of a group, whatever was gathered of it in whatever steps, and ends at its sums', () => {
    fc.assert(
      fc.property(parts, fc.array(place, { maxLength: 3 }), (all, steps) => {
        let state = chainOf(all);
        let gathered: Sheet = sheetOf(GROUP, all, state);
        let left = all.length;
        for (const step of steps) {
          const next = step % (left + 1);
          if (next === left) continue;
          // The newest of what is left.
          const piece = { ...gathered, rest: chainOf(all.slice(0, next)), parts: all.slice(next, left) };
          state = stateAfter(piece);
          gathered = gatheredOf(piece);
          left = next;
        }
        const sheet = sheetOf(GROUP, all, state);
        expect(sheet.parts).toEqual(all.slice(0, left));
        expect([sheet.rest, sheet.group]).toEqual([ZeroHash, BigInt(GROUP)]);
        expect(sheet.netsWh).toEqual(gathered.netsWh);
        expect(energiesOf(gatheredOf(sheet))).toEqual(sumsOf(all));
        expect(sheetOf(GROUP, all, stateAfter(sheet))).toEqual(gatheredOf(sheet));
      }),
    );
  });

  test('of a group where nothing was settled is empty', () => {
    expect(sheetOf(GROUP, [], ZeroHash)).toEqual({
      group: BigInt(GROUP),
      rest: ZeroHash,
      netsWh: Array.from({ length: 64 }, () => 0n),
      parts: [],
    });
  });

  test('is not made of parts of which one is altered, missing, in excess or of the other sign', () => {
    fc.assert(
      fc.property(parts, place, place, (all, at, digit) => {
        const k = at % all.length;
        const { sign, positions } = all[k]!;
        const d = 2 + (digit % (positions.length - 2));
        const altered = `${positions.slice(0, d)}${positions[d] === '0' ? '1' : '0'}${positions.slice(d + 1)}`;
        for (const wrong of [
          all.with(k, { sign, positions: altered }),
          all.with(k, { sign: sign === 1n ? -1n : 1n, positions }),
          all.toSpliced(k, 1),
          [...all, all[k]!],
        ])
          expect(() => sheetOf(GROUP, wrong, chainOf(all))).toThrow(RangeError);
      }),
    );
  });

  test('is not made of parts in another order', () => {
    fc.assert(
      fc.property(parts, part, (all, last) => {
        fc.pre(chainOf([last]) !== chainOf([all[0]!]));
        expect(() => sheetOf(GROUP, [last, ...all], chainOf([...all, last]))).toThrow(RangeError);
      }),
    );
  });
});

/** By point modulo 256, those that do not cancel out. */
function sumsOf(all: readonly PositionsPart[]): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const { sign, positions } of all)
    for (const { point, netWh } of unpackPositions(positions))
      sums.set(point % 256, (sums.get(point % 256) ?? 0n) + sign * netWh);
  return new Map([...sums].filter(([, netWh]) => netWh !== 0n).sort(([a], [b]) => a - b));
}

function energiesOf({ netsWh }: Sheet): Map<number, bigint> {
  const lanes = netsWh.flatMap((word, k) =>
    [0, 1, 2, 3].map(lane => [4 * k + lane, BigInt.asIntN(64, word >> BigInt(64 * lane))] as const),
  );
  return new Map(lanes.filter(([, netWh]) => netWh !== 0n));
}
