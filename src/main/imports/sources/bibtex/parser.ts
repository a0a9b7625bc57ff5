/** BibTeX and BibLaTeX: how such a file is known. */
import type { SourcesParser } from '../../parser';

export const bibtexParser = {
  kind: 'sources',
  name: 'bibtex',
  version: 1,
  reads: 'text',
  recognise: (source) => bibtexScore(source.text().text),
  // Only now, so that other imports do not wait for the library.
  parse: async (source) => (await import('./read')).readBibtex(source.text().text),
} satisfies SourcesParser;

/** Any type is one: styles and tools make up their own. What follows must look like a key and fields, or a macro. */
const ENTRY =
  /^[ \t]*@[ \t]*(?:(?:string|preamble|comment)\s*[{(]|[a-z]{3,30}\s*[{(]\s*[^\s,{}()"=#]{1,200}\s*,\s*[a-z][\w:+.-]{0,60}\s*=)/gim;

/** Entries at the heads of lines, and little else before the first: prose that shows one entry stays prose. */
export function bibtexScore(text: string): number {
  const entry = new RegExp(ENTRY).exec(text.slice(0, 400_000));
  if (!entry) return 0;
  const before = text.slice(0, entry.index).split('\n');
  const prose = before.filter((line) => line.trim() !== '' && !/^\s*(?:%|@comment|\/\/|#)/i.test(line)).length;
  if (prose > 6) return 0;
  const after = text.slice(entry.index, entry.index + 4_000);
  return /=\s*["{\w]/.test(after) ? 0.95 : 0;
}
