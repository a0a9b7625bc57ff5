/** What the cells of the figures grid show where that is not what is stored: words for lists, a unit, a period. */
import type { CellField, FigureField, FigureValues } from '../fields';
import { ASSERTION_LABEL, DIRECTION_LABEL, REVIEW_LABEL, unitLabel } from '../labels';
import { metricName } from './names';
import { periodWords } from '../period/typed-period';
import { PROVENANCE_LABEL } from '../provenance';

/** Fields that hold one of a closed list. */
type ListField = { [F in CellField]: string extends NonNullable<FigureValues[F]> ? never : F }[CellField];
export type WordedField = ListField | 'period';

export interface CellWords {
  /** The fields that the words are made of, each stored in a column of its name; the cell's own comes first. */
  readonly of: readonly [FigureField, ...FigureField[]];
  readonly words: (figure: FigureValues) => string;
}

/** A closed list without words does not compile. */
const CELL_WORDS: Readonly<Record<WordedField, CellWords>> = {
  period: { of: ['period'], words: ({ period }) => (period === null ? '' : periodWords(period)) },
  unit: { of: ['unit', 'scale', 'currency'], words: unitLabel },
  direction: { of: ['direction'], words: ({ direction }) => (direction === null ? '' : DIRECTION_LABEL[direction]) },
  assertion: { of: ['assertion'], words: ({ assertion }) => ASSERTION_LABEL[assertion] },
  provenance: { of: ['provenance'], words: ({ provenance }) => PROVENANCE_LABEL[provenance] },
  review: { of: ['review'], words: ({ review }) => REVIEW_LABEL[review] },
};

const isWorded = (field: string): field is WordedField => Object.hasOwn(CELL_WORDS, field);

/** How the cell of a field is worded; null where it shows what is stored, or where the column is no field's. */
export const cellWordsOf = (field: string): CellWords | null => (isWorded(field) ? CELL_WORDS[field] : null);

/** The text of a field's cell; empty where it shows nothing. */
export function cellText(field: CellField, figure: FigureValues & { readonly metricLabel: string | null }): string {
  if (field === 'metric') return metricName(figure) ?? '';
  return isWorded(field) ? CELL_WORDS[field].words(figure) : (figure[field] ?? '');
}
