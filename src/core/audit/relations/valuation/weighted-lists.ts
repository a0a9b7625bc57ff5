/**
 * Cases in the lines of a list, each with its weight or with what it adds, and the line that says what they come to:
 * "- RIM: $48 (weight: 60%) … - Blended: $50", "30% probability = 25% expected value … Expected value: +37%".
 */
import data from '../../../../../resources/audit/scenarios.json';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { compareEnds, type Ends, endsOf, exact, pairwise, signedEnds } from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import { type TextLine, textLines } from '../sums/text-lines';
import { EXPECTED, judged, labelBefore, TO_ANOTHER, type Weighted } from './scenarios';
import { alternatives } from '../../../base/pattern';
import { isOneKind } from '../../arithmetic/one-kind';

const WEIGHTED = new RegExp(`(?:^|[^\\p{L}])(?:${alternatives(data.weights)})(?![\\p{L}])`, 'iu');
const ADDS = new RegExp(`^[\\s*]*(?:${alternatives(data.contributions)})`, 'iu');
const FEWEST = 2;
const MOST = 9;
const WHOLE = 100;
const ROUNDING = 1.5;
/** How many lines the list may stand above what it comes to. */
const REACH = 12;

/** A weight right by its word, "(Weight: 60%)", "30% probability", or alone in brackets: "Bull case (25%): $80". */
export function weightIn(index: DocumentIndex, { figures }: TextLine): AuditFigure | null {
  const rates = figures.filter((figure) => figure.unit === 'percent' && figure.low === figure.high);
  const said = rates.find(
    (figure) => WEIGHTED.test(index.before(figure, 14)) || WEIGHTED.test(index.after(figure, 14)),
  );
  const [only] = rates;
  const isBare =
    only !== undefined &&
    rates.length === 1 &&
    /[(（][\s*~]*$/.test(index.before(only, 6)) &&
    /^[\s*]*[)）]/.test(index.after(only, 6)) &&
    !/^\W*[-−+]/.test(only.quote);
  return said ?? (isBare ? only : null);
}

function weightedIn(index: DocumentIndex, line: TextLine, claim: AuditFigure): Weighted | null {
  const weight = weightIn(index, line);
  const figure = line.figures.find((one) => one !== weight && isOneKind(one, claim));
  return weight && figure ? { weight: Number(weight.low) / WHOLE, figure } : null;
}

const sumOfWeights = (parts: readonly Weighted[]): number => parts.reduce((sum, { weight }) => sum + weight * WHOLE, 0);

/** What each line adds, where it says so. */
function added(index: DocumentIndex, claim: AuditFigure, lines: readonly TextLine[]): Relation | null {
  const parts = lines.flatMap(({ figures }) =>
    figures.filter((one) => isOneKind(one, claim) && ADDS.test(index.after(one, 30))).slice(0, 1),
  );
  if (parts.length < FEWEST || parts.length > MOST) return null;
  const sum = parts
    .map(signedEnds)
    .reduce<Ends | null>((all, ends) => all && ends && pairwise(all, ends, (a, b) => a + b), exact(0));
  return sum && relateEnds('identity', claim, parts, sum, parts.map(digits).join(' + '));
}

function comesTo(index: DocumentIndex, lines: readonly TextLine[], at: number): readonly Relation[] {
  const line = lines[at];
  const [first] = line?.figures ?? [];
  if (!line || !first) return [];
  const isSaid =
    EXPECTED.test(labelBefore(index, first)) || EXPECTED.test(line.text.slice(0, first.start - line.start));
  if (!isSaid || TO_ANOTHER.test(labelBefore(index, first))) return [];
  const above = lines.slice(Math.max(0, at - REACH), at).filter(({ number }) => line.number - number <= REACH);
  return line.figures.slice(0, MOST_CLAIMS).flatMap((claim): readonly Relation[] => {
    const parts = above.flatMap((one) => weightedIn(index, one, claim) ?? []).slice(-MOST);
    const isWhole = parts.length >= FEWEST && Math.abs(sumOfWeights(parts) - WHOLE) <= ROUNDING;
    const ways = [added(index, claim, above), isWhole ? judged(claim, parts, true) : null].filter(
      (one) => one !== null,
    );
    const chosen = ways.find(({ verdict }) => verdict !== 'conflict') ?? ways.find(isPlain);
    return chosen && (chosen.verdict !== 'conflict' || isFirst(claim, line)) ? [chosen] : [];
  });
}
const MOST_CLAIMS = 2;

/** Of the values of one sort the first is what the line is about. */
const isFirst = (claim: AuditFigure, { figures }: TextLine): boolean =>
  figures.find(({ unit }) => unit === claim.unit) === claim;

/** Values that are none of the parts, and ways that could be meant otherwise, stay unsaid. */
const isPlain = ({ claim, operands }: Relation): boolean => {
  const ends = endsOf(claim);
  return (
    ends !== null &&
    operands.every((one) => endsOf(one)?.low.point !== ends.low.point) &&
    compareEnds(ends, ends) !== 'conflict'
  );
};

/** The relation of each line that sums a list up to the cases above it. */
export function weightedLists(index: DocumentIndex): readonly Relation[] {
  const lines = textLines(index);
  return lines.flatMap((_, at) => comesTo(index, lines, at));
}
