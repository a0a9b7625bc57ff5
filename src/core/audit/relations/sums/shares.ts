/** Shares and ratios against their parts, and durations said two ways. Both are shown where they hold. */
import type { AuditFigure } from '../../model/model';
import type { DocumentIndex } from '../../model/document-index';
import { groupBy } from '../../../base/group';
import { divide, exactly, printedInterval, scale } from '../../arithmetic/interval';
import { digits, holds, type Relation, relate } from '../../arithmetic/relation';

const SHARE_OF =
  /\bof (?:the |its |total |group |company(?:'|’)?s? |consolidated |overall |all )*(?:revenues?|sales|turnover|group|total)|\b(?:revenue )?(?:mix|share)\b|占比|占/;

const isAmount = (figure: AuditFigure): boolean =>
  figure.unit === 'money' && figure.low !== null && figure.low === figure.high && figure.kind === 'level';

function relateShare(claim: AuditFigure, part: AuditFigure, whole: AuditFigure): Relation | null {
  const quotient = divide(printedInterval(part), printedInterval(whole));
  return quotient && relate('share', claim, [part, whole], scale(quotient, 100), `${digits(part)} ÷ ${digits(whole)}`);
}

const isShare = (index: DocumentIndex, claim: AuditFigure): boolean =>
  claim.unit === 'percent' &&
  claim.kind !== 'growth' &&
  claim.kind !== 'delta' &&
  claim.low !== null &&
  SHARE_OF.test(`${index.before(claim)} ${claim.quote} ${index.after(claim, 60)}`);

/** One figure for each value: other mentions of it make the same share. */
const distinct = (figures: readonly AuditFigure[]): readonly AuditFigure[] => [
  ...new Map(
    figures.toReversed().map((figure) => [`${figure.period}|${figure.currency}|${figure.low}`, figure]),
  ).values(),
];

/**
 * A share with part and whole in its own sentence, else those of the same metric and period for the claim's entity and
 * for the document's subject.
 */
export function shares(index: DocumentIndex): readonly Relation[] {
  const { figures, entity } = index.document;
  const revenues = groupBy(
    figures.filter((f) => isAmount(f) && f.metric === 'revenue'),
    (figure) => figure.entity,
  );
  const wholes = distinct((revenues.get(entity) ?? []).filter((f) => f.provenance !== 'consensus'));
  return figures.flatMap((claim): readonly Relation[] => {
    const partOf = outOf(index, claim);
    if (partOf) return [partOf];
    if (!isShare(index, claim)) return [];
    const own = index.inSentence(claim.sentence).filter(isAmount);
    const parts =
      own.length >= 2 || claim.entity === entity ? own : [...own, ...distinct(revenues.get(claim.entity) ?? [])];
    const tied = parts
      .flatMap((part) =>
        [...own, ...wholes]
          .filter((whole) => isWholeOf(whole, part))
          .flatMap((whole) => relateShare(claim, part, whole) ?? []),
      )
      .find(holds);
    return tied ? [tied] : explicitShare(index, claim, own);
  });
}

const isWholeOf = (whole: AuditFigure, part: AuditFigure): boolean =>
  whole !== part &&
  (whole.period === part.period || whole.sentence === part.sentence) &&
  Number(whole.low) > Number(part.low);

/** "$20 million, or 25% of total revenue of $80 million": part, share and whole in one breath leave no other reading. */
function explicitShare(index: DocumentIndex, claim: AuditFigure, amounts: readonly AuditFigure[]): readonly Relation[] {
  const part = amounts.findLast((figure) => figure.start < claim.start);
  const whole = amounts.find((figure) => figure.start > claim.start);
  if (!part || !whole || claim.low !== claim.high) return [];
  const isPart =
    /^[\s,(]*(?:or|represent(?:s|ed|ing)?|which is|was|were|is|are|makes? up|made up|accounts? for|accounted for|equal to|equivalent to|i\.e\.,?)\s*(?:about |roughly |approximately )?$/.test(
      index.between(part, claim),
    );
  const isWhole =
    /^ of (?:the |its |our |their )?(?:total |group |net |consolidated |overall )*(?:[a-z]+ )?(?:revenues?|sales|turnover|assets|costs?|expenses|debt)(?: of)? $/.test(
      index.between(claim, whole),
    );
  const relation = isPart && isWhole ? relateShare(claim, part, whole) : null;
  return relation ? [relation] : [];
}

/** "$200 million of the $420 million total, or 48%", "100 of 400 stores (25%)" */
function outOf(index: DocumentIndex, claim: AuditFigure): Relation | null {
  if (claim.unit !== 'percent' || claim.low === null || claim.low !== claim.high) return null;
  const [part, whole] = index
    .inSentence(claim.sentence)
    .filter((figure) => figure.end <= claim.start)
    .slice(-2);
  if (!part || !whole || part.unit !== whole.unit || part.currency !== whole.currency) return null;
  if (!isCounted(part) || !isCounted(whole) || Number(whole.low) < Number(part.low)) return null;
  const isOf = /^ (?:out )?of (?:the |its |our |their |a total of )?$/.test(index.between(part, whole));
  const isSaid =
    /^(?: \w+){0,2}[\s,]*(?:\(|, or |,? i\.e\.,? |, that is,? |,? which is )(?:about |roughly |nearly )?$/.test(
      index.between(whole, claim),
    );
  return isOf && isSaid ? relateShare(claim, part, whole) : null;
}

const isCounted = (figure: AuditFigure): boolean =>
  (figure.unit === 'money' || figure.unit === 'count') && figure.low !== null && figure.low === figure.high;

const MONTHS: Readonly<Record<string, number>> = { years: 12, quarters: 3, months: 1 };

/** "15 quarters (nearly four years)": the second way against the first. */
export function durations(index: DocumentIndex): readonly Relation[] {
  return index.sentences().flatMap((figures) =>
    figures.flatMap((first, i): Relation[] => {
      const second = figures[i + 1];
      const [from, to] = [MONTHS[first.unit], second && MONTHS[second.unit]];
      if (
        !second ||
        !from ||
        !to ||
        from === to ||
        !/^\s*[(,—–-]+\s*(?:or |i\.e\.,? |that is,? |about )?$/.test(index.between(first, second))
      )
        return [];
      const computed = scale(printedInterval({ ...first, approximate: false }), 1);
      const quotient = divide(scale(computed, from), exactly(to));
      return quotient ? [relate('duration', second, [first], quotient, `${digits(first)} × ${from} ÷ ${to}`)] : [];
    }),
  );
}
