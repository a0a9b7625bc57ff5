/**
 * One label with two values: "12-month price target: $120" here and "$150" there. The label is whole and the same, both
 * are the subject's own, neither belongs to a scenario or another period, and rounding does not explain the difference.
 */
import type { DocumentIndex } from '../model/document-index';
import { groupBy } from '../../base/group';
import type { AuditFigure } from '../model/model';
import { endsOf, touch } from '../arithmetic/ends';
import { bare, labelsOf } from './labels';

export interface TwoValues {
  readonly label: string;
  readonly first: AuditFigure;
  readonly other: AuditFigure;
}

const UNITS = new Set(['money', 'per_share', 'percent', 'multiple', 'count']);
const LABEL = /^[^\p{L}]{0,6}(\p{L}[^:：]{5,48})[:：][\s~≈(]*$/u;
/** Labels that every step, level, case or person of a list has. */
const LISTED =
  /\b(?:bull|bear|base|case|scenario|low|high|tier|step|stage|phase|level|year|q[1-4]|h[12]|fy|month|week|day|prior|previous|probability|confidence|weight|score|impact|allocation|position|entry|exit|stop|trigger|threshold|revenue|revenues|sales|growth|margin|income|profit|cost|costs|change|source|example|note)\b|\d{4}|情景|季度|年/;
const MULTI = 2.5;
const MOST_VALUES = 2;

/** What a note concludes; the steps on the way there differ from method to method. */
const CONCLUDES =
  /\btarget|\bfair value\b|\bimplied price\b|\bexpected return\b|\bprice objective\b|目标价|合理价值|目标市值/;

interface Labelled {
  readonly label: string;
  readonly figure: AuditFigure;
}

function labelled(index: DocumentIndex, figure: AuditFigure): Labelled | null {
  if (!UNITS.has(figure.unit) || figure.kind === 'growth' || figure.kind === 'delta' || figure.cell !== null)
    return null;
  const { lead, title } = labelsOf(index, figure);
  const label = bare(LABEL.exec(lead)?.[1] ?? '');
  const isWhole = label.split(' ').length >= 2 || /[\p{Script=Han}]{4,}/u.test(label);
  return isWhole && CONCLUDES.test(label) && !LISTED.test(label) && !LISTED.test(title) ? { label, figure } : null;
}

function differ(a: AuditFigure, b: AuditFigure): boolean {
  const [x, y] = [endsOf(a), endsOf(b)];
  if (!x || !y || a.section === b.section || a.period !== b.period) return false;
  const ratio = x.low.point / y.low.point;
  const apart = !touch(
    { low: x.low.low, high: x.high.high, point: 0 },
    { low: y.low.low, high: y.high.high, point: 0 },
  );
  return apart && ratio > 1 / MULTI && ratio < MULTI;
}

/**
 * Labels that have exactly two values in the document which differ by more than rounding, with the first figure of
 * each. Three and more values are a list and no contradiction.
 */
export function twoValues(index: DocumentIndex): readonly TwoValues[] {
  const all = index.document.figures.flatMap((figure) => labelled(index, figure) ?? []);
  const groups = groupBy(all, ({ label, figure }) => `${label}|${figure.unit}|${figure.currency}|${figure.entity}`);
  return [...groups.values()].flatMap((mentions): readonly TwoValues[] => {
    const values = new Set(mentions.map(({ figure }) => `${figure.low}|${figure.high}`));
    const [first] = mentions;
    const other = first && mentions.find(({ figure }) => differ(first.figure, figure));
    return first && other && values.size === MOST_VALUES
      ? [{ label: first.label, first: first.figure, other: other.figure }]
      : [];
  });
}
