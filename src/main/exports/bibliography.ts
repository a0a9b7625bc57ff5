/** Sources as BibTeX and RIS, by citation-js, from the CSL-JSON the notebook keeps. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { SourceRecord } from '../../contract/records';
import { isRecord, namesText } from '../../core/citation/csl-text';

const items = (sources: readonly SourceRecord[]) => sources.map((source) => ({ ...source.csl, id: source.id }));

export function bibtex(sources: readonly SourceRecord[]): string {
  if (sources.length === 0) return '';
  const { format } = plugins.config.get('@bibtex');
  // Labels come from author, year and title; without these they would collide.
  format.checkLabel = true;
  // Its escaping leaves out what LaTeX has no command for, such as Chinese: the text stays UTF-8 and is escaped here.
  format.asciiOnly = false;
  const escaped = items(sources).map((item) => ({ ...item, ...latexMembers(item) }));
  return `${String(new Cite(escaped).format('bibtex')).trim()}\n`;
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
};
const latex = (text: string): string =>
  text.replaceAll(/[\\~^{}&%$#_]/g, (character) => LATEX[character] ?? `\\${character}`);

/** Read as they stand by BibTeX, or no text at all. */
const VERBATIM = new Set(['id', 'type', 'URL', 'DOI', 'ISBN', 'ISSN', 'page', 'citation-key']);

function latexMembers(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).flatMap(([member, value]): (readonly [string, unknown])[] => {
      if (VERBATIM.has(member)) return [];
      if (typeof value === 'string') return [[member, latex(value)]];
      return Array.isArray(value) ? [[member, value.map(latexName)]] : [];
    }),
  );
}

/** ` and ` parts names, unless it stands in braces. */
function latexName(name: unknown): unknown {
  if (!isRecord(name)) return name;
  const part = (value: unknown): unknown =>
    typeof value === 'string' ? latex(value).replaceAll(/ and /gi, (word) => ` {${word.trim()}} `) : value;
  return Object.fromEntries(Object.entries(name).map(([key, value]) => [key, part(value)]));
}

/** The library maps the fields; its lines break words at 70 characters and its records lack DOI and whole dates. */
export const ris = (sources: readonly SourceRecord[]): string => sources.map(risRecord).join('\n');

function risRecord(source: SourceRecord): string {
  const mapped = new Cite(items([source])).format('ris', { format: 'object' });
  const record: unknown = Array.isArray(mapped) ? mapped[0] : null;
  const { TY: type, ...fields } = isRecord(record) ? record : {};
  const { DOI, URL, title, issued } = source.csl;
  const names = risNames(source.csl['author']);
  const date = issuedParts(issued);
  const own = {
    ...(names.length > 0 && { AU: names }),
    ...(title && { TI: title }),
    ...(URL && { UR: URL }),
    ...(DOI && { DO: DOI }),
    ...(date && { PY: date[0], DA: date.map(twoDigits).join('/') }),
  };
  const lines = Object.entries({ ...fields, ...own }).flatMap(([tag, value]) => risLines(tag, value));
  return `${[`TY  - ${typeof type === 'string' ? type : 'GEN'}`, ...lines, 'ER  - '].join('\n')}\n`;
}

/** `Family, Given`; an institution's name as it is. */
function risNames(names: unknown): readonly string[] {
  return namesText(names)
    .split('; ')
    .filter((name) => name !== '');
}

function risLines(tag: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => risLines(tag, one));
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  return [`${tag}  - ${String(value).replaceAll(/\s+/g, ' ').trim()}`];
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');

function issuedParts(issued: unknown): readonly number[] | null {
  const parts = isRecord(issued) && Array.isArray(issued['date-parts']) ? issued['date-parts'] : [];
  const first: unknown = parts[0];
  const numbers = Array.isArray(first) ? first.map(Number).filter((part) => Number.isInteger(part)) : [];
  return numbers.length === 0 ? null : numbers;
}

/** The items as the notebook keeps them, for reference managers that read CSL-JSON. */
export const cslJson = (sources: readonly SourceRecord[]): string => `${JSON.stringify(items(sources), null, 2)}\n`;
