/** Turns what a handler does into what crosses a boundary, and back: a value, or a failure. */
import { asThrown, type Reply } from '../../contract/errors';
import { wireError } from '../failures/failure';

/** The value of `work`, or its failure; never throws. `what` names the work in the log. */
export async function replyTo<T>(what: string, work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (reason) {
    return { ok: false, error: wireError(what, reason) };
  }
}

/** The other way round: a value, or the failure thrown. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw asThrown(reply.error);
}
