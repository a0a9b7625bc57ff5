// What of a page is the document: what a reader of numbers needs stays, and what stands around it goes.
import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../../src/main/imports/html/parser';
import { sourceOf } from '../../../src/main/imports/source';
import { parseWith } from './parse';

const long = (topic: string) =>
  `<p>The depot, which opened in spring, moved more ${topic} than planned, and the crews, drivers, and clerks all kept to the new rota without a single day lost.</p>`;
const BODY = ['parcels', 'crates', 'letters', 'barrels', 'pallets', 'sacks'].map(long).join('');
const page = (inside: string) =>
  `<html><body><nav><a href="/">Home</a><a href="/x">Ports</a></nav><div class="wrap">${inside}</div><div class="site-footer"><p>© 2031 Harbour Press, 14 Quay Road</p></div></body></html>`;
const textOf = (inside: string) => parseWith(htmlParser, page(inside), 'page.html').text;

describe('what an article keeps', () => {
  it.each([
    ['a lead of its own', `<div class="intro"><p>Volumes fell 4.2% in May.</p></div><div>${BODY}</div>`, 'fell 4.2%'],
    ['highlights in a list', `<div><ul><li>Freight up 8%</li></ul></div><div>${BODY}</div>`, 'Freight up 8%'],
    [
      'a table of figures',
      `<div>${BODY}</div><div><table><tr><th>Line</th><th>2031</th></tr><tr><td>North</td><td>61</td></tr></table></div>`,
      'North\t61',
    ],
    ['a closing line', `<div>${BODY}</div><div><p>The shares trade at 11.5x.</p></div>`, '11.5x'],
    ['Chinese highlights', `<div><ul><li>货运收入增长8%</li></ul></div><div>${BODY}</div>`, '货运收入增长8%'],
  ])('%s', (_, inside, kept) => {
    const text = textOf(inside);
    expect(text).toContain(kept);
    expect(text).toContain('more sacks than planned');
    expect(text).not.toContain('Home');
  });

  it('leaves out what is nothing but links, and footers by their name', () => {
    const text = textOf(`<div>${BODY}</div><ul><li><a href="/a">Storm costs 12 firms</a></li></ul>`);
    expect(text).not.toContain('Storm costs');
    expect(text).not.toContain('Quay Road');
  });
});

describe('what is left out', () => {
  const read = (html: string, whole = false) =>
    htmlParser.parse(sourceOf(new TextEncoder().encode(html), 'page.html'), { whole });
  const saved = (inside: string, around = '') =>
    `<html><body><nav><a href="/">Home</a><a href="/x">Ports</a></nav>${around}<main><h1>Depots</h1>${inside}</main><footer>© 2031 Harbour Press</footer></body></html>`;

  it('is listed, and taken when it is asked for', () => {
    const article = read(saved(BODY));
    expect(article.setAside).toEqual([
      { why: 'around', text: 'Home Ports', times: 1 },
      { why: 'around', text: '© 2031 Harbour Press', times: 1 },
    ]);
    expect(article.text).not.toContain('Harbour Press');
    const whole = read(saved(BODY), true);
    expect(whole.text).toContain('Harbour Press');
    expect([whole.setAside, whole.problems]).toEqual([[], []]);
  });

  it.each([
    ['key figures in an aside', '<aside><p>Freight up 8%</p></aside>', 'Freight up 8%'],
    ['a table outside the main part', '<div><table><tr><td>North</td><td>61</td></tr></table></div>', 'North\t61'],
    ['commentary', '<div class="commentary"><p>Tonnage rose 9% in May.</p></div>', 'rose 9%'],
    ['a header with a lead', '<header><p>Volumes fell 4.2%.</p></header>', 'fell 4.2%'],
  ])('is not %s', (_, around, kept) => {
    expect(read(saved(BODY, around)).text).toContain(kept);
  });

  it.each([
    ['an aside of links', '<aside><a href="/a">Storm costs 12 firms</a></aside>'],
    ['a part that its name calls related', '<div class="relatedStories"><p>Storm costs 12 firms</p></div>'],
  ])('is %s', (_, around) => {
    const { text, setAside } = read(saved(BODY, around));
    expect(text).not.toContain('Storm costs');
    expect(setAside?.map((one) => one.text)).toContain('Storm costs 12 firms');
  });
});
