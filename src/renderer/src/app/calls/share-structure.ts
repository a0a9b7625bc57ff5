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
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(previous).length;
  const shared = keys.map((key): [string, unknown] => {
    const before = Object.hasOwn(previous, key) ? previous[key] : undefined;
    const value = shareStructure(before, next[key]);
    if (!Object.is(value, before) || !Object.hasOwn(previous, key)) same = false;
    return [key, value];
  });
  // Entries become keys of their own, also `__proto__`, which an assignment would take for something else.
  return same ? previous : Object.fromEntries(shared);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
