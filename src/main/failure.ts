/**
 * The one place where something thrown becomes a failure that crosses a boundary. An expected failure keeps its code and
 * sentence. Anything else is a bug: it is reported with its stack, and the person is told what became of the work.
 */
import { z } from 'zod';
import { asWire, TieoutError, type WireError } from '../contract/errors';

/** Keeps a bug for whoever mends it. `what` is the message or job that failed. */
export type Report = (what: string, reason: unknown) => void;

export const reportToStderr: Report = (what, reason) => {
  process.stderr.write(
    `tieout: bug in ${what}: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`,
  );
};

/** Most characters of what a schema complains about. */
const LONGEST_REASON = 2000;

interface Handling {
  /** What the person should know of the records after a bug, as a sentence. */
  readonly effect?: string;
  readonly report?: Report;
}

/** `what` names what was being done and must hold no text of a note. */
export function wireError(what: string, reason: unknown, handling: Handling = {}): WireError {
  if (reason instanceof TieoutError) return asWire(reason);
  if (reason instanceof z.ZodError) {
    const why = z.prettifyError(reason).slice(0, LONGEST_REASON);
    return { code: 'E_INPUT', message: `${what}: what was sent is not as agreed. ${why}` };
  }
  const { effect = 'Nothing was changed.', report = reportToStderr } = handling;
  report(what, reason);
  return { code: 'E_BUG', message: `Tieout made a mistake (${what}). ${effect} Try again or restart it.` };
}
