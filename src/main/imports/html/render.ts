/**
 * A page's rendered text and what its markup means, in one walk. Every leaf block (a stretch of lines between block
 * boundaries) gives one mark; inline marks and tables lie inside or across them.
 */
import type { CarriedSource, Mark, MarkRow, Span } from '../../../core/document/model';
import { safeHref } from '../links';
import type { ProblemCount } from '../problems';
import { isRaisedRemark, raised } from '../raised';
import { carrying } from '../sources/carried';
import type { Article } from './article';
import type { DomElement, DomNode } from './dom';
import { isElement, isText } from './dom';
import type { Footnotes } from './footnotes';
import { carriedCells, cellsOf, isDataTable, isHeaderRow, isPlainTable, rowsOf, rowsWithTables, spanOf } from './table';
import { BLOCKS, HEADING, LEFT_OUT } from './tags';
import type { Writer } from './writer';
import { makeWriter } from './writer';

/** What the leaf that is written next will be. */
interface Context {
  readonly level: number | null;
  readonly quoted: boolean;
  readonly code: boolean;
  readonly inCell: boolean;
  readonly listDepth: number;
  readonly depth: number;
}

/** Given by a list item or a note to the first leaf inside it only. */
type Lead =
  | { readonly kind: 'list-item'; readonly ordered: boolean; readonly depth: number }
  | { readonly kind: 'note'; readonly note: string };

interface Page {
  readonly out: Writer;
  readonly marks: Mark[];
  readonly footnotes: Footnotes;
  readonly problems: ProblemCount;
  readonly base: string | null;
  readonly onInline: OnInline;
  leafStart: number;
  lead: Lead | null;
  /** Places that the next leaf has. */
  places: { readonly name: string; readonly source?: CarriedSource }[];
}

const DEEPEST = 400;

/** Hears where an inline element's words were written; the space that is due before them may be among them. */
type OnInline = (element: DomElement, start: number, end: number) => void;

export function render(
  article: Article,
  footnotes: Footnotes,
  base: string | null,
  problems: ProblemCount,
  onInline: OnInline = () => undefined,
): { text: string; marks: readonly Mark[] } {
  const page: Page = {
    out: makeWriter(),
    marks: [],
    footnotes,
    problems,
    base,
    onInline,
    leafStart: 0,
    lead: null,
    places: [],
  };
  const context = { level: null, quoted: false, code: false, inCell: false, listDepth: 0, depth: 0 };
  if (article.heading) renderElement(page, article.heading, context);
  renderChildren(page, article.root, context);
  endLeaf(page, context);
  const text = page.out.text();
  return { text, marks: tidy(page.marks, text) };
}

function renderChildren(page: Page, parent: DomNode, context: Context): void {
  for (const child of parent.childNodes) renderNode(page, child, context);
}

function renderNode(page: Page, node: DomNode, context: Context): void {
  if (isText(node)) {
    if (context.code) page.out.verbatim(node.textContent ?? '');
    else page.out.words(node.textContent ?? '');
    return;
  }
  if (!isElement(node) || LEFT_OUT.has(node.localName)) return;
  if (context.depth > DEEPEST) {
    page.problems.add('W_NESTED_TOO_DEEP');
    page.out.words(node.textContent ?? '');
    return;
  }
  renderElement(page, node, { ...context, depth: context.depth + 1 });
}

function renderElement(page: Page, element: DomElement, context: Context): void {
  const tag = element.localName;
  const place = page.footnotes.placeOf(element);
  // What is open before a block ends there and has not the place.
  if (place !== null && BLOCKS.has(tag) && !context.inCell) endLeaf(page, context);
  if (place !== null) page.places.push({ name: place, ...carrying(element.getAttribute('data-csl')) });
  if (tag === 'br') return breakLine(page, context);
  if (tag === 'table' && !context.inCell && isDataTable(element)) return renderTable(page, element, context);
  if (BLOCKS.has(tag) && !(context.code && tag === 'caption')) return renderBlock(page, element, context);
  renderInline(page, element, context);
}

function breakLine(page: Page, context: Context): void {
  if (context.inCell) page.out.space();
  else page.out.endLine();
}

function renderBlock(page: Page, element: DomElement, context: Context): void {
  if (context.inCell) {
    page.out.space();
    renderChildren(page, element, context);
    page.out.space();
    return;
  }
  endLeaf(page, context);
  const inner = blockContext(element, context);
  const outerLead = page.lead;
  page.lead = leadOf(page, element, inner) ?? outerLead;
  renderChildren(page, element, inner);
  endLeaf(page, inner);
  // The place of a block without words is nowhere.
  page.places = page.places.filter(({ name }) => name !== page.footnotes.placeOf(element));
  if (page.lead !== null && page.lead !== outerLead) page.lead = null;
}

function blockContext(element: DomElement, context: Context): Context {
  const tag = element.localName;
  const level = HEADING.exec(tag)?.[1];
  if (level !== undefined) return { ...context, level: Number(level) };
  if (tag === 'blockquote') return { ...context, quoted: true };
  if (tag === 'pre' || isPlainTable(element)) return { ...context, code: true };
  if (tag === 'ul' || tag === 'ol' || tag === 'menu') return { ...context, listDepth: context.listDepth + 1 };
  return context;
}

function leadOf(page: Page, element: DomElement, context: Context): Lead | null {
  const note = page.footnotes.noteOf(element);
  if (note !== null) return { kind: 'note', note };
  if (element.localName !== 'li') return null;
  const parent = element.parentNode;
  const ordered = parent !== null && isElement(parent) && parent.localName === 'ol';
  return { kind: 'list-item', ordered, depth: Math.max(context.listDepth - 1, 0) };
}

/** Closes the stretch of lines written since the last block boundary and says what it was. */
function endLeaf(page: Page, context: Context): void {
  page.out.endLine();
  const start = page.leafStart;
  const end = page.out.length();
  page.leafStart = end;
  if (end === start) return;
  for (const place of page.places) page.marks.push({ kind: 'place', ...place, start, end });
  page.places = [];
  page.marks.push(leafMark({ start, end }, context, page.lead));
  page.lead = null;
}

function leafMark(span: Span, context: Context, lead: Lead | null): Mark {
  if (context.level !== null) return { kind: 'heading', level: context.level, ...span };
  if (context.code) return { kind: 'code', ...span };
  if (lead?.kind === 'note') return { ...lead, contentStart: span.start, ...span };
  if (lead?.kind === 'list-item') return { ...lead, contentStart: span.start, ...span };
  return { kind: context.quoted ? 'quote' : 'paragraph', ...span };
}

function renderInline(page: Page, element: DomElement, context: Context): void {
  if (element.localName === 'sup' && isRaisedRemark((element.textContent ?? '').trim(), page.out.last())) {
    if ([...element.querySelectorAll('a')].length === 0) return page.problems.add('W_RAISED_LETTERS');
  }
  const start = page.out.length();
  const note = page.footnotes.noteOf(element);
  if (note !== null && !context.inCell) page.lead ??= { kind: 'note', note };
  const isCitation = isBareCitation(page, element);
  if (isCitation) page.out.verbatim('[');
  const mark = noteMark(page, element);
  if (mark === null) renderChildren(page, element, context);
  else page.out.words(raised(mark));
  if (isCitation) page.out.verbatim(']');
  const span = { start, end: page.out.length() };
  if (span.end === start) return;
  page.onInline(element, span.start, span.end);
  for (const mark of inlineMarks(page, element, span)) page.marks.push(mark);
}

/** The number of a note that is raised in the page: beside a figure its digits would be read as the figure's. */
function noteMark(page: Page, element: DomElement): string | null {
  const text = element.textContent ?? '';
  return page.footnotes.referenceOf(element) !== null && /^\s*\d{1,3}\s*$/.test(text) ? text : null;
}

/** A reference to the bibliography that only its look sets apart from the words around it: as text it needs its brackets. */
const isBareCitation = (page: Page, element: DomElement): boolean =>
  element.getAttribute('role') === 'doc-biblioref' &&
  page.footnotes.referenceOf(element) === null &&
  page.footnotes.jumpOf(element) === null &&
  /^[^[\]()]+$/.test((element.textContent ?? '').trim());

function inlineMarks(page: Page, element: DomElement, span: Span): readonly Mark[] {
  switch (element.localName) {
    case 'a':
      return linkMarks(page, element, span);
    case 'sup':
      return [{ kind: 'superscript', ...span }];
    case 'strong':
    case 'b':
      return [{ kind: 'strong', ...span }];
    case 'em':
    case 'i':
      return [{ kind: 'emphasis', ...span }];
    default:
      return [];
  }
}

function linkMarks(page: Page, element: DomElement, span: Span): readonly Mark[] {
  const note = page.footnotes.referenceOf(element);
  if (note !== null) return [{ kind: 'note-reference', note, ...span }];
  const jump = page.footnotes.jumpOf(element);
  if (jump !== null) return [{ kind: 'jump', to: jump, ...span }];
  const target = element.getAttribute('href') ?? '';
  const href = target.startsWith('#') ? null : safeHref(target, page.base);
  return href === null ? [] : [{ kind: 'link', href, label: span, ...span }];
}

function renderTable(page: Page, table: DomElement, context: Context): void {
  endLeaf(page, context);
  const caption = renderCaption(page, table, context);
  const start = page.out.length();
  const carried = carriedCells();
  const rows = rowsOf(table).map((row) => renderRow(page, row, carried, context));
  page.leafStart = page.out.length();
  const end = page.out.length();
  if (end > start)
    page.marks.push({ kind: 'table', caption, rows: rows.filter((row) => row.end > row.start), start, end });
  for (const row of rowsWithTables(table)) renderChildren(page, row, context);
}

function renderCaption(page: Page, table: DomElement, context: Context): Span | null {
  const caption = [...table.querySelectorAll('caption')][0];
  if (!caption) return null;
  const start = page.out.length();
  renderChildren(page, caption, { ...context, inCell: true });
  page.out.endLine();
  page.leafStart = page.out.length();
  return page.leafStart > start ? { start, end: page.leafStart - 1 } : null;
}

function renderRow(page: Page, row: DomElement, carried: ReturnType<typeof carriedCells>, context: Context): MarkRow {
  const start = page.out.length();
  const cells: Span[] = [];
  const skipCarried = (): void => {
    while (carried.take(cells.length)) cells.push({ start: page.out.length(), end: page.out.length() });
  };
  skipCarried();
  for (const [index, cell] of cellsOf(row).entries()) {
    if (index > 0) page.out.tab();
    const cellStart = page.out.length();
    renderChildren(page, cell, { ...context, inCell: true });
    const end = page.out.length();
    const rows = spanOf(cell, 'rowspan') - 1;
    for (let column = 0; column < spanOf(cell, 'colspan'); column++) {
      carried.put(cells.length, rows);
      cells.push(column === 0 ? { start: cellStart, end } : { start: end, end });
    }
    skipCarried();
  }
  page.out.endLine();
  const end = page.out.length();
  return { start, end: end > start ? end - 1 : end, header: isHeaderRow(row), cells };
}

/** Spans are drawn in to the words they hold; those that hold none go. */
function tidy(marks: readonly Mark[], text: string): readonly Mark[] {
  return marks
    .map((mark) => (mark.kind === 'table' ? tidyTable(mark, text) : tidyMark(mark, text)))
    .filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function tidyMark(mark: Exclude<Mark, { kind: 'table' }>, text: string): Mark {
  const span = mark.kind === 'code' ? trimEnd(mark, text) : trim(mark, text);
  if (mark.kind === 'link') return { ...mark, ...span, label: span };
  if (mark.kind === 'list-item') return { ...mark, ...span, contentStart: span.start };
  if (mark.kind === 'note') return { ...mark, ...span, contentStart: noteContent(mark.note, span, text) };
  return { ...mark, ...span };
}

type TableMark = Extract<Mark, { kind: 'table' }>;

function tidyTable(table: TableMark, text: string): TableMark {
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => trim(cell, text)) }));
  return { ...table, ...trimEnd(table, text), rows };
}

function trim(span: Span, text: string): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Leading tabs of a row are empty cells and leading spaces of code are meant: only what follows is dropped. */
function trimEnd(span: Span, text: string): Span {
  let { end } = span;
  while (end > span.start && text.charAt(end - 1) === '\n') end--;
  return { start: span.start, end };
}

/** Past the note's own label, where its text repeats it. */
function noteContent(note: string, span: Span, text: string): number {
  const words = text.slice(span.start, Math.min(span.end, span.start + 40));
  const label = /^[[(^]?\s*([^\s\])]{1,3}?)\s*[\]).:]?\s+/.exec(words);
  return label?.[1] === note ? span.start + label[0].length : span.start;
}
