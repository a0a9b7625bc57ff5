/**
 * Before giving up: in a filing or on a call the speaker vouches for what nobody else does; in a note, words of
 * inference, and whole sentences of an argument without any attribution, are the author's.
 */
import type { Block, SectionRole } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Scene } from '../decision';
import { byNearestCue } from './cue';

const firstWords = (start: number, text: string): { start: number; end: number } => ({
  start,
  end: start + (/^\S+(?:\s+\S+){0,5}/u.exec(text)?.[0].length ?? 0),
});

function blockOf(figure: PlacedFigure, scene: Scene): Block | undefined {
  return scene.layout.blocks[figure.block];
}

export const byVoice: Decide = (figure, scene) => {
  if (scene.voice === 'author') return null;
  const passage = scene.passages.of(figure);
  const span = firstWords(passage.start, scene.layout.text.slice(passage.start, passage.end));
  return scene.voice === 'issuer'
    ? { provenance: 'disclosed', rule: 'voice.issuer', span, reason: "the company's own filing or release says so" }
    : { provenance: 'management', rule: 'voice.call', span, reason: 'it was said on the call' };
};

export const byInference: Decide = (figure, scene) =>
  byNearestCue('inference', figure, scene.passages.of(figure), scene);

const ARGUED = new Set<Block['kind']>(['paragraph', 'list-item', 'quote', 'lead-in']);
/** Sections that are argument from end to end, down to their fragments. */
const ARGUMENT = new Set<SectionRole>([
  'view',
  'priced_in',
  'not_priced_in',
  'downside',
  'conclusion',
  'risk',
  'watch',
  'scenario',
]);
/** Fewer words than this are a label or a fragment, not a statement that an author could vouch for. */
const STATEMENT_WORDS = 8;

export const byBackground: Decide = (figure, scene) => {
  const block = blockOf(figure, scene);
  if (!block || !ARGUED.has(block.kind)) return null;
  const passage = scene.passages.of(figure);
  const role = scene.layout.sections[figure.section]?.role;
  const words = passage.tokens.filter(({ kind }) => kind === 'word' || kind === 'name').length;
  if (words < STATEMENT_WORDS && !(role && ARGUMENT.has(role))) return null;
  return {
    provenance: 'inferred',
    rule: 'background',
    span: firstWords(passage.start, scene.layout.text.slice(passage.start, passage.end)),
    reason: 'it is stated in the argument without any attribution, so it counts as the author’s',
  };
};
