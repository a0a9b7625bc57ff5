// Two states of a report: what is added, what is removed, and what stays one line.
import { describe, expect, it } from 'vitest';
import { linesOf, redlineOf } from '../../../src/core/report/redline';
import type { ReportNode } from '../../../src/core/report/body';

const text = (words: string): ReportNode => ({ type: 'text', text: words });
const p = (...content: ReportNode[]): ReportNode => ({ type: 'paragraph', content });
const doc = (...content: ReportNode[]): ReportNode => ({ type: 'doc', content });
const live: ReportNode = { type: 'liveFigure', attrs: { figure: 'f' } };

const shownAs = (value: string) => (node: ReportNode) =>
  node.type === 'row' ? `Sales of the group: ${value}` : node.type === 'liveFigure' ? value : '';
const SIGNS = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;

function redline(before: ReportNode, after: ReportNode, was = '$1B', is = '$1B'): string[] {
  const lines = redlineOf(linesOf(before, shownAs(was)), linesOf(after, shownAs(is)));
  return lines.map(({ runs }) => runs.map(({ text: words, change }) => SIGNS[change].join(words)).join(''));
}

describe('words', () => {
  it.each([
    ['a word', 'Sales rose fast', 'Sales fell fast', 'Sales [-rose-]{+fell+} fast'],
    [
      'a phrase',
      'Sales in the north rose by far',
      'Sales in the north fell a little',
      'Sales in the north [-rose by far-]{+fell a little+}',
    ],
    [
      'a number',
      'a total of $1,250.5 million',
      'a total of $1,251.5 million',
      'a total of [-$1,250.5-]{+$1,251.5+} million',
    ],
    ['nothing', 'the same', 'the same', 'the same'],
    ['Chinese', '营收上升三成', '营收下降三成', '营收[-上升-]{+下降+}三成'],
  ])('%s', (_, before, after, shown) => {
    expect(redline(doc(p(text(before))), doc(p(text(after))))).toEqual([shown]);
  });
});

it('a figure that reads otherwise is a change though the text is the same', () => {
  const body = doc(p(text('Sales of '), live, text(' in all')), {
    type: 'figureTable',
    attrs: { figures: ['f'], caption: 'Key' },
  });
  expect(redline(body, body, '$1B', '$2B')).toEqual([
    'Sales of [-$1B-]{+$2B+} in all',
    'Key',
    'Sales of the group: [-$1B-]{+$2B+}',
  ]);
});

it('lines come, go and stay', () => {
  const [a, b, c, d] = ['The first of them', 'One that goes away', 'Wholly new words here', 'The last'].map((words) =>
    p(text(words)),
  );
  if (!a || !b || !c || !d) throw new Error();
  expect(redline(doc(a, b, d), doc(a, c, d))).toEqual([
    'The first of them',
    '[-One that goes away-]',
    '{+Wholly new words here+}',
    'The last',
  ]);
});

it('lists and tables are read by their items and rows', () => {
  const list = (...items: string[]): ReportNode => ({
    type: 'bulletList',
    content: items.map((words) => ({ type: 'listItem', content: [p(text(words))] })),
  });
  const table = (...cells: string[]): ReportNode => ({
    type: 'table',
    content: [{ type: 'tableRow', content: cells.map((words) => ({ type: 'tableCell', content: [p(text(words))] })) }],
  });
  expect(
    redline(doc(list('one', 'two'), table('Margin', '3.5%')), doc(list('one', 'two', 'three'), table('Margin', '4%'))),
  ).toEqual(['one', 'two', '{+three+}', 'Margin | [-3.5%-]{+4%+}']);
});

it('a long note compares at once', () => {
  const lines = (from: number) =>
    Array.from({ length: 2000 }, (_, n) => p(text(`Paragraph ${n + from} says the same as before.`)));
  expect(redline(doc(...lines(0)), doc(...lines(3))).filter((line) => /[-{]/.test(line))).toHaveLength(6);
});
