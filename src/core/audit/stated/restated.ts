/**
 * One table given twice, in the summary and where it comes from: its lines agree but for one. They are named by the same
 * row and column in both.
 */
import type { DocumentIndex } from '../model/document-index';
import type { AuditFigure } from '../model/model';
import { endsOf, touch } from '../arithmetic/ends';
import { type Block, type Line, parallelsOf } from './parallel';

export interface Restated {
  readonly label: string;
  readonly figures: readonly [AuditFigure, AuditFigure];
}

const FEWEST_AGREE = 5;

function differ(a: AuditFigure, b: AuditFigure): boolean {
  const [x, y] = [endsOf(a), endsOf(b)];
  if (!x || !y || a.unit !== b.unit || a.currency !== b.currency || a.qualifier !== b.qualifier) return false;
  return !touch({ low: x.low.low, high: x.high.high, point: 0 }, { low: y.low.low, high: y.high.high, point: 0 });
}

function compare(a: Block, b: Block): readonly Restated[] {
  const pairs = [...a].flatMap(([label, mine]): (readonly [Line, Line])[] => {
    const theirs = b.get(label);
    return theirs && mine.length === 1 && theirs.length === 1 && mine[0] && theirs[0] ? [[mine[0], theirs[0]]] : [];
  });
  const off = pairs.filter(([x, y]) => differ(x.figure, y.figure));
  const same = pairs.length - off.length;
  return same >= FEWEST_AGREE && off.length === 1
    ? off.map(([x, y]) => ({ label: x.name, figures: [x.figure, y.figure] as const }))
    : [];
}

/** Lines of two tables of a note that differ where all the others agree, each with both figures. */
export function restated(index: DocumentIndex): readonly Restated[] {
  if (index.document.role !== 'note') return [];
  const blocks = parallelsOf(index).tables();
  return blocks.flatMap((a, i) => blocks.slice(i + 1).flatMap((b) => compare(a, b)));
}
