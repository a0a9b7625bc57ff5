/** The cue in the heading of each section, found once a section: "Guidance", "Call highlights", "Valuation". */
import type { Layout } from '../document/model';
import type { PlacedFigure } from '../figure/model';
import { type CueGroup, HEADING_CUES } from './cues/cues';
import type { Hit } from './cues/phrases';
import { tokenise } from './cues/tokens';

export type HeadingReader = (figure: PlacedFigure) => Hit<CueGroup> | null;

/**
 * Gives the first cue in the heading of a figure's section; null where there is none. The document's title decides
 * nothing.
 */
export function headingReader({ sections }: Layout): HeadingReader {
  const hits = sections.map(({ heading, start, level }) =>
    level <= 1 ? null : (HEADING_CUES.find(tokenise(heading, start))[0] ?? null),
  );
  return (figure) => hits[figure.section] ?? null;
}
