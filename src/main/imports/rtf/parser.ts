/** Rich text (.rtf): text with its headings, lists, tables, links and notes. Nothing in it is run or fetched. */
import type { NormalisedDocument } from '../../../core/document/model';
import { HTML_PROBLEMS } from '../html/clean';
import { readPage } from '../html/read';
import type { DocumentParser } from '../parser';
import { countProblems } from '../problems';
import type { ImportSource } from '../source';
import { RichTextReader } from './read';

export const rtfParser = {
  kind: 'document',
  name: 'rtf',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => (SIGNATURE.every((byte, index) => bytes[index] === byte) ? 0.95 : 0),
  parse,
} satisfies DocumentParser;

/** `{\rtf`. */
const SIGNATURE = [0x7b, 0x5c, 0x72, 0x74, 0x66];

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
