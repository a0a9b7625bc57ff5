/**
 * Step 2 [P2], for a change that the author worked out: an approximate rate with only its base beside it, not the
 * result.
 */
import type { PlacedFigure } from '../../figure/model';
import type { Decide } from '../cues/decision';
import { isChange } from './cue';

/** `76% YoY (vs. ~$25B …`: at most so many signs between the rate and the base it names. */
const BASE_AFTER = /^[^.;\n]{0,16}\((?:vs\.?|versus|from|compared (?:with|to))\s/iu;

const levelBefore = (figure: PlacedFigure, figures: readonly PlacedFigure[], index: number): boolean => {
  const before = figures[index - 1];
  return before !== undefined && before.sentence === figure.sentence && !isChange(before);
};

/** `$9.43 × 13.25 = ~$125`, `$101.2B / 1.110B = $91.10`: worked out before the reader's eyes. */
const WORKED = /[×x*÷/+−–-]\s{0,2}[^\s=]{1,16}(?:\s[^\s=]{1,12})?\s{0,2}[=≈]\s{0,2}[*_~≈$€£¥₹\\]{0,8}$/u;

/**
 * `derived` where the figure stands behind the equals sign of a written sum, or is an approximate rate with its base in
 * brackets behind it and no level before it in its sentence.
 */
export const byComputation: Decide = (figure, { layout, figures, indexOf }) => {
  const before = layout.text.slice(Math.max(0, figure.start - 48), figure.start);
  const worked = WORKED.exec(before);
  if (worked && !/[\n|]/u.test(worked[0])) {
    const span = { start: figure.start - worked[0].length, end: figure.end };
    return { provenance: 'derived', rule: 'derived.worked', span, reason: 'the author works it out here' };
  }
  if (!figure.approximate || !isChange(figure)) return null;
  const match = BASE_AFTER.exec(layout.text.slice(figure.end, figure.end + 40));
  if (!match || levelBefore(figure, figures, indexOf(figure))) return null;
  return {
    provenance: 'derived',
    rule: 'derived.change',
    span: { start: figure.end, end: figure.end + match[0].trimEnd().length },
    reason: 'the rate is worked out from the base named beside it',
  };
};
