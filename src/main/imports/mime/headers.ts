/** The lines above a message or one of its parts (RFC 5322, RFC 2045), unfolded and as written. */
import { TieoutError } from '../../../contract/errors';
import { describeBytes, IMPORT_LIMITS } from '../limits';
import { decodeWindows1252 } from '../windows-1252';

export interface Headers {
  /** Of the first line of that name, which is given in lower case; null where there is none. */
  readonly get: (name: string) => string | null;
  /** In lower case, in their order. */
  readonly names: readonly string[];
  /** Every line is a header or continues one. */
  readonly wellFormed: boolean;
}

export interface HeaderBlock {
  readonly headers: Headers;
  /** Where what the headers are about begins. */
  readonly bodyStart: number;
}

const LF = 10;
const CR = 13;
/** Of one header's value, in characters: the rest of a longer one is left out. */
const LONGEST_VALUE = 20_000;

/** Throws `E_TOO_LARGE` where the headers of one part are larger than the limit. */
export function readHeaders(bytes: Buffer, start: number, end: number): HeaderBlock {
  const window = Math.min(end, start + IMPORT_LIMITS.mail.headerBytes);
  let at = start;
  while (at < window) {
    const line = bytes.subarray(at, window).indexOf(LF);
    const next = line < 0 ? window : at + line + 1;
    if (isBlank(bytes, at, next)) return { headers: parseHeaders(bytes.subarray(start, at)), bodyStart: next };
    at = next;
  }
  if (window < end) throw tooLarge();
  return { headers: parseHeaders(bytes.subarray(start, end)), bodyStart: end };
}

const isBlank = (bytes: Buffer, at: number, next: number): boolean =>
  bytes[at] === LF || (bytes[at] === CR && next - at === 2);

export function parseHeaders(bytes: Uint8Array): Headers {
  const folded: string[][] = [];
  let wellFormed = true;
  for (const line of headerText(bytes).split(/\r?\n|\r/)) {
    if (line === '') continue;
    if (/^[ \t]/.test(line) && folded.length > 0) folded.at(-1)?.push(line.trim());
    else if (NAMED.test(line)) folded.push([line]);
    else wellFormed = false;
  }
  const values = new Map<string, string>();
  const names = folded.map((lines) => {
    const line = lines.join(' ');
    const name = NAMED.exec(line)?.[1]?.toLowerCase() ?? '';
    if (!values.has(name))
      values.set(
        name,
        line
          .slice(line.indexOf(':') + 1)
          .trim()
          .slice(0, LONGEST_VALUE),
      );
    return name;
  });
  return { get: (name) => values.get(name) ?? null, names, wellFormed };
}

const NAMED = /^([!-9;-~]{1,100})[ \t]*:/;

/** Headers are ASCII; where a program wrote others it meant UTF-8, or what Windows has. */
function headerText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

const tooLarge = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The headers of the message are larger than ${describeBytes(IMPORT_LIMITS.mail.headerBytes)}, the limit. Save it again from the program it comes from.`,
  );
