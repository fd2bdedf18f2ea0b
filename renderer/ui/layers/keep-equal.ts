/**
 * What a new state left as it was, taken from the drawing before: deck.gl compares by identity, and draws nothing when
 * nothing has changed.
 */

/** `after`, each part of it replaced by its equal in `before`. For plain objects, lists, typed arrays and what is in them. */
export function keepEqual<T>(before: T | null, after: T): T {
  if (before === null || Object.is(before, after)) return after;
  if (ArrayBuffer.isView(before) && ArrayBuffer.isView(after))
    return sameValues(before as unknown as Values, after as unknown as Values) ? before : after;
  if (!isPlain(before) || !isPlain(after)) return after;
  const [was, is] = [before as Parts, after as Parts];
  const keys = Object.keys(is);
  let same = Object.keys(was).length === keys.length && Array.isArray(was) === Array.isArray(is);
  const kept: Parts = Array.isArray(is) ? ([] as unknown as Parts) : {};
  for (const key of keys) {
    kept[key] = keepEqual(was[key] ?? null, is[key]);
    same &&= Object.is(kept[key], was[key]);
  }
  return same ? before : (kept as T);
}

type Parts = Record<string, unknown>;
type Values = ArrayLike<number> & object;

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** NaN equals NaN: no value twice is no change. */
function sameValues(a: Values, b: Values): boolean {
  if (a.constructor !== b.constructor || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
