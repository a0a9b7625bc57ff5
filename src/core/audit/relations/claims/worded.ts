/** Words against the numbers they stand with: "cheaper (4.7x vs. 3.5x)", "$2.73, exceeding the guide of $9.25", "(midpoint)". */
import data from '../../../../../resources/audit/comparisons.json';
import type { Span } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { type Ends, endsOf, end, isRange, touch } from '../../arithmetic/ends';
import { isOneKind } from '../../arithmetic/one-kind';

export interface Worded {
  readonly word: string;
  /** What the word says of the first figure, for a person. */
  readonly says: string;
  readonly figures: readonly AuditFigure[];
  /** Where the word stands. */
  readonly place: Span | null;
  readonly holds: boolean;
}

const any = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
const bounded = (words: readonly string[], flags: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}-])(?:${any(words)})(?![\\p{L}])|(?:${any(words.filter((word) => /\p{Script=Han}/u.test(word))) || '(?!)'})`,
    flags,
  );
const LESS = bounded(data.multiples.less, 'giu');
const MORE = bounded(data.multiples.more, 'giu');
const QUALIFIERS = bounded(data.qualifiers, 'iu');
const EXCEEDS = bounded(data.exceeds, 'iu');
const MIDPOINT = bounded(data.midpoint, 'iu');
const VERSUS = /^\s*(?:x\s*)?(?:vs\.?|versus|against|compared (?:to|with))\s+(?:[\p{L}'’ -]{0,30}\s)?[~≈]?$/iu;

const lastOf = (pattern: RegExp, text: string): { readonly at: number; readonly word: string } | null => {
  const match = [...text.matchAll(pattern)].at(-1);
  return match ? { at: match.index, word: match[0] } : null;
};

/** How the two stand to each other; null where they touch or an end is open. */
function order(a: AuditFigure, b: AuditFigure): 'less' | 'more' | null {
  const [x, y] = [endsOf(a), endsOf(b)];
  if (!x || !y) return null;
  if (x.high.high < y.low.low) return 'less';
  return x.low.low > y.high.high ? 'more' : null;
}

const REACH = 160;
/** A chain of multiples against another one's: each of them is what the word says. */
function comparisons(index: DocumentIndex, figures: readonly AuditFigure[]): readonly Worded[] {
  const { text } = index.document.layout;
  return figures.flatMap((a, i): readonly Worded[] => {
    const b = figures[i + 1];
    if (!b || a.unit !== 'multiple' || b.unit !== 'multiple' || !VERSUS.test(text.slice(a.end, b.start))) return [];
    const start = Math.max(index.document.layout.sentences[a.sentence]?.start ?? a.start, a.start - REACH);
    const lead = text.slice(start, a.start).toLowerCase();
    const [less, more] = [lastOf(LESS, lead), lastOf(MORE, lead)];
    const said = !more || (less && less.at > more.at) ? less : more;
    const is = order(a, b);
    if (
      !said ||
      is === null ||
      (less && more) ||
      QUALIFIERS.test(lead.slice(said.at)) ||
      QUALIFIERS.test(lead.slice(Math.max(0, said.at - 12), said.at))
    )
      return [];
    const expects = said === less ? 'less' : 'more';
    return [
      {
        word: said.word,
        says: `${a.quote.trim()} is ${is === 'less' ? 'less' : 'more'} than ${b.quote.trim()}`,
        figures: [a, b],
        place: { start: start + said.at, end: start + said.at + said.word.length },
        holds: is === expects,
      },
    ];
  });
}

const NEAR = 60;
function exceeding(index: DocumentIndex, figures: readonly AuditFigure[]): readonly Worded[] {
  return figures.flatMap((a, i): readonly Worded[] => {
    const b = figures[i + 1];
    const between = b ? index.between(a, b) : '';
    const verb = between.length <= 2 * NEAR ? EXCEEDS.exec(between) : null;
    if (!b || !verb || !isOneKind(a, b) || verb.index > NEAR || QUALIFIERS.test(between) || /[.;:|]/.test(between))
      return [];
    // "Moves earnings by ±$2" is the amount itself; without the sign it is how far something was beaten.
    const before = a.quote.includes('±') ? index.before(a, 40).replace(/\bby\b/g, ' ') : index.before(a, 40);
    if (QUALIFIERS.test(before) || a.kind === 'growth' || b.kind === 'growth') return [];
    const is = order(a, b);
    return is === null
      ? []
      : [
          {
            word: verb[0],
            says: `${a.quote.trim()} is ${is} than ${b.quote.trim()}`,
            figures: [a, b],
            place: { start: a.end + verb.index, end: a.end + verb.index + verb[0].length },
            holds: is === 'more',
          },
        ];
  });
}

const middle = ({ low, high }: Ends): Ends => {
  const point = (low.point + high.point) / 2;
  const at = end(point, (low.high - low.low + high.high - high.low) / 4);
  return { low: at, high: at, approximate: false };
};

/** The middle of the range beside it, else of one before it in its section. */
function midpoint(index: DocumentIndex, claim: AuditFigure, before: readonly AuditFigure[]): Worded | null {
  const claimed = endsOf(claim);
  const word = MIDPOINT.exec(`${index.before(claim, 16)} ${index.after(claim, 14)}`)?.[0];
  if (!claimed || !word || isRange(claimed)) return null;
  const ranges = before
    .filter((figure) => figure.section === claim.section && isOneKind(figure, claim))
    .flatMap((figure) => {
      const ends = endsOf(figure);
      return ends && isRange(ends) && ends.low.point <= claimed.low.point && claimed.low.point <= ends.high.point
        ? [{ figure, ends }]
        : [];
    });
  const fits = ranges.find(({ ends }) => touch(middle(ends).low, claimed.low));
  const range = fits ?? ranges[0];
  if (!range) return null;
  const says = `the middle of ${range.figure.quote.trim()} is ${Number(middle(range.ends).low.point.toPrecision(6))}`;
  return { word, says, figures: [claim, range.figure], place: null, holds: fits !== undefined };
}

const LOOK_BACK = 40;

/** Words of comparison in sentences first, then midpoints, each with whether its figures bear it out. */
export function worded(index: DocumentIndex): readonly Worded[] {
  const { figures } = index.document;
  const inText = index.sentences().flatMap((run) => [...comparisons(index, run), ...exceeding(index, run)]);
  const ordered = figures.toSorted((a, b) => a.start - b.start);
  const middles = ordered.flatMap(
    (claim, i) => midpoint(index, claim, ordered.slice(Math.max(0, i - LOOK_BACK), i).toReversed()) ?? [],
  );
  return [...inText, ...middles];
}
