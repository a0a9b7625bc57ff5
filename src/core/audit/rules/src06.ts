/** SRC06: a source without an issue or access date. */
import { findingAt } from '../finding';
import type { AuditDocument, AuditModel, Finding, Rule } from '../model';

/** Markers that stand for a source; "according to" and the like may name nobody who could be dated. */
const MARKERS = new Set([
  'bracket-name',
  'bracket-number',
  'footnote',
  'superscript',
  'source-parenthesis',
  'link',
  'author-year',
  'wiki',
]);
/** "own estimates" and "company data" are no publications. */
const NO_PUBLICATION = /^(?:own|our|company|management|industry|internal)\b|^.{0,2}$/i;

const check = (document: AuditDocument, model: AuditModel): readonly Finding[] =>
  model.sources.flatMap((source) => {
    if (source.issued || source.accessed) return [];
    const first = document.citations.find(({ sourceId, style }) => sourceId === source.id && MARKERS.has(style));
    const name = source.title ?? source.publisher ?? '';
    if (!first || NO_PUBLICATION.test(name)) return [];
    return [findingAt('SRC06', 'info', document, [first], `${name} has neither an issue date nor an access date.`)];
  });

export const SRC06: Rule = {
  id: 'SRC06',
  severity: 'info',
  title: 'Source without a date',
  about: 'A cited source has neither an issue date nor an access date.',
  across: 'sources',
  examples: [{ text: 'The company reported revenue of $500 million in Q1 2026 [Daily Courier].', says: 'info' }],
  check,
};
