/** Finds the quantities of a document that are figures: block by block, cell by cell, and what the file itself tags. */
import type { Citation } from '../../citation/model';
import { formatOf } from '../../document/formats';
import type { Block, Layout, Span, TaggedFact } from '../../document/model';
import type { PlacedFigure, Quantity } from '../model';
import { periodsOf } from '../period/period';
import { readQuantities } from '../quantity/quantity';
import { firstEndingAfter } from '../../base/spans';
import { headFigures } from './cells/axis';
import { cellAt, cellQuantities, raisedMarks } from './cells/cells';
import type { MetricChoice } from './metric/choose-metric';
import { inHomeCurrency, homeCurrency } from './entity/home-currency';
import { outsideCitations } from './scope/outside-citations';
import { isUnitLine } from './cells/unit-line';
import { toQuantity } from './tagged';

/** A quantity, where it stands, and what its place says of it already. */
export interface Found {
  readonly quantity: Quantity;
  readonly block: Block;
  readonly cell: PlacedFigure['cell'];
  /** The tag it stands in. */
  readonly fact?: TaggedFact;
  /** What it is a figure of on the axis of a grid. */
  readonly axis?: MetricChoice;
}

const SKIPPED: ReadonlySet<Block['kind']> = new Set(['code', 'reference', 'table-head']);

/** Blocks whose numbers only say where things stand. */
function skipped(layout: Layout, block: Block): boolean {
  const role = layout.sections[block.section]?.role;
  return (
    SKIPPED.has(block.kind) ||
    role === 'references' ||
    role === 'promotion' ||
    isUnitLine(layout.text.slice(block.contentStart, block.end))
  );
}

/** A block's text between the raised marks that point to notes: `$1.20` and behind it a small 4 are $1.20. */
function stretches(layout: Layout, block: Block): Span[] {
  const raised = raisedMarks(layout);
  const out: Span[] = [];
  let start = block.contentStart;
  for (let at = firstEndingAfter(raised, start); at < raised.length; at += 1) {
    const mark = raised[at];
    if (!mark || mark.start >= block.end) break;
    if (mark.start > start) out.push({ start, end: mark.start });
    start = Math.max(start, mark.end);
  }
  if (start < block.end) out.push({ start, end: block.end });
  return out;
}

function quantitiesOf(layout: Layout): Found[] {
  const found: Found[] = [];
  for (const block of layout.blocks) {
    if (block.kind === 'table-head')
      for (const one of headFigures(layout, block)) found.push({ ...one, block, cell: null });
    if (skipped(layout, block)) continue;
    const table = block.kind === 'table-row' && block.table !== null ? layout.tables[block.table] : undefined;
    const row = table && block.row !== null ? table.rows[block.row] : undefined;
    if (table && row && row.cells.length > 0) {
      for (const one of cellQuantities(layout, table, block.row ?? 0)) found.push({ ...one, block });
    } else {
      for (const { start, end } of stretches(layout, block)) {
        for (const quantity of readQuantities(layout.text, { language: layout.language, from: start, to: end }))
          found.push({ quantity, block, cell: null });
      }
    }
  }
  return found.filter(({ quantity }) => !ofPeriod(layout, quantity));
}

const COUNTED: ReadonlySet<Quantity['unit']> = new Set(['months', 'weeks', 'quarters']);

/** The "nine months" of "the first nine months of 2031" are when, not how much. */
function ofPeriod(layout: Layout, { unit, start, end }: Quantity): boolean {
  if (!COUNTED.has(unit)) return false;
  const periods = periodsOf(layout);
  const mention = periods[firstEndingAfter(periods, start)];
  return mention !== undefined && mention.start <= start && mention.end >= end;
}

/** Tagged figures replace what was read at their place, and are added where nothing was read. */
function withTagged(layout: Layout, found: readonly Found[]): Found[] {
  const { facts, text } = layout;
  if (facts.length === 0) return [...found];
  const spans = facts.toSorted((a, b) => a.start - b.start);
  const free = found.filter(({ quantity }) => {
    const fact = spans[firstEndingAfter(spans, quantity.start)];
    return !fact || fact.start >= quantity.end;
  });
  const tagged = facts.flatMap((fact): Found[] => {
    const block = layout.blocks[firstEndingAfter(layout.blocks, fact.start)];
    if (!block || block.start > fact.start || block.end < fact.end || block.kind === 'code') return [];
    return [{ quantity: toQuantity(fact, text), block, cell: cellAt(layout, block, fact), fact }];
  });
  return [...free, ...tagged];
}

/** All of them in order of their place, money in the document's own currency where none is written. */
export function findQuantities(layout: Layout, citations: readonly Citation[]): Found[] {
  // Besides its tagged values such a document holds only the names of the forms they come from.
  const read = formatOf(layout.format).taggedRows ? [] : outsideCitations(layout.text, quantitiesOf(layout), citations);
  const home = homeCurrency(layout.text, layout.language);
  const found = withTagged(
    layout,
    read.map((item) => ({ ...item, quantity: inHomeCurrency(item.quantity, home) })),
  );
  return found.sort((a, b) => a.quantity.start - b.quantity.start);
}
