/** Step 2: an explicit attribution in the figure's own clause, or in the lead-in of its list. */
import type { Decide } from '../decision';
import { byNearestCue } from './cue';

export const byAttribution: Decide = (figure, scene) =>
  byNearestCue('attribution', figure, scene.passages.of(figure), scene);

/** What introduces a list speaks for every item that has no voice of its own. */
export const byLeadIn: Decide = (figure, scene) => {
  const leadIn = scene.passages.leadIn(figure);
  if (!leadIn) return null;
  for (const hit of leadIn.hits) {
    const { step, provenance, forward, closed, only } = hit.group;
    if (step !== 'attribution' || provenance === null || forward || closed || only !== 'any') continue;
    return {
      provenance,
      rule: hit.group.id,
      span: { start: hit.start, end: hit.end },
      reason: `${hit.group.reason} (said in the line that introduces the list)`,
    };
  }
  return null;
};
