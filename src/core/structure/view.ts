/** The author's own view: the thesis, the stance and whom or how long it is for. */
import type { Span } from '../document/model';
import { allMatches, CUES, matches } from './cues';
import {
  contentOf,
  type Found,
  found,
  isProse,
  pairsOf,
  plainWords,
  type Passage,
  quoteOf,
  sentencesOf,
  shorten,
  type StructureInput,
} from './passages';

const LONGEST_THESIS = 3;

/** Theses by label, heading or wording, then every sentence that states a stance or a horizon; disclaimers are not read for these. */
export function findView(input: StructureInput, passages: readonly Passage[]): Found[] {
  return [...findThesis(input, passages), ...findStance(input, passages)];
}

/** By its own label, else under a heading that promises it, else the summary's first words. */
function findThesis(input: StructureInput, passages: readonly Passage[]): Found[] {
  const { layout } = input;
  const thesis = (span: Span, rule: string) =>
    found(layout, 'thesis', span, rule, { label: shorten(quoteOf(layout, span)) });
  return firstThesis(input, passages, thesis).concat(headedTheses(layout, passages, thesis));
}

type AsThesis = (span: Span, rule: string) => Found;

/** The first paragraph under each heading that is a thesis or conclusion by name. */
function headedTheses(layout: StructureInput['layout'], passages: readonly Passage[], thesis: AsThesis): Found[] {
  const seen = new Set<number>();
  return passages.flatMap((passage) => {
    const { block, section, labels } = passage;
    if (block.kind !== 'paragraph' || labels.length > 0 || seen.has(section.index)) return [];
    if (!matches(CUES.thesisHeaded, plainWords(section.title))) return [];
    seen.add(section.index);
    return [thesis(headSpan(layout, passage), 'thesis.headed')];
  });
}

function firstThesis({ layout }: StructureInput, passages: readonly Passage[], thesis: AsThesis): Found[] {
  const { text } = layout;
  const labelled = passages.find(
    ({ block }) => isProse(block) && matches(CUES.thesisLabel, text.slice(block.contentStart, block.contentStart + 60)),
  );
  if (labelled) return [thesis(contentOf(layout, labelled.block), 'thesis.label')];
  const headed = passages.filter(
    ({ section, role, labels }) =>
      (role === 'summary' || role === 'view') && labels.length === 0 && matches(CUES.thesisHeading, section.title),
  );
  for (const group of [headed, passages.filter(({ role }) => role === 'summary')]) {
    const first =
      group.find(({ block }) => block.kind === 'paragraph' || block.kind === 'quote') ??
      (group === headed ? group.find(({ block }) => isProse(block)) : undefined);
    if (first) return [thesis(headSpan(layout, first), 'thesis.heading')];
  }
  for (const { block } of passages) {
    if (!isProse(block)) continue;
    const said = sentencesOf(layout, block).find(({ start, end }) =>
      matches(CUES.thesisSentence, text.slice(start, end)),
    );
    if (said) return [thesis(said, 'thesis.wording')];
  }
  return [];
}

/** A short paragraph whole; of a longer one its first sentence. */
function headSpan(layout: StructureInput['layout'], { block }: Passage): Span {
  const sentences = sentencesOf(layout, block);
  return sentences.length <= LONGEST_THESIS ? contentOf(layout, block) : (sentences[0] ?? contentOf(layout, block));
}

function findStance({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  const items: Found[] = [];
  for (const { block, role } of passages) {
    if (!isProse(block) || role === 'disclaimer' || role === 'references') continue;
    for (const span of sentencesOf(layout, block).flatMap((sentence) => pairsOf(layout, sentence))) {
      const quote = quoteOf(layout, span);
      if (quote.length > 400) continue;
      if (matches(CUES.stance, quote) && !matches(CUES.consensusHolder, quote)) {
        items.push(found(layout, 'stance', span, 'stance.wording', { label: shorten(quote) }));
      } else if (block.kind !== 'lead-in' && matches(CUES.horizonStatement, quote)) {
        items.push(found(layout, 'horizon', span, 'horizon.wording', { label: horizonWords(quote) }));
      }
    }
  }
  return items;
}

const WORDED =
  /\b(?:one|two|three|four|five|six|seven|ten|twelve|multi|several)[- ](?:to[- ]\w+[- ])?(?:year|month|quarter)s?\b/iu;

/** How long, in as few words as the sentence has for it: `2–3 years` before `long-term`. */
function horizonWords(quote: string): string {
  const said = allMatches(CUES.horizon, quote).map(({ text }) => text.replace(/^(?:over|in|the next)\s+/i, ''));
  return said.find((words) => /\d/.test(words)) ?? WORDED.exec(quote)?.[0] ?? said[0] ?? shorten(quote);
}
