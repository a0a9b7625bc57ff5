/** SRC01: figures that another party vouches for, without a source. */
import { citingOf } from '../evidence/evidence';
import type { AuditDocument, AuditModel, Finding, Rule } from '../model/model';
import { fold, needsSource, type Wording } from '../evidence/needs-source';

const WORDING: Wording = {
  rule: 'SRC01',
  severity: 'warning',
  one: ({ quote }) =>
    `“${quote.trim()}” has no source, its own or inherited. Link one, or tick it against the source you checked.`,
  many: (count, place) =>
    `${count} figures of ${place} have no source, their own or inherited. Cite one source for all, or open them one by one.`,
};

function check(document: AuditDocument, model: AuditModel): readonly Finding[] {
  const citing = citingOf(model);
  const needing = document.figures.filter(needsSource);
  const without = needing.filter((figure) => !citing.hasNamedSource(document, figure));
  // Nothing at all is cited: that is one thing to say, wherever the figures stand.
  return fold(document, without, without.length > 1 && without.length === needing.length, WORDING);
}

export const SRC01: Rule = {
  id: 'SRC01',
  severity: 'warning',
  title: 'No source',
  about: 'Figures stand without a source, their own or inherited; reported once per table, section or document.',
  across: 'sources',
  examples: [
    { text: 'The company reported revenue of $500 million in Q1 2026.', says: 'warning' },
    { text: 'The company reported revenue of $500 million in Q1 2026 [Annual report].', says: 'nothing' },
  ],
  check,
};
