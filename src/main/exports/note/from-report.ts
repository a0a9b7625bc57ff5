/** Turns a report's body into the note model: live figures are read from the notebook as it is now. */
import {
  attribute,
  type BodyBlock,
  type BodyInline,
  type BodyMark,
  CITE,
  FIGURE_TABLE,
  FOOTNOTE,
  isBodyBlock,
  isBodyInline,
  LIVE_FIGURE,
  nodesOf,
  readBody,
  type ReportNode,
  tableFigures,
} from '../../../core/report/body';
import { languageOf } from '../../../core/document/identity/language';
import { figureText } from '../../../core/figure/display/text';
import { typedFigures } from '../../../core/report/typed';
import { asForm, formedText } from '../../../core/report/figure-form';
import type { FigureRecord, ReportRecord, SourceRecord } from '../../../contract/records';
import { cell, head } from './blocks';
import type { Inline, Note, NoteBlock, TableCell } from './note';
import { SourceNumbers } from './numbering';
import { metricName } from '../../../core/figure/display/names';

interface Context {
  readonly figures: ReadonlyMap<string, FigureRecord>;
  readonly numbers: SourceNumbers;
  readonly footnotes: (readonly Inline[])[];
}

type TextInline = Inline & { readonly kind: 'text' };

const text = (words: string, bold = false): Inline => ({ kind: 'text', text: words, ...(bold && { bold }) });

const MISSING: Inline = {
  kind: 'figure',
  text: 'figure missing',
  id: null,
  provenance: 'unclassified',
  inherited: null,
};

/** `before` are the words that lead to it: what they say already it does not repeat. */
function figureInline(id: string | null, form: unknown, before: string, { figures }: Context): Inline {
  const figure = id === null ? undefined : figures.get(id);
  if (!figure) return MISSING;
  return {
    kind: 'figure',
    text: formedText(figure, asForm(form), before),
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
    locator,
  };
}

type Attributes = ReportNode['attrs'];

function linkOf(attributes: Attributes): Partial<TextInline> {
  const href = attributes?.['href'];
  return typeof href === 'string' && /^(https?:|mailto:)/i.test(href) ? { href } : {};
}

/** How each mark of the editor stands in a note: the compiler asks for one that is new. */
const MARKS: Readonly<Record<BodyMark, (attributes: Attributes) => Partial<TextInline>>> = {
  bold: () => ({ bold: true }),
  italic: () => ({ italic: true }),
  underline: () => ({ underline: true }),
  strike: () => ({ strike: true }),
  code: () => ({ code: true }),
  link: linkOf,
};
const isMark = (type: string): type is BodyMark => Object.hasOwn(MARKS, type);

const textInline = (node: ReportNode): Inline =>
  (node.marks ?? []).reduce<TextInline>(
    (made, { type, attrs }) => (isMark(type) ? { ...made, ...MARKS[type](attrs) } : made),
    { kind: 'text', text: node.text ?? '' },
  );

function footnoteInline(node: ReportNode, { footnotes }: Context): Inline[] {
  const words = attribute(node, 'text')?.trim() ?? '';
  // One that was opened and never written prints nothing.
  if (words === '') return [];
  const inlines = [text(words)];
  return [{ kind: 'footnote', inlines, number: footnotes.push(inlines) }];
}

/** How each inline of the editor stands in a note. */
const INLINES: Readonly<Record<BodyInline, (node: ReportNode, before: string, context: Context) => Inline[]>> = {
  text: (node) => [textInline(node)],
  hardBreak: () => [{ kind: 'break' }],
  [LIVE_FIGURE]: (node, before, context) => [
    figureInline(attribute(node, 'figure'), node.attrs?.['form'], before, context),
  ],
  [CITE]: (node, _, context) => [citeInline(node, context)],
  [FOOTNOTE]: (node, _, context) => footnoteInline(node, context),
};

function inlinesOf(node: ReportNode, context: Context): Inline[] {
  let before = '';
  return (node.content ?? []).flatMap((child): Inline[] => {
    if (!isBodyInline(child.type)) return inlinesOf(child, context);
    const made = INLINES[child.type](child, before, context);
    before = child.type === 'text' ? before + (child.text ?? '') : '';
    return made;
  });
}

const count = (node: ReportNode, name: string, fallback: number): number => {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : fallback;
};

const LEAVES = new Set(['paragraph', 'heading', 'codeBlock']);

/** The lines of a cell: its paragraphs, and what stands in lists, quotations or code in it, each on its own. */
function linesOf(nodes: readonly ReportNode[], context: Context, lead = ''): Inline[][] {
  return nodes.flatMap((node): Inline[][] => {
    if (LEAVES.has(node.type)) return [[...(lead ? [text(lead)] : []), ...inlinesOf(node, context)]];
    if (node.type === FIGURE_TABLE) {
      return tableFigures(node).map((id) => [figureInline(id, null, '', context)]);
    }
    const items = node.content ?? [];
    if (node.type === 'bulletList') return items.flatMap((item) => linesOf(item.content ?? [], context, '• '));
    if (node.type === 'orderedList') {
      const first = count(node, 'start', 1);
      return items.flatMap((item, at) => linesOf(item.content ?? [], context, `${first + at}. `));
    }
    return linesOf(items, context, lead);
  });
}

function tableOf(node: ReportNode, context: Context): NoteBlock {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map(
      (one): TableCell => ({
        inlines: linesOf(one.content ?? [], context).flatMap((line, i): Inline[] => [
          ...(i > 0 ? [{ kind: 'break' } as const] : []),
          ...line,
        ]),
        header: one.type === 'tableHeader',
        columns: count(one, 'colspan', 1),
        rows: count(one, 'rowspan', 1),
      }),
    ),
  );
  return { kind: 'table', caption: null, rows };
}

function figureTableOf(node: ReportNode, context: Context): NoteBlock {
  const rows = tableFigures(node).map((id) => {
    const figure = context.figures.get(id);
    const words = [(figure && metricName(figure)) ?? '—', figure?.entity ?? '—', figure?.period ?? '—'];
    return [...words.map((word) => cell(word)), cell([figureInline(id, null, '', context)])];
  });
  const caption = attribute(node, 'caption');
  return {
    kind: 'table',
    caption: caption ? [text(caption)] : null,
    rows: [head('Metric', 'Entity', 'Period', 'Value'), ...rows],
  };
}

function paragraphOf(node: ReportNode, context: Context): NoteBlock[] {
  const inlines = inlinesOf(node, context);
  return inlines.length > 0 ? [{ kind: 'paragraph', inlines }] : [];
}

const listOf = (node: ReportNode, ordered: boolean, context: Context): NoteBlock => ({
  kind: 'list',
  ordered,
  start: ordered ? count(node, 'start', 1) : 1,
  items: (node.content ?? []).map((item) => blocksOf(item.content ?? [], context)),
});

/** How each block of the editor stands in a note. */
const BLOCKS: Readonly<Record<BodyBlock, (node: ReportNode, context: Context) => NoteBlock[]>> = {
  heading: (node, context) => [{ kind: 'heading', level: count(node, 'level', 2), inlines: inlinesOf(node, context) }],
  paragraph: paragraphOf,
  bulletList: (node, context) => [listOf(node, false, context)],
  orderedList: (node, context) => [listOf(node, true, context)],
  blockquote: (node, context) => [{ kind: 'quote', blocks: blocksOf(node.content ?? [], context) }],
  codeBlock: (node) => [{ kind: 'code', text: (node.content ?? []).map((child) => child.text ?? '').join('') }],
  horizontalRule: () => [{ kind: 'rule' }],
  table: (node, context) => [tableOf(node, context)],
  [FIGURE_TABLE]: (node, context) => [figureTableOf(node, context)],
};

const blocksOf = (nodes: readonly ReportNode[], context: Context): NoteBlock[] =>
  nodes.flatMap((node) =>
    isBodyBlock(node.type) ? BLOCKS[node.type](node, context) : blocksOf(node.content ?? [], context),
  );

/** The typed words, which tell the language. */
const wordsOf = (body: unknown): string => [...nodesOf(readBody(body))].map(({ text: words }) => words ?? '').join(' ');

/** A report as a note. `figures` are those the report names that still exist; `asOf` is that of the documents they stand in. */
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
    language: languageOf(wordsOf(report.body), report.language),
    asOf,
    author: null,
    about: null,
    blocks: body,
    sources: context.numbers.list(),
    footnotes: context.footnotes,
    figures,
    typed: typedFigures(report.body, (id) => {
      const figure = context.figures.get(id);
      return figure ? figureText(figure) : '';
    }),
  };
}
