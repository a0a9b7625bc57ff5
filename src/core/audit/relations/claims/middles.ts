/** A midpoint that lies outside the range it is the middle of: both in one sentence, or in two that follow each other. */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { endsOf, isRange } from '../../arithmetic/ends';
import { alike, anyOf, type Claimed, quoted, WORDS } from './claimed';

const MIDDLE = anyOf(WORDS.midpoint, 'iu');
const BEFORE = 26;
const AFTER = 20;

/** The nearest range of its kind before it; a second one would leave it open which is meant. */
function rangeBefore(ordered: readonly AuditFigure[], at: number): AuditFigure | null {
  const claim = ordered[at];
  const near = ordered.slice(Math.max(0, at - 3), at).filter((figure) => {
    const ends = endsOf(figure);
    return claim && ends && isRange(ends) && alike(figure, claim) && claim.sentence - figure.sentence <= 1;
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

/**
 * Midpoints that lie outside the range before them; one that lies inside is not listed. Values that are not of the
 * range's size are another thing's and are left out.
 */
export function middles(index: DocumentIndex): readonly Claimed[] {
  const ordered = index.document.figures.filter(({ cell }) => cell === null).toSorted((a, b) => a.start - b.start);
  return ordered.flatMap((claim, i): readonly Claimed[] => {
    const ends = endsOf(claim);
    const word = MIDDLE.exec(`${index.before(claim, BEFORE)} | ${index.after(claim, AFTER)}`)?.[0];
    const range = word && ends && !isRange(ends) ? rangeBefore(ordered, i) : null;
    const span = range && endsOf(range);
    if (!word || !ends || !range || !span || range.block !== claim.block) return [];
    // A range that runs from high to low was read into the middle of a number.
    if (Number(range.low) > Number(range.high)) return [];
    const isOutside = ends.low.low > span.high.high || ends.high.high < span.low.low;
    if (!isOutside || ends.low.point > 2 * span.high.point || ends.low.point < span.low.point / 2) return [];
    const says = `${quoted(claim)} lies outside ${quoted(range)}`;
    return [{ word, says, figures: [claim, range], spans: [], holds: false, severity: 'error' }];
  });
}
