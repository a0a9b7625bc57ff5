/**
 * How wide words are before they are set: from the fonts' own advances, once, so that nothing is laid out to be
 * measured.
 */
import type { Inline } from '../note/note';
import { MARKS, markOf } from './marks';
import type { Fonts } from './font-files';
import type { Face } from './ttf';
import { tokensOf } from './words';

/** Kerning and rounding: what is measured is never the narrower. */
const SLACK = 1.02;
const DIGIT = /\d/;

export interface Measure {
  /** As a share of the font size; digits are tabular, each as wide as the widest. */
  readonly width: (words: string, bold: boolean) => number;
  /** The widest piece of a cell that must not break, and all of it on one line. */
  readonly inlines: (inlines: readonly Inline[], bold: boolean) => { readonly word: number; readonly line: number };
}

export function measureWith(fonts: Fonts): Measure {
  const advances = (face: Face): ((character: string) => number) => {
    const known = new Map<string, number>();
    const digit = Math.max(...Array.from('0123456789', (one) => face.widthOf(one.codePointAt(0) ?? 0)));
    const faces = [face, ...fonts.behind];
    const of = (character: string): number => {
      if (DIGIT.test(character)) return digit;
      const codePoint = character.codePointAt(0) ?? 0;
      return faces.find((one) => one.glyphOf(codePoint) !== 0)?.widthOf(codePoint) ?? 1;
    };
    return (character) => {
      const width = known.get(character) ?? of(character);
      known.set(character, width);
      return width;
    };
  };
  const [plain, heavy] = [advances(fonts.ui), advances(fonts.uiBold)];
  const width = (words: string, bold: boolean): number => {
    const advance = bold ? heavy : plain;
    let sum = 0;
    for (const character of words) sum += advance(character);
    return sum * SLACK;
  };
  return { width, inlines: (inlines, bold) => lineOf(inlines, bold, width) };
}

/** What a footnote's raised number takes. */
const NOTE_MARK = 0.6;
/** Space inside a citation's chip. */
const CHIP_PADDING = 0.7;

function lineOf(inlines: readonly Inline[], bold: boolean, width: Measure['width']): { word: number; line: number } {
  let [word, line, lines] = [0, 0, 0];
  /** The width that has gathered since a line could last have ended. */
  let open = 0;
  const add = (words: string, heavy: boolean, after: number): void => {
    const tokens = tokensOf(words);
    const continues = !/^\s/.test(words);
    tokens.forEach((token, at) => {
      const own = width(token, heavy) + (at === tokens.length - 1 ? after : 0);
      open = at === 0 && continues ? open + own : own;
      word = Math.max(word, open);
    });
    if (/\s$/.test(words)) open = 0;
    line += width(words, heavy) + after;
  };
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text':
        add(inline.text, bold || inline.bold === true, 0);
        break;
      case 'figure':
        if (inline.id === null) add('figure missing', bold, 0);
        else add(inline.text, bold, markOf(inline).width * MARKS.size);
        break;
      case 'cite':
        open = 0;
        add(inline.label, bold || inline.set?.bold === true, inline.set ? 0 : CHIP_PADDING);
        break;
      case 'footnote':
        add(String(inline.number), bold, NOTE_MARK);
        break;
      case 'break':
        [lines, line, open] = [Math.max(lines, line), 0, 0];
        break;
    }
  }
  return { word, line: Math.max(lines, line) };
}
