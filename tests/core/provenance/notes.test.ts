/** Whole texts in the styles that analysts read, marked by hand with the classes each figure may have. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { PROVENANCE_MARK, type Provenance, PROVENANCES } from '../../../src/core/figure/provenance';
import { documentOf } from './support';

const FOLDER = fileURLToPath(new URL('./notes/', import.meta.url));
/** Share of the marked figures that must come out right; what the figure engine does not see is not counted. */
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

function missesOf(source: string): { misses: string[]; count: number } {
  const { text, marked } = unmarkClasses(source);
  const { figures } = analyse(documentOf(text));
  const misses: string[] = [];
  let count = 0;
  for (const { start, end, allowed } of marked) {
    const figure = figures.find((candidate) => candidate.start < end && start < candidate.end);
    if (!figure) continue;
    count++;
    const around = text.slice(Math.max(0, start - 60), end + 40).replaceAll('\n', '⏎');
    const told = `${figure.provenance} (${figure.cue.rule}: ${figure.cue.text})`;
    if (!allowed.includes(figure.provenance))
      misses.push(`${figure.quote} is ${allowed.join('/')}, not ${told} | …${around}…`);
  }
  return { misses, count };
}

describe('classes in whole texts', () => {
  test.each(readdirSync(FOLDER))('%s', (name) => {
    const result = missesOf(readFileSync(`${FOLDER}${name}`, 'utf8'));
    expect(1 - result.misses.length / result.count, result.misses.join('\n')).toBeGreaterThanOrEqual(FLOOR);
  });
});
