/** Header values with parameters behind them: `text/html; charset=utf-8` (RFC 2045, RFC 2231). */
import { decodeWords } from 'postal-mime';
import { decodeCharset } from './charset';
import { mendWestern } from './words';

export interface Structured {
  /** In lower case, without parameters. */
  readonly value: string;
  /** By lower-case name; decoded where the name or the value says how. */
  readonly params: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^=;\s]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;

export function parseStructured(header: string | null): Structured {
  const text = header ?? '';
  const written = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    if (!written.has(key)) written.set(key, unquote(value.trim()));
  }
  return { value: (/^[^;(]*/.exec(text)?.[0] ?? '').trim().toLowerCase(), params: joinContinued(written) };
}

const unquote = (value: string): string =>
  value.length >= 2 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1).replace(/\\(.)/g, '$1')
    : value;

/** `name*0`, `name*1*` … are pieces of one value, those with a star at the end percent-encoded behind a charset. */
const CONTINUED = /^([^*]+)\*(?:(\d{1,3})(\*?))?$/;

function joinContinued(written: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  const pieces = new Map<string, { readonly index: number; readonly encoded: boolean; readonly value: string }[]>();
  for (const [key, value] of written) {
    const [, name, index, star] = CONTINUED.exec(key) ?? [];
    if (name === undefined) {
      params.set(key, mendWestern(decodeWords(value)));
      continue;
    }
    const own = pieces.get(name) ?? [];
    own.push({ index: Number(index ?? 0), encoded: index === undefined || star === '*', value });
    pieces.set(name, own);
  }
  for (const [name, own] of pieces) {
    const ordered = own.sort((a, b) => a.index - b.index);
    const [, charset = '', first] = /^([^']{0,60})'[^']{0,60}'([^]*)$/.exec(ordered[0]?.value ?? '') ?? [];
    const values = ordered.map(({ value, encoded }, at) => {
      const text = at === 0 && first !== undefined ? first : value;
      return encoded ? percentBytes(text) : Buffer.from(text, 'utf8');
    });
    params.set(name, decodeCharset(Buffer.concat(values), charset === '' ? 'utf-8' : charset).text);
  }
  return params;
}

const percentBytes = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(/(%[0-9a-f]{2})/i)
      .map((piece, at) => (at % 2 === 1 ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece, 'utf8'))),
  );
