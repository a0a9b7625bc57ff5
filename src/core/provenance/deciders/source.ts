/** Step 5 [P5]: the cited source where it decides. A filing or a transcript does; data vendors and press only relay. */
import type { CslItem } from '../../citation/model';
import { SOURCE_CUES } from '../cues/cues';
import type { Decide } from '../cues/decision';
import { tokenise } from '../cues/tokens';

const wordsOf = (source: CslItem | undefined): string =>
  [source?.title, source?.['container-title'], source?.publisher, source?.note]
    .filter((part) => part !== undefined)
    .join(' ');

/**
 * The class of the first citation whose marker or source decides one; null where all only relay (vendors, press) or
 * there is none.
 */
export const byCitedSource: Decide = (figure, { citationsOf, sources }) => {
  for (const { citation } of citationsOf(figure)) {
    const words = `${citation.marker} ${wordsOf(sources[citation.source])}`;
    const group = SOURCE_CUES.find(tokenise(words))[0]?.group;
    if (!group?.provenance) continue;
    const { provenance, id, reason } = group;
    return { provenance, rule: id, span: { start: citation.start, end: citation.end }, reason };
  }
  return null;
};
