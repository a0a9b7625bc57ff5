/** Turns what a handler does into what crosses a boundary: a value, an expected failure with its code, or a bug, logged. */
import { z } from 'zod';
import type { Reply, WireError } from '../../contract/errors';
import { TieoutError } from '../../contract/errors';

/** Of what a schema complains about, in letters. */
const LONGEST = 2000;

export async function replyTo<T>(what: string, work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (reason) {
    return { ok: false, error: wireError(what, reason) };
  }
}

export function wireError(what: string, reason: unknown): WireError {
  if (reason instanceof TieoutError) return expected(reason);
  if (reason instanceof z.ZodError) {
    const why = z.prettifyError(reason).slice(0, LONGEST);
    return { code: 'E_INPUT', message: `${what}: what was sent is not as agreed. ${why}` };
  }
  process.stderr.write(
    `tieout: bug in ${what}: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`,
  );
  return { code: 'E_BUG', message: `Tieout made a mistake (${what}). Nothing was changed; try again or restart it.` };
}

const expected = (error: TieoutError): WireError =>
  error.details === undefined
    ? { code: error.code, message: error.message }
    : { code: error.code, message: error.message, details: error.details };

/** The other way round: a value, or the failure thrown. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw asThrown(reply.error);
}

export const asThrown = (error: WireError): TieoutError => new TieoutError(error.code, error.message, error.details);
