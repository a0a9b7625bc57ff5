/** Inlines of a note as the template takes them: long words in pieces, a figure's last word bound to its mark. */
import type { Inline } from '../note/note';
import { addMark } from './marks';
import type { Measure } from './measure';
import type { SheetInline, SheetMark, Words } from './sheet';
import { bare, piecesOf, shown } from './words';

export interface Setting {
  readonly measure: Measure;
  readonly missing: ReadonlySet<number>;
  /** Labels of the sources that are listed: only those are linked to. */
  readonly anchors: ReadonlySet<string>;
  readonly marks: Map<string, SheetMark>;
}

/** What follows a figure at once goes before its mark: `$200B,` reads on, and nothing stands between when it is copied. */
const FOLLOWING = /^[,.;:)\]’”'"。，；：、）」』]+/;

/** A word of fewer letters is never broken. */
const SHORT = 5;

export class InlineLowering {
  constructor(
    readonly setting: Setting,
    /** In font sizes: no unbroken piece may be longer. */
    readonly limit: number,
    /** Where pieces of several inlines stand close, their words are broken though each alone would fit. */
    readonly force: boolean,
    readonly bold: boolean,
  ) {}

  #clean(words: string): string {
    return shown(bare(words).replace(/\s+/g, ' '), this.setting.missing);
  }

  #words(words: string, bold: boolean): Words {
    const isLong = (word: string): boolean =>
      word.length > SHORT && (this.force || this.setting.measure.width(word, bold) > this.limit);
    const tokens = words.split(/(\s+)/);
    if (!tokens.some(isLong)) return words;
    return tokens.flatMap((token) => (isLong(token) ? piecesOf(token) : token === '' ? [] : [token]));
  }

  #figure(inline: Inline & { readonly kind: 'figure' }, after: string): SheetInline {
    if (inline.id === null) return { k: 'gone' };
    const words = this.#clean(inline.text);
    const cut = words.lastIndexOf(' ') + 1;
    const tail = this.#words(words.slice(cut), this.bold);
    return { k: 'f', head: words.slice(0, cut), tail, after, m: addMark(inline, this.setting.marks) };
  }

  #text(inline: Inline & { readonly kind: 'text' }, text: string): SheetInline[] {
    if (text === '') return [];
    const s = this.#words(this.#clean(text), this.bold || inline.bold === true);
    return [
      {
        k: 't',
        s,
        ...(inline.bold && { b: true as const }),
        ...(inline.italic && { i: true as const }),
        ...(inline.code && { c: true as const }),
        ...(inline.underline && { l: true as const }),
        ...(inline.strike && { x: true as const }),
        ...(inline.raised && { r: true as const }),
        ...(inline.href && { u: inline.href }),
      },
    ];
  }

  /** A citation as its style has set it. */
  #set({ label, number, set }: Inline & { readonly kind: 'cite' }): SheetInline[] {
    const to = `reference-${number ?? ''}`;
    const made = this.#text({ kind: 'text', text: label, ...set }, label);
    return this.setting.anchors.has(to) ? made.map((one) => (one.k === 't' ? { ...one, to } : one)) : made;
  }

  all(inlines: readonly Inline[]): readonly SheetInline[] {
    /** How much of the next text has gone before a mark. */
    let taken = 0;
    return inlines.flatMap((inline, at): SheetInline[] => {
      const next = inlines[at + 1];
      const skip = taken;
      taken = 0;
      switch (inline.kind) {
        case 'text':
          return this.#text(inline, inline.text.slice(skip));
        case 'figure': {
          const after = next?.kind === 'text' && !next.href ? (FOLLOWING.exec(next.text)?.[0] ?? '') : '';
          if (inline.id !== null) taken = after.length;
          return [this.#figure(inline, after)];
        }
        case 'cite': {
          if (inline.set) return this.#set(inline);
          const label = `source-${inline.number ?? ''}`;
          const to = this.setting.anchors.has(label) ? label : null;
          return [{ k: 'cite', s: this.#words(this.#clean(inline.label), this.bold), to }];
        }
        case 'footnote':
          return [
            { k: 'fn', body: new InlineLowering(this.setting, this.limit, this.force, false).all(inline.inlines) },
          ];
        case 'break':
          return [{ k: 'br' }];
      }
    });
  }
}
