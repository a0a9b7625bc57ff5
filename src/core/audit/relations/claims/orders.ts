/**
 * A word of order between two values of one sentence: "EPS of $3.64 was ahead of the consensus of $3.55", "the midpoint of
 * $3.9bn lies below the $3.7bn expected", "目标价120元高于现价95元". Only where nothing but a name and a verb stand between.
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { alike, anyOf, type Claimed, hasAny, order, quoted, WORDS } from './claimed';

const ABOVE = anyOf(WORDS.above, 'giu');
const BELOW = anyOf(WORDS.below, 'giu');
const EITHER = hasAny([...WORDS.above, ...WORDS.below]);
const NOT_AN_ORDER = hasAny(WORDS.not_an_order);
const REACH = 110;
/** From the word to the value it names: an article, a name of at most six words. */
const NAME = /^\s*(?:[\p{L}'’.&-]+\s+){0,6}(?:[\p{L}'’.&-]*)\s*[~≈(]?\s*$/u;
/** "Missed estimates by 26%" says how far, not what it is held against. */
const DISTANCE = /\bby\s*[~≈(]?\s*$/iu;
/** A new clause or another figure of speech: the first value is no longer what is compared. */
const CUT =
  /[;:!?。；：|\n\t→=]|,\s*(?:and|but|while|with|as|because)\b|\b(?:and|but|while|whereas|because|since|driven|on)\b|，(?=.)|、/u;

/** "$0.18 above $9.25" is a distance; a verb or a comma makes it an order. */
const VERB =
  /[,，(（—–]|\b(?:is|was|were|are|being|stands?|stood|lies?|trades?|traded|came|comes?|sits?|sat|remains?|ended|landed|printed|looks?)\b/iu;
const IS_VERB = /^(?:topp|beat|miss|surpass|outpac)|\p{Script=Han}/iu;

interface Word {
  readonly at: number;
  readonly text: string;
  readonly expects: 'more' | 'less';
}

const wordsIn = (between: string): readonly Word[] =>
  EITHER.test(between)
    ? [
        ...[...between.matchAll(ABOVE)].map((m): Word => ({ at: m.index, text: m[0], expects: 'more' })),
        ...[...between.matchAll(BELOW)].map((m): Word => ({ at: m.index, text: m[0], expects: 'less' })),
      ]
    : [];

function claimOf(index: DocumentIndex, a: AuditFigure, b: AuditFigure): Claimed | null {
  const between = index.document.layout.text.slice(a.end, b.start);
  if (between.length > REACH || !alike(a, b) || a.unit === 'years' || a.unit === 'months') return null;
  const words = wordsIn(between);
  const [word] = words;
  const to = word === undefined ? '' : between.slice(word.at + word.text.length);
  if (!word || words.length > 1 || !NAME.test(to) || DISTANCE.test(to)) return null;
  const before = between.slice(0, word.at);
  if (!VERB.test(before) && !IS_VERB.test(word.text)) return null;
  if (
    CUT.test(before) ||
    NOT_AN_ORDER.test(between) ||
    NOT_AN_ORDER.test(
      index
        .before(a, 60)
        .split(/[,;，；]/)
        .at(-1) ?? '',
    )
  )
    return null;
  const is = order(a, b);
  if (is === null || a.low === null || b.low === null) return null;
  return {
    word: word.text,
    says: `${quoted(a)} is ${is} than ${quoted(b)}`,
    figures: [a, b],
    spans: [],
    holds: is === word.expects,
    severity: 'warning',
  };
}

/** Claims of order between each figure and the next in its sentence, with whether the values bear it out. */
export const orders = (index: DocumentIndex): readonly Claimed[] =>
  index.sentences().flatMap((figures) =>
    figures.flatMap((a, i) => {
      const b = figures[i + 1];
      return (b && claimOf(index, a, b)) ?? [];
    }),
  );
