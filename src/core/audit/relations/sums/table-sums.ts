/**
 * Columns of a table against the total row below them. Financial statements nest subtotals, print losses in brackets
 * and leave cells empty: a column may be in conflict only where its rows are all there and plain, or where another
 * column of the same rows adds up and so shows that these are the parts.
 */
import { isPrintedNegative } from '../../arithmetic/printed-sign';
import type { Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { alike, relateSum } from './sums';
import { holds, type Relation } from '../../arithmetic/relation';

const TOTAL = /^\W*(?:grand |sub-?)?total\b|^\W*sum\b|合计|总计/i;
/** Lines that sum up others, or are what is left of them: the parts of a total do not reach across them surely. */
const SUBTOTAL = /\bnet\b|\bgross\b|subtotal|小计/i;
const AMOUNTS = new Set(['money', 'count', 'power_gw', 'other']);
const FEWEST = 2;
const MOST = 30;

/** An amount of a row, or the dash that stands for nothing. */
type Entry = AuditFigure | 'nil';

interface Row {
  readonly label: string;
  readonly entries: readonly Entry[];
}

interface Parts {
  readonly rows: readonly Row[];
  /** They begin at the table's top, a heading or another total, so that none is missing. */
  readonly isClean: boolean;
}

const isAmount = (figure: AuditFigure): boolean =>
  AMOUNTS.has(figure.unit) && figure.low !== null && figure.low === figure.high;

/**
 * A fall is kept as a size with its direction; a sum takes it with the sign that is printed. In some filings brackets and percent signs stand in cells of their own: "( 1,209 | )", "5.3 | %".
 */
function asShown(text: string, figure: AuditFigure): AuditFigure | null {
  if (/^\s*\)?[\s|]*%/.test(text.slice(figure.end, figure.end + 8))) return null;
  const isBracketed = /\(\s*\$?\s*$/.test(text.slice(Math.max(0, figure.start - 4), figure.start));
  const isSigned = figure.low === '0' || figure.low?.startsWith('-');
  return (isBracketed || isPrintedNegative(figure.quote)) && !isSigned
    ? { ...figure, low: `-${figure.low}`, high: `-${figure.high}` }
    : figure;
}

const NIL = /^[\s$€£¥]*[-—–][\s$]*$/;

function rowsOf(index: DocumentIndex, table: Table): readonly Row[] {
  const { text } = index.document.layout;
  const figures = new Map(
    index.inTable(table.index).map((figure) => [`${figure.cell?.row}/${figure.cell?.column}`, figure]),
  );
  return table.rows.map((row, i) => ({
    label: row.cells[0]?.text.trim() ?? '',
    entries: row.cells.slice(1).flatMap((cell): readonly Entry[] => {
      const figure = figures.get(`${i}/${cell.column}`);
      if (!figure) return NIL.test(cell.text) ? ['nil'] : [];
      return isAmount(figure) ? [asShown(text, figure) ?? []].flat() : [];
    }),
  }));
}

/** The rows of a total: upwards from it to a heading, another total or the table's top. */
function partsOf(table: Table, rows: readonly Row[], total: number): Parts {
  const parts: Row[] = [];
  for (let i = total - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!row || row.entries.length === 0 || TOTAL.test(row.label)) return { rows: parts, isClean: true };
    if (SUBTOTAL.test(row.label)) return { rows: parts, isClean: false };
    parts.unshift(row);
  }
  // A first row that was taken for the head may be the part that is missing.
  return { rows: parts, isClean: !table.head.slice(1).some((cell) => /\d{1,3}(?:,\d{3})+|\d\.\d/.test(cell.text)) };
}

const headOf = (table: Table, figure: AuditFigure): string =>
  table.head.find((cell) => cell.column === figure.cell?.column)?.text ?? '';

/** The n-th amount of each row: currency signs and empty marks shift the cells, not the order. */
function column(table: Table, parts: readonly Row[], total: Row, n: number): Relation | null {
  const claim = total.entries[n];
  if (!claim || claim === 'nil' || NOT_SUMMED.test(headOf(table, claim))) return null;
  const figures = parts.flatMap(({ entries }) => {
    const entry = entries[n];
    return entry === undefined || entry === 'nil' ? [] : [entry];
  });
  return figures.length > 0 && figures.every((figure) => alike(figure, claim)) ? relateSum(claim, figures) : null;
}

/** A small table of parts and total with named columns, nothing above the parts and nothing below the total. */
const isSimple = (table: Table, { rows, isClean }: Parts, total: number): boolean =>
  isClean && (table.head.length > 1 || isHeadless(table)) && rows.length === total && total === table.rows.length - 1;

/** Names and amounts set out under each other. */
const isHeadless = (table: Table): boolean =>
  table.head.length === 0 && table.rows.every(({ cells }) => cells.length === 2);

const NOT_SUMMED = /%|change|margin|rate|growth|price|average|ratio|per\b/i;
/** A misprinted total is still of the parts' size; what is far off is no total of them. */
const FAR = 0.3;
const isNear = ({ computed, claimed }: Relation): boolean =>
  computed.point !== null &&
  claimed.point !== null &&
  computed.point.minus(claimed.point).abs().lte(claimed.point.abs().times(FAR));

function totalsOf(index: DocumentIndex, table: Table): readonly Relation[] {
  const rows = rowsOf(index, table);
  return rows.flatMap((total, i): readonly Relation[] => {
    if (!TOTAL.test(total.label)) return [];
    const parts = partsOf(table, rows, i);
    const { length } = parts.rows;
    if (length < FEWEST || length > MOST || parts.rows.some(({ entries }) => entries.length !== total.entries.length))
      return [];
    const relations = total.entries.flatMap((_, n) => column(table, parts.rows, total, n) ?? []);
    const confirming = relations.filter((relation) => holds(relation) && relation.operands.length > 1).length;
    const isConclusive = isSimple(table, parts, i) || (parts.isClean && confirming * 2 >= relations.length);
    return relations.filter((relation) => holds(relation) || (isConclusive && isNear(relation)));
  });
}

/** The relation of each total to the rows above it, by columns. */
export const tableSums = (index: DocumentIndex): readonly Relation[] =>
  index.document.layout.tables.flatMap((table) => totalsOf(index, table));
