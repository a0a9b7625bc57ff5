/** Text with fields between commas, semicolons, tabs or bars: CSV, TSV, and a range copied out of a spreadsheet. */
import Papa from 'papaparse';
import type { ParsedTable, TableParser } from '../parser';
import { countProblems } from '../problems';
import type { ImportSource } from '../source';
import { sheetBudget } from '../sheet';
import { bestFit, declaredDelimiter, tableScore } from './delimiter';

export const csvParser = {
  kind: 'table',
  name: 'csv',
  version: 1,
  reads: 'text',
  recognise: (source) => tableScore(source.text().text, source.fileName),
  parse: (source) => readDelimited(source, null),
} satisfies TableParser;

const SENTENCES = {
  W_QUOTES: 'Quotation marks do not match in some rows: look at where their fields end.',
  W_RAGGED: 'Some rows have more fields than the head: look at whether a field holds the separator.',
} as const;

/** `format` where it is known, as for a range that was pasted. */
export function readDelimited(source: ImportSource, format: 'range' | null): ParsedTable {
  const decoded = source.text();
  const declared = declaredDelimiter(decoded.text);
  const text = decoded.text.slice(declared?.length ?? 0).replaceAll('\r', '\n');
  const delimiter = declared?.delimiter ?? bestFit(text)?.delimiter ?? (format === 'range' ? '\t' : ',');
  const problems = countProblems(SENTENCES);
  // Without a head of its own, so that a column named like a member of every object is a column like others.
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false });
  problems.add('W_QUOTES', errors.filter(({ type }) => type === 'Quotes').length);
  problems.add('W_RAGGED', raggedRows(data));
  const budget = sheetBudget();
  const sheet = budget.open();
  data.forEach((row, index) => sheet.addRow(index + 1 + (declared === null ? 0 : 1), row));
  return {
    format: format ?? (delimiter === '\t' ? 'tsv' : 'csv'),
    sheets: [sheet.finish('', false)],
    delimiter,
    problems: [...decoded.problems, ...problems.list(), ...budget.problems()],
  };
}

/** Rows with more fields than any row before them has, behind the first rows: captions are shorter, never longer. */
function raggedRows(data: readonly (readonly string[])[]): number {
  const widths = data.slice(0, 20).map(({ length }) => length);
  const most = Math.max(...widths, 1);
  return data.slice(20).filter(({ length }) => length > most).length;
}
