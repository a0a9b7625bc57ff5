/** Direct quotations of a document, whether they are speech, and the citations that cover them. */
import type { Block, Span } from '../../document/model';
import type { AuditDocument } from '../model/model';

export interface Quotation extends Span {
  readonly words: string;
  /** A verb of saying or a name leads to it; without one the marks may only set words apart. */
  readonly isSpeech: boolean;
  readonly citations: AuditDocument['citations'];
}

/** Shorter ones are terms and titles set in marks, not speech. */
const FEWEST_WORDS = 6;
const SHORTEST = 20;
/**
 * Short ones are matched too, so that their closing mark opens nothing; a straight mark opens before a word and closes
 * behind one, as `5" pipe` does neither.
 */
const QUOTED = /(?:“|(?<![A-Za-z0-9])"(?=\S))([^“”"\n]{1,600})(?:”|(?<=\S)"(?![A-Za-z0-9]))|「([^」\n]{10,300})」/g;
const SAYING =
  /\b(?:said|says|told|added|noted|wrote|writes|stated|commented|acknowledged|explained|argued|warned|asked|replied|words|quoted?|called it|according to)\b|[说称表示]道?[:：]?\s*$/i;

const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}’']+/gu) ?? []).length;

/** The last block that begins at or before `at`; blocks are in order. */
function blockAt(blocks: readonly Block[], at: number): Block | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

/**
 * Every quotation that is long enough to be speech (a block quotation always), in order; one that runs over its block
 * is none.
 */
export function quotations(document: AuditDocument): readonly Quotation[] {
  const { layout, citations } = document;
  return [...layout.text.matchAll(QUOTED)].flatMap((match): readonly Quotation[] => {
    const words = (match[1] ?? match[2] ?? '').trim();
    const [start, end] = [match.index, match.index + match[0].length];
    const isLong = match[2] !== undefined || (words.length >= SHORTEST && wordsIn(words) >= FEWEST_WORDS);
    const block = blockAt(layout.blocks, start);
    if (!isLong || !block || end > block.end) return [];
    const around =
      layout.text.slice(Math.max(block.start, start - 160), start) +
      layout.text.slice(end, Math.min(block.end, end + 60));
    const reach = citations.filter(
      (citation) =>
        (citation.start >= block.start && citation.end <= block.end) ||
        citation.scopes.some((scope) => scope.start <= start && end <= scope.end),
    );
    return [{ start, end, words, isSpeech: SAYING.test(around), citations: reach }];
  });
}
