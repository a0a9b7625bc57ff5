import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../../src/main/imports/html/parser';
import { cellsOf, parseWith, wordsOf } from './parse';

const parse = (text: string) => parseWith(htmlParser, text, 'page.html');
const codes = (text: string) => parse(text).problems.map((problem) => problem.code);

describe('html: rendered text', () => {
  it('ends blocks with LF and collapses white space', () => {
    const document = parse('<h1>Title</h1><p>One\n  two <b>three</b>,\tfour.</p><div>Five<br>six</div>');
    expect(document.text).toBe('Title\nOne two three, four.\nFive\nsix\n');
    expect(wordsOf(document, 'paragraph')).toEqual(['One two three, four.', 'Five\nsix']);
    expect(wordsOf(document, 'strong')).toEqual(['three']);
  });

  it('separates cells with TAB and keeps columns aligned under spanned cells', () => {
    const document = parse(
      '<table><caption>Results</caption><tr><th rowspan="2">Metric</th><th colspan="2">Q1</th></tr>' +
        '<tr><th>Actual</th><th>Consensus</th></tr><tr><td>Revenue</td><td>$5B</td><td></td></tr></table>',
    );
    expect(document.text).toBe('Results\nMetric\tQ1\nActual\tConsensus\nRevenue\t$5B\t\n');
    expect(cellsOf(document)).toEqual([
      ['Metric', 'Q1', ''],
      ['', 'Actual', 'Consensus'],
      ['Revenue', '$5B', ''],
    ]);
    const [table] = document.marks.flatMap((mark) => (mark.kind === 'table' ? [mark] : []));
    expect(table?.caption && document.text.slice(table.caption.start, table.caption.end)).toBe('Results');
    expect(table?.rows.map((row) => row.header)).toEqual([true, true, false]);
  });

  it('shows the foot of a table last and its head first, wherever they stand', () => {
    const document = parse(
      '<table><tfoot><tr><td>Total</td><td>9</td></tr></tfoot><tbody><tr><td>Rye</td><td>4</td></tr></tbody>' +
        '<thead><tr><td></td><td>2031</td></tr></thead></table>',
    );
    expect(cellsOf(document)).toEqual([
      ['', '2031'],
      ['Rye', '4'],
      ['Total', '9'],
    ]);
  });

  it('keeps a table of data whole where its notes stand in a table of their own at its foot', () => {
    const row = (name: string): string => `<tr><td>${name}</td><td>4</td><td>5</td></tr>`;
    const document = parse(
      `<table><tr><th>Line</th><th>2031</th><th>2030</th></tr>${['Rye', 'Oats', 'Wheat', 'Barley'].map(row).join('')}` +
        '<tr><td colspan="3"><table><tr><td>[1]</td><td>Restated.</td></tr></table></td></tr></table>',
    );
    expect(cellsOf(document)).toEqual([
      ['Line', '2031', '2030'],
      ['Rye', '4', '5'],
      ['Oats', '4', '5'],
      ['Wheat', '4', '5'],
      ['Barley', '4', '5'],
      ['[1]', 'Restated.'],
    ]);
  });

  it('keeps the lines and columns of a table that has no rows of its own', () => {
    const document = parse(
      '<p>Before</p><TABLE>\n<CAPTION>\n                 2031     2030\n<S>              <C>      <C>\n' +
        'Revenue           812      790\nNet income         61       58\n</TABLE><p>After</p>',
    );
    expect(document.text).toContain('\nRevenue           812      790\nNet income         61       58\n');
    expect(wordsOf(document, 'paragraph')).toEqual(['Before', 'After']);
    expect(wordsOf(document, 'code')).toHaveLength(1);
  });

  it('reads a table that only arranges the page as paragraphs', () => {
    const document = parse('<table role="presentation"><tr><td>Left</td><td>Right</td></tr></table>');
    expect(document.text).toBe('Left\nRight\n');
    expect(wordsOf(document, 'table')).toEqual([]);
  });

  it('marks list items with depth, quotes, code and headings', () => {
    const document = parse(
      '<h2>Watch</h2><ul><li>First<ol><li>Inner</li></ol></li><li><p>Second</p><p>More</p></li></ul>' +
        '<blockquote><p>Said</p></blockquote><pre>a\n  b</pre>',
    );
    expect(document.text).toBe('Watch\nFirst\nInner\nSecond\nMore\nSaid\na\n  b\n');
    expect(document.marks.flatMap((mark) => (mark.kind === 'list-item' ? [[mark.depth, mark.ordered]] : []))).toEqual([
      [0, false],
      [1, true],
      [0, false],
    ]);
    expect(wordsOf(document, 'list-item')).toEqual(['First', 'Inner', 'Second']);
    expect(wordsOf(document, 'paragraph')).toEqual(['More']);
    expect(wordsOf(document, 'quote')).toEqual(['Said']);
    expect(wordsOf(document, 'code')).toEqual(['a\n  b']);
  });

  it('marks superscripts and footnotes in both directions', () => {
    const document = parse(
      '<p>Revenue rose<sup id="r1"><a href="#n1">1</a></sup> to 10 m<sup>2</sup>.</p><ol><li id="n1">Form 10-Q. <a href="#r1">↩</a></li></ol>',
    );
    expect(wordsOf(document, 'note-reference')).toEqual(['¹']);
    expect(wordsOf(document, 'superscript')).toEqual(['¹', '2']);
    expect(wordsOf(document, 'note')).toEqual(['Form 10-Q. ↩']);
  });

  it('reads what the page says of itself', () => {
    const document = parse(
      '<html lang="en-GB"><head><title>Page</title><meta property="og:title" content="The story">' +
        '<meta name="author" content="A. Writer"><meta property="og:site_name" content="The Paper">' +
        '<meta property="article:published_time" content="2026-05-01"><link rel="canonical" href="https://example.com/s">' +
        '</head><body><p>Words <a href="/more">more</a></p></body></html>',
    );
    expect(document).toMatchObject({
      title: 'The story',
      author: 'A. Writer',
      publisher: 'The Paper',
      published: '2026-05-01',
      url: 'https://example.com/s',
      language: 'en-GB',
    });
    expect(document.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : []))).toEqual([
      'https://example.com/more',
    ]);
  });

  it.each([
    ['<title>The story – The Paper</title><h1>The story</h1>', 'The story'],
    ['<title>The Paper</title><h1>The story</h1>', 'The Paper'],
    ['<h1>The <i>story</i></h1>', 'The story'],
    ['<p>Words</p>', null],
  ])('takes the title from %s', (page, title) => {
    expect(parse(page).title).toBe(title);
  });

  it('leaves menus and footers out, keeps the article and its heading', () => {
    const words = 'Revenue rose to five billion dollars in the quarter, the company said. '.repeat(12);
    const page = (article: string) =>
      `<html><body><nav><a href="/">Home</a></nav><header><h1>Big news</h1></header>${article}<footer>Contact</footer></body></html>`;
    const own = parse(page(`<main><p>${words}</p><table><tr><td>A</td><td>1</td></tr></table></main>`));
    expect(own.text).toBe(`Big news\n${words.trim()}\nA\t1\n`);
    const found = parse(page(`<div class="content"><p>${words}</p><p>${words}</p></div><aside>Subscribe now</aside>`));
    expect(found.text).toContain('Big news\nRevenue rose');
    expect(found.text).not.toMatch(/Home|Contact|Subscribe/);
  });

  it('takes a page without menus whole', () => {
    expect(parse('<body><p>Short.</p><ul><li>$5B</li></ul></body>').text).toBe('Short.\n$5B\n');
  });
});

describe('html: nothing that could run or load leaves the parser', () => {
  it('keeps words only', () => {
    const document = parse(
      '<p onclick="x()">Fine</p><script>bad()</script><style>p{}</style><iframe src="http://a/">frame</iframe>' +
        '<img src="http://a/i.png" alt="alt"><svg><text>drawn</text></svg><p style="display:none">hidden</p><p hidden>gone</p>' +
        '<a href="javascript:bad()">click</a><a href=" java\nscript:bad()">click</a><object data="x">object</object>',
    );
    expect(document.text).toBe('Fine\nclickclick\n');
    expect(document.marks.filter((mark) => mark.kind === 'link')).toEqual([]);
  });

  it('says what it left out', () => {
    expect(codes('<script>1</script><p onload="x">A</p>')).toEqual(['W_SCRIPT_REMOVED', 'W_HANDLER_REMOVED']);
    expect(codes('<meta http-equiv="Refresh" content="0;url=http://a/"><p>A</p><img src="http://a/x.png">')).toEqual([
      'W_REFRESH_IGNORED',
      'W_REMOTE_NOT_FETCHED',
    ]);
  });
});

describe('html: pages saved whole', () => {
  const saved = (url: string) => `<!DOCTYPE html>\n<!-- saved from url=(0042)${url} -->\n<html><body>`;
  const link = '<p>See <a href="/more">more</a>.</p><img src="./page_files/chart.png">';

  it.each([
    ['a browser', `${saved('https://news.example/2026/story')}${link}`, 'https://news.example/2026/story'],
    [
      'an old browser',
      `<!-- saved from url=(0021)http://news.example/ -->\n<HTML><BODY>${link}`,
      'http://news.example/',
    ],
    [
      'an extension',
      `<!DOCTYPE html> <html lang="en"><!--\n Page saved with OneFile \n url: https://news.example/a?b=1 \n saved date: x\n--><body>${link}`,
      'https://news.example/a?b=1',
    ],
    [
      'its base',
      `<html><head><base href="https://news.example/dir/"></head><body>${link}`,
      'https://news.example/dir/',
    ],
  ])('takes the address from %s, and links are relative to it', (_what, page, url) => {
    const document = parse(page);
    expect(document.url).toBe(url);
    expect(document.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : []))).toEqual([
      `${new URL(url).origin}/more`,
    ]);
    expect(codes(page)).toEqual(['W_REMOTE_NOT_FETCHED']);
  });

  it('believes what the page says of its own address first', () => {
    const page = `${saved('https://news.example/print/1')}<link rel="canonical" href="https://news.example/1">${link}`;
    expect(parse(page).url).toBe('https://news.example/1');
  });

  it.each([
    ['a disk', saved('file:///home/somebody/page.html')],
    ['a script', saved('javascript:alert(1)')],
    ['nowhere', saved('about:internet')],
    ['nothing', '<html><head><base href="dir/"></head><body>'],
  ])('has no address where it was saved from %s', (_what, page) => {
    expect(parse(`${page}${link}`)).toMatchObject({ url: null, text: 'See more.\n' });
  });
});
