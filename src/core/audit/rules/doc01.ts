/** DOC01: a gap in the numbering of headings, or a heading in another language than the document. */
import { groupBy } from '../../base/group';
import { findingAt } from '../model/finding';
import type { Section } from '../../document/model';
import type { AuditDocument, Finding, Rule } from '../model/model';
import { readNumeral } from './shared/numerals';

const FEWEST = 3;

/** Numbered headings of one level, in order. */
function numbered(
  sections: readonly Section[],
): readonly (readonly { readonly section: Section; readonly number: number }[])[] {
  const read = sections.flatMap((section) => {
    const number = section.numeral === null ? null : readNumeral(section.numeral);
    return number === null ? [] : [{ section, number }];
  });
  return [...groupBy(read, ({ section }) => `${section.parent ?? ''}/${section.level}`).values()];
}

function gaps(document: AuditDocument): readonly Finding[] {
  return numbered(document.layout.sections)
    .filter((run) => run.length >= FEWEST)
    .flatMap((run) =>
      run.flatMap(({ section, number }, i) => {
        const expected = (run[i - 1]?.number ?? 0) + 1;
        if (number === expected) return [];
        return [
          findingAt(
            'DOC01',
            'info',
            document,
            [section],
            `The heading “${section.heading.trim()}” is number ${number} where ${expected} is due.`,
          ),
        ];
      }),
    );
}

const foreign = (document: AuditDocument): readonly Finding[] =>
  document.layout.sections
    .filter(
      (section) =>
        section.title !== '' && section.language !== document.layout.language && !/^und?$/.test(section.language),
    )
    .map((section) =>
      findingAt(
        'DOC01',
        'info',
        document,
        [section],
        `The heading “${section.heading.trim()}” is in another language than the document.`,
      ),
    );

const check = (document: AuditDocument): readonly Finding[] => [...gaps(document), ...foreign(document)];

export const DOC01: Rule = {
  id: 'DOC01',
  severity: 'info',
  title: 'Headings break off',
  about: 'The numbering or the language of headings breaks off.',
  examples: [
    {
      text: 'I. First part\n\nText of the first part.\n\nII. Second part\n\nText of the second part.\n\nIII. Third part\n\nText of the third part.\n',
      says: 'nothing',
    },
    {
      text: 'II. First part\n\nText of the first part.\n\nIII. Second part\n\nText of the second part.\n\nV. Third part\n\nText of the third part.\n',
      says: 'info',
    },
  ],
  check,
};
