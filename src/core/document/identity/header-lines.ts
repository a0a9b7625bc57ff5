/** The lines of keys and values that head a document: `**Date:** 3 May`, `- Company: Acme`, front matter, `日期：…`. */
import type { Span } from '../model';
import { remembered } from '../../base/remembered';

export interface HeaderLine extends Span {
  /** Lower case, without markup: `analysis date`. */
  readonly key: string;
  /** As written, without the markup around it; the span is the value's. */
  readonly value: string;
}

/** A head ends with the first screen; values are short. */
const HEAD = 3000;
const LONGEST_VALUE = 300;
const MOST_LINES = 60;
/** Whoever looks for a title, a date or a subject asks the same head; only the last few documents are asked again. */
const HEADS_KEPT = 4;

/** Emphasis, bullets, quotes and table bars around a key or value. */
const AROUND = /^[\s*_>#|`"“”'-]+|[\s*_|`"“”']+$/gu;
const PAIR = /([\p{L}][\p{L} /&-]{0,30}?)[*_]{0,3}\s?[:：]+[*_]{0,3}\s*([^\n|]{1,300})/u;

/** Keys and values of the head in reading order; several on one line where bars part them. */
export const headerLines = (text: string): readonly HeaderLine[] => linesOfHead(text.slice(0, HEAD));

const linesOfHead = remembered(readLines, HEADS_KEPT);

function readLines(head: string): readonly HeaderLine[] {
  const found: HeaderLine[] = [];
  let start = 0;
  for (const line of head.split('\n').slice(0, MOST_LINES)) {
    let at = start;
    for (const part of line.split(/\s\|\s|(?<=\S)\s{3,}(?=\S)/u)) {
      const from = head.indexOf(part, at);
      const pair = readPair(part, from);
      if (pair) found.push(pair);
      at = from + part.length;
    }
    start += line.length + 1;
  }
  return found;
}

function readPair(part: string, from: number): HeaderLine | null {
  const pair = part.length > 500 ? null : PAIR.exec(part);
  if (!pair?.[1] || pair[2] === undefined) return null;
  // A key opens its line: what stands before it is only markup.
  if (/[\p{L}\p{N}]/u.test(part.slice(0, pair.index))) return null;
  const value = pair[2].replaceAll(AROUND, '');
  if (value === '' || value.length > LONGEST_VALUE) return null;
  const at = from + part.indexOf(value, pair.index + pair[1].length);
  return { key: pair[1].trim().toLowerCase(), value, start: at, end: at + value.length };
}

/** The first line under one of `keys`. */
export const headerValue = (text: string, keys: readonly string[]): HeaderLine | null =>
  headerLines(text).find(({ key }) => keys.includes(key)) ?? null;
