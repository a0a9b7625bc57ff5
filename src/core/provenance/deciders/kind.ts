/**
 * The kind of document, which speaks before step 2 [P2] and without a word: in the issuer's release or filing what is
 * printed is disclosed and what looks ahead is management's; on a call everybody who counts is management. Step 2 also
 * has a company's own talk in a text of no such kind.
 */
import { remembered } from '../../base/remembered';
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision, DocumentReading } from '../cues/decision';
import { periodState } from '../cues/period';
import { cueApplies } from './cue';
import { COMPANY_TALK, STREET } from './place-words';

const said = (figure: PlacedFigure, { layout, passages }: DocumentReading): string => {
  const { start, end } = passages.of(figure);
  return layout.text.slice(Math.max(start, figure.start - REACH), Math.min(end, figure.end + REACH));
};
const REACH = 300;

/** The first words of the title speak for the document. */
const titleSpan = ({ layout }: DocumentReading): Decision['span'] => {
  const title = layout.title ?? '';
  const at = title === '' ? -1 : layout.text.slice(0, 4000).indexOf(title);
  return at < 0 ? { start: 0, end: 0 } : { start: at, end: at + Math.min(title.length, 80) };
};

function looksAhead(figure: PlacedFigure, reading: DocumentReading): boolean {
  // Statements that follow an outlook without a heading of their own are still of the past.
  const state = periodState(figure.period, reading.context);
  const isPastCell = figure.cell !== null && state === 'closed';
  if (reading.headingOf(figure)?.group.id === 'section.guidance' && !isPastCell) return true;
  if (state === 'open' && figure.cell === null) return true;
  const passage = reading.passages.of(figure);
  return passage.hits.some(({ group }) => group.forward && cueApplies(group, figure, passage, reading));
}

/**
 * The class that a release, a filing, data or a transcript gives all its figures: `management` on a call and for what
 * looks ahead, else `disclosed`. Null in other kinds, and on a call where the words name the Street.
 */
export const byKind: Decide = (figure, reading) => {
  const { kind } = reading.context.document;
  if (kind === 'transcript') return bySpeaker(figure, reading);
  if (kind !== 'release' && kind !== 'filing' && kind !== 'data') return null;
  const span = titleSpan(reading);
  if (looksAhead(figure, reading))
    return { provenance: 'management', rule: 'kind.outlook', span, reason: 'the issuer’s own text looks ahead' };
  return { provenance: 'disclosed', rule: `kind.${kind}`, span, reason: 'the issuer’s own text prints it' };
};

function bySpeaker(figure: PlacedFigure, reading: DocumentReading): Decision | null {
  if (STREET.test(said(figure, reading))) return null;
  return { provenance: 'management', rule: 'kind.call', span: titleSpan(reading), reason: 'it was said on the call' };
}

/** Every figure of a passage asks the same. */
const talkIn = remembered((words: string) => COMPANY_TALK.exec(words));

/** "We remain on track to open 20 stores", "our renewal rate was 90%": a company speaks of itself, in a note or a clipping. */
export const byCompanyTalk: Decide = (figure, reading) => {
  if (figure.cell !== null) return null;
  const passage = reading.passages.of(figure);
  const words = reading.layout.text.slice(passage.start, Math.min(passage.end, passage.start + 1200));
  const talk = talkIn(words);
  if (!talk) return null;
  const start = passage.start + talk.index;
  const span = { start, end: start + talk[0].length };
  return { provenance: 'management', rule: 'voice.company', span, reason: 'the company speaks of itself' };
};
