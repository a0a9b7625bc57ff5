/** Before step 2 [P2]: a figure that a filing tags is the company's own report of it. */
import { conceptOf } from '../../figure/placing/tagged';
import type { Decide } from '../cues/decision';

/** `disclosed` for a figure that was read from a tag (XBRL); null for all others. */
export const byTag: Decide = (figure) => {
  const concept = conceptOf(figure.rule);
  if (concept === null) return null;
  const span = { start: figure.start, end: figure.end };
  return { provenance: 'disclosed', rule: 'tag', span, reason: `the filing tags it as ${concept}` };
};
