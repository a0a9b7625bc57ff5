/** A part's content, decoded: transfer encoding, then charset, then lines that only mail broke. */
import { TieoutError } from '../../../contract/errors';
import { describeBytes, IMPORT_LIMITS } from '../limits';
import type { ProblemCount } from '../problems';
import { decodeCharset } from './charset';
import type { Part } from './parts';

export const BODY_PROBLEMS = {
  W_ENCODING_GUESSED: 'A part does not say its encoding; its encoding was guessed. Check accents and currency signs.',
  W_ENCODING_DAMAGED: 'Some characters are not in the encoding that the file names and could not be read.',
} as const;

export function bytesOf({ headers, body }: Part): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding.includes('base64')) return Buffer.from(body.toString('latin1'), 'base64');
  return encoding.includes('quoted-printable') ? unquotePrintable(body) : body;
}

/** With LF at line ends. Throws `E_TOO_LARGE` for more text than the limit. */
export function textOf(part: Part, problems: ProblemCount): string {
  const bytes = bytesOf(part);
  if (bytes.length > IMPORT_LIMITS.mail.textBytes) throw tooMuchText();
  const { text, guessed, damaged } = decodeCharset(bytes, part.params.get('charset') ?? null);
  if (guessed) problems.add('W_ENCODING_GUESSED');
  if (damaged) problems.add('W_ENCODING_DAMAGED');
  const lines = text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n');
  const flowed = part.type === 'text/plain' && /^flowed$/i.test(part.params.get('format') ?? '');
  return flowed ? unflow(lines, /^yes$/i.test(part.params.get('delsp') ?? '')) : lines;
}

const EQUALS = 0x3d;
const LF = 10;

/** What follows an equals sign and is neither two hex digits nor a line's end stands as written. */
function unquotePrintable(body: Buffer): Uint8Array {
  const out = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte === EQUALS) {
      const soft = softBreak(body, at + 1);
      if (soft > 0) {
        at = soft;
        continue;
      }
      const value = hexValue(body, at + 1);
      if (value >= 0) {
        out[length++] = value;
        at += 2;
        continue;
      }
    }
    out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** Where the line ends, if nothing but white space stands before that; else 0. */
function softBreak(body: Buffer, from: number): number {
  for (let at = from; at < body.length && at < from + 80; at++) {
    if (body[at] === LF) return at;
    if (!/\s/.test(String.fromCharCode(body[at] ?? 0))) return 0;
  }
  return 0;
}

function hexValue(body: Buffer, at: number): number {
  const digits = body.toString('latin1', at, at + 2);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : -1;
}

/** RFC 3676: a line that ends in a space goes on in the next, if both are quoted as deep. */
function unflow(text: string, dropSpace: boolean): string {
  const out: string[] = [];
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const quoted = /^>*/.exec(line)?.[0] ?? '';
    const words = line.slice(quoted.length).replace(/^ /, '');
    const flows = words.endsWith(' ') && words !== '-- ';
    const kept = flows && dropSpace ? words.slice(0, -1) : words;
    if (open === quoted) out[out.length - 1] = `${out.at(-1) ?? ''}${kept}`;
    else out.push(quoted === '' ? kept : `${quoted} ${kept}`);
    open = flows ? quoted : null;
  }
  return out.join('\n');
}

const tooMuchText = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The message has more than ${describeBytes(IMPORT_LIMITS.mail.textBytes)} of text, the limit. Import the part you need.`,
  );
