/** Rich text (.rtf): text with its headings, lists, tables, links and notes. Nothing in it is run or fetched. */
import { FORMATS } from '../../../core/document/formats';
import type { NormalisedDocument } from '../../../core/document/model';
import { HTML_PROBLEMS } from '../html/clean';
import { readPage } from '../html/read';
import type { DocumentParser } from '../parser';
import { countProblems } from '../problems';
import { startsWith } from '../signatures';
import type { ImportSource } from '../source';
import { RichTextReader } from './read';

export const rtfParser = {
  kind: 'document',
  name: 'rtf',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => (startsWith(bytes, FORMATS.rtf.signature.bytes) ? 0.95 : 0),
  parse,
} satisfies DocumentParser;

const SENTENCES = {
  ...HTML_PROBLEMS,
  W_PICTURES: 'Pictures are not read.',
  W_HIDDEN: 'Hidden text is left out.',
  W_TRACKED: 'Text that was deleted under tracked changes is left out.',
  W_COMMENTS: 'Comments are not read.',
  W_DAMAGED: 'The file is cut off: what comes before the cut was read.',
} as const;

function parse({ bytes }: ImportSource): NormalisedDocument {
  const problems = countProblems(SENTENCES);
  const { html, title, author } = new RichTextReader(problems).read(bytes);
  const { text, marks, metadata } = readPage(html, { problems, whole: true });
  return { ...metadata, format: 'rtf', text, marks, title, author, problems: problems.list() };
}
