import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepEqual } from './keep-equal.ts';

const part = fc.oneof(
  fc.float32Array(),
  fc.uint8Array(),
  fc.string(),
  fc.double(),
  fc.array(fc.record({ text: fc.string(), x: fc.double() })),
);
const paint = fc.record({ colours: fc.array(fc.uint8Array()), bars: part, label: fc.constantFrom(null, 1) });

describe('keepEqual', () => {
  test('says what the new one says, whatever was before', () => {
    fc.assert(
      fc.property(fc.option(paint), paint, (before, after) => {
        expect(keepEqual(before, structuredClone(after))).toEqual(after);
      }),
    );
  });

  test('an equal one is the one before', () => {
    fc.assert(
      fc.property(paint, before => {
        expect(keepEqual(before, structuredClone(before))).toBe(before);
      }),
    );
  });

  test('only what changed is new', () => {
    const before = { a: new Uint8Array([1, 2]), b: [new Float32Array([Number.NaN]), new Float32Array([1])] };
    const after = { a: new Uint8Array([1, 3]), b: [new Float32Array([Number.NaN]), new Float32Array([2])] };
    const kept = keepEqual(before, after);
    expect(kept.a).toBe(after.a);
    expect(kept.b[0]).toBe(before.b[0]);
    expect(kept.b[1]).toBe(after.b[1]);
  });

  test('a shorter list is a change', () => {
    const before = [[1], [2]];
    expect(keepEqual(before, [[1]])).toEqual([[1]]);
    expect(keepEqual<object>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    expect(keepEqual<unknown>([], {})).toEqual({});
  });
});
