import { describe, expect, it } from 'vitest';
import { recogniseParser } from '../../../src/main/imports/registry';
import { sourceOf } from '../../../src/main/imports/source';
import { bytesOf } from './parse';

const nameOf = (text: string, fileName: string | null) => recogniseParser(sourceOf(bytesOf(text), fileName)).name;

describe('recognising a format by its content', () => {
  it.each([
    ['plain prose', 'Revenue was $5bn. It rose 7%.\n- one\n- two\n', 'note.txt', 'text'],
    ['prose under a Markdown name', 'Revenue was $5bn.\n', 'note.md', 'markdown'],
    ['prose with a hash', '# of units: 5\nThat is all.\n', 'note.txt', 'text'],
    ['prose with source markers', 'Rose 7% [Wire]. Fell 2% [3](see below).\n', 'note.txt', 'text'],
    ['Markdown', '# Title\n\nSome **bold** words.\n', null, 'markdown'],
    ['Markdown under a text name', '# Title\n\n| A | B |\n|---|---|\n| 1 | 2 |\n', 'note.txt', 'markdown'],
    ['Markdown with some HTML in it', '# Title\n\nUp<sup>1</sup> by **7%**.\n\n<div>x</div>\n', 'note.md', 'markdown'],
    ['a page', '<!DOCTYPE html>\n<html><body><p>A</p></body></html>', 'note.txt', 'html'],
    ['a page after a comment', '<!-- saved -->\n<html><body>A</body></html>', null, 'html'],
    ['XHTML', '<?xml version="1.0"?>\n<html xmlns="x"><body>A</body></html>', 'a.xhtml', 'html'],
    ['a fragment', '<p>One</p><p>Two</p>', null, 'html'],
    ['words under an HTML name', 'Just words.', 'page.html', 'text'],
    ['prose about HTML', 'Use <p> and </p> around it.', 'note.txt', 'text'],
    ['a comparison', '<5% of sales, >7% of costs', 'note.txt', 'text'],
  ])('%s', (_what, text, fileName, name) => {
    expect(nameOf(text, fileName)).toBe(name);
  });
});
