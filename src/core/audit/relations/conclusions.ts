/**
 * What a note concludes once for the whole of it, found with two values: the expected return of the headline and that of the
 * scenario table, two discount rates. Worth a look, no more: a case, a part or another time may stand unsaid.
 */
import data from '../../../../resources/audit/conclusions.json';
import { bare, labelsOf } from '../facts/labels';
import type { DocumentIndex } from '../document-index';
import { groupBy } from '../group';
import type { AuditFigure } from '../model';
import { anyOf } from './claims/claimed';
import { endsOf, touch } from './ends';

export interface TwoConclusions {
  readonly concept: string;
  readonly figures: readonly AuditFigure[];
}

const CONCEPTS: ReadonlyMap<string, string> = new Map(
  Object.entries(data.concepts).flatMap(([concept, { words }]) =>
    words.map((word): [string, string] => [word, concept]),
  ),
);
const UNITS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(data.concepts).map(([concept, { units }]) => [concept, units]),
);
const CASES = anyOf(data.cases, 'iu');
const LABEL =
  /^[^\p{L}]{0,6}([\p{L}/ -]{3,44}?)(?:\s?[(（][^()（）]{0,60}[)）])?\s*[:：][^\p{L}\d]{0,6}(?:approximately|roughly|about|around|约)?[\s~≈+*$£€¥-]*$/u;
const MOST = 3;
const WHOLE = 100;

function conceptOf(index: DocumentIndex, figure: AuditFigure): string | null {
  const { lead, row, head, title } = labelsOf(index, figure);
  if (figure.cell ? lead !== '' || CASES.test(head) : CASES.test(title)) return null;
  const label = figure.cell ? row : (LABEL.exec(lead)?.[1] ?? '');
  const concept = CASES.test(label) ? undefined : CONCEPTS.get(bare(label).trim());
  // The whole of the weights stands in the row of the expected value.
  if (figure.unit === 'percent' && Number(figure.low) >= WHOLE) return null;
  return concept && UNITS.get(concept)?.includes(figure.unit) ? concept : null;
}

function differ(a: AuditFigure, b: AuditFigure): boolean {
  const [x, y] = [endsOf(a), endsOf(b)];
  if (!x || !y || a.section === b.section || (a.period && b.period && a.period !== b.period)) return false;
  return !touch(
    { low: x.low.low, high: x.high.high, point: x.low.point },
    { low: y.low.low, high: y.high.high, point: y.low.point },
  );
}

export function twoConclusions(index: DocumentIndex): readonly TwoConclusions[] {
  const found = index.document.figures.flatMap((figure) => {
    const concept = conceptOf(index, figure);
    return concept ? [{ concept, figure }] : [];
  });
  const groups = groupBy(found, ({ concept, figure }) => `${concept}|${figure.unit}|${figure.currency}`);
  return [...groups.values()].flatMap((mentions): readonly TwoConclusions[] => {
    const [first] = mentions;
    const values = new Set(mentions.map(({ figure }) => `${figure.low}|${figure.high}`));
    const other = first && mentions.find(({ figure }) => differ(first.figure, figure));
    return first && other && values.size <= MOST
      ? [{ concept: first.concept, figures: [first.figure, other.figure] }]
      : [];
  });
}
