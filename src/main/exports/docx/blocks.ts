/** Blocks of a note as paragraphs and tables of Word; what stands in a quotation keeps its own form, further in. */
import { Bookmark, HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { NoteBlock } from '../note/note';
import { referenceAnchor } from '../note/numbering';
import { clean, inlines } from './inlines';
import type { Paper } from '../../../core/report/exports';
import { DEEPEST, HEADINGS, LINE } from './look';
import { tableOf } from './table';

type List = NoteBlock & { readonly kind: 'list' };
type Made = Paragraph | Table;

const INDENT = 500;

export class Blocks {
  #lists = 0;
  readonly #starts = new Map<number, number>();

  constructor(readonly paper: Paper) {}

  /** Where each counted list begins, by its number. */
  get starts(): ReadonlyMap<number, number> {
    return this.#starts;
  }

  /** `quoted` is how many quotations stand around them. */
  render(blocks: readonly NoteBlock[], quoted = 0): Made[] {
    return blocks.flatMap((block) => this.#block(block, quoted));
  }

  #block(block: NoteBlock, quoted: number): Made[] {
    const inward = quoted > 0 ? { indent: { left: INDENT * quoted } } : {};
    const style = quoted > 0 ? { style: 'Quote', ...inward } : {};
    switch (block.kind) {
      case 'heading': {
        const heading = HEADINGS[Math.min(Math.max(block.level, 1), 6) - 1] ?? HeadingLevel.HEADING_6;
        return [new Paragraph({ heading, ...inward, children: inlines(block.inlines) })];
      }
      case 'paragraph':
        return [new Paragraph({ ...style, children: inlines(block.inlines) })];
      case 'list':
        return this.#list(block, 0, quoted);
      case 'table': {
        const caption =
          block.caption === null
            ? []
            : [new Paragraph({ style: 'Caption', keepNext: true, children: inlines(block.caption) })];
        return [...caption, tableOf(block, this.paper), new Paragraph({ spacing: { after: 120 } })];
      }
      case 'quote':
        return this.render(block.blocks, quoted + 1);
      case 'code':
        return block.text
          .split('\n')
          .map((line) => new Paragraph({ style: 'Code', ...inward, children: [new TextRun(clean(line))] }));
      case 'rule':
        return [new Paragraph({ border: { bottom: LINE } })];
      case 'references':
        return block.entries.map(
          ({ number, label, inlines: words }) =>
            new Paragraph({
              indent: { left: INDENT, hanging: INDENT },
              children: [
                new Bookmark({
                  id: referenceAnchor(number),
                  children: [new TextRun(label ? `${clean(label)}\t` : '')],
                }),
                ...inlines(words),
              ],
            }),
        );
    }
  }

  #list(list: List, depth: number, quoted: number): Made[] {
    const number = (this.#lists += 1);
    if (list.ordered) this.#starts.set(number, list.start);
    const level = Math.min(depth + quoted, DEEPEST);
    const place = list.ordered ? { numbering: { reference: `list-${number}`, level } } : { bullet: { level } };
    const style = quoted > 0 ? { style: 'Quote' } : {};
    return list.items.flatMap((item) =>
      item.flatMap((block, at): Made[] => {
        if (block.kind === 'list') return this.#list(block, depth + 1, quoted);
        if (block.kind !== 'paragraph') {
          // Its number stands on a line of its own where an item begins with a table, code or a quotation.
          const lead = at === 0 ? [new Paragraph({ ...style, ...place, children: [] })] : [];
          return [...lead, ...this.#block(block, quoted)];
        }
        const where = at === 0 ? place : { indent: { left: 720 * (level + 1) } };
        return [new Paragraph({ ...style, children: inlines(block.inlines), ...where })];
      }),
    );
  }
}
