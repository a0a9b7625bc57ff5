/**
 * The one place where something thrown becomes a failure that crosses a boundary. An expected failure keeps its code and
 * sentence; what caused it is reported. Anything else is a bug: it is reported with its stack, and the person is told what
 * became of the work.
 */
import { z } from 'zod';
import { asWire, type ErrorCode, TieoutError, type WireError } from '../../contract/errors';

/**
 * Keeps a bug, or the cause of an expected failure, so that it can be fixed. `what` is the message or job that failed,
 * `code` what the person was told: `E_BUG` for a bug.
 */
export type Report = (what: string, reason: unknown, code: ErrorCode) => void;

export const reportToStderr: Report = (what, reason, code) => {
  const words = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  process.stderr.write(`tieout: ${code === 'E_BUG' ? 'bug' : code} in ${what}: ${words}\n`);
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
  const { effect = 'Nothing was changed.', report = reportToStderr } = handling;
  if (reason instanceof TieoutError) {
    if (reason.cause !== undefined) report(what, reason.cause, reason.code);
    return asWire(reason);
  }
  report(what, reason, 'E_BUG');
  return {
    code: 'E_BUG',
    message: `Tieout failed because of a bug (${what}). ${effect} Try again, or restart Tieout.`,
  };
}

/** `value` as `schema` describes it; throws `E_INPUT` that says what differs. For what comes from a page, never for our own data. */
export function demandShape<T>(what: string, schema: z.ZodType<T>, value: unknown): T {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const why = z.prettifyError(checked.error).slice(0, LONGEST_REASON);
  throw new TieoutError('E_INPUT', `${what} was refused, because it has the wrong form. ${why}`);
}

/** What a log may hold of something thrown: its kind and its places in the program, none of its words. */
export const trace = z.object({ name: z.string(), places: z.array(z.string()) });
export type Trace = z.infer<typeof trace>;

export function traceOf(reason: unknown): Trace {
  const known = trace.safeParse(reason);
  if (known.success) return known.data;
  if (!(reason instanceof Error)) return { name: typeof reason, places: [] };
  const code = 'code' in reason && typeof reason.code === 'string' ? ` ${reason.code}` : '';
  return { name: `${reason.name}${code}`, places: placesOf(reason) };
}

/**
 * The frames of the stack. Its words may quote a note, and may have lines that look like frames, so they are cut off first;
 * libraries set other words later, so a frame must also end in a place.
 */
function placesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  return stack
    .slice(at === -1 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => /^\s+at (?:\S.*:\d+:\d+\)?|.*\((?:<anonymous>|native)\))$/.test(line));
}
