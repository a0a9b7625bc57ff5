/**
 * From the syntax tree of a Markdown text to marks in it. Block marks never overlap each other: an item of a list spans
 * its own first paragraph, and what is nested below it has its own mark.
 */
import type { Definition, Html, ListItem, Nodes, Parents, PhrasingContent, Root, Table, TableCell, Text } from 'mdast';
import type { Mark, MarkRow, ParseProblem, Span } from '../../../core/document/model';
import { runsCode, safeHref } from '../links';
import type { ProblemCount } from '../problems';
import { countProblems } from '../problems';
import { htmlSyntax, jumpsIn, pairedMarks, placesIn } from './raw-html';
import { tablesOf } from './raw-tables';

interface Walk {
  readonly text: string;
  readonly marks: Mark[];
  readonly problems: ProblemCount;
  readonly definitions: ReadonlyMap<string, string>;
  /** Tags of inline HTML in reading order, for those that come in pairs. */
  readonly inlineHtml: Span[];
}

interface Place {
  /** Paragraphs inside a quotation are quotes. */
  readonly quoted: boolean;
  readonly listDepth: number;
  readonly depth: number;
}

/** Markup nested deeper than any person writes is left unread rather than followed. */
const DEEPEST = 200;

export function readMarks(tree: Root, text: string): { marks: readonly Mark[]; found: readonly ParseProblem[] } {
  const walk: Walk = {
    text,
    marks: [],
    definitions: new Map(definitionsOf(tree).map((entry) => [entry.identifier, entry.url])),
    problems: countProblems({
      W_LINK_REMOVED: 'Links that run code or name local files were not kept.',
      W_IMAGE_SKIPPED: 'Pictures are not imported and never fetched.',
      W_HTML_NOT_READ: 'HTML inside the Markdown is read as its words and tables; nothing in it runs.',
      W_NESTED_TOO_DEEP: 'Markup nested too deeply was not read.',
    }),
    inlineHtml: [],
  };
  visitAll(walk, tree, { quoted: false, listDepth: 0, depth: 0 });
  walk.marks.push(...pairedMarks(text, walk.inlineHtml), ...placesIn(tree, text));
  return { marks: sorted(walk.marks), found: walk.problems.list() };
}

const definitionsOf = (tree: Root): readonly Definition[] =>
  tree.children.filter((node): node is Definition => node.type === 'definition');

const sorted = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark) => mark.end > mark.start).sort((a, b) => a.start - b.start || b.end - a.end);

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function contentOf(node: Parents): Span {
  const span = spanOf(node);
  const first = node.children[0];
  const last = node.children.at(-1);
  return first && last ? { start: spanOf(first).start, end: spanOf(last).end } : { start: span.end, end: span.end };
}

function visitAll(walk: Walk, parent: Parents, place: Place): void {
  if (place.depth > DEEPEST) {
    walk.problems.add('W_NESTED_TOO_DEEP');
    return;
  }
  const below = { ...place, depth: place.depth + 1 };
  for (const child of parent.children) visit(walk, child, below);
}

/** What stands between a node's own edges and its content is markup that a reader does not see. */
function hideEdges(walk: Walk, node: Parents): void {
  const outer = spanOf(node);
  const inner = contentOf(node);
  hide(walk, outer.start, inner.start);
  hide(walk, inner.end, outer.end);
}

function hide(walk: Walk, start: number, end: number): void {
  if (end > start) walk.marks.push({ kind: 'syntax', start, end });
}

function visit(walk: Walk, node: Nodes, place: Place): void {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
      walk.marks.push({ kind: 'heading', level: node.depth, ...span });
      hideEdges(walk, node);
      return visitAll(walk, node, place);
    case 'paragraph':
      walk.marks.push({ kind: place.quoted ? 'quote' : 'paragraph', ...span });
      if (place.quoted) hideQuoteMarks(walk, span);
      return visitAll(walk, node, place);
    case 'blockquote':
      hide(walk, span.start, contentOf(node).start);
      return visitAll(walk, node, { ...place, quoted: true });
    case 'list':
      for (const item of node.children) visitItem(walk, item, node.ordered === true, place);
      return;
    case 'table':
      return visitTable(walk, node, place);
    case 'code':
      walk.marks.push({ kind: 'code', ...span });
      return hideFences(walk, span);
    case 'footnoteDefinition':
      return visitNote(walk, node, node.label ?? node.identifier, place);
    case 'definition':
    case 'thematicBreak':
      return hide(walk, span.start, span.end);
    case 'html':
      return visitHtml(walk, node);
    case 'root':
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return visitAll(walk, node, place);
    case 'yaml':
      return;
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'link':
    case 'linkReference':
    case 'inlineCode':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
    case 'text':
    case 'break':
      return visitPhrasing(walk, node, place);
  }
}

/** What stands inside a block: words, emphasis, links, references, pictures. */
function visitPhrasing(walk: Walk, node: Exclude<PhrasingContent, Html>, place: Place): void {
  const span = spanOf(node);
  switch (node.type) {
    case 'strong':
    case 'emphasis':
      walk.marks.push({ kind: node.type, ...span });
      hideEdges(walk, node);
      return visitAll(walk, node, place);
    case 'delete':
      hideEdges(walk, node);
      return visitAll(walk, node, place);
    case 'link':
      return visitLink(walk, node, node.url, place);
    case 'linkReference':
      return visitLink(walk, node, walk.definitions.get(node.identifier) ?? '', place);
    case 'inlineCode':
      return hideBackticks(walk, span);
    case 'image':
    case 'imageReference':
      walk.problems.add('W_IMAGE_SKIPPED');
      return hide(walk, span.start, span.end);
    case 'footnoteReference':
      walk.marks.push({ kind: 'note-reference', note: node.label ?? node.identifier, ...span });
      return;
    case 'text':
      return hideEscapes(walk, node);
    case 'break':
      return;
  }
}

function visitItem(walk: Walk, item: ListItem, ordered: boolean, place: Place): void {
  const span = spanOf(item);
  const [first, ...rest] = item.children;
  const leads = first?.type === 'paragraph' ? first : null;
  // An item that opens with something else (a heading, code) is its bullet: what it opens with has its own mark.
  const bullet = lineEnd(walk.text, span.start, first ? spanOf(first).start : span.end);
  const content = leads ? spanOf(leads) : { start: bullet, end: bullet };
  const contentStart = content.start;
  walk.marks.push({
    kind: 'list-item',
    ordered,
    depth: place.listDepth,
    contentStart,
    start: span.start,
    end: content.end,
  });
  const below = { ...place, listDepth: place.listDepth + 1, depth: place.depth + 1 };
  if (place.depth > DEEPEST) return;
  if (leads) visitAll(walk, leads, below);
  for (const child of leads ? rest : item.children) visit(walk, child, below);
}

function lineEnd(text: string, start: number, limit: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? limit : Math.min(end, limit);
}

function visitTable(walk: Walk, table: Table, place: Place): void {
  const rows = table.children.map(
    (row, index): MarkRow => ({ ...spanOf(row), header: index === 0, cells: row.children.map(cellSpan) }),
  );
  walk.marks.push({ kind: 'table', caption: null, rows, ...spanOf(table) });
  for (const row of table.children) visitAll(walk, row, place);
}

/** A cell's own words, without pipes and padding; an empty cell has an empty span past its pipe. */
function cellSpan(cell: TableCell): Span {
  if (cell.children.length > 0) return contentOf(cell);
  const span = spanOf(cell);
  const inside = Math.min(span.start + 1, span.end);
  return { start: inside, end: inside };
}

function visitLink(walk: Walk, node: Parents, url: string, place: Place): void {
  const href = safeHref(url);
  const label = contentOf(node);
  if (href !== null) walk.marks.push({ kind: 'link', href, label, ...spanOf(node) });
  else if (url.startsWith('#')) walk.marks.push({ kind: 'jump', to: url.slice(1), ...spanOf(node) });
  else if (runsCode(url)) walk.problems.add('W_LINK_REMOVED');
  hideEdges(walk, node);
  visitAll(walk, node, place);
}

function visitNote(walk: Walk, node: Parents, note: string, place: Place): void {
  const span = spanOf(node);
  const [first, ...rest] = node.children;
  const leads = first?.type === 'paragraph' ? first : null;
  // A note that opens with something else (a list, code) is its label: what it opens with has its own mark.
  const label = lineEnd(walk.text, span.start, first ? spanOf(first).start : span.end);
  const content = leads ? spanOf(leads) : { start: label, end: label };
  walk.marks.push({ kind: 'note', note, contentStart: content.start, start: span.start, end: content.end });
  const below = { ...place, depth: place.depth + 1 };
  if (leads) visitAll(walk, leads, below);
  for (const child of leads ? rest : node.children) visit(walk, child, below);
}

function visitHtml(walk: Walk, node: Html): void {
  const span = spanOf(node);
  walk.problems.add('W_HTML_NOT_READ');
  const source = walk.text.slice(span.start, span.end);
  for (const table of tablesOf(source, span.start)) walk.marks.push({ kind: 'table', ...table });
  for (const hidden of htmlSyntax(source)) {
    hide(walk, span.start + hidden.start, span.start + hidden.end);
  }
  walk.marks.push(...jumpsIn(source, span.start));
  walk.inlineHtml.push(span);
}

/** A line of a quotation repeats `>` at its start. */
function hideQuoteMarks(walk: Walk, span: Span): void {
  for (const match of walk.text.slice(span.start, span.end).matchAll(/\n([ \t]*(?:>[ \t]?)+)/g)) {
    const start = span.start + match.index + 1;
    hide(walk, start, start + (match[1] ?? '').length);
  }
}

function hideFences(walk: Walk, span: Span): void {
  const source = walk.text.slice(span.start, span.end);
  const opening = /^(`{3,}|~{3,})[^\n]*(\n|$)/.exec(source);
  if (!opening) return;
  hide(walk, span.start, span.start + opening[0].length);
  const closing = /\n[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(source);
  if (closing && closing.index + 1 >= opening[0].length) hide(walk, span.start + closing.index, span.end);
}

function hideBackticks(walk: Walk, span: Span): void {
  const ticks = /^`+/.exec(walk.text.slice(span.start, span.end))?.[0].length ?? 0;
  hide(walk, span.start, span.start + ticks);
  hide(walk, Math.max(span.end - ticks, span.start + ticks), span.end);
}

/** `\$` shows as `$`: the backslash is markup. */
function hideEscapes(walk: Walk, node: Text): void {
  const span = spanOf(node);
  for (const match of walk.text.slice(span.start, span.end).matchAll(/\\[!-/:-@[-`{-~]/g)) {
    hide(walk, span.start + match.index, span.start + match.index + 1);
  }
}
