/** Whether bytes are a message: lines of mail headers down to the first blank line, and those that only mail has. */
import { IMPORT_LIMITS } from '../limits';
import { parseHeaders, type Headers } from '../mime/headers';
import { mailDate } from '../mime/words';

/** Written by programs, never by people. */
const MACHINE = [
  'mime-version',
  'message-id',
  'received',
  'return-path',
  'content-type',
  'content-transfer-encoding',
  'dkim-signature',
  'x-unsent',
];

/** The headers of the message, or null where the bytes begin with anything else. */
export function messageHeaders(bytes: Uint8Array): Headers | null {
  const source = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.byteLength, IMPORT_LIMITS.mail.headerBytes),
  );
  const start = skipEnvelope(source);
  if (!/^[!-9;-~]{1,60}[ \t]*:/.test(source.toString('latin1', start, start + 80))) return null;
  const head = source.subarray(start, endOfHeaders(source, start));
  // Zero bytes are in no header; what holds them is another format.
  return head.includes(0) ? null : parseHeaders(head);
}

/** Mailboxes put a line of their own before each message; some programs write a mark of UTF-8. */
export function skipEnvelope(source: Buffer): number {
  const start = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  if (source.toString('latin1', start, start + 5) !== 'From ') return start;
  return source.indexOf(10, start) + 1;
}

function endOfHeaders(source: Buffer, start: number): number {
  const ends = [source.indexOf('\n\n', start), source.indexOf('\n\r\n', start)].filter((end) => end >= 0);
  return ends.length === 0 ? source.length : Math.min(...ends);
}

export function emailScore(bytes: Uint8Array): number {
  const headers = messageHeaders(bytes);
  if (headers === null) return 0;
  const addressed = ['from', 'sender', 'to', 'subject'].filter((name) => headers.get(name) !== null).length;
  const machine = MACHINE.filter((name) => headers.get(name) !== null).length;
  if (addressed > 0 && machine >= 2) return 0.9;
  if (!headers.wellFormed) return 0;
  // A message written down by hand has a sender's address and a date as mail writes it.
  const letter = headers.get('subject') !== null && (headers.get('from') ?? '').includes('@');
  return letter && (machine === 1 || mailDate(headers.get('date')) !== null) ? 0.8 : 0;
}
