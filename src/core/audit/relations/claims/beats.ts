/** A column that says "beat" or "miss" beside a column of results and one of what was expected. */
import data from '../../../../../resources/audit/lines.json';
import type { Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import { plain } from '../../facts/labels';
import { type Claimed, order, quoted } from './claimed';

const starts = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text === word || new RegExp(`^[^\\p{L}]*${word}(?![\\p{L}])`, 'u').test(text));
const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** The one column whose head has the first of the words that any has. */
function columnOf(table: Table, words: readonly string[]): number | null {
  const found = words
    .map((word) => table.head.filter(({ text }) => plain(text).includes(word)))
    .find(({ length }) => length > 0);
  return found?.length === 1 ? (found[0]?.column ?? null) : null;
}

function inTable(index: DocumentIndex, table: Table): readonly Claimed[] {
  const [actual, expected] = [columnOf(table, data.actuals), columnOf(table, data.expecteds)];
  if (actual === null || expected === null || actual === expected) return [];
  return table.rows.flatMap((row, at): readonly Claimed[] => {
    const label = plain(row.cells[0]?.text ?? '');
    const word = row.cells.slice(1).find(({ text }) => starts(plain(text), [...data.beats, ...data.misses]));
    const figures = index.inTable(table.index).filter(({ cell }) => cell?.row === at);
    const [a, b] = [actual, expected].map((column) => figures.filter(({ cell }) => cell?.column === column));
    const [value, base] = [a?.[0], b?.[0]];
    if (!word || !value || !base || value.unit !== base.unit || holds(label, data.better_lower)) return [];
    const is = order(value, base);
    const isBeat = starts(plain(word.text), data.beats);
    if (is === null || word.column === actual || word.column === expected) return [];
    const isRight = (is === 'more') === isBeat;
    const says = `${quoted(value)} is ${is} than ${quoted(base)}`;
    const spans = [{ start: word.start, end: word.end }];
    return [{ word: word.text.trim(), says, figures: [value, base], spans, holds: isRight, severity: 'warning' }];
  });
}

/** Each "beat" or "miss" of such a column with whether result and expectation bear it out. */
export const beats = (index: DocumentIndex): readonly Claimed[] =>
  index.document.layout.tables.flatMap((table) => inTable(index, table));
