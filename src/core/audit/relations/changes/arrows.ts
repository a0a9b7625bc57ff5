/** "Revenue +57% (£13.5B → £21.2B)": what an arrow leads from and to, against the change said right beside it. */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { changeOf, comparable, type Pair, plausible } from '../../arithmetic/change';
import { holds, type Relation, relate } from '../../arithmetic/relation';

const ARROW = /^[\s*]{0,4}(?:→|->|—>|⟶|➔|➜|⇒|=>)[\s*]{0,4}$/;
const BEFORE = /^[^|\n]{0,44}[(（:：]\s*[\p{L}\s]{0,20}$/u;
const AFTER = /^[\s*]{0,4}[(（,，;=:][\s*]{0,4}[\p{L}\s]{0,16}$/u;
/** A rate over several years, or of something else than the two values. */
const OTHER = /cagr|a year|per year|annual|margin|share of|probab|organic|constant|ex-?fx/;

function claimFor(index: DocumentIndex, figures: readonly AuditFigure[], at: number): AuditFigure | null {
  const [before, base, value, after] = [figures[at - 1], figures[at], figures[at + 1], figures[at + 2]];
  if (!base || !value) return null;
  const isChange = (claim: AuditFigure): boolean =>
    (claim.unit === 'percent' && value.unit !== 'percent') ||
    claim.unit === 'bps' ||
    claim.unit === 'percentage_points';
  const { text } = index.document.layout;
  if (
    before &&
    isChange(before) &&
    BEFORE.test(text.slice(before.end, base.start)) &&
    !OTHER.test(index.between(before, base))
  )
    return before;
  const isAfter =
    after && isChange(after) && AFTER.test(text.slice(value.end, after.start)) && !OTHER.test(index.after(after, 24));
  return isAfter ? after : null;
}

function relation(index: DocumentIndex, claim: AuditFigure, pair: Pair): Relation | null {
  const change = comparable(pair.value, pair.base) && plausible(pair) ? changeOf(claim, pair) : null;
  if (!change) return null;
  const sign = /^[^\d]*[-−–]/.test(claim.quote) ? 'down' : /^[^\d]*\+/.test(claim.quote) ? 'up' : null;
  const found = relate(
    'change',
    { ...claim, direction: sign },
    [pair.value, pair.base],
    change.computed,
    change.expression,
  );
  // A change given in points of percent may be meant relatively, and the other way round.
  return holds(found) || !/approx|about|~|≈/.test(`${claim.quote}${index.before(claim, 8)}`) ? found : null;
}

/** One relation for each arrow between two values with a change beside it whose units go together. */
export const arrows = (index: DocumentIndex): readonly Relation[] =>
  index.sentences().flatMap((figures) =>
    figures.flatMap((base, i) => {
      const value = figures[i + 1];
      if (!value || !ARROW.test(index.document.layout.text.slice(base.end, value.start))) return [];
      const claim = claimFor(index, figures, i);
      return claim ? (relation(index, claim, { value, base }) ?? []) : [];
    }),
  );
