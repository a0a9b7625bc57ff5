/** SRC06: sources without an issue or access date. */
import { findingAt } from '../model/finding';
import type { AuditDocument, AuditModel, Finding, Rule } from '../model/model';

/** Markers that stand for a source; "according to" and the like may name a party that has no date. */
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

/** One finding a document: where one source lacks a date, mostly all do. */
function check(document: AuditDocument, model: AuditModel): readonly Finding[] {
  const undated = model.sources.flatMap((source) => {
    if (source.issued || source.accessed) return [];
    const first = document.citations.find(({ sourceId, style }) => sourceId === source.id && MARKERS.has(style));
    const name = source.title ?? source.publisher ?? '';
    return !first || NO_PUBLICATION.test(name) ? [] : [{ name, first }];
  });
  const [only] = undated;
  if (!only) return [];
  if (undated.length === 1)
    return [
      findingAt('SRC06', 'info', document, [only.first], `${only.name} has neither an issue date nor an access date.`),
    ];
  const names = undated
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  const more = undated.length > NAMED ? ` and ${undated.length - NAMED} more` : '';
  const message = `${undated.length} cited sources have neither an issue date nor an access date: ${names}${more}.`;
  const places = undated.map(({ first }) => first);
  return [{ ...findingAt('SRC06', 'info', document, places, message), key: `SRC06|${document.id}|sources` }];
}

/** How many sources a finding names before it counts the rest. */
const NAMED = 3;

export const SRC06: Rule = {
  id: 'SRC06',
  severity: 'info',
  title: 'Source without a date',
  about: 'Cited sources have neither an issue date nor an access date; reported once per document.',
  across: 'sources',
  examples: [
    { text: 'The company reported revenue of $500 million in Q1 2026 [Daily Courier, 2026-05-04].', says: 'nothing' },
    { text: 'The company reported revenue of $500 million in Q1 2026 [Daily Courier].', says: 'info' },
  ],
  check,
};
