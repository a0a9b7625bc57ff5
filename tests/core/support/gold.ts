/**
 * A hand-made annotation of a real note, kept outside the project: where the folder is not given, its tests skip.
 * A text can be changed under the annotation, whose spans follow, to see that nothing was tuned to the words.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../../src/core/document/model';

const FOLDER = process.env['TIEOUT_SHARED'];
const NOTE = FOLDER ? join(FOLDER, 'data', 'amzn-deep-dive.txt') : null;

export const hasGold = NOTE !== null && existsSync(NOTE);

interface GoldFigure extends Span {
  readonly clauseCitations: readonly string[];
  readonly inheritedCitations: readonly string[];
}

export interface Gold {
  readonly text: string;
  readonly sections: readonly Span[];
  readonly citations: readonly (Span & { readonly publisher: string })[];
  readonly figures: readonly GoldFigure[];
  readonly statements: readonly (Span & { readonly type: string })[];
}

export function readGold(): Gold {
  if (!FOLDER || !NOTE) throw new Error('TIEOUT_SHARED is not set');
  const gold = JSON.parse(readFileSync(join(FOLDER, 'data', 'amzn-gold.json'), 'utf8')) as Omit<Gold, 'text'>;
  return { ...gold, text: readFileSync(NOTE, 'utf8') };
}

export interface Edit extends Span {
  readonly to: string;
}

/** The annotation of the edited text; edits must not overlap. A span that an edit touches grows or shrinks with it. */
export function edited(gold: Gold, edits: readonly Edit[]): Gold {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let text = '';
  let at = 0;
  for (const edit of sorted) {
    text += gold.text.slice(at, edit.start) + edit.to;
    at = edit.end;
  }
  text += gold.text.slice(at);
  const moved = (offset: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { start, end, to } of sorted) {
      if (isEnd ? end > offset : end > offset || start >= offset) {
        return start < offset ? start + shift + Math.min(to.length, offset - start) : offset + shift;
      }
      shift += to.length - (end - start);
    }
    return offset + shift;
  };
  const move = <T extends Span>(span: T): T => ({
    ...span,
    start: moved(span.start, false),
    end: moved(span.end, true),
  });
  return {
    text,
    sections: gold.sections.map(move),
    citations: gold.citations.map(move),
    figures: gold.figures.map(move),
    statements: gold.statements.map(move),
  };
}

/** Edits that replace every occurrence of a word, whole words only. */
export function replaceWords(text: string, words: ReadonlyMap<string, string>): Edit[] {
  const longest = [...words.keys()].sort((a, b) => b.length - a.length);
  const escaped = longest.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    to: words.get(match[0]) ?? match[0],
  }));
}
