/** Turns a report's body into the note model: live figures are read from the notebook as it is now. */
import {
  attribute,
  CITE,
  FIGURE_TABLE,
  FOOTNOTE,
  LIVE_FIGURE,
  readBody,
  type ReportNode,
  tableFigures,
} from '../../core/report/body';
import { figureText } from '../../core/report/figure-text';
import type { FigureRecord, ReportRecord, SourceRecord } from '../../contract/records';
import type { Inline, Note, NoteBlock, TableCell } from './note';
import { SourceNumbers } from './numbering';

interface Context {
  readonly figures: ReadonlyMap<string, FigureRecord>;
  readonly numbers: SourceNumbers;
  readonly footnotes: string[];
}

const text = (words: string, bold = false): Inline => ({ kind: 'text', text: words, ...(bold && { bold }) });

function figureInline(id: string | null, context: Context): Inline {
  const figure = id === null ? undefined : context.figures.get(id);
  if (!figure) return { kind: 'figure', text: 'figure missing', id: null, provenance: 'unclassified', inherited: null };
  return {
    kind: 'figure',
    text: figureText(figure),
    id: figure.id,
    provenance: figure.provenance,
    inherited: figure.inheritedClass,
  };
}

function citeInline(node: ReportNode, { numbers }: Context): Inline {
  const source = attribute(node, 'source');
  const locator = attribute(node, 'locator');
  return {
    kind: 'cite',
    label: numbers.labelOf(source) + (locator ? `, ${locator}` : ''),
    number: numbers.numberOf(source),
  };
}

function textInline(node: ReportNode): Inline {
  const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false;
  const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
  return {
    kind: 'text',
    text: node.text ?? '',
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italic: true }),
    ...(has('code') && { code: true }),
    ...(has('strike') && { strike: true }),
    ...(typeof href === 'string' && /^(https?:|mailto:)/i.test(href) && { href }),
  };
}

function inlinesOf(node: ReportNode, context: Context): Inline[] {
  return (node.content ?? []).flatMap((child): Inline[] => {
    switch (child.type) {
      case 'text':
        return [textInline(child)];
      case 'hardBreak':
        return [{ kind: 'break' }];
      case LIVE_FIGURE:
        return [figureInline(attribute(child, 'figure'), context)];
      case CITE:
        return [citeInline(child, context)];
      case FOOTNOTE:
        return [
          {
            kind: 'footnote',
            text: attribute(child, 'text') ?? '',
            number: context.footnotes.push(attribute(child, 'text') ?? ''),
          },
        ];
      default:
        return inlinesOf(child, context);
    }
  });
}

const count = (node: ReportNode, name: string, fallback: number): number => {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : fallback;
};

function tableOf(node: ReportNode, context: Context): NoteBlock {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map(
      (cell): TableCell => ({
        inlines: (cell.content ?? []).flatMap((block, i): Inline[] => [
          ...(i > 0 ? [{ kind: 'break' } as const] : []),
          ...inlinesOf(block, context),
        ]),
        header: cell.type === 'tableHeader',
        columns: count(cell, 'colspan', 1),
        rows: count(cell, 'rowspan', 1),
      }),
    ),
  );
  return { kind: 'table', caption: null, rows };
}

const cell = (inlines: readonly Inline[], header = false): TableCell => ({ inlines, header, columns: 1, rows: 1 });

function figureTableOf(node: ReportNode, context: Context): NoteBlock {
  const head = ['Metric', 'Entity', 'Period', 'Value'].map((title) => cell([text(title)], true));
  const rows = tableFigures(node).map((id) => {
    const figure = context.figures.get(id);
    const words = [figure?.metricLabel ?? figure?.metric ?? '—', figure?.entity ?? '—', figure?.period ?? '—'];
    return [...words.map((word) => cell([text(word)])), cell([figureInline(id, context)])];
  });
  const caption = attribute(node, 'caption');
  return { kind: 'table', caption: caption ? [text(caption)] : null, rows: [head, ...rows] };
}

function blocksOf(nodes: readonly ReportNode[], context: Context): NoteBlock[] {
  return nodes.flatMap((node): NoteBlock[] => {
    switch (node.type) {
      case 'heading':
        return [{ kind: 'heading', level: count(node, 'level', 2), inlines: inlinesOf(node, context) }];
      case 'paragraph': {
        const inlines = inlinesOf(node, context);
        return inlines.length > 0 ? [{ kind: 'paragraph', inlines }] : [];
      }
      case 'bulletList':
      case 'orderedList':
        return [
          {
            kind: 'list',
            ordered: node.type === 'orderedList',
            start: count(node, 'start', 1),
            items: (node.content ?? []).map((item) => blocksOf(item.content ?? [], context)),
          },
        ];
      case 'blockquote':
        return [{ kind: 'quote', blocks: blocksOf(node.content ?? [], context) }];
      case 'codeBlock':
        return [{ kind: 'code', text: (node.content ?? []).map((child) => child.text ?? '').join('') }];
      case 'horizontalRule':
        return [{ kind: 'rule' }];
      case 'table':
        return [tableOf(node, context)];
      case FIGURE_TABLE:
        return [figureTableOf(node, context)];
      default:
        return blocksOf(node.content ?? [], context);
    }
  });
}

/** A report as a note. `figures` are those the report names that still exist; `asOf` is the notebook's. */
export function noteFromReport(
  report: ReportRecord,
  figures: readonly FigureRecord[],
  sources: readonly SourceRecord[],
  asOf: string | null,
): Note {
  const context: Context = {
    figures: new Map(figures.map((f) => [f.id, f])),
    numbers: new SourceNumbers(sources),
    footnotes: [],
  };
  const blocks = blocksOf(readBody(report.body).content ?? [], context);
  for (const figure of figures) for (const citation of figure.citations) context.numbers.numberOf(citation.source);
  const first = blocks[0];
  const body =
    first?.kind === 'heading' && first.level === 1
      ? blocks
      : [{ kind: 'heading', level: 1, inlines: [text(report.title)] } as const, ...blocks];
  return {
    title: report.title,
    language: report.language,
    asOf,
    author: null,
    blocks: body,
    sources: context.numbers.list(),
    footnotes: context.footnotes,
    figures,
  };
}
