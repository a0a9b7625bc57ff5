/**
 * Step 9 [P9], before a figure is left unclassified: in a filing or on a call the speaker vouches for what nobody else
 * does; in a note, words of inference, and whole sentences of an argument without any attribution, are the author's.
 */
import type { Block, SectionRole, Span } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import type { Decide, DocumentReading } from '../cues/decision';
import type { Passage } from '../cues/passage';
import { byNearestCue } from './cue';
import { MARKET_BRIEF } from './place-words';

const firstWords = (start: number, text: string): Span => ({
  start,
  end: start + (/^\S+(?:\s+\S+){0,5}/u.exec(text)?.[0].length ?? 0),
});

function blockOf(figure: PlacedFigure, reading: DocumentReading): Block | undefined {
  return reading.layout.blocks[figure.block];
}

const openingWords = (figure: PlacedFigure, reading: DocumentReading): Span => {
  const passage = reading.passages.of(figure);
  return firstWords(passage.start, reading.layout.text.slice(passage.start, passage.end));
};

/** A call transcript is itself the source that decides: step 5 [P5]. */
export const byCall: Decide = (figure, reading) =>
  reading.speaker === 'call'
    ? {
        provenance: 'management',
        rule: 'voice.call',
        span: openingWords(figure, reading),
        reason: 'it was said on the call',
      }
    : null;

/** `disclosed` where the issuer is the document's speaker; cells of a note's tables are left to the other steps. */
export const byIssuer: Decide = (figure, reading) =>
  reading.speaker === 'issuer' && (figure.cell === null || reading.context.document.role !== 'note')
    ? {
        provenance: 'disclosed',
        rule: 'voice.issuer',
        span: openingWords(figure, reading),
        reason: "the company's own filing or release says so",
      }
    : null;

/** What notes of a call report without naming a speaker was said on it. */
export const bySummary: Decide = (figure, reading) =>
  reading.speaker === 'summary'
    ? {
        provenance: 'management',
        rule: 'voice.summary',
        span: openingWords(figure, reading),
        reason: 'the notes are of a call, and nobody else is named',
      }
    : null;

/**
 * The class of the nearest word of inference ("implies", "we estimate") that may speak for the figure; null where there
 * is none.
 */
export const byInference: Decide = (figure, reading) =>
  byNearestCue('inference', figure, reading.passages.of(figure), reading);

/** What a survey of the markets states without a name it passes on; what it argues is still its author's. */
export const byBrief: Decide = (figure, reading) => {
  const { title, sections } = reading.layout;
  if (reading.context.document.role !== 'note' || !MARKET_BRIEF.test((title ?? '').slice(0, LONGEST_TITLE)))
    return null;
  const role = sections[figure.section]?.role;
  if (role && ARGUMENT.has(role)) return null;
  return {
    provenance: 'third_party',
    rule: 'background.market',
    span: openingWords(figure, reading),
    reason: 'a survey of the markets passes on what others publish',
  };
};

const LONGEST_TITLE = 160;

/** In a note whose headings show it to be an argument, a table or a fragment that names nobody is the author's too. */
export const byUnsourced: Decide = (figure, reading) => {
  const section = reading.layout.sections[figure.section];
  if (reading.context.document.role !== 'note' || !section) return null;
  if (section.heading === '' && reading.layout.text.length < WHOLE_NOTE) return null;
  return {
    provenance: 'inferred',
    rule: 'background.place',
    span: section.heading === '' ? openingWords(figure, reading) : { start: section.start, end: section.end },
    reason: 'nobody is named for it in this section, so it counts as the author’s',
  };
};

/** A shorter text is a clipping: that it names nobody says nothing. */
const WHOLE_NOTE = 1200;

const ARGUED = new Set<Block['kind']>(['paragraph', 'list-item', 'quote', 'lead-in', 'caption', 'note']);
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
const STATEMENT_WORDS = 5;

/** Looks no further than it must: a passage of thousands of figures is asked for each of them. */
function isStatement({ tokens }: Passage): boolean {
  let words = 0;
  return tokens.some(({ kind }) => {
    if (kind === 'word' || kind === 'name') words += 1;
    return words >= STATEMENT_WORDS;
  });
}

/**
 * `inferred` for a figure in a paragraph, item or the like that is a whole statement, or in a section of argument
 * (thesis, valuation, risks …); null elsewhere.
 */
export const byBackground: Decide = (figure, reading) => {
  const block = blockOf(figure, reading);
  if (!block || !ARGUED.has(block.kind)) return null;
  const passage = reading.passages.of(figure);
  const role = reading.layout.sections[figure.section]?.role;
  if (!isStatement(passage) && !(role && ARGUMENT.has(role))) return null;
  return {
    provenance: 'inferred',
    rule: 'background',
    span: openingWords(figure, reading),
    reason: 'it is stated in the argument without any attribution, so it counts as the author’s',
  };
};
