/** Whatever stands in a file: a parser gives marks that lie inside the text, in order, and never throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../../src/main/imports/html/parser';
import { markdownParser } from '../../../src/main/imports/markdown/parser';

import { checkMarks } from './check-marks';
import { parseWith, type TextFormat } from './parse';

const words = fc.constantFrom(
  'Revenue',
  ' $5bn ',
  '7%',
  '\n',
  '\n\n',
  ' ',
  '\t',
  '第一季度',
  'é',
  '😀',
  '\u00a0',
  '&amp;',
  '\\',
);
const markdown = fc.constantFrom(
  '# ',
  '## ',
  '- ',
  '1. ',
  '> ',
  '| a | b |\n',
  '|---|---|\n',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '[',
  ']',
  '](',
  ')',
  '[^1]',
  '[^1]: ',
  '<b>',
  '</b>',
  '<sup>',
  '</sup>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '---\n',
  '===\n',
  '~~',
  '![',
  'http://a.example/',
  '    ',
  '  \n',
);
const html = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<table>',
  '</table>',
  '<tr>',
  '</tr>',
  '<td>',
  '</td>',
  '<td colspan=3 rowspan="2">',
  '<th>',
  '<caption>',
  '</caption>',
  '<ul>',
  '<ol>',
  '</ul>',
  '<li>',
  '</li>',
  '<h1>',
  '</h1>',
  '<h3>',
  '</h3>',
  '<pre>',
  '</pre>',
  '<blockquote>',
  '</blockquote>',
  '<br>',
  '<hr>',
  '<a href="https://a.example/">',
  '<a href="#n">',
  '<a href="javascript:x">',
  '</a>',
  '<sup>',
  '</sup>',
  '<b>',
  '</b>',
  '<li id="n">',
  '<script>',
  '</script>',
  '<style>',
  '<svg>',
  '</svg>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<html>',
  '<body>',
  '<head>',
  '<nav>',
  '</nav>',
  '<main>',
  '<',
  '>',
  '"',
);
const mixed = (pieces: fc.Arbitrary<string>) =>
  fc
    .array(
      fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 2, arbitrary: words }, fc.string({ unit: 'grapheme' })),
      { maxLength: 60 },
    )
    .map((parts) => `x${parts.join('')}`);

const cases: readonly (readonly [string, TextFormat, fc.Arbitrary<string>])[] = [
  ['markdown', markdownParser, mixed(markdown)],
  ['html', htmlParser, mixed(html)],
  ['html read as markdown', markdownParser, mixed(html)],
  ['markdown read as html', htmlParser, mixed(markdown)],
];

describe.each(cases)('%s', (_name, parser, arbitrary) => {
  it('gives marks inside the text for anything', () => {
    fc.assert(
      fc.property(arbitrary, (text) => checkMarks(parseWith(parser, text))),
      { numRuns: 300 },
    );
  });
});

describe('markdown', () => {
  it('leaves the text as it is', () => {
    fc.assert(
      fc.property(mixed(markdown), (text) => {
        expect(parseWith(markdownParser, text).text).toBe(text.replaceAll('\r\n', '\n'));
      }),
    );
  });
});

describe('pages made to hurt', () => {
  it.each([
    ['deep elements', '<div>'.repeat(20_000) + 'word'],
    ['deep tables', '<table><tr><td>'.repeat(3000) + 'word'],
    ['deep quotes', '>'.repeat(3000) + ' word'],
    ['deep lists', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- word\n`).join('')],
    ['many brackets', '['.repeat(20_000) + 'word'],
    ['many attributes', `<p ${'a=b '.repeat(20_000)}>word</p>`],
    [
      'a table of huge spans',
      '<table><tr><td colspan=999999999 rowspan=999999999>word</td><td>b</td></tr><tr><td>c</td></tr></table>',
    ],
    ['many rows that never close', '<table><thead>' + '<tr><td>a<td>b'.repeat(20_000)],
    ['tags that never close', '<table><tr '.repeat(20_000)],
    ['an open comment', '<p>word<!-- ' + 'x'.repeat(100_000)],
  ])('%s', (_name, text) => {
    for (const parser of [htmlParser, markdownParser]) checkMarks(parseWith(parser, text));
  });
});
