/**
 * Renders a note as one self-contained HTML file: fonts inside, no script, no link that loads. Also what the PDF
 * prints.
 */
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../core/figure/provenance';
import type { Paper } from '../../core/report/exports';
import { SCORE_COUNTS } from '../../core/audit/model/model';
import { scoreOf, scoreText, typedText } from './note/appendix';
import { gridOf, numericColumns, type PlacedCell } from './note/cells';
import { fontFaces } from './fonts';
import {
  carriedAttribute,
  type Dress,
  escapeHtml,
  inlinesHtml as dressedHtml,
  marksOf,
  setHtml,
} from './note/html-inlines';
import type { Inline, Note, NoteBlock, TableCell } from './note/note';
import { textOf } from './note/note';
import { referenceAnchor } from './note/numbering';
import styles from './note.css?raw';

export interface HtmlOptions {
  readonly paper: Paper;
  readonly contents: boolean;
  /** Page of each heading by its place among headings, from 1, once a first print has told it; empty before. */
  readonly pages: ReadonlyMap<number, number>;
}

const CLASS_OF = {
  disclosed: 'D',
  management: 'M',
  consensus: 'C',
  third_party: 'T',
  inferred: 'I',
  derived: 'S',
  unclassified: 'U',
} as const;

/** As the page's styles dress them: a figure with its class, a citation with the way to its source. */
const DRESS: Dress = {
  figure: (figure) => {
    if (figure.id === null) return '<span class="gone">figure missing</span>';
    const title =
      PROVENANCE_LABEL[figure.provenance] + (figure.inherited ? ` from ${PROVENANCE_LABEL[figure.inherited]}` : '');
    // The letter stays with its figure over a line's end: a word joiner (U+2060) forbids the break.
    return `<span class="f ${CLASS_OF[figure.provenance]}" title="${title}"><span class="q">${escapeHtml(figure.text)}</span><sup>\u2060${marksOf(figure)}</sup></span>`;
  },
  cite: ({ label, number, set }) =>
    set && number !== null
      ? `<a class="set" role="doc-biblioref" href="#${referenceAnchor(number)}">${setHtml(label, set)}</a>`
      : number === null
        ? `<span class="cite" role="doc-biblioref">${escapeHtml(label)}</span>`
        : `<a class="cite" role="doc-biblioref" href="#source-${number}">${escapeHtml(label)}</a>`,
  footnote: (number) => `<sup class="note"><a href="#note-${number}">${number}</a></sup>`,
};

const inlinesHtml = (inlines: readonly Inline[]): string => dressedHtml(inlines, DRESS);

/** The bibliography is the table whose head starts with "No.": its numbers are what citations link to. */
const isBibliography = (rows: readonly (readonly TableCell[])[]): boolean =>
  textOf(rows[0]?.[0]?.inlines ?? []) === 'No.';

function cellHtml({ cell, row, column }: PlacedCell, headRows: number, flushRight: boolean, id: string | null): string {
  const tag = cell.header ? 'th' : 'td';
  const span =
    (cell.columns > 1 ? ` colspan="${cell.columns}"` : '') + (cell.rows > 1 ? ` rowspan="${cell.rows}"` : '');
  const scope = cell.header ? ` scope="${row >= headRows && column === 0 && headRows > 0 ? 'row' : 'col'}"` : '';
  const attributes = `${id ? ` id="${id}"` : ''}${scope}${span}${flushRight ? ' class="n"' : ''}`;
  return `<${tag}${attributes}>${inlinesHtml(cell.inlines)}</${tag}>`;
}

function tableHtml(block: NoteBlock & { kind: 'table' }): string {
  const grid = gridOf(block.rows);
  const bibliography = isBibliography(block.rows);
  const flushRight = bibliography ? new Set<number>() : numericColumns(grid);
  const allHeads = block.rows.every((cells) => cells.every((cell) => cell.header));
  const split = allHeads ? block.rows.length : grid.headRows;
  const byRow = new Map<number, PlacedCell[]>(block.rows.map((_, at) => [at, []]));
  for (const placed of grid.cells) byRow.get(placed.row)?.push(placed);
  const lines = block.rows.map((_, at) => {
    const cells = byRow.get(at) ?? [];
    const idOf = ({ cell, column }: PlacedCell) =>
      bibliography && column === 0 && !cell.header ? `source-${textOf(cell.inlines)}` : null;
    const html = cells.map((placed) =>
      cellHtml(placed, grid.headRows, placed.columns === 1 && flushRight.has(placed.column), idOf(placed)),
    );
    return `<tr>${html.join('')}</tr>`;
  });
  const head = split > 0 ? `<thead>${lines.slice(0, split).join('')}</thead>` : '';
  const caption = block.caption ? `<caption>${inlinesHtml(block.caption)}</caption>` : '';
  const wide = grid.columns > 7 ? ' class="wide"' : '';
  return `<table${wide}>${caption}${head}<tbody>${lines.slice(split).join('')}</tbody></table>`;
}

class Blocks {
  #headings = 0;

  constructor(readonly sources: Note['sources']) {}

  html(blocks: readonly NoteBlock[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  #block(block: NoteBlock): string {
    switch (block.kind) {
      case 'heading': {
        const level = Math.min(6, block.level);
        return `<h${level} id="h-${++this.#headings}">${inlinesHtml(block.inlines)}</h${level}>`;
      }
      case 'paragraph':
        return `<p>${inlinesHtml(block.inlines)}</p>`;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
        return `<${tag}${start}>${block.items.map((item) => `<li>${this.#item(item)}</li>`).join('')}</${tag}>`;
      }
      case 'table':
        return tableHtml(block);
      case 'quote':
        return `<blockquote>${this.html(block.blocks)}</blockquote>`;
      case 'code':
        return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
      case 'rule':
        return '<hr>';
      case 'references':
        return `<ul class="references">${block.entries.map(({ number, label, inlines }) => `<li id="${referenceAnchor(number)}"${carriedAttribute(this.sources[number - 1])}>${label ? `${escapeHtml(label)} ` : ''}${inlinesHtml(inlines)}</li>`).join('')}</ul>`;
    }
  }

  /** An item of one paragraph is drawn tight, without the paragraph's margins. */
  #item(blocks: readonly NoteBlock[]): string {
    const [first, ...rest] = blocks;
    return first?.kind === 'paragraph' ? inlinesHtml(first.inlines) + this.html(rest) : this.html(blocks);
  }
}

/** Every heading in print order, as the contents list them. */
function headingsOf(blocks: readonly NoteBlock[]): readonly { readonly level: number; readonly text: string }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [{ level: block.level, text: textOf(block.inlines) }];
    return block.kind === 'quote'
      ? headingsOf(block.blocks)
      : block.kind === 'list'
        ? block.items.flatMap(headingsOf)
        : [];
  });
}

function contentsHtml(blocks: readonly NoteBlock[], pages: ReadonlyMap<number, number>): string {
  const entries = headingsOf(blocks).map((heading, i) => ({ ...heading, id: i + 1, page: pages.get(i + 1) }));
  // The first heading is the note's title, which stands above the contents.
  const rows = entries.slice(1).filter((entry) => entry.level <= 3 && entry.text.trim() !== '');
  if (rows.length < 3) return '';
  const items = rows.map(
    (e) =>
      `<li class="l${e.level}"><a href="#h-${e.id}"><span class="t">${escapeHtml(e.text)}</span><span class="dots"></span><span class="p">${e.page ?? ''}</span></a></li>`,
  );
  return `<nav class="contents"><h2 class="plain">Contents</h2><ol>${items.join('')}</ol></nav>`;
}

function legend(note: Note): string {
  const used = PROVENANCES.filter((provenance) => note.figures.some((figure) => figure.provenance === provenance));
  const score = scoreOf(note.figures, note.typed);
  const marks = used.map(
    (provenance) =>
      `<span class="f ${CLASS_OF[provenance]} key"><b>${PROVENANCE_MARK[provenance]}</b> ${PROVENANCE_LABEL[provenance].toLowerCase()}</span>`,
  );
  const tied = score
    ? `${score.tied} of ${score.counted} that need a source tie out (${scoreText(score.share)})`
    : null;
  const facts = [note.about, note.asOf, `${note.figures.length} figures`, typedText(note.typed.length), tied]
    .filter(Boolean)
    .join(' · ');
  // What is said about the note is none of its text: a reader of pages leaves it out when the file comes back.
  return `<div role="contentinfo"><p class="byline" title="${escapeHtml(SCORE_COUNTS)}">${escapeHtml(facts)}</p><p class="legend">${marks.join(' ')}</p></div>`;
}

function footnotesHtml(note: Note): string {
  if (note.footnotes.length === 0) return '';
  return `<section class="notes"><h2 class="plain">Notes</h2><ol>${note.footnotes.map((words, i) => `<li id="note-${i + 1}">${inlinesHtml(words)}</li>`).join('')}</ol></section>`;
}

/** The whole file. `appendixBlocks` may be empty. */
export async function noteHtml(
  note: Note,
  appendixBlocks: readonly NoteBlock[],
  options: HtmlOptions,
): Promise<string> {
  const [title, ...body] = note.blocks;
  const all = [...note.blocks, ...appendixBlocks];
  const blocks = new Blocks(note.sources);
  const heading = title?.kind === 'heading' ? blocks.html([title]) : `<h1>${escapeHtml(note.title)}</h1>`;
  const main = blocks.html(title?.kind === 'heading' ? body : note.blocks);
  const after = appendixBlocks.length > 0 ? `<section class="appendix">${blocks.html(appendixBlocks)}</section>` : '';
  const contents = options.contents ? contentsHtml(all, options.pages) : '';
  const content = `<header>${heading}${legend(note)}</header>${contents}<main>${main}${footnotesHtml(note)}</main>${after}`;
  const faces = await fontFaces(content);
  const csp = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
  return `<!doctype html>
<html lang="${escapeHtml(note.language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width"><meta name="generator" content="Tieout"><title>${escapeHtml(note.title)}</title>
<style>${faces}
@page{size:${options.paper}}
${styles}</style></head><body>${content}</body></html>`;
}
