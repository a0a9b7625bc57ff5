// What is pasted from Google Docs, Word and the web, by kind; parsed by linkedom, which applies no style either.
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';

beforeAll(() => {
  const parser = class {
    parseFromString(html: string) {
      return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
    }
  };
  Object.assign(globalThis, { DOMParser: parser });
});
const paste = async (html: string) => (await import('../../../src/renderer/src/views/report/paste')).pasted(html);

describe('styles', () => {
  it.each([
    [
      'Google Docs: all in a bold that is none',
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;font-style:normal">Bold</span><span style="font-weight:400"> plain </span><span style="font-style:italic">slanted</span></p></b>',
      /^<p dir="ltr"><span><strong>Bold<\/strong><\/span><span> plain <\/span><span><em>slanted<\/em><\/span><\/p>$/,
    ],
    [
      'underline and strike',
      '<p><span style="text-decoration:underline line-through">x</span></p>',
      /<(u|s)><(u|s)>x|<s>x<\/s>|<u>/,
    ],
    [
      'a link that is underlined stays a link',
      '<a href="https://a.example" style="text-decoration:underline">x</a>',
      /^<a href="https:\/\/a.example">x<\/a>$/,
    ],
    ['what a policy would refuse is gone', '<p style="background:url(https://a.example/x)">x</p>', /^<p>x<\/p>$/],
    ['scripts are gone', '<p>x</p><script>alert(1)</script><style>p{}</style>', /^<p>x<\/p>$/],
  ])('%s', async (_, html, expected) => {
    expect((await paste(html)).html).toMatch(expected);
  });
});

describe('Word', () => {
  const item = (level: number, marker: string, words: string) =>
    `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><![if !supportLists]><span style="mso-list:Ignore">${marker}<span>&nbsp;&nbsp; </span></span><![endif]>${words}</p>`;
  it('lists become lists, nested, without their bullets as words', async () => {
    const { html } = await paste(
      `<p>Before</p>${item(1, '·', 'First')}${item(2, 'o', 'Inner')}${item(1, '·', 'Second')}<p>After</p>`,
    );
    expect(html.replace(/<!--.*?-->|\s+(?=<)/g, '')).toMatch(
      /^<p>Before<\/p><ul><li><p[^>]*>First<\/p><ul><li><p[^>]*>Inner<\/p><\/li><\/ul><\/li><li><p[^>]*>Second<\/p><\/li><\/ul><p>After<\/p>$/,
    );
  });
  it('numbered lists are numbered', async () => {
    const { html } = await paste(item(1, '1.', 'First') + item(1, '2.', 'Second'));
    expect(html).toMatch(/^<ol><li>/);
    expect(html).not.toContain('1.');
  });
  it('footnotes stand where their mark stood', async () => {
    const { html } = await paste(
      '<p>Sales rose<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> At constant currency.</p></div>',
    );
    expect(html).toMatch(
      /Sales rose<span (?=[^>]*data-own="[^"]+")[^>]*data-text="At constant currency\."[^>]*><\/span>\./,
    );
    expect(html).not.toContain('[1]');
  });
});

describe('what is not kept', () => {
  it('is said', async () => {
    const { html, left } = await paste(
      '<p>x<img src="a.png"><img src="b.png"></p><p>10<sup>th</sup> and 10<sup>2</sup> H<sub>2</sub>O</p><input>',
    );
    expect(left).toEqual(['2 pictures', '1 form field', '1 raised or lowered word, kept as plain text']);
    expect(html).toContain('10² H₂O');
    expect(html).not.toContain('img');
  });
  it('is nothing where all is kept', async () => {
    expect((await paste('<p>words</p>')).left).toEqual([]);
  });
});

it('a span of a web page is no live figure', async () => {
  const { getSchema } = await import('@tiptap/core');
  const { EXTENSIONS } = await import('../../../src/renderer/src/views/report/extensions');
  const rules = ['liveFigure', 'cite', 'footnote'].flatMap(
    (name) => getSchema(EXTENSIONS).nodes[name]?.spec.parseDOM ?? [],
  );
  expect(rules).toHaveLength(3);
  for (const rule of rules) expect('tag' in rule && rule.tag).toMatch(/\[data-own="[0-9a-f-]{36}"\]$/);
});
