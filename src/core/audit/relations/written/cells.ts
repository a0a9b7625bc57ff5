/**
 * A row that shows how its value comes about: "Market cap | $2.5T | $235.50 × 10.8B shares". The sum fills a cell
 * behind the value's own, and a conflict counts only where its kind of value is the value's.
 */
import type { Cell, Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import type { Relation } from '../../arithmetic/relation';
import { isAlike, RECKONS } from './bracketed';
import { type Sum, sumAtEnd } from './parse';
import { tokensOf } from './tokens';
import { FigureFinder, relationOf, tidy } from './written';

const LONGEST = 120;
/** What is listed, held against or stretched over time is no sum. */
const NO_SUM = /^[\s*_]*[+−–-]|[=＝→;；]|\bvs\.?\b|\bversus\b|\bto\b|\bfrom\b/i;

interface Shown {
  readonly sum: Sum;
  readonly cell: Cell;
}

function sumIn(cell: Cell): Shown | null {
  const { text } = cell;
  if (text.length > LONGEST || !RECKONS.test(text) || NO_SUM.test(text)) return null;
  const sum = sumAtEnd(tokensOf(text));
  return sum?.isWhole && !sum.isOpenToReading ? { sum, cell } : null;
}

/** The one figure that fills its cell; a cell of several says none of them alone. */
function valueOf(figures: readonly AuditFigure[], column: number): AuditFigure | null {
  const own = figures.filter(({ cell }) => cell?.column === column);
  const [only] = own;
  return only && own.length === 1 && only.low !== null && only.low === only.high ? only : null;
}

function ofRow(index: DocumentIndex, finder: FigureFinder, { rows, index: at }: Table, row: number): Relation | null {
  const cells = rows[row]?.cells ?? [];
  const shown = cells.flatMap((cell) => (cell.column > 1 ? (sumIn(cell) ?? []) : []));
  const [only] = shown;
  if (!only || shown.length !== 1) return null;
  const figures = index.inTable(at).filter(({ cell }) => cell?.row === row);
  const claim = valueOf(figures, only.cell.column - 1);
  const { text } = index.document.layout;
  const result = claim && tokensOf(text.slice(claim.start, claim.end)).find((token) => token.kind === 'number');
  if (!claim || result?.kind !== 'number') return null;
  const source = text.slice(only.cell.start, only.cell.end);
  const base = only.cell.start + Math.max(0, source.indexOf(only.cell.text));
  const place = { ...result, start: result.start + claim.start, end: result.end + claim.start };
  const relation = relationOf(finder, only.sum, place, base, claim.approximate, only.cell.text);
  if (!relation || (relation.verdict === 'conflict' && !isAlike(only.sum, result))) return null;
  return { ...relation, form: 'identity', expression: tidy(only.cell.text) };
}

/** At most one relation for each cell with a formula; nothing where no cell of the document has a formula. */
export function formulaCells(index: DocumentIndex): readonly Relation[] {
  const { tables } = index.document.layout;
  const shows = tables.filter(({ rows }) => rows.some(({ cells }) => cells.some(({ text }) => RECKONS.test(text))));
  if (shows.length === 0) return [];
  const finder = new FigureFinder(index.document.figures);
  return shows.flatMap((table) => table.rows.flatMap((_, row) => ofRow(index, finder, table, row) ?? []));
}
