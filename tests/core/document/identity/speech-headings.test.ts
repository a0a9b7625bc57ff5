/** What is said and rows of tables head no sections; a section's number is its place among them. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { bareDocument } from '../../../../src/core/document/plain';
import { isUtterance } from '../../../../src/core/document/layout/plain-heading';

const read = (text: string) => analyse({ ...bareDocument, format: 'text', text });
const CALL = `Kestrel Pumps Q2 2027 Earnings Call Transcript

Operator: Thank you for standing by. Our first question comes from Ann Lee.

Ann Lee: Hi, thanks for taking my question.

Jo Ray: Sure.

Mm-hmm

Ann, what's up?

Jo Ray: Margins were 18.5% in the quarter, and we expect more of the same.
`;
const STATEMENT = `Kestrel Pumps Reports Second Quarter Results

Three Months Ended June 30
                         2027      2026
Net sales                312       298
Cost of goods sold       (201)     (195)
Gross profit             111       103
`;

describe('headings', () => {
  it.each([
    ['a call', CALL, ['Mm-hmm', "Ann, what's up?", 'Jo Ray: Sure.']],
    ['a statement', STATEMENT, ['Net sales                312       298', 'Gross profit             111       103']],
  ])('%s has none that is speech or a row', (_, text, never) => {
    const headings = read(text).layout.sections.map(({ heading }) => heading);
    for (const words of never) expect(headings).not.toContain(words);
  });

  it.each([
    'No change in our view',
    'Great expectations',
    'Right to win',
    'Thesis, in short',
    'Good value, good business',
  ])('“%s” may head a section', (line) => expect(isUtterance(line)).toBe(false));

  it('a figure names its section by place, text before the first heading or not', () => {
    const { layout, figures } = read(
      'A line before any heading: sales of $5M.\n\n## Outlook\n\nSales may reach $9M.\n',
    );
    const titles = figures.map(({ section }) => layout.sections[section]?.heading.replace(/^#+\s*/u, '') ?? null);
    expect(titles).toEqual(['', 'Outlook']);
  });
});
