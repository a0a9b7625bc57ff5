/** Keeps the identity of every part of an answer that is as it was, so that memoised parts are not drawn again. */

/** Returns `next`, with each sub-tree that deeply equals its place in `previous` replaced by that very object. Plain JSON data. */
export function shareStructure(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(previous) && Array.isArray(next)) return shareArray(previous, next);
  if (isRecord(previous) && isRecord(next)) return shareRecord(previous, next);
  return next;
}

function shareArray(previous: readonly unknown[], next: readonly unknown[]): unknown {
  const shared = next.map((item, index) => shareStructure(previous[index], item));
  const same = previous.length === shared.length && shared.every((item, index) => Object.is(item, previous[index]));
  return same ? previous : shared;
}

function shareRecord(previous: Record<string, unknown>, next: Record<string, unknown>): unknown {
  const shared: Record<string, unknown> = {};
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(previous).length;
  for (const key of keys) {
    const value = shareStructure(previous[key], next[key]);
    if (!Object.is(value, previous[key]) || !(key in previous)) same = false;
    shared[key] = value;
  }
  return same ? previous : shared;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
