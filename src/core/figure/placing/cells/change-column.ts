/** Which period a column of changes is of: the one that is compared, never the one it is compared with. */
import type { DocumentContext } from '../../model';
import { periodOfCell, periodOfWords } from './cell-period';
import type { ColumnView, TableView } from './table-view';

interface Candidate {
  readonly column: number;
  readonly heads: readonly string[];
  readonly period: string;
}

/** `2024Q4`, `FY2024` and `2024-06-30` by their years and parts, so that the later of two of a kind comes last. */
const inTime = (period: string): string => /\d{4}(?:[QH]\d|-\d\d.*)?$/.exec(period)?.[0] ?? period;
/** Quarters are compared with quarters, years with years. */
const kindOf = (period: string): string => period.replaceAll(/\d/g, '#');

/**
 * The heads of the column whose period the changes of `column` are of; empty where none is named. `Variance vs 3Q24` is
 * of the later quarter beside it; a bare `% change` is of the latest of the columns that stand right before it.
 */
export function headsOfChange(
  view: TableView,
  at: number,
  own: ColumnView,
  context: DocumentContext,
): readonly string[] {
  const candidates = [...view.columns].flatMap(([column, { heads, isPeriod, isChange }]): Candidate[] => {
    const found =
      isPeriod && !isChange ? periodOfCell({ heads, path: [], label: '', lines: view.lines }, context) : null;
    return found ? [{ column, heads, period: found.period }] : [];
  });
  const group = before(view, candidates, at);
  const [alone] = group.length === 1 ? group : [];
  // `3Q24 | 3Q23 | % | 2Q24 | %`: the last change, too, is of the newest quarter.
  const against = comparedWith(own, context) ?? alone?.period ?? null;
  if (against !== null) {
    const alike = candidates.filter(
      ({ period }) => kindOf(period) === kindOf(against) && inTime(period) > inTime(against),
    );
    // What is compared is printed before its change: the same time of another year, else the newest.
    const printed = alike.filter(({ column }) => column < at);
    const yearly = printed.findLast(({ period }) => partOfYear(period) === partOfYear(against));
    const compared = yearly?.heads ?? latest(printed) ?? alike[0]?.heads;
    if (compared) return compared;
  }
  return latest(group) ?? latest(candidates) ?? [];
}

/** `2025-09-30` and `2024-09-30` are a year apart. */
const partOfYear = (period: string): string => period.replace(/\d{4}/, '');

/** The period behind `vs`, where the head names one. */
function comparedWith({ heads }: ColumnView, context: DocumentContext): string | null {
  const words = /\b(?:vs\.?|versus|from|against|over|on)\s(.+)$/iu.exec(heads.join(' '))?.[1];
  return words === undefined ? null : periodOfWords(words, context);
}

/** The columns of periods that stand together right before the change. */
function before(view: TableView, candidates: readonly Candidate[], at: number): readonly Candidate[] {
  const byColumn = new Map(candidates.map((candidate) => [candidate.column, candidate]));
  const group: Candidate[] = [];
  for (let column = at - 1; column > 0; column -= 1) {
    const candidate = byColumn.get(column);
    if (candidate) group.push(candidate);
    // Another change between them (in percent beside the amount) is of the same pair.
    else if (group.length > 0 || view.columns.get(column)?.isChange !== true) break;
  }
  return group;
}

const latest = (candidates: readonly Candidate[]): readonly string[] | undefined =>
  candidates.toSorted((a, b) => inTime(b.period).localeCompare(inTime(a.period)))[0]?.heads;

const ACTUAL = /^(?:actuals?|reported|print|results?|实际值?|實際值?)$/iu;
const EXPECTED = /\b(?:consensus|street|estimates?|est\.?|expected|expectations?)\b|预期|預期/iu;

/** Results beside what was expected of them are of the period that the document reports. */
export const isAgainstExpected = ({ columns }: TableView): boolean => {
  const heads = [...columns.values()].map(({ heads: over }) => over.join(' '));
  return heads.some((head) => ACTUAL.test(head)) && heads.some((head) => EXPECTED.test(head));
};
