/** Makes placed figures out of marked sentences, so that classes can be tested without the figure engine. */
import { layOut } from '../../../src/core/document/layout/layout';
import type { Layout, NormalisedDocument } from '../../../src/core/document/model';
import type { DocumentContext, Figure, PlacedFigure } from '../../../src/core/figure/model';
import type { Unit } from '../../../src/core/base/unit';
import { classify } from '../../../src/core/provenance/classify';
import { findDenials } from '../../../src/core/provenance/denials';
import type { Cue } from '../../../src/core/figure/provenance';

export const CONTEXT: DocumentContext = {
  asOf: '2026-05-13',
  entity: 'ACME',
  fiscalYearEndMonth: 12,
  period: '2026Q1',
  document: { kind: 'note', role: 'note', reason: 'Given.' },
};

/** What a test may say of a marked figure; the rest is guessed from its words. */
export type Given = Partial<Pick<PlacedFigure, 'metric' | 'entity' | 'period' | 'kind' | 'mention' | 'approximate'>>;

export const documentOf = (text: string): NormalisedDocument => ({
  format: 'text',
  text,
  marks: [],
  title: null,
  author: null,
  publisher: null,
  published: null,
  url: null,
  language: null,
  problems: [],
});

const MARKED = /«([^»]*)»/gu;

/** The text without marks, and where the marked stretches stand in it. */
export function unmark(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(MARKED)) {
    text += marked.slice(last, match.index);
    spans.push({ start: text.length, end: text.length + (match[1] ?? '').length });
    text += match[1] ?? '';
    last = match.index + match[0].length;
  }
  return { text: text + marked.slice(last), spans };
}

function unitOf(quote: string): Unit {
  if (/%|％|percent|digit/u.test(quote)) return 'percent';
  if (/bps|basis points|个?基点/u.test(quote)) return 'bps';
  if (/[$€£¥]|元|亿|billion|bn|cents/u.test(quote)) return 'money';
  if (/\d\s*\/\s*\d/u.test(quote)) return 'score';
  if (/\dx\b/u.test(quote)) return 'multiple';
  if (/month|月/u.test(quote)) return 'months';
  if (/year|年/u.test(quote)) return 'years';
  return 'count';
}

const cellAt = (layout: Layout, span: { start: number; end: number }): PlacedFigure['cell'] => {
  for (const table of layout.tables) {
    for (const [row, { cells }] of table.rows.entries()) {
      const cell = cells.find(({ start, end }) => start <= span.start && span.end <= end);
      if (cell) return { table: table.index, row, column: cell.column };
    }
  }
  return null;
};

function figureAt(layout: Layout, span: { start: number; end: number }, index: number, given: Given): PlacedFigure {
  const quote = layout.text.slice(span.start, span.end);
  const inside = (other: { start: number; end: number }): boolean => other.start <= span.start && span.end <= other.end;
  const block = layout.blocks.findIndex(inside);
  const unit = unitOf(quote);
  const numbers = quote.match(/\d+(?:\.\d+)?/gu) ?? [];
  return {
    ...span,
    quote,
    low: numbers[0] ?? null,
    high: numbers.at(-1) ?? null,
    unit,
    currency: null,
    qualifier: numbers.length > 1 && /\d.*(?:[–-]|to).*\d/u.test(quote) ? 'range' : 'none',
    qualifierCue: null,
    approximate: /~|roughly|about|around|approximately|nearly/u.test(quote),
    strict: false,
    direction: quote.startsWith('+') ? 'up' : null,
    lowExponent: 0,
    highExponent: 0,
    per: null,
    expression: 'numeric',
    rule: 'test',
    block,
    sentence: layout.sentences.findIndex(inside),
    section: layout.blocks[block]?.section ?? 0,
    cell: cellAt(layout, span),
    metric: null,
    metricLabel: null,
    entity: null,
    entityLabel: null,
    kind: unit === 'percent' ? 'growth' : 'level',
    period: null,
    periodCue: given.period === undefined ? null : { ...span, text: quote, rule: 'test' },
    basis: null,
    mention: index,
    ...given,
  };
}

/** Classifies the marked figures of a text; `given` holds what is known of each, in order. */
export function classifyMarked(marked: string, given: readonly Given[] = []): Figure[] {
  const { text, spans } = unmark(marked);
  const layout = layOut(documentOf(text));
  const figures = spans.map((span, index) => figureAt(layout, span, index, given[index] ?? {}));
  const undisclosed = findDenials(layout, CONTEXT);
  return classify({ layout, context: CONTEXT, figures, citations: [], sources: [], undisclosed });
}

/** Whether a cue's words stand where it says. */
export const quotes = (cue: Cue, marked: string): boolean => unmark(marked).text.slice(cue.start, cue.end) === cue.text;
