/** Breaks files the way transfer, other programs and malice do: bytes, pieces, words of the format, and inside of packed files. */
import { unzipSync, zipSync } from 'fflate';
import type { Random } from './random';

const WORDS = [
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud800',
  '<',
  '</',
  '/>',
  '<!--',
  ']]>',
  '&#x0;',
  '&x;',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]>',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '|',
  '\t',
  '\r',
  '\n\n',
  '# ',
  '- ',
  '> ',
  '```',
  '[^1]: ',
  '**',
  '__proto__',
  'constructor',
  '-1',
  '0',
  '1e308',
  '99999999999999999999',
  'NaN',
  '%',
  '$',
  '€',
  '–',
  ',',
  '.',
  ';',
  '=cmd|',
  '1 0 R',
  'endobj',
  'stream\n',
  'endstream',
  '/Length 0',
  '/Kids [1 0 R]',
  'xref',
  'trailer',
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '<table>',
  '<td rowspan=9999>',
  '<div>',
  '<sup>',
  'ER  - ',
  'TY  - ',
  '@article{',
  '@string{a = a}',
  '--b',
  '--b--',
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'contextRef="q1"',
  '"val":',
  'Revenue was $420.0 million in Q1 2026, up 20%',
  '同比增长5%',
];
const encoder = new TextEncoder();

type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array;

const splice = (bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array => {
  const made = new Uint8Array(from + put.length + bytes.length - to);
  made.set(bytes.subarray(0, from));
  made.set(put, from);
  made.set(bytes.subarray(to), from + put.length);
  return made;
};

const flip: Mutation = (bytes, random) => {
  const made = bytes.slice();
  for (let n = random.below(8) + 1; n > 0 && made.length > 0; n -= 1)
    made[random.below(made.length)] = random.below(256);
  return made;
};
const cut: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length + 1));
const drop: Mutation = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  return splice(bytes, from, Math.min(bytes.length, from + random.below(64)), new Uint8Array(0));
};
const insert: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  const word = encoder.encode(random.pick(WORDS));
  return splice(bytes, at, at, word);
};
const repeat: Mutation = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  const piece = bytes.subarray(from, from + random.below(200));
  const times = random.pick([2, 10, 500]);
  const many = new Uint8Array(piece.length * times);
  for (let n = 0; n < times; n += 1) many.set(piece, n * piece.length);
  return splice(bytes, from, from, many);
};
const cross: Mutation = (bytes, random, others) => {
  const other = random.pick(others);
  const at = random.below(other.length + 1);
  return splice(bytes, random.below(bytes.length + 1), bytes.length, other.subarray(at, at + random.below(2000)));
};

const FLAT: readonly Mutation[] = [flip, flip, cut, drop, insert, insert, insert, repeat, cross];

function flat(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  let made = bytes;
  for (let n = random.below(4) + 1; n > 0; n -= 1) made = random.pick(FLAT)(made, random, others);
  return made;
}

/** Inside of a packed file one part is broken; the packing stays sound. */
function packed(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array | null {
  try {
    const parts = unzipSync(bytes);
    const name = random.pick(Object.keys(parts));
    const part = parts[name];
    if (part === undefined) return null;
    if (random.below(12) === 0) delete parts[name];
    else parts[name] = new Uint8Array(flat(part, random, others));
    return zipSync(parts, { level: 1 });
  } catch {
    return null;
  }
}

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

export function mutate(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  const inside = isPacked(bytes) && random.below(4) > 0 ? packed(bytes, random, others) : null;
  return inside ?? flat(bytes, random, others);
}
