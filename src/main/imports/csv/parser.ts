/** Text with fields between commas, semicolons, tabs or bars: CSV, TSV, and a range copied out of a spreadsheet. */
import Papa from 'papaparse';
import { asWritten } from '../../../core/base/formula-text';
import { findHead } from '../../../core/table/head';
import type { Sheet } from '../../../core/table/model';
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
  W_QUOTES: 'Quotation marks do not match in some rows: check where their fields end.',
  W_RAGGED: 'Some rows have more fields than the head: check whether a field contains the separator.',
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
  const budget = sheetBudget();
  const sheet = budget.open();
  data.forEach((row, index) => sheet.addRow(index + 1 + (declared === null ? 0 : 1), row.map(asWritten)));
  const read = sheet.finish('', false);
  problems.add('W_RAGGED', raggedRows(read));
  return {
    format: format ?? (delimiter === '\t' ? 'tsv' : 'csv'),
    sheets: [read],
    delimiter,
    problems: [...decoded.problems, ...problems.list(), ...budget.problems()],
  };
}

/** Rows behind the head that hold more fields than it: one of them may hold the separator, as `1,300` does. */
function raggedRows(sheet: Sheet): number {
  const head = findHead(sheet);
  const from = head.row + head.rows;
  const heads = sheet.rows.slice(head.row, from).map(({ cells }) => cells.length);
  // Without a head the rows are measured by the widest of the first.
  const width = Math.max(...(head.rows === 0 ? sheet.rows.slice(0, 20).map(({ cells }) => cells.length) : heads), 1);
  return sheet.rows.slice(from).filter(({ cells }) => cells.length > width).length;
}
