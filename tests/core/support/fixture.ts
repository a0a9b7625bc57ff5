/** Notes of tests/fixtures/notes, laid out. Markdown and HTML go through the real parsers. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layOut } from '../../../src/core/document/layout/layout';
import type { Layout, NormalisedDocument } from '../../../src/core/document/model';
import { plainDocument } from '../../../src/core/document/plain';
import { htmlParser } from '../../../src/main/imports/html/parser';
import { markdownParser } from '../../../src/main/imports/markdown/parser';
import { sourceOf } from '../../../src/main/imports/source';

const FOLDER = new URL('../../fixtures/notes/', import.meta.url);

export function readNote(name: string): NormalisedDocument {
  const bytes = readFileSync(fileURLToPath(new URL(name, FOLDER)));
  if (name.endsWith('.txt')) return plainDocument(bytes.toString('utf8'));
  const source = sourceOf(bytes, name);
  return (name.endsWith('.md') ? markdownParser : htmlParser).parse(source);
}

export function layNote(name: string): Layout {
  return layOut(readNote(name));
}

/** Headings as a person would list them: level, role and words. */
export function outline(layout: Layout): string[] {
  return layout.sections
    .filter((section) => section.heading !== '')
    .map(({ level, role, numeral, title }) => `${level} ${role} ${numeral === null ? '' : `${numeral} `}${title}`);
}
