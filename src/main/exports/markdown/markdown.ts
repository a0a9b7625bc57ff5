/**
 * Renders a note as GitHub-flavoured Markdown by mdast's own serialiser, which escapes by position. Each figure is followed
 * by the raised letter of its class (`$37.6B<sup>D</sup>`); title, author, language and date stand in front matter.
 */
import type { BlockContent, Root, RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../../core/figure/provenance';
import { carriedAttribute } from '../note/html-inlines';
import { referenceAnchor } from '../note/numbering';
import { MarkdownInlines } from './inlines';
import { tableOf } from './tables';
import { type Inline, type Note, type NoteBlock, textOf } from '../note/note';

class MarkdownBlocks {
  readonly #inlines: MarkdownInlines;
  readonly #inLine: MarkdownInlines;

  constructor(readonly sources: Note['sources']) {
    this.#inlines = new MarkdownInlines(sources);
    this.#inLine = new MarkdownInlines(sources, { type: 'html', value: '<br>' });
  }

  all(blocks: readonly NoteBlock[]): BlockContent[] {
    return blocks.flatMap((block) => this.#block(block));
  }

  /** What must stand on one line: a heading, a cell. */
  #line(inlines: readonly Inline[]) {
    const flat = inlines.map(
      (one): Inline => (one.kind === 'text' ? { ...one, text: one.text.replace(/\s+/g, ' ') } : one),
    );
    return this.#inLine.all(flat);
  }

  #anchor(number: number): string {
    return `<a id="${referenceAnchor(number)}"${carriedAttribute(this.sources[number - 1])}></a>`;
  }

  #block(block: NoteBlock): BlockContent[] {
    switch (block.kind) {
      case 'heading': {
        const depth = block.level < 1 ? 1 : block.level > 6 ? 6 : block.level;
        return [{ type: 'heading', depth: DEPTHS[depth - 1] ?? 6, children: this.#line(block.inlines) }];
      }
      case 'paragraph':
        return [{ type: 'paragraph', children: this.#inlines.all(block.inlines) }];
      case 'list': {
        const items = block.items.map((item) => ({
          type: 'listItem' as const,
          spread: item.length > 1 && item.filter(({ kind }) => kind !== 'list').length > 1,
          children: this.all(item),
        }));
        return [{ type: 'list', ordered: block.ordered, start: block.start, spread: false, children: items }];
      }
      case 'table': {
        const table = tableOf(block, ({ inlines }) => this.#line(inlines));
        return block.caption ? [{ type: 'paragraph', children: this.#inlines.all(block.caption) }, table] : [table];
      }
      case 'quote':
        return [{ type: 'blockquote', children: this.all(block.blocks) }];
      case 'code':
        return [{ type: 'code', value: block.text }];
      case 'rule':
        return [{ type: 'thematicBreak' }];
      case 'references':
        return block.entries.map(({ number, label, inlines }) => ({
          type: 'paragraph',
          children: [
            ...this.#inlines.all([...(label ? [{ kind: 'text', text: `${label} ` } as const] : []), ...inlines]),
            // Last, so that the entry begins with its own words.
            { type: 'html', value: this.#anchor(number) },
          ],
        }));
    }
  }

  legend(note: Note): BlockContent[] {
    const used = PROVENANCES.filter((p) => note.figures.some((f) => f.provenance === p));
    if (used.length === 0) return [];
    const children = used.flatMap((one, at) => [
      ...(at > 0 ? [{ type: 'text' as const, value: ' · ' }] : []),
      { type: 'html' as const, value: `<sup>${PROVENANCE_MARK[one]}</sup>` },
      { type: 'text' as const, value: ` ${PROVENANCE_LABEL[one].toLowerCase()}` },
    ]);
    return [{ type: 'paragraph', children }];
  }
}
const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

const BRACKETED = /\\\[(?=([^[\]\\^\n][^[\]\\\n]{0,80})\](.?))/gu;

/** `[1]` or `[Yahoo]` in words: nothing in our files defines such a link, so only what makes one of it is escaped. */
const bracketed: Handle = (node: Text, _, state, info) =>
  state
    .safe(node.value, info)
    .replace(BRACKETED, (escaped: string, label: string, after: string) =>
      /^[ xX]$/.test(label) || '([:'.includes(after || info.after || '.') ? escaped : '[',
    );

/** `key: value` as the import reads it back: one line each, quoted where a sign could be taken for syntax. */
function frontMatter(note: Note): string {
  /** The import takes the letters of classes out again where it finds who wrote them. */
  const said = { title: note.title, author: note.author, date: note.asOf, lang: note.language };
  const lines = Object.entries(said).flatMap(([key, value]) => {
    const line = (value ?? '').replace(/\s+/g, ' ').trim();
    return line === '' ? [] : [`${key}: "${line.replaceAll('"', '’')}"`];
  });
  lines.push('generator: Tieout');
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** The note and its appendix as one Markdown text, ended by a line feed. */
export function noteMarkdown(note: Note, appendix: readonly NoteBlock[]): string {
  const made = new MarkdownBlocks(note.sources);
  const [first, ...rest] = note.blocks;
  const titled = first?.kind === 'heading' && textOf(first.inlines).trim() !== '';
  const title: NoteBlock = titled
    ? first
    : { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: note.title }] };
  const footnotes = note.footnotes.map(
    (words, at): RootContent => ({
      type: 'footnoteDefinition',
      identifier: `${at + 1}`,
      label: `${at + 1}`,
      children: [{ type: 'paragraph', children: new MarkdownInlines(note.sources).all(words) }],
    }),
  );
  const children: RootContent[] = [
    ...made.all([title]),
    ...made.all(titled ? rest : note.blocks),
    ...footnotes,
    ...made.legend(note),
    ...made.all(appendix),
  ];
  const document: Root = { type: 'root', children };
  return frontMatter(note) + toMarkdown(document, OPTIONS);
}

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  emphasis: '_',
  listItemIndent: 'one',
  handlers: { text: bracketed },
  extensions: [gfmToMarkdown()],
};
