/** Totals against their parts: in a sentence that says it adds up, in a table with a total row, and across the document. */
import type { AuditFigure } from '../../model/model';
import type { DocumentIndex } from '../../model/document-index';
import { groupBy } from '../../../base/group';
import { add, compare, exactly, type Interval, printedInterval } from '../../arithmetic/interval';
import { asPrinted, digits, type Relation, relate } from '../../arithmetic/relation';

const TOTAL =
  /\b(?:total|totall?ing|totals|combined|cumulative|altogether|in all|together|aggregate|sum|summing|add(?:s|ed|ing)?(?: up)? to|brings?|bringing|sum(?:s|med)? to|all (?:milestones|parts|of it)|exceed)\b|合计|总计|共计|累计/;
const PARTS = /\b(?:combined with|plus|and|on top of|added to|together with|additional|more|another|with)\b|[+,;]|加上/;
const AMOUNTS = new Set(['money', 'count', 'power_gw']);
const MOST_PARTS = 5;

const sum = (figures: readonly AuditFigure[]): Interval => figures.map(printedInterval).reduce(add, exactly(0));

/** A statement without a unit line has money where a line's name says so, and bare numbers beside it. */
const sortOf = ({ unit, currency }: AuditFigure): string => (unit === 'money' && currency === null ? 'count' : unit);

/** Whether two figures can be added: one sort of unit, one currency, a value each. */
export const alike = (a: AuditFigure, b: AuditFigure): boolean =>
  sortOf(a) === sortOf(b) && a.currency === b.currency && (a.low ?? a.high) !== null && (b.low ?? b.high) !== null;

/** Every choice of two to five of the figures, smaller choices first; bounded because a sentence has few amounts. */
function choices(figures: readonly AuditFigure[]): readonly (readonly AuditFigure[])[] {
  const bounded = figures.slice(-8);
  const all = Array.from({ length: 1 << bounded.length }, (_, bits) => bounded.filter((_figure, i) => (bits >> i) & 1));
  return all.filter((choice) => choice.length >= 2 && choice.length <= MOST_PARTS).sort((a, b) => a.length - b.length);
}

/**
 * A total against the exact sum of its parts as printed. A total with an upper bound only ("up to 25") is held to the
 * bound.
 */
export function relateSum(claim: AuditFigure, parts: readonly AuditFigure[]): Relation {
  const relation = relate('sum', claim, parts, sum(parts.map(asPrinted)), parts.map(digits).join(' + '));
  // "up to 25" is reached by 5 + up to 20: the bound itself is the claim.
  const bound = claim.low === null ? printedInterval(asPrinted(claim)) : relation.claimed;
  return { ...relation, claimed: bound, verdict: compare(relation.computed, bound) };
}

/**
 * A sentence that says it totals: the parts that give the total, shown tied. Only "A and B, a total of C" can be in
 * conflict.
 */
function sentenceSum(index: DocumentIndex, figures: readonly AuditFigure[], claim: AuditFigure): Relation | null {
  const at = figures.indexOf(claim);
  const previous = figures[at - 1];
  const lead = previous ? index.between(previous, claim) : index.before(claim);
  if (!AMOUNTS.has(claim.unit) || !TOTAL.test(lead)) return null;
  const parts = figures.slice(0, at).filter((figure) => alike(figure, claim));
  const tied =
    choices(parts)
      .map((choice) => relateSum(claim, choice))
      .find((relation) => relation.verdict === 'tied') ?? null;
  if (tied) return tied;
  const isExplicit = ADDS_UP.test(lead) && isList(index, parts) && claim.low !== null && claim.high !== null;
  return isExplicit ? relateSum(claim, parts) : null;
}

/** "…, for a total of", "… add up to": nothing else can be meant than what was listed right before. */
const ADDS_UP =
  /^[\s,]*(?:which |that |together |these |thus |in all )*(?:(?:for|making|giving|or|to give) )?(?:(?:an? )?(?:combined |grand )?total(?:l?ing|s|led|ed)?(?: of| is|:)?|(?:add|adds|adding|added|sum|sums|summing|summed)(?: up)? to|make a total of)\s*$/;
/** Words between two amounts that make the second something else than a further part. */
const NO_PART =
  /\b(?:from|compar\w+|versus|vs|includ\w+|of which|up|down|increas\w*|decreas\w*|than|after|before|less|net|minus|per|over|through|until|between)\b/;

function isList(index: DocumentIndex, parts: readonly AuditFigure[]): boolean {
  const between = parts.slice(1).map((part, i) => index.between(parts[i] ?? part, part));
  return parts.length >= 2 && parts.length <= MOST_PARTS && between.every((b) => PARTS.test(b) && !NO_PART.test(b));
}

/** "$800 million is the sum of $420 million in Q1 and $390 million in Q2" */
function isMadeOf(index: DocumentIndex, figures: readonly AuditFigure[], claim: AuditFigure): Relation | null {
  if (claim.low === null || claim.high === null) return null;
  const at = figures.indexOf(claim);
  const first = figures.findIndex((figure, i) => i > at && alike(figure, claim));
  const next = figures[first];
  if (!next || !MADE_OF.test(index.between(claim, next))) return null;
  const parts = figures.slice(first).filter((figure) => alike(figure, claim));
  return isList(index, parts) ? relateSum(claim, parts) : null;
}

const MADE_OF = /^ (?:is|was|equals|being|=) (?:the )?(?:sum|total) of (?:the )?(?:\w+ ){0,2}$/;

const TAKEN_TOGETHER = /^\W*(?:that|this|which|together|combined|in total|in all|altogether)\b/;
/** "That brings capital in to $13B": the parts stand in the sentence before. Shown only where they tie. */
function partsBefore(index: DocumentIndex, claim: AuditFigure): Relation | null {
  const lead = index.before(claim, 200);
  if (!TAKEN_TOGETHER.test(lead) || !TOTAL.test(lead) || !AMOUNTS.has(claim.unit)) return null;
  const earlier = index.inSentence(claim.sentence - 1).filter((figure) => alike(figure, claim));
  const own = index.inSentence(claim.sentence).filter((figure) => figure.start < claim.start && alike(figure, claim));
  return (
    choices([...earlier, ...own])
      .map((choice) => relateSum(claim, choice))
      .find(({ verdict }) => verdict === 'tied') ?? null
  );
}

/** Parts named after the total: "£612.4m: Industrial £401.2m and Precision £211.2m". Shown only where they tie. */
const OPENS_PARTS =
  /^[^.]{0,40}?(?:[:：(（—]| - |\bof which\b|\bcompris\w+|\bmade up of\b|\bconsist\w+|\bsplit\b|\bdivided\b|\bin total\b|\bbeing\b|其中|包括)/;
function laterParts(index: DocumentIndex, figures: readonly AuditFigure[], claim: AuditFigure): Relation | null {
  const at = figures.indexOf(claim) + 1;
  const next = figures[at];
  // The words are asked before the list is walked: a sentence of thousands of amounts opens few lists.
  if (!next || !OPENS_PARTS.test(index.between(claim, next))) return null;
  const parts = figures.slice(at).filter((figure) => alike(figure, claim));
  if (parts.length < 2 || parts.length > MOST_PARTS) return null;
  const relation = relateSum(claim, parts);
  return relation.verdict === 'tied' ? relation : null;
}

/** Two neighbouring amounts of one sentence whose sum is stated elsewhere of the same subject, in words they share. */
function statedElsewhere(index: DocumentIndex): readonly Relation[] {
  const subject = (figure: AuditFigure) => `${figure.entity}|${figure.unit}`;
  const claims = groupBy(
    index.document.figures.filter(
      (figure) => AMOUNTS.has(figure.unit) && figure.cell === null && figure.entity !== null && figure.high !== null,
    ),
    subject,
  );
  const seen = new Set<number>();
  return index.sentences().flatMap((figures) =>
    figures.flatMap((a, i): readonly Relation[] => {
      const b = figures[i + 1];
      const own = claims.get(subject(a));
      if (!b || !own || !alike(a, b) || !JOINED.test(index.between(a, b))) return [];
      return own
        .filter((claim) => claim.sentence !== a.sentence && alike(claim, a) && !seen.has(claim.mention))
        .filter((claim) => isAbout(claim, a, b) && sharesWords(index, claim, a))
        .map((claim) => relateSum(claim, [a, b]))
        .filter((relation) => relation.verdict === 'tied' && seen.add(relation.claim.mention))
        .slice(0, 1);
    }),
  );
}

const JOINED = /\b(?:with|plus|and|another|additional)\b/;
/** A cheap look before the exact one: within a tenth. */
function isAbout(claim: AuditFigure, a: AuditFigure, b: AuditFigure): boolean {
  const sum = Number(a.high ?? a.low) + Number(b.high ?? b.low);
  return Math.abs(sum - Number(claim.high)) <= Math.abs(sum) * 0.1;
}

const WORD = /[\p{L}]{5,}/gu;
/** At least three longer words in common, so that an equal amount on another subject is not taken for the total. */
function sharesWords(index: DocumentIndex, a: AuditFigure, b: AuditFigure): boolean {
  const words = new Set(index.sentenceText(a).toLowerCase().match(WORD));
  const common = new Set((index.sentenceText(b).toLowerCase().match(WORD) ?? []).filter((word) => words.has(word)));
  return common.size >= 3;
}

/** Totals of sentences first, then those across the document; at most one relation a total in a sentence. */
export function sums(index: DocumentIndex): readonly Relation[] {
  const inSentences = index
    .sentences()
    .flatMap((figures) =>
      figures.flatMap(
        (claim) =>
          sentenceSum(index, figures, claim) ??
          isMadeOf(index, figures, claim) ??
          partsBefore(index, claim) ??
          laterParts(index, figures, claim) ??
          [],
      ),
    );
  return [...inSentences, ...statedElsewhere(index)];
}
