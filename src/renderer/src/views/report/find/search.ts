/**
 * Finds words in the editor's document. What an atom shows (a live figure, a citation) is searched with the words around
 * it: such a match is held, because its words are the notebook's and no replacement may change them.
 */
import type { Node } from '@tiptap/pm/model';

export interface FindQuery {
  readonly text: string;
  readonly exactCase: boolean;
  /** No letter or digit may stand at either side. */
  readonly wholeWords: boolean;
}

export interface Match {
  readonly from: number;
  readonly to: number;
  /** It lies, wholly or in part, in what cannot be typed over. */
  readonly held: boolean;
}

/** What an atom shows, as words; empty for one that shows none. `before` are the words of its paragraph that lead to it. */
export type WordsOf = (atom: Node, before: string) => string;

/** Signs that are typed alike, each as long as what it stands for. */
const ALIKE: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
};
const plain = (words: string): string => words.replace(/[‘’“”\u00a0\u202f]/g, (sign) => ALIKE[sign] ?? sign);

function patternOf({ text, exactCase, wholeWords }: FindQuery): RegExp {
  const escaped = plain(text).replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  const edge = wholeWords ? ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'] : ['', ''];
  return new RegExp(edge.join(escaped), exactCase ? 'gu' : 'giu');
}

interface Piece {
  /** Where it begins in the text that is searched, and how long it is there. */
  readonly at: number;
  readonly length: number;
  /** Where it begins in the document. */
  readonly from: number;
  /** Of an atom: its size in the document. */
  readonly atom: number | null;
}

/** One stretch of words that a match may lie in: a paragraph, a heading, a footnote. */
class Stretch {
  text = '';
  readonly #pieces: Piece[] = [];

  add(words: string, from: number, atom: number | null): void {
    this.#pieces.push({ at: this.text.length, length: words.length, from, atom });
    this.text += words;
  }

  match(start: number, end: number): Match | null {
    const [first, last] = [this.#pieceAt(start), this.#pieceAt(end - 1)];
    if (!first || !last) return null;
    const held = this.#pieces.some(({ at, length, atom }) => atom !== null && at < end && start < at + length);
    return {
      from: first.atom === null ? first.from + start - first.at : first.from,
      to: last.atom === null ? last.from + end - last.at : last.from + last.atom,
      held,
    };
  }

  #pieceAt(place: number): Piece | undefined {
    return this.#pieces.find(({ at, length }) => at <= place && place < at + length);
  }
}

/** Stands where nothing is searched: a line's end, a node with words of its own. */
const WALL = '\n';

function stretchesOf(block: Node, start: number, wordsOf: WordsOf): Stretch[] {
  const own = new Stretch();
  const inner: Stretch[] = [];
  let before = '';
  block.forEach((child, offset) => {
    const from = start + offset;
    if (child.isText) {
      own.add(child.text ?? '', from, null);
      before += child.text ?? '';
    } else {
      const words = child.isLeaf ? wordsOf(child, before) : '';
      before = '';
      own.add(words === '' ? WALL : words, from, child.nodeSize);
      if (child.inlineContent) inner.push(...stretchesOf(child, from + 1, wordsOf));
    }
  });
  return [own, ...inner];
}

/** Every match in reading order; none of them overlap. An empty query finds nothing. */
export function findIn(document: Node, query: FindQuery, wordsOf: WordsOf): readonly Match[] {
  if (query.text === '') return [];
  const pattern = patternOf(query);
  const found: Match[] = [];
  const search = (stretch: Stretch): void => {
    for (const { 0: words, index } of plain(stretch.text).matchAll(pattern)) {
      const match = stretch.match(index, index + words.length);
      if (match && words !== '') found.push(match);
    }
  };
  document.descendants((node, position) => {
    if (node.isTextblock) {
      stretchesOf(node, position + 1, wordsOf).forEach(search);
      return false;
    }
    if (node.isAtom) {
      const stretch = new Stretch();
      stretch.add(wordsOf(node, ''), position, node.nodeSize);
      search(stretch);
    }
    return true;
  });
  return found.toSorted((a, b) => a.from - b.from);
}

/** The first match at or behind a place, or before it; wraps. -1 where there is none. */
export function nextMatch(matches: readonly Match[], place: number, by: 1 | -1): number {
  if (matches.length === 0) return -1;
  const at = by === 1 ? matches.findIndex(({ from }) => from >= place) : matches.findLastIndex(({ to }) => to <= place);
  return at >= 0 ? at : by === 1 ? 0 : matches.length - 1;
}
