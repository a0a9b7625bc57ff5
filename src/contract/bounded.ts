/**
 * How large a request may be, looked at before a schema is: a schema that meets a million unknown keys writes all of them
 * into its complaint. Text is not counted, because a pasted document is one.
 */
import { TieoutError } from './errors';

/** Keys and items of a request, at any depth. */
const MOST_MEMBERS = 200_000;
const DEEPEST = 40;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || prototype === Object.prototype || isOfOtherRealm(prototype);
};

/** What came through a port has the prototypes of this realm; what a test of another realm sends looks the same. */
const isOfOtherRealm = (prototype: unknown): boolean =>
  typeof prototype === 'object' && prototype !== null && Object.getPrototypeOf(prototype) === null;

/** Throws E_INPUT for a request that is no plain data, or larger or deeper than any of ours. */
export function demandBounded(message: string, request: unknown): void {
  let open: readonly unknown[] = [request];
  let members = 0;
  for (let depth = 0; open.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of open) {
      if (typeof value !== 'object' || value === null) continue;
      if (!isPlain(value)) throw refused(message, 'it is not plain data');
      const inner = Object.values(value);
      members += inner.length;
      if (members > MOST_MEMBERS) throw refused(message, `it has over ${MOST_MEMBERS} members`);
      for (const member of inner) next.push(member);
    }
    if (next.length > 0 && depth >= DEEPEST) throw refused(message, `it is over ${DEEPEST} levels deep`);
    open = next;
  }
}

const refused = (message: string, why: string): TieoutError =>
  new TieoutError('E_INPUT', `${message.slice(0, 60)} was refused: ${why}. Restart Tieout and try again.`);
