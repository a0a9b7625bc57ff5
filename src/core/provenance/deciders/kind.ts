/**
 * The kind of document, before any word: in the issuer's release or filing what is printed is disclosed and what looks
 * ahead is management's; on a call everybody who counts is management. And a company's own talk in a text of no such kind.
 */
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision, Scene } from '../decision';
import { periodState } from '../period';
import { maySpeak } from './cue';
import { COMPANY_TALK, STREET } from './place-words';

const said = (figure: PlacedFigure, { layout, passages }: Scene): string => {
  const { start, end } = passages.of(figure);
  return layout.text.slice(Math.max(start, figure.start - REACH), Math.min(end, figure.end + REACH));
};
const REACH = 300;

/** The first words of the title speak for the document. */
const titleSpan = ({ layout }: Scene): Decision['span'] => {
  const title = layout.title ?? '';
  const at = title === '' ? -1 : layout.text.slice(0, 4000).indexOf(title);
  return at < 0 ? { start: 0, end: 0 } : { start: at, end: at + Math.min(title.length, 80) };
};

function looksAhead(figure: PlacedFigure, scene: Scene): boolean {
  if (scene.headingOf(figure)?.group.id === 'section.guidance') return true;
  if (periodState(figure.period, scene.context) === 'open' && figure.cell === null) return true;
  const passage = scene.passages.of(figure);
  return passage.hits.some(({ group }) => group.forward && maySpeak(group, figure, passage, scene));
}

export const byKind: Decide = (figure, scene) => {
  const { kind } = scene.context.document;
  if (kind === 'transcript') return bySpeaker(figure, scene);
  if (kind !== 'release' && kind !== 'filing' && kind !== 'data') return null;
  const span = titleSpan(scene);
  if (looksAhead(figure, scene))
    return { provenance: 'management', rule: 'kind.outlook', span, reason: 'the issuer’s own text looks ahead' };
  return { provenance: 'disclosed', rule: `kind.${kind}`, span, reason: 'the issuer’s own text prints it' };
};

function bySpeaker(figure: PlacedFigure, scene: Scene): Decision | null {
  if (STREET.test(said(figure, scene))) return null;
  return { provenance: 'management', rule: 'kind.call', span: titleSpan(scene), reason: 'it was said on the call' };
}

/** "We remain on track to open 20 stores", "our renewal rate was 90%": a company speaks of itself, in a note or a clipping. */
export const byCompanyTalk: Decide = (figure, scene) => {
  if (figure.cell !== null) return null;
  const passage = scene.passages.of(figure);
  const words = scene.layout.text.slice(passage.start, Math.min(passage.end, passage.start + 1200));
  const talk = COMPANY_TALK.exec(words);
  if (!talk) return null;
  const start = passage.start + talk.index;
  const span = { start, end: start + talk[0].length };
  return { provenance: 'management', rule: 'voice.company', span, reason: 'the company speaks of itself' };
};
