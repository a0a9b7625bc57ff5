/** Whole texts in the styles that analysts read, marked by hand with the classes each figure may have. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { PROVENANCE_MARK, type Provenance, PROVENANCES } from '../../../src/core/provenance/model';
import { documentOf } from './support';

const FOLDER = fileURLToPath(new URL('./notes/', import.meta.url));
/** Share of the marked figures that must come out right: room for figures that the engine reads otherwise. */
const FLOOR = 0.9;

const classOf = (mark: string): Provenance | undefined => PROVENANCES.find((known) => PROVENANCE_MARK[known] === mark);

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly allowed: readonly (Provenance | undefined)[];
}

/** `«$3.42bn:D,C»` marks a figure and the classes it may have. */
function unmarkClasses(source: string): { text: string; marked: Marked[] } {
  const marked: Marked[] = [];
  let text = '';
  let last = 0;
  for (const match of source.matchAll(/«([^»]*):([^:»]*)»/gu)) {
    text += source.slice(last, match.index);
    const quote = match[1] ?? '';
    marked.push({
      start: text.length,
      end: text.length + quote.length,
      allowed: (match[2] ?? '').split(',').map(classOf),
    });
    text += quote;
    last = match.index + match[0].length;
  }
  return { text: text + source.slice(last), marked };
}

export function misses(source: string): { misses: string[]; count: number } {
  const { text, marked } = unmarkClasses(source);
  const { figures } = analyse(documentOf(text));
  const found = marked.map(({ start, end, allowed }) => {
    const figure = figures.find((candidate) => candidate.start < end && start < candidate.end);
    const right = figure !== undefined && allowed.includes(figure.provenance);
    const around = text.slice(Math.max(0, start - 60), end + 40).replaceAll('\n', '⏎');
    const told = figure ? `${figure.provenance} (${figure.cue.rule}: ${figure.cue.text})` : 'no figure';
    return right
      ? null
      : `${text.slice(start, end)} is ${allowed.join('/')}, not ${told} | ${figure?.metric} ${figure?.entity} ${figure?.period} | …${around}…`;
  });
  return { misses: found.filter((miss): miss is string => miss !== null), count: marked.length };
}

describe('classes in whole texts', () => {
  test.each(readdirSync(FOLDER))('%s', (name) => {
    const result = misses(readFileSync(`${FOLDER}${name}`, 'utf8'));
    expect(1 - result.misses.length / result.count, result.misses.join('\n')).toBeGreaterThanOrEqual(FLOOR);
  });
});
