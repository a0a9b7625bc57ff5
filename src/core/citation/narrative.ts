/** Sources named in the sentence itself: `according to X`, `per X`, `据X报道`; only real names, never units. */
import cues from '../../../resources/cues/citation.json';
import type { Span } from '../document/model';
import { foundMarker, type FoundMarker } from './found';
import { isGeneric, isNameLike, knownPublisher } from './names';

const NARRATIVE =
  /\b(?:according\s+to|per|as\s+reported\s+by|as\s+estimated\s+by|data\s+from|figures\s+from|estimates\s+(?:by|from)|citing)\s+/gi;
const NARRATIVE_CJK =
  /(?:根据|據|据|援引|引述)\s?([\u4e00-\u9fffA-Za-z&.\s]{2,20}?)\s?(?:的)?(?:报道|数据|统计|估算|估计|测算|预测|一致预期|显示|称|报告|调查)/g;
const WORD = /[\p{Lu}\p{N}][\p{L}\p{N}&.'’+-]*/uy;
const LINKING = /\s+(?:of|the|&|and|de|for|on|in)\s+(?=\p{Lu})/uy;

/**
 * The sources that the sentences of `quote` name themselves; spans count in the document, where the quote begins at
 * `offset`. "Per" counts only before a name, so that "per share" is none.
 */
export function narratives(quote: string, offset: number): FoundMarker[] {
  const found: FoundMarker[] = [];
  for (const match of quote.matchAll(NARRATIVE)) {
    const at = match.index + match[0].length;
    const name = properNameAt(
      quote,
      /^(?:the|an?)\s+/i.exec(quote.slice(at, at + 5))
        ? at + (/^\S+\s+/.exec(quote.slice(at, at + 6))?.[0].length ?? 0)
        : at,
    );
    if (name === null) continue;
    const words = quote.slice(name.start, name.end);
    if (/^per\s/i.test(match[0]) && !isPerName(quote, words, name.end)) continue;
    if (isGeneric(words) || !isNameLike(words)) continue;
    const span = { start: offset + match.index, end: offset + name.end };
    found.push(foundMarker(span, 'according-to', words, 'name', { side: 'within' }));
  }
  for (const match of quote.matchAll(NARRATIVE_CJK)) {
    const name = (match[1] ?? '').trim();
    if (isGeneric(name) || cues.genericNames.some((word) => /[\u4e00-\u9fff]/.test(word) && name.includes(word)))
      continue;
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    found.push(foundMarker(span, 'according-to', name, 'name', { side: 'within' }));
  }
  return found;
}

/** Capitalised words from `at` on, with the small words that join them; null where the first is not one. */
function properNameAt(quote: string, at: number): Span | null {
  let end = at;
  for (let words = 0; words < 6; words += 1) {
    WORD.lastIndex = end;
    const word = WORD.exec(quote);
    if (!word) break;
    end += word[0].length;
    LINKING.lastIndex = end;
    const link = LINKING.exec(quote);
    if (link) end += link[0].length;
    else if (/^ [\p{Lu}\p{N}]/u.test(quote.slice(end, end + 2))) end += 1;
    else break;
  }
  const name = quote
    .slice(at, end)
    .replace(/(?:\s|[.,'’]|\b(?:and|of|the|&|for|on|in)\s*)+$/, '')
    .replace(/['’]s$/, '');
  return name.length >= 2 && /^[\p{Lu}\p{N}]/u.test(name) ? { start: at, end: at + name.length } : null;
}

/** "per FactSet," and "per Bloomberg data" name a source; "per Gold member" and "per GW" name a unit. */
function isPerName(quote: string, name: string, end: number): boolean {
  if (/^\d/.test(name) || cues.perUnits.includes(name) || cues.perUnits.includes(name.split(' ')[0] ?? ''))
    return false;
  if (knownPublisher(name)) return true;
  const after = quote.slice(end, end + 24);
  const noun = /^\s+(\p{Ll}+)/u.exec(after)?.[1];
  if (noun !== undefined) return cues.sourceNouns.includes(noun);
  return /^(?:['’]s\s|[\s]*(?:[,.;:)\]—–]|$))/.test(after) && (name.includes(' ') || name.length >= 3);
}
