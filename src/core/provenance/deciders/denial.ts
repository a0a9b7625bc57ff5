/** Step 3 [P3]: what the document says is not disclosed. */
import type { Decide } from '../cues/decision';

/** A figure for what is not disclosed, that nobody else vouches for, is somebody's estimate: the author's. */
export const byDenial: Decide = (figure, { register }) => {
  const item = register.denies(figure);
  if (!item) return null;
  const { start, end } = item;
  return {
    provenance: 'inferred',
    rule: 'denial',
    span: { start, end },
    reason: 'the document says it is not disclosed',
  };
};
