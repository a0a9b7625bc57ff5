/**
 * Whose a measure of an economy is: the country or region that its clause, its sentence, or the heading above names. It
 * is never a central bank's, an office's or a company's, whichever of them is named beside it.
 */
import type { Block, Layout, Span } from '../../../document/model';
import type { Quantity } from '../../model';
import { isLetter } from '../../quantity/lexicon/characters';
import type { Owner } from './owner';
import { economyAt } from '../mentions/markets';
import { hasTrait } from '../mentions/metric';

const SUFFIX = /_(?:growth|change|surprise)$/;

/** Inflation, jobs, output, policy rates: what offices of statistics and central banks publish of a country. */
export const isOfEconomy = (metric: string | null): boolean =>
  metric !== null && hasTrait(metric.replace(SUFFIX, ''), 'economy');

interface Place extends Span {
  readonly name: string;
}

/** A country that is only where something goes to or comes from. */
const ELSEWHERE =
  /(?:\b(?:to|into|from|with|against|versus|vs\.?|on)|(?:nach|aus|mit|gegen|vers|hacia|contra|verso))\s(?:the\s)?$/iu;
const LONGEST = 400;

function placesIn(text: string, start: number, end: number): Place[] {
  const found: Place[] = [];
  let at = start;
  while (at < end) {
    const economy = economyAt(text, at, end);
    if (economy === null) {
      at += 1;
      if (isLetter(text.charCodeAt(at - 1))) while (at < end && isLetter(text.charCodeAt(at))) at += 1;
      continue;
    }
    if (!ELSEWHERE.test(text.slice(Math.max(start, at - 16), at)))
      found.push({ name: economy.name, start: at, end: economy.end });
    at = economy.end;
  }
  return found;
}

const ownerOf = (text: string, { name, start, end }: Place): Owner => ({
  entity: name,
  label: text.slice(start, end),
  kind: 'place',
});

/** The nearest country in the sentence, the last one ahead of the figure before any behind it. */
function inSentence(text: string, figure: Quantity, sentence: Span): Place | null {
  const places = placesIn(
    text,
    Math.max(sentence.start, figure.start - LONGEST),
    Math.min(sentence.end, figure.end + LONGEST),
  );
  return places.findLast(({ end }) => end <= figure.start) ?? places.find(({ start }) => start >= figure.end) ?? null;
}

/** A heading, or a line with nothing but the name, holds for what stands below. */
const ONLY_NAME = 28;
const LINES_BACK = 12;

function above(layout: Layout, block: Block): Place | null {
  const { text, blocks, sections } = layout;
  for (let at = block.index - 1; at >= Math.max(0, block.index - LINES_BACK); at -= 1) {
    const line = blocks[at];
    if (!line) continue;
    const start = Math.max(line.contentStart, text.lastIndexOf('\n', line.end - 1) + 1);
    if (line.end - start > ONLY_NAME) continue;
    const [place] = placesIn(text, start, line.end);
    if (place) return place;
  }
  for (let at: number | null = block.section; at !== null; ) {
    const section: Layout['sections'][number] | undefined = sections[at];
    if (!section) return null;
    const [place] = placesIn(text, section.start, section.end);
    if (place) return place;
    at = section.parent;
  }
  return null;
}

/** The country that a measure of an economy is of; null where none is named near it. */
export function economyOf(layout: Layout, block: Block, figure: Quantity, sentence: Span): Owner | null {
  const { text } = layout;
  const place = inSentence(text, figure, sentence) ?? above(layout, block);
  return place && ownerOf(text, place);
}
