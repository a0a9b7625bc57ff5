/**
 * Bytes to text: by byte-order mark, else by what the bytes can be. Only the mark and the CR of CRLF are dropped, so that
 * offsets into the text stay offsets into what the person sees.
 */
import { TieoutError } from '../../contract/errors';
import { FORMATS_READ } from '../../core/document/formats';
import type { ParseProblem } from '../../core/document/model';
import { signatureOf, startsWith } from './signatures';
import { decodeWindows1252 } from './windows-1252';

export interface Decoded {
  readonly text: string;
  /** WHATWG label with its usual capitals: `UTF-8`, `UTF-16LE`, `windows-1252` …. */
  readonly encoding: string;
  readonly problems: readonly ParseProblem[];
}

/** Throws `E_FORMAT` for what is not text, `E_ENCODING` for text whose encoding is broken or unknown, `E_EMPTY` for none. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new TieoutError('E_EMPTY', 'The file is empty. Choose one that holds text.');
  const decoded = byMark(bytes) ?? byContent(bytes);
  refuseBinary(decoded.text);
  const text = decoded.text.replaceAll('\r\n', '\n');
  if (text.trim() === '') throw new TieoutError('E_EMPTY', 'The file holds no text. Choose one that does.');
  return { ...decoded, text };
}

const MARKS: readonly { readonly encoding: string; readonly mark: readonly number[] }[] = [
  { encoding: 'UTF-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'UTF-16LE', mark: [0xff, 0xfe] },
  { encoding: 'UTF-16BE', mark: [0xfe, 0xff] },
];

/** The decoder drops the mark itself. A mark is a promise: bytes that break it are an error, not a guess. */
function byMark(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    throw new TieoutError('E_ENCODING', 'The file is UTF-32 text. Save it as UTF-8 and import it again.');
  }
  const found = MARKS.find(({ mark }) => startsWith(bytes, mark));
  if (!found) return null;
  const text = tryDecode(bytes, found.encoding);
  if (text === null) {
    throw new TieoutError(
      'E_ENCODING',
      `The file is marked as ${found.encoding} text but holds bytes that are not. Save it again as UTF-8.`,
    );
  }
  return { text, encoding: found.encoding, problems: [] };
}

function byContent(bytes: Uint8Array): Decoded {
  const kind = signatureOf(bytes);
  if (kind) throw notText(`The file is ${kind}`);
  const utf8 = bytes.includes(0) ? null : tryDecode(bytes, 'UTF-8');
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8', problems: [] };
  const wide = bytes.includes(0) ? wideEncoding(bytes) : null;
  const encoding = wide ?? declaredEncoding(bytes) ?? narrowEncoding(bytes);
  const text = tryDecode(bytes, encoding);
  if (text === null) throw notText('The file is not text in any encoding Tieout knows');
  return { text, encoding, problems: [guessed(encoding)] };
}

const notText = (what: string): TieoutError =>
  new TieoutError('E_FORMAT', `${what}. ${FORMATS_READ}: save it as one of these.`);

const guessed = (encoding: string): ParseProblem => ({
  code: 'W_ENCODING_GUESSED',
  message: `The file does not say its encoding; it was read as ${encoding}. Check accents and currency signs.`,
});

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-16 without a mark shows itself by zero bytes on one side of the pairs (in any script there are spaces, line ends,
 * digits: at least one in fifty characters), and by making sense when read so.
 */
const ONE_SIDED = 8;
const PLAIN_CHARACTERS = 1 / 50;

function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, 65_536);
  const zeros = { even: 0, odd: 0 };
  let high = 0;
  for (let index = 0; index < sample.length; index++) {
    const byte = sample[index] ?? 0;
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd']++;
    else if (byte > 0x7f) high++;
  }
  const plain = Math.max(zeros.even, zeros.odd) / (sample.length / 2);
  // A narrow text with a stray zero has neither: its bytes are plain, and hardly any is zero.
  if (plain < PLAIN_CHARACTERS || (high === 0 && plain < 0.5)) return null;
  if (zeros.odd > zeros.even * ONE_SIDED && makesSense(sample, 'UTF-16LE')) return 'UTF-16LE';
  return zeros.even > zeros.odd * ONE_SIDED && makesSense(sample, 'UTF-16BE') ? 'UTF-16BE' : null;
}

/** Characters that no text is written in: private, unassigned, control. */
function makesSense(sample: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(sample);
  return (text.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0) <= text.length / 100;
}

/** HTML of old servers names its encoding in its first kilobyte. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1];
  if (!label || /^utf-?(8|16)/i.test(label)) return null;
  try {
    const encoding = new TextDecoder(label).encoding;
    return tryDecode(bytes, encoding) === null ? null : encoding;
  } catch {
    return null;
  }
}

/** GB 18030 writes a Chinese character as two high bytes; accents of Western text stand alone. */
const PAIRED_IN_CHINESE = 0.9;

function narrowEncoding(bytes: Uint8Array): string {
  let high = 0;
  let paired = 0;
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0xa1) continue;
    high++;
    if ((bytes[index + 1] ?? 0) < 0xa1) continue;
    high++;
    paired += 2;
    index++;
  }
  const chinese = high >= 8 && paired / high >= PAIRED_IN_CHINESE && tryDecode(bytes, 'gb18030') !== null;
  return chinese ? 'gb18030' : 'windows-1252';
}

/** Control characters that no text editor writes: more than a stray few means that this is no text. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f]/g;

function refuseBinary(text: string): void {
  if (text.includes('\u0000')) throw notText('The file holds zero bytes, so it is not text');
  const controls = text.slice(0, 1_000_000).match(CONTROLS)?.length ?? 0;
  if (controls > 8 && controls > text.length / 1000) throw notText('The file holds control codes, so it is not text');
}
