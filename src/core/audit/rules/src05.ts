/** SRC05: a direct quotation of speech without a citation. */
import { findingAt } from '../model/finding';
import type { AuditDocument, Finding, Rule } from '../model/model';
import { quotations } from '../evidence/quotations';

const check = (document: AuditDocument): readonly Finding[] =>
  quotations(document)
    .filter(({ isSpeech, citations }) => isSpeech && citations.length === 0)
    .map((quotation) =>
      findingAt(
        'SRC05',
        'warning',
        document,
        [quotation],
        `The quotation “${quotation.words}” has no citation. Cite where it was said.`,
      ),
    );

export const SRC05: Rule = {
  id: 'SRC05',
  severity: 'warning',
  title: 'Quotation without citation',
  about: 'A direct quotation stands without a citation.',
  examples: [
    { text: 'The chief executive said: “We will not raise prices before the end of the year.”', says: 'warning' },
    {
      text: 'The chief executive said: “We will not raise prices before the end of the year.” [Q1 call]',
      says: 'nothing',
    },
    { text: 'This is a “growth at any price” story.', says: 'nothing' },
  ],
  check,
};
