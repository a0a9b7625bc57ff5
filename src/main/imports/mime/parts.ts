/**
 * A message cut into its parts (RFC 2046). Only places are kept: nothing is decoded before somebody asks for it, so that
 * attachments cost nothing.
 */
import { TieoutError } from '../../../contract/errors';
import { IMPORT_LIMITS } from '../limits';
import { type Headers, readHeaders } from './headers';
import { parseStructured, type Structured } from './structured';

export interface Part {
  readonly headers: Headers;
  /** `text/html`, in lower case. */
  readonly type: string;
  readonly params: Structured['params'];
  /** `attachment`, `inline` …, null where the part does not say. */
  readonly disposition: string | null;
  readonly fileName: string | null;
  /** As it stands in the file, not decoded. */
  readonly body: Buffer;
  /** Of a multipart, in order. */
  readonly children: readonly Part[];
}

/** What all parts of a file may take together; one for a message and the messages inside it. */
export interface PartBudget {
  readonly take: () => void;
  /** Parts within one another, from 0. */
  readonly depth: number;
  readonly deeper: () => PartBudget;
}

export function partBudget(): PartBudget {
  let left: number = IMPORT_LIMITS.mail.parts;
  const take = (): void => {
    left -= 1;
    if (left < 0) throw tooMany();
  };
  const at = (depth: number): PartBudget => ({ take, depth, deeper: () => at(depth + 1) });
  return at(0);
}

/** Throws `E_TOO_LARGE` for more parts, parts nested deeper, or larger headers than the limits. */
export function readParts(bytes: Uint8Array, budget: PartBudget, type = 'text/plain'): Part {
  if (budget.depth > IMPORT_LIMITS.mail.depth) throw tooDeep();
  budget.take();
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headers, bodyStart } = readHeaders(source, 0, source.length);
  const content = parseStructured(headers.get('content-type'));
  const disposition = parseStructured(headers.get('content-disposition'));
  const own = /^[\w.+-]+\/[\w.+-]+$/.test(content.value) ? content.value : type;
  const body = source.subarray(bodyStart);
  const boundary = own.startsWith('multipart/') ? (content.params.get('boundary') ?? '') : '';
  const inner = own === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return {
    headers,
    type: own,
    params: content.params,
    disposition: disposition.value === '' ? null : disposition.value,
    fileName: disposition.params.get('filename') ?? content.params.get('name') ?? null,
    body,
    children: boundary === '' ? [] : Array.from(cut(body, boundary), (part) => readParts(part, budget.deeper(), inner)),
  };
}

const LF = 10;
const CR = 13;

/** What stands between the lines that are the boundary; a last part that is not closed reaches to the end. */
function* cut(body: Buffer, boundary: string): Generator<Buffer> {
  const line = Buffer.from(`--${boundary}`);
  let open = -1;
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    if (at > 0 && body[at - 1] !== LF) continue;
    const lineEnd = body.indexOf(LF, at);
    const end = lineEnd < 0 ? body.length : lineEnd;
    const rest = body.toString('latin1', at + line.length, Math.min(end, at + line.length + 100)).trimEnd();
    if (rest !== '' && rest !== '--') continue;
    if (open >= 0) yield body.subarray(open, Math.max(open, withoutLineEnd(body, at)));
    open = rest === '' ? Math.min(end + 1, body.length) : -1;
    if (rest === '--') return;
  }
  if (open >= 0) yield body.subarray(open);
}

/** The line end before a boundary belongs to it. */
const withoutLineEnd = (body: Buffer, at: number): number => at - (body[at - 2] === CR ? 2 : 1);

const again = 'Save it again from the program it comes from, without the messages it carries.';

const tooMany = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The message has more than ${IMPORT_LIMITS.mail.parts.toLocaleString('en-US')} parts, the limit. ${again}`,
  );

const tooDeep = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The message nests its parts more than ${IMPORT_LIMITS.mail.depth} deep, the limit. ${again}`,
  );
