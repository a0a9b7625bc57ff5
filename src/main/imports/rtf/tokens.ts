/** A rich text file as its tokens, one after another (RTF 1.9.1, "Conventions of an RTF Reader"). */

export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word with its number, or a control symbol; `word` is empty for a symbol that means nothing. */
  | { readonly kind: 'control'; readonly word: string; readonly value: number | null }
  /** Bytes of text in the character set that holds there. */
  | { readonly kind: 'text'; readonly bytes: readonly number[] };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isBreak = (byte: number): boolean => byte === 0x0a || byte === 0x0d || byte === 0;

/** Longest stretch of text in one token. */
const STRETCH = 4096;

export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === CLOSE) {
      at += 1;
      yield byte === OPEN ? { kind: 'open' } : { kind: 'close' };
    } else if (byte === BACKSLASH) {
      const { token, end } = controlAt(bytes, at + 1);
      at = end;
      yield token;
    } else {
      const text: number[] = [];
      for (; at < bytes.length && text.length < STRETCH; at += 1) {
        const next = bytes[at] ?? 0;
        if (next === OPEN || next === CLOSE || next === BACKSLASH) break;
        if (!isBreak(next)) text.push(next);
      }
      if (text.length > 0) yield { kind: 'text', bytes: text };
    }
  }
}

interface Control {
  readonly token: Token;
  readonly end: number;
}

function controlAt(bytes: Uint8Array, start: number): Control {
  const first = bytes[start] ?? 0;
  if (!isLetter(first)) return symbolAt(bytes, start, first);
  let at = start;
  while (at < bytes.length && at - start < 40 && isLetter(bytes[at] ?? 0)) at += 1;
  const word = ascii(bytes, start, at);
  const digits = at + (bytes[at] === 0x2d ? 1 : 0);
  let end = digits;
  while (end < bytes.length && end - digits < 10 && isDigit(bytes[end] ?? 0)) end += 1;
  const value = end > digits ? Number(ascii(bytes, at, end)) : null;
  if (value === null) end = at;
  // One blank behind a control word belongs to it; `\bin` is followed by that many bytes of anything.
  if (bytes[end] === 0x20) end += 1;
  if (word === 'bin' && value !== null && value > 0) end += value;
  return { token: { kind: 'control', word, value }, end };
}

function symbolAt(bytes: Uint8Array, start: number, symbol: number): Control {
  if (symbol === 0x27) {
    const code = Number.parseInt(ascii(bytes, start + 1, start + 3), 16);
    const token: Token = Number.isNaN(code)
      ? { kind: 'control', word: '', value: null }
      : { kind: 'text', bytes: [code] };
    return { token, end: start + 3 };
  }
  const word = String.fromCharCode(symbol);
  if ('\\{}'.includes(word)) return { token: { kind: 'text', bytes: [symbol] }, end: start + 1 };
  const meaning = isBreak(symbol) && symbol !== 0 ? 'par' : word;
  return { token: { kind: 'control', word: meaning, value: null }, end: start + 1 };
}

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, Math.min(end, bytes.length)));
