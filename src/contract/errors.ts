/** Expected failures have stable codes and a sentence that tells a person what to do; everything else is a bug. */

export const ERROR_CODES = [
  'E_INPUT',
  'E_NOT_FOUND',
  'E_STALE',
  'E_CONFLICT',
  'E_READ_ONLY',
  /** The open file is no longer the one under its name. */
  'E_MOVED',
  'E_NEWER',
  'E_FOREIGN',
  'E_DAMAGED',
  /** The notebook has triggers, views or columns that are not ours. */
  'E_SCHEMA',
  /** The notebook knows fewer changes than were made in it: its log was deleted, or an older copy was put in its place. */
  'E_ROLLED_BACK',
  'E_LOCKED',
  'E_EMPTY',
  'E_FULL',
  'E_IO',
  'E_FORMAT',
  'E_TOO_LARGE',
  'E_DEADLINE',
  'E_MEMORY',
  'E_CANCELLED',
  'E_ENCODING',
  /** The file is encrypted: no password was given, or a wrong one. */
  'E_PASSWORD',
  'E_RESTARTED',
  'E_BUG',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** After these the same text can never be taken; after others it may be, later. */
export const isFinal = (code: ErrorCode): boolean => code === 'E_INPUT' || code === 'E_NOT_FOUND';

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: unknown;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** An expected failure: `message` tells a person what happened and what to do; `details` are for programs. */
export class TieoutError extends Error {
  override readonly name = 'TieoutError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: unknown,
    /** What went wrong below, for the log; it does not cross to another process. */
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** An expected failure as it crosses between processes. */
export const asWire = ({ code, message, details }: TieoutError): WireError =>
  details === undefined ? { code, message } : { code, message, details };

/** A failure that crossed, as the error that is thrown on this side. */
export const asThrown = ({ code, message, details }: WireError): TieoutError => new TieoutError(code, message, details);
