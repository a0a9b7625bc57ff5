/** CON08: a reference to a figure, table or exhibit that the document does not have. */
import type { Span } from '../../document/model';
import { findingAt } from '../model/finding';
import { groupBy } from '../../base/group';
import type { AuditDocument, Finding, Rule } from '../model/model';

const CAPTION = /(?:^|\n)[ \t#*_>]*(figure|table|exhibit|chart|图表|图|表)\s?(\d{1,3})[*_]{0,2}\s?[:.：—–|-]/giu;
const REFERENCE =
  /(?<![\p{L}\n])(figure|table|exhibit|chart)\s(\d{1,3})(?![\d.,]*\d|\s?[:—–|])|(?:见|如|参见)(图表|图|表)\s?(\d{1,3})(?!\d)/giu;
/** In the text of others: a filing's "Table 5", a report's exhibit. */
const ELSEWHERE = /^\W{0,3}(?:of|in|from)\s+(?:the|its|their|our)\b/iu;
const FEWEST = 3;

interface Numbered extends Span {
  readonly kind: string;
  readonly number: number;
}

const numbered = (match: RegExpMatchArray, kind: string, number: string): Numbered => ({
  kind: kind.toLowerCase(),
  number: Number(number),
  start: (match.index ?? 0) + (match[0].length - match[0].trimStart().length),
  end: (match.index ?? 0) + match[0].length,
});

/** Captions are numbered through: a number beyond the last of at least three does not exist. */
function check(document: AuditDocument): readonly Finding[] {
  const { text } = document.layout;
  const captions = [...text.matchAll(CAPTION)].map((match) => numbered(match, match[1] ?? '', match[2] ?? ''));
  if (captions.length < FEWEST) return [];
  const byKind = groupBy(captions, ({ kind }) => kind);
  const starts = new Set(captions.map(({ start }) => start));
  return [...text.matchAll(REFERENCE)].flatMap((match): readonly Finding[] => {
    const told = numbered(match, match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? '');
    const own = byKind.get(told.kind) ?? [];
    const last = own.toSorted((a, b) => a.number - b.number).at(-1);
    const isThrough = last !== undefined && new Set(own.map(({ number }) => number)).size >= last.number - 1;
    if (!isThrough || own.length < FEWEST || told.number <= last.number || starts.has(told.start)) return [];
    if (ELSEWHERE.test(text.slice(told.end, told.end + 20))) return [];
    const message = `“${text.slice(told.start, told.end).trim()}” is referred to; the last one here is ${last.number}.`;
    return [findingAt('CON08', 'info', document, [told, last], message)];
  });
}

export const CON08: Rule = {
  id: 'CON08',
  severity: 'info',
  title: 'Reference to nothing',
  about: 'A figure, table or exhibit is referred to by a number that none has.',
  examples: [
    { text: 'Sales rose (Figure 31).\n\nFigure 1: Sales\n\nFigure 2: Costs\n\nFigure 3: Cash', says: 'info' },
    { text: 'Sales rose (Figure 3).\n\nFigure 1: Sales\n\nFigure 2: Costs\n\nFigure 3: Cash', says: 'nothing' },
    { text: 'Sales rose (Table 31).\n\nFigure 1: Sales\n\nFigure 2: Costs\n\nFigure 3: Cash', says: 'nothing' },
    { text: '销量上升（见图9）。\n\n图1：销量\n\n图2：成本\n\n图3：现金', says: 'info' },
  ],
  check,
};
