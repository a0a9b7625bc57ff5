// Citations that lead to the list of sources by a link inside the document, whatever style set them.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import type { Mark } from '../../../src/core/document/model';
import { bareDocument } from '../../../src/core/document/plain';

const ENTRIES = [
  'Moor, A. (2026a). Tides. Ex Press.',
  'Moor, A. (2026b). Grids. Ex Press.',
  '[3] Ex Data, “Prices of the day”, 2025.',
];

/** `{1:words}` leads to the first entry of the list. */
function read(written: string, carried: readonly (string | null)[] = []) {
  const marks: Mark[] = [];
  let text = '# Note\n\n';
  marks.push({ kind: 'heading', level: 1, start: 0, end: text.trimEnd().length });
  const from = text.length;
  for (const part of written.split(/(\{\d:[^}]*\})/)) {
    const link = /^\{(\d):([^}]*)\}$/.exec(part);
    const words = link?.[2] ?? part;
    if (link) marks.push({ kind: 'jump', to: `r${link[1]}`, start: text.length, end: text.length + words.length });
    text += words;
  }
  marks.push({ kind: 'paragraph', start: from, end: text.length });
  const heading = text.length + 2;
  text += '\n\n# References\n\n';
  marks.push({ kind: 'heading', level: 1, start: heading, end: text.trimEnd().length });
  ENTRIES.forEach((entry, at) => {
    const span = { start: text.length, end: text.length + entry.length };
    const title = carried[at];
    const source = title ? { source: { type: 'report', title } } : {};
    marks.push({ kind: 'paragraph', ...span }, { kind: 'place', name: `r${at + 1}`, ...source, ...span });
    text += `${entry}\n\n`;
  });
  const { citations, sources, figures } = analyse({ ...bareDocument, format: 'html', text, marks });
  return {
    markers: citations.map(({ start, end, marker, source }) => [
      text.slice(start, end),
      marker,
      sources[source]?.title,
    ]),
    figures: figures.map(({ quote }) => quote),
  };
}

describe('a link to the list of sources', () => {
  it.each<[string, string, readonly (readonly [string, string, string])[], readonly string[]]>([
    [
      'alone in brackets has them',
      'Sales rose 5% ({2:Moor, 2026b}).',
      [['(Moor, 2026b)', 'Moor, 2026b', 'Grids']],
      ['5%'],
    ],
    [
      'of several has its own words',
      'Sales rose 5% ({1:Moor, 2026a}; {3:Ex Data, 2025}).',
      [
        ['Moor, 2026a', 'Moor, 2026a', 'Tides'],
        ['Ex Data, 2025', 'Ex Data, 2025', 'Prices of the day'],
      ],
      ['5%'],
    ],
    ['in parts is one', 'Sales rose 5% ({1:Moor}{1:, 2026a}).', [['(Moor, 2026a)', 'Moor, 2026a', 'Tides']], ['5%']],
    ['of a number', 'Sales rose 5% [{3:3}].', [['[3]', '3', 'Prices of the day']], ['5%']],
    [
      'beside other words in brackets keeps to its own',
      'Sales rose 5% (30% in the south, {1:Moor, 2026a}).',
      [['Moor, 2026a', 'Moor, 2026a', 'Tides']],
      ['5%', '30%'],
    ],
  ])('%s', (_, written, markers, figures) => {
    const got = read(written);
    expect(got.markers).toEqual(markers);
    expect(got.figures).toEqual(figures);
  });

  it('gives the source that the file carries beside its line', () => {
    expect(read('Sales rose 5% ({1:Moor, 2026a}).', ['Own words']).markers).toEqual([
      ['(Moor, 2026a)', 'Moor, 2026a', 'Own words'],
    ]);
  });

  it('that leads to no entry cites nothing', () => {
    expect(read('Sales rose 5% ({9:see below}).').markers).toEqual([]);
  });
});
