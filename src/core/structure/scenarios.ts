/** Scenarios: headings, lines, rows and columns that name a case, with the range each gives. */
import type { Block, Span } from '../document/model';
import type { Figure } from '../figure/model';
import { caseName, caseSections } from './cases';
import { CUES, firstMatch, matches } from './cues';
import { cellAt, type Grid } from './grids';
import {
  contentOf,
  figuresIn,
  type Found,
  found,
  isItem,
  leadWords,
  type Passage,
  quoteOf,
  rowOf,
  shorten,
  type StructureInput,
} from './passages';

/**
 * Every named case with its range and assumption where the text gives them: those of headings first, then those of
 * passages in reading order.
 */
export function findScenarios(input: StructureInput, passages: readonly Passage[]): Found[] {
  return [...headed(input), ...passages.flatMap((passage) => scenarioAt(input, passage))];
}

/** A heading that is a case stands for all below it. */
function headed({ layout, figures }: StructureInput): Found[] {
  return [...caseSections(layout)].flatMap(([index, name]) => {
    const section = layout.sections[index];
    if (!section) return [];
    const body = layout.text.slice(section.end, Math.min(section.bodyEnd, section.end + 240)).trim();
    const range = rangeOf(figuresIn(figures, section));
    return [scenario(layout, section, name, range, body, 'scenario.heading')];
  });
}

function scenarioAt({ layout, figures }: StructureInput, { block, topic, grid, detail, section }: Passage): Found[] {
  if (block.kind === 'table-row') return scenarioRow(layout, figures, block, grid);
  if (block.kind === 'table-head') return scenarioColumns(layout, figures, block, grid);
  const span = contentOf(layout, block);
  const quote = quoteOf(layout, span);
  if (block.kind === 'lead-in' && matches(CUES.scenarioHeading, quote.replace(/^[*_]+/, '')))
    return [
      scenario(layout, span, caseName(quote) ?? quote, rangeOf(figuresIn(figures, span)), quote, 'scenario.lead'),
    ];
  if ((!isItem(block) && block.kind !== 'paragraph') || detail) return [];
  const name = firstMatch(CUES.cases, quote) ?? (topic === 'scenario' ? firstMatch(CUES.softCases, quote) : null);
  const rest = quote.slice(name?.end ?? 0).replace(/^[\s:\uff1a*_—–-]+/, '');
  const bare = name !== null && !/case|scenario|情景|情形/i.test(name.text);
  if (name && rest !== '' && (!bare || topic === 'scenario'))
    return [scenario(layout, span, name.text, rangeOf(figuresIn(figures, span)), rest, 'scenario.case')];
  return isItem(block) && topic === 'scenario' ? listedScenario(layout, figures, span, section.title) : [];
}

const SEVERAL = /\bscenarios\b|情景|情形/i;

/** Under "Downside scenarios" each item that opens with a name of its own is one. */
function listedScenario(
  layout: StructureInput['layout'],
  figures: readonly Figure[],
  span: Span,
  title: string,
): Found[] {
  if (!SEVERAL.test(title)) return [];
  const quote = quoteOf(layout, span);
  const bold = /^[^*_]{0,3}\*\*([^*]{3,60})\*\*/.exec(layout.text.slice(span.start - 2, span.end))?.[1];
  const name = bold ?? (quote.length <= 60 ? quote : leadWords(quote));
  if (!name) return [];
  return [
    scenario(layout, span, name.replace(/[:\uff1a]$/u, ''), rangeOf(figuresIn(figures, span)), quote, 'scenario.list'),
  ];
}

function scenario(
  layout: StructureInput['layout'],
  span: Span,
  name: string,
  range: ReturnType<typeof rangeOf>,
  assumption: string,
  rule: string,
): Found {
  const label = name.replace(/["“”*_]/g, '').trim();
  return found(layout, 'scenario', span, rule, {
    label,
    fields: { case: label, ...range, assumption: shorten(assumption, 240) },
  });
}

/** `Bull | $2.1B | $95`: a case a row. */
function scenarioRow(
  layout: StructureInput['layout'],
  figures: readonly Figure[],
  block: Block,
  grid: Grid | null,
): Found[] {
  const table = block.table === null ? undefined : layout.tables[block.table];
  const row = table && rowOf(table, block);
  const first = row && grid ? cellAt(row.cells, grid.name) : null;
  const others = row?.cells.filter((cell) => cell !== first) ?? [];
  const soft = grid?.kind === 'scenario';
  const name = first
    ? (firstMatch(CUES.cases, first.text) ?? (soft ? firstMatch(CUES.softCases, first.text) : null))
    : null;
  if (!name || others.length === 0) return [];
  const rest = others.map((cell) => cell.text).join(' · ');
  return [scenario(layout, block, name.text, rangeOf(figuresIn(figures, block)), rest, 'scenario.row')];
}

/** Heads `Bear | Base | Bull`: a case a column, read from the column's last figure; it stands on its head. */
function scenarioColumns(
  layout: StructureInput['layout'],
  figures: readonly Figure[],
  block: Block,
  grid: Grid | null,
): Found[] {
  if (grid?.kind === 'event' || grid?.kind === 'risk') return [];
  const table = block.table === null ? undefined : layout.tables[block.table];
  const cases = (table?.head ?? []).filter((cell) => firstMatch(CUES.cases, cell.text) !== null);
  if (!table || cases.length < 2) return [];
  return cases.map((head) => {
    const cells = table.rows.flatMap((row) => row.cells.filter((cell) => cell.column === head.column));
    const lines = table.rows.map(
      (row) => `${row.cells[0]?.text ?? ''} ${row.cells.find((cell) => cell.column === head.column)?.text ?? ''}`,
    );
    const range = rangeOf(cells.flatMap((cell) => figuresIn(figures, cell)));
    return scenario(layout, head, head.text, range, lines.join(' · '), 'scenario.column');
  });
}

/** The range of a case is its last stated range, else its last figure. */
function rangeOf(figures: readonly Figure[]): { low: string | null; high: string | null; unit: string | null } {
  const figure = figures.findLast((each) => each.qualifier === 'range') ?? figures.at(-1);
  return figure ? { low: figure.low, high: figure.high, unit: figure.unit } : { low: null, high: null, unit: null };
}
