/**
 * Renders a note as a Word document with real headings, lists, tables, footnotes and links. A figure carries its class as
 * in print: a raised letter, an underline whose form tells disclosed from inferred without colour, and the class's colour.
 */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell as Cell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PROVENANCE_LABEL, PROVENANCE_MARK, type Provenance, PROVENANCES } from '../../core/provenance/model';
import { textOf, type Inline, type Note, type NoteBlock, type TableCell } from './note';

type UnderlineForm = (typeof UnderlineType)[keyof typeof UnderlineType];

/** Colours of the printed note; the underline is whole for what was reported and broken for what was inferred. */
const LOOK: Readonly<Record<Provenance, { readonly color: string; readonly line: UnderlineForm }>> = {
  disclosed: { color: '0F766E', line: UnderlineType.SINGLE },
  management: { color: '1D5FC4', line: UnderlineType.SINGLE },
  consensus: { color: '6D3FC0', line: UnderlineType.SINGLE },
  third_party: { color: '8F5607', line: UnderlineType.SINGLE },
  inferred: { color: 'B93C0B', line: UnderlineType.DASH },
  derived: { color: '4B5864', line: UnderlineType.DOTTED },
  unclassified: { color: 'B42318', line: UnderlineType.DOTTED },
};
const INK = '1D1D1B';
const MUTED = '57564F';
const LINK = '1D5FC4';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'D8D6CF' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
/** Word counts lists to this depth. */
const DEEPEST = 8;
/** A4 and Letter in twentieths of a point. */
const PAPER = { A4: { width: 11_906, height: 16_838 }, Letter: { width: 12_240, height: 15_840 } } as const;
const MARGIN = 1134;
const TEXT_WIDTH = PAPER.A4.width - 2 * MARGIN;

/** Characters that XML has no place for: controls, and halves of pairs. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|\p{Cs}/gu;
const clean = (words: string): string => words.replace(UNPRINTABLE, '');

const sourceAnchor = (number: number): string => `source-${number}`;

function inline(part: Inline, bold = false): readonly ParagraphChild[] {
  switch (part.kind) {
    case 'text': {
      const run = new TextRun({
        text: clean(part.text),
        bold: part.bold ?? bold,
        ...(part.italic && { italics: true }),
        ...(part.strike && { strike: true }),
        ...(part.code && { font: 'Consolas' }),
        ...(part.href && { color: LINK, underline: { type: UnderlineType.SINGLE } }),
      });
      return part.href ? [new ExternalHyperlink({ link: part.href, children: [run] })] : [run];
    }
    case 'figure':
      return part.id === null ? [new TextRun({ text: 'figure missing', italics: true })] : figureRuns(part, bold);
    case 'cite': {
      const run = new TextRun({ text: clean(`[${part.label}]`), color: LINK });
      return [
        part.number === null ? run : new InternalHyperlink({ anchor: sourceAnchor(part.number), children: [run] }),
      ];
    }
    case 'footnote':
      return [new FootnoteReferenceRun(part.number)];
    case 'break':
      return [new TextRun({ break: 1 })];
  }
}

function figureRuns({ text, provenance, inherited }: Inline & { readonly kind: 'figure' }, bold: boolean) {
  const { color, line } = LOOK[provenance];
  const mark = PROVENANCE_MARK[provenance] + (inherited ? PROVENANCE_MARK[inherited] : '');
  return [
    new TextRun({ text: clean(text), bold, underline: { type: line, color } }),
    // A word joiner keeps the letter with its figure over a line's end.
    new TextRun({ text: `\u2060${mark}`, bold: true, color, superScript: true }),
  ];
}

const inlines = (parts: readonly Inline[], bold = false): ParagraphChild[] =>
  parts.flatMap((part) => inline(part, bold));

class Blocks {
  #lists = 0;
  readonly #starts = new Map<number, number>();

  /** Where each counted list begins, by its number. */
  get starts(): ReadonlyMap<number, number> {
    return this.#starts;
  }

  render(blocks: readonly NoteBlock[]): (Paragraph | Table)[] {
    return blocks.flatMap((block) => this.#block(block));
  }

  #block(block: NoteBlock): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: HEADINGS[Math.min(block.level, 6) - 1] ?? HeadingLevel.HEADING_6,
            children: inlines(block.inlines),
          }),
        ];
      case 'paragraph':
        return [new Paragraph({ children: inlines(block.inlines) })];
      case 'list':
        return this.#list(block, 0);
      case 'table':
        return [...captionOf(block), tableOf(block), new Paragraph({ spacing: { after: 120 } })];
      case 'quote':
        return quoted(block.blocks);
      case 'code':
        return block.text
          .split('\n')
          .map((line) => new Paragraph({ style: 'Code', children: [new TextRun(clean(line))] }));
      case 'rule':
        return [new Paragraph({ border: { bottom: LINE } })];
    }
  }

  #list(list: NoteBlock & { readonly kind: 'list' }, depth: number): (Paragraph | Table)[] {
    const number = (this.#lists += 1);
    if (list.ordered) this.#starts.set(number, list.start);
    const level = Math.min(depth, DEEPEST);
    const place = list.ordered ? { numbering: { reference: `list-${number}`, level } } : { bullet: { level } };
    return list.items.flatMap((item) =>
      item.flatMap((block, at): (Paragraph | Table)[] => {
        if (block.kind === 'list') return this.#list(block, depth + 1);
        if (block.kind !== 'paragraph') return this.#block(block);
        return [
          new Paragraph({
            children: inlines(block.inlines),
            ...(at === 0 ? place : { indent: { left: 720 * (level + 1) } }),
          }),
        ];
      }),
    );
  }
}

const quoted = (blocks: readonly NoteBlock[]): Paragraph[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'quote') return quoted(block.blocks);
    const parts = block.kind === 'paragraph' || block.kind === 'heading' ? block.inlines : [];
    return [new Paragraph({ style: 'Quote', children: inlines(parts) })];
  });

const captionOf = ({ caption }: NoteBlock & { readonly kind: 'table' }): Paragraph[] =>
  caption === null ? [] : [new Paragraph({ style: 'Caption', keepNext: true, children: inlines(caption) })];

/** The bibliography is the table whose head starts with "No.": its numbers are what citations link to. */
const isBibliography = (rows: readonly (readonly TableCell[])[]): boolean =>
  textOf(rows[0]?.[0]?.inlines ?? []) === 'No.';

/** Widths by what stands in the columns: a word processor that does not fit them itself would make them all alike. */
function columnWidths(rows: readonly (readonly TableCell[])[]): number[] {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const needs = Array.from({ length: columns }, (_, column) => {
    const texts = rows.map((cells) => textOf(cells[column]?.inlines ?? []));
    const longest = Math.max(...texts.map(({ length }) => length));
    const word = Math.max(...texts.flatMap((text) => text.split(/\s/).map(({ length }) => length)));
    return Math.max(Math.min(longest, MOST_LETTERS), Math.min(word, MOST_LETTERS)) + PADDING;
  });
  const total = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => Math.round((need / total) * TEXT_WIDTH));
}
/** In letters: a longer text breaks into lines, and room is left at both sides. */
const [MOST_LETTERS, PADDING] = [40, 6];

function tableOf({ rows }: NoteBlock & { readonly kind: 'table' }): Table {
  const bibliography = isBibliography(rows);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columnWidths(rows),
    borders: { top: NONE, left: NONE, right: NONE, insideVertical: NONE, bottom: LINE, insideHorizontal: LINE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          tableHeader: cells.length > 0 && cells.every(({ header }) => header),
          children: cells.map((cell, column) => cellOf(cell, bibliography && column === 0 && !cell.header)),
        }),
    ),
  });
}

function cellOf(cell: TableCell, isNumber: boolean): Cell {
  const children = inlines(cell.inlines, cell.header);
  const anchored = isNumber ? [new Bookmark({ id: sourceAnchor(Number(textOf(cell.inlines))), children })] : children;
  return new Cell({
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(cell.header && { shading: { type: ShadingType.CLEAR, fill: 'F5F4F1' } }),
    children: [new Paragraph({ spacing: { after: 0 }, children: anchored })],
  });
}

function legend(note: Note): Paragraph {
  const used = PROVENANCES.filter((one) => note.figures.some(({ provenance }) => provenance === one));
  const children = used.flatMap((one, at) => [
    new TextRun({ text: `${at > 0 ? '   ' : ''}${PROVENANCE_MARK[one]}`, bold: true, color: LOOK[one].color }),
    new TextRun({ text: ` ${PROVENANCE_LABEL[one].toLowerCase()}`, color: MUTED }),
  ]);
  return new Paragraph({ children, spacing: { after: 240 } });
}

const font = (size: number, color = INK) => ({ size, color, font: 'Calibri' });

/** The bytes of the document. `appendix` may be empty. */
export async function noteDocx(
  note: Note,
  appendix: readonly NoteBlock[],
  paper: 'A4' | 'Letter',
): Promise<Uint8Array> {
  const [first, ...rest] = note.blocks;
  const titled = first?.kind === 'heading';
  const title: NoteBlock = titled
    ? first
    : { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: note.title }] };
  const blocks = new Blocks();
  const children = [
    ...blocks.render([title]),
    legend(note),
    ...blocks.render(titled ? rest : note.blocks),
    ...blocks.render(appendix),
  ];
  const document = new Document({
    title: clean(note.title),
    creator: clean(note.author ?? 'Tieout'),
    description: '',
    styles: {
      default: {
        document: { run: font(21), paragraph: { spacing: { after: 140, line: 276 } } },
        heading1: { run: { ...font(36), bold: true }, paragraph: { spacing: { before: 240, after: 160, line: 276 } } },
        heading2: { run: { ...font(28), bold: true }, paragraph: { spacing: { before: 280, after: 120, line: 276 } } },
        heading3: { run: { ...font(24), bold: true }, paragraph: { spacing: { before: 220, after: 100, line: 276 } } },
        heading4: { run: { ...font(22), bold: true } },
        heading5: { run: { ...font(21), bold: true } },
        heading6: { run: { ...font(21), bold: true, italics: true } },
      },
      paragraphStyles: [
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          run: { ...font(19, MUTED), bold: true },
          paragraph: { spacing: { before: 160, after: 80 } },
        },
        {
          id: 'Quote',
          name: 'Quote',
          basedOn: 'Normal',
          run: { italics: true, color: MUTED },
          paragraph: { indent: { left: 500 } },
        },
        {
          id: 'Code',
          name: 'HTML Preformatted',
          basedOn: 'Normal',
          run: { font: 'Consolas', size: 19 },
          paragraph: { spacing: { after: 0 } },
        },
      ],
    },
    numbering: { config: [...blocks.starts].map(([number, start]) => counted(number, start)) },
    footnotes: Object.fromEntries(
      note.footnotes.map((words, at) => [
        at + 1,
        { children: [new Paragraph({ children: [new TextRun(clean(words))] })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: { size: PAPER[paper], margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        children,
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toBuffer(document)));
}

const LONG_AGO = new Date('1980-01-01T00:00:00');
const PART = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';

/** The same note gives the same bytes: the library puts the clock and chance into what nobody reads. */
function settled(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const change = (name: string, by: (xml: string) => string): void => {
    const part = parts[name];
    if (part !== undefined) parts[name] = strToU8(by(strFromU8(part)));
  };
  change('docProps/core.xml', (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1980-01-01T00:00:00Z'));
  const ids = new Map<string, string>();
  const renamed = (_: string, id: string): string => {
    const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
    ids.set(id, known);
    return `"${known}"`;
  };
  const chance = /"(rId[\w-]{12,})"/g;
  change(PART, (xml) => xml.replace(chance, renamed));
  change(RELATIONS, (xml) => xml.replace(chance, renamed));
  return zipSync(parts, { mtime: LONG_AGO });
}

const counted = (number: number, start: number) => ({
  reference: `list-${number}`,
  levels: Array.from({ length: DEEPEST + 1 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
  })),
});
