// Names that the app offers for a title: every file system takes them, and none leads out of its folder.
import { basename, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fileNameFrom } from '../../../src/main/app/files/file-name';

test.each([
  ['Q1: up 3% / down?', 'Q1 up 3% down'],
  ['../../etc/passwd', '.. .. etc passwd'],
  ['C:\\Windows\\x', 'C Windows x'],
  ['two\nlines\u0000and\u0085more', 'two lines and more'],
  ['ends in points...  ', 'ends in points'],
  ['half \ud800 a letter', 'half a letter'],
  ['...', 'Export'],
  ['', 'Export'],
])('%j', (title, name) => {
  expect(fileNameFrom(title)).toBe(name);
});

test.each(['季'.repeat(300), 'x'.repeat(5000), '😀'.repeat(200), 'é'.repeat(400)])(
  'a long one is cut between letters',
  (title) => {
    const name = fileNameFrom(title);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(title.startsWith(name)).toBe(true);
    expect(Buffer.from(name).toString()).toBe(name);
    expect(basename(resolve('/folder', name))).toBe(name);
  },
);
