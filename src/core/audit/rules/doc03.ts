/** DOC03: what a research note must carry and this one does not. */
import { findingAt } from '../model/finding';
import type { AuditDocument, Finding, Rule } from '../model/model';

/** A passage or article is no note: it takes sections and a stance, target or scenario to be one. */
const FEWEST_SECTIONS = 4;
const OF_A_NOTE = ['thesis', 'stance', 'scenario', 'target'] as const;
const FEWEST_TYPES = 2;
const RATING = /\b(?:overweight|underweight|outperform|underperform|buy|hold|sell|accumulate|reduce)\b/i;
const DEFINED =
  /\b(?:means?|is defined as|denotes|expected (?:total )?return|rating (?:definitions?|system)|horizon)\b|评级(?:说明|定义)/i;

const isNote = ({ layout, structure }: AuditDocument): boolean =>
  layout.sections.length >= FEWEST_SECTIONS &&
  OF_A_NOTE.filter((type) => structure.some((item) => item.type === type)).length >= FEWEST_TYPES;

function missing(document: AuditDocument): readonly string[] {
  const { structure, layout } = document;
  const has = (type: string): boolean => structure.some((item) => item.type === type);
  const isRated = structure.some(
    (item) => item.type === 'stance' && RATING.test(layout.text.slice(item.start, item.end)),
  );
  return [
    document.asOf === null ? 'No as-of date says what the note knew. Add one.' : '',
    has('disclaimer') ? '' : 'No disclaimer was found. Add one.',
    isRated && !has('horizon') && !DEFINED.test(layout.text)
      ? 'The rating is not defined and has no horizon. Add both.'
      : '',
  ].filter((message) => message !== '');
}

const check = (document: AuditDocument): readonly Finding[] =>
  isNote(document)
    ? missing(document).map((message) => ({
        ...findingAt(
          'DOC03',
          'warning',
          document,
          [{ start: 0, end: Math.min(document.layout.text.length, 60) }],
          message,
        ),
        key: `DOC03|${document.id}|${message}`,
      }))
    : [];

export const DOC03: Rule = {
  id: 'DOC03',
  severity: 'warning',
  title: 'Date, disclaimer or definition missing',
  about: 'A research note lacks its as-of date, its disclaimer, or the meaning of its rating.',
  examples: [
    {
      text: 'Northwind: margins turn\n\nI. Thesis\n\nOur thesis is that margins turn. We rate the shares Buy.\n\nII. Results\n\nRevenue rose 12% to $2.24 billion.\n\nIII. Scenarios\n\n- Base case: revenue of $500 million if demand holds\n- Bear case: revenue of $400 million if it does not\n\nIV. Valuation\n\nOur price target is $120.\n',
      says: 'warning',
    },
    { text: 'Revenue rose 12% to $2.24 billion from $2.00 billion.', says: 'nothing' },
  ],
  check,
};
