/** What the labels of a table's rows and columns say of how they are made, held against the table. */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import type { Relation } from '../../arithmetic/relation';
import { averageLines } from './averages';
import { averageRows, growthColumns, perShareLines, shareColumns, sharesInAll, stockLines } from './columns';
import { type Bracketed, bracketedGrowth, cagrLines, growthLines } from './growth';
import { latticesOf } from './lattice';
import { differenceLines, marginLines, totalLines } from './made-of';
import { signedEnds } from '../../arithmetic/ends';

const IN_BRACKET = /^[\s*✓]*[(（][\s*]*(mid(?:point)?|grew|up|down|growth of|中值|同比)?[\s:*]*$/;
const NOT_GROWTH = /^[\s*]*(?:of|share|margin|upside|downside|cagr|prob|weight|占)/;

function behindIn(index: DocumentIndex): (figure: AuditFigure) => Bracketed | null {
  return (figure) => {
    const { cell } = figure;
    if (!cell) return null;
    const own = index
      .inTable(cell.table)
      .filter((one) => one.cell?.row === cell.row && one.cell.column === cell.column);
    const next = own[own.indexOf(figure) + 1];
    const lead = next && IN_BRACKET.exec(index.between(figure, next));
    const ends = next?.unit === 'percent' ? signedEnds(next) : null;
    if (!next || !lead || !ends || NOT_GROWTH.test(index.after(next, 20))) return null;
    const isSaid =
      lead[1] !== undefined || /^\W*[-−–+]/.test(next.quote) || /yoy|y\/y|同比/.test(index.after(next, 12));
    return isSaid ? { claim: next, ends, isMiddle: /^(?:mid|中)/.test(lead[1] ?? '') } : null;
  };
}

/** The relations of all readers of labels over every table of the document, each place of a table once. */
export function labelledLines(index: DocumentIndex): readonly Relation[] {
  const behind = behindIn(index);
  return index.document.layout.tables.flatMap((table) => {
    const lattices = latticesOf(index, table) ?? [];
    return lattices.flatMap((lattice) => [
      ...growthLines(lattice),
      ...bracketedGrowth(lattice, behind),
      ...cagrLines(lattice),
      ...differenceLines(lattice),
      ...marginLines(lattice),
      ...totalLines(lattice),
      ...averageLines(lattice),
      ...growthColumns(lattice),
      ...shareColumns(lattice),
      ...sharesInAll(lattice),
      ...averageRows(lattice),
      ...perShareLines(lattice),
    ]);
  });
}

/** Stocks and flows: a row of what was there and came to it is surer than what rows give by chance. */
export const stocksAndFlows = (index: DocumentIndex): readonly Relation[] =>
  index.document.layout.tables.flatMap((table) => (latticesOf(index, table) ?? []).flatMap(stockLines));
