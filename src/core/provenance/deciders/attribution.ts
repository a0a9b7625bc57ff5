/** Step 2: an explicit attribution in the figure's own clause, or in the lead-in of its list. */
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision, Scene } from '../decision';
import type { Passage } from '../passage';
import { byNearestCue, maySpeak } from './cue';

export const byAttribution: Decide = (figure, scene) =>
  byNearestCue('attribution', figure, scene.passages.of(figure), scene);

/** The first attribution of a line that speaks for the figures it introduces. */
function introducedBy(line: Passage | null, what: string, figure: PlacedFigure, scene: Scene): Decision | null {
  for (const hit of line?.hits ?? []) {
    const { id, step, provenance, closed, only, reason } = hit.group;
    if (step !== 'attribution' || provenance === null || closed || only !== 'any') continue;
    if (!maySpeak(hit.group, figure, scene.passages.of(figure), scene)) continue;
    return { provenance, rule: id, span: { start: hit.start, end: hit.end }, reason: `${reason} (said in ${what})` };
  }
  return null;
}

/** "Bear case: volumes fall; margins give up 100 bps. …": the label speaks for its whole paragraph. */
export const byLabel: Decide = (figure, scene) =>
  introducedBy(scene.passages.label(figure), 'the label of its paragraph', figure, scene);

/** What introduces a list speaks for every item that has no voice of its own. */
export const byLeadIn: Decide = (figure, scene) =>
  introducedBy(scene.passages.leadIn(figure), 'the line that introduces the list', figure, scene);
