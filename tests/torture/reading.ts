/**
 * Reading and audit of one string said over and over, at twice the length again and again: the work may double with it,
 * never grow by its square. Times are of this process's CPU, and a ratio counts only when it comes again.
 */
import { auditText } from '../core/audit/support';
import type { Case } from './case';

/** What stands in figures, citations, tables, labels and markup, in pieces that mean most when they never end. */
const PIECES = [
  '(',
  '((',
  ')',
  '[',
  '[1]',
  '"',
  '“',
  '”',
  "'",
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '<',
  '<b>',
  '&',
  '&amp;',
  '\\',
  '@',
  '$',
  '$1.2bn, ',
  '1-2',
  '-',
  '–',
  '%',
  '3–',
  '4%–',
  '12,',
  '1,',
  '1 ',
  '1',
  '×',
  'x',
  '=',
  '= ',
  '+',
  '/',
  '½',
  'Revenue was $5.1 million and ',
  'Revenue',
  'price ',
  'EPS ',
  'P/E ',
  'target ',
  ' and ',
  ' of ',
  'up ',
  'vs. ',

  'Q1 ',
  'FY2025 ',
  '2025',
  '2025-',
  'a',
  'A',
  'B. ',
  'Inc. ',
  'Mr. ',
  'e.g. ',
  '1. ',
  'a) ',
  'i. ',
  '.',
  '. ',
  '…',

  ':',
  '; ',
  '|',
  '| ',
  '||',
  '\n',
  '\n\n',
  '- ',
  '* ',
  '#',
  '## ',
  '>',
  '\t',
  '    ',
  '     1',
  '\u00A0',
  '\u200B',
  '第',
  '年',
  '亿元',
  '营收',
  '同比增长',
  '，',
  '。',
  'http://',
  'www.',
  'ß',
  'é',
];
const [FROM, TO] = [4000, 64_000] as const;
/** Times of what doubles lie well below 3, those of squares at 4. */
const GROWS = 3.2;
/** Below it the clock and the engine's warming up say more than the work. */
const FEWEST_MS = 300;

interface Work {
  readonly reading: number;
  readonly ratio: number;
}

function millisecondsOf(text: string): number {
  const before = process.cpuUsage();
  auditText(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The longest text's time, and the largest growth from one length to its double. */
function workOf(textOf: (length: number) => string): Work {
  let before = millisecondsOf(textOf(FROM));
  let ratio = 0;
  for (let length = FROM * 2; length <= TO; length *= 2) {
    const now = millisecondsOf(textOf(length));
    if (now > FEWEST_MS) ratio = Math.max(ratio, now / Math.max(before, 1));
    before = now;
    if (ratio > GROWS) break;
  }
  return { reading: before, ratio };
}

export const reading: Case = ({ random }) => {
  const unit = Array.from({ length: 1 + random.below(4) }, () => random.pick(PIECES)).join('');
  const [head, tail] = [0, 0].map(() => (random.below(3) === 0 ? random.pick(PIECES) : ''));
  const textOf = (length: number): string => `${head}${unit.repeat(Math.ceil(length / unit.length))}${tail}`;
  const first = workOf(textOf);
  const grows = first.ratio > GROWS && workOf(textOf).ratio > GROWS;
  const what = JSON.stringify([head, unit, tail]);
  return {
    counts: { milliseconds: Math.round(first.reading) },
    faults: grows ? [`${what}: ${first.ratio.toFixed(1)} times the work for twice the length`] : [],
  };
};
