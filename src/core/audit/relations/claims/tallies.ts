/**
 * Rows that count what other tables say: "Total BUY signals | 10", "HOLD count | 6", against the cells that say it. One
 * count that holds shows that these are the cells; another that does not is wrong.
 */
import type { Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import { plain } from '../../facts/labels';
import type { AuditFigure } from '../../model/model';
import { type Claimed, quoted } from './claimed';

const LABEL =
  /^(?:(?:total|number of|count of|#(?: of)?)\s+)?([a-z]{3,14}|[\p{Script=Han}]{2,6})\s?(?:signals?|ratings?|votes?|counts?|items?|flags?|recommendations?|信号|信號|评级|評級|数量|數量|项|項)$/u;
const MOST = 400;

interface Tally {
  readonly word: string;
  readonly figure: AuditFigure;
  readonly table: Table;
}

function talliesIn(index: DocumentIndex, table: Table): readonly Tally[] {
  return index.inTable(table.index).flatMap((figure): readonly Tally[] => {
    const row = table.rows[figure.cell?.row ?? -1];
    const word = LABEL.exec(plain(row?.cells[0]?.text ?? ''))?.[1];
    const isCount = /^\d{1,3}$/.test(figure.quote.replace(/[*\s]/g, ''));
    return word && word !== 'total' && isCount && figure.cell?.column === 1 ? [{ word, figure, table }] : [];
  });
}

/** The cells that say the word, each as its table and row. */
const cellsWith = (tables: readonly Table[], own: Table, word: string): readonly string[] =>
  tables
    .filter((table) => table !== own)
    .flatMap(({ index, rows }) =>
      rows.flatMap(({ cells }, row) =>
        cells.filter(({ text }) => plain(text).replace(/[^\p{L}]/gu, '') === word).map(() => `${index}/${row}`),
      ),
    );

/** The first figure of each row, so that the rows are shown. */
const inRows = (index: DocumentIndex, rows: readonly string[]): readonly AuditFigure[] =>
  rows
    .flatMap((place) => {
      const [table, row] = place.split('/').map(Number);
      return index.inTable(table ?? -1).find(({ cell }) => cell?.row === row) ?? [];
    })
    .slice(0, MOST_SHOWN);
const MOST_SHOWN = 8;

/**
 * The counts of each table that has at least two, once one of them holds; nothing in a document with very many tables.
 */
export function tallies(index: DocumentIndex): readonly Claimed[] {
  const { tables } = index.document.layout;
  if (tables.length > MOST) return [];
  return tables.flatMap((table): readonly Claimed[] => {
    const own = talliesIn(index, table);
    if (own.length < 2) return [];
    const counted = own.map((tally) => {
      const rows = cellsWith(tables, table, tally.word);
      return { ...tally, rows, count: rows.length };
    });
    const right = counted.filter(({ figure, count }) => Number(figure.low) === count);
    const wrong = counted.filter(({ figure, count }) => Number(figure.low) !== count && count > 0);
    if (right.length === 0 || wrong.length > right.length) return [];
    return wrong.map(({ word, figure, rows, count }) => ({
      word: `${quoted(figure)} × ${word}`,
      says: `${count} cells say it`,
      figures: [figure, ...inRows(index, rows)],
      spans: [],
      holds: false,
      severity: 'warning' as const,
    }));
  });
}
