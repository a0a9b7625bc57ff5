/** Items that lines, rows and headings name themselves, and the positions that a list under "Trade" takes. */
import type { Block } from '../document/model';
import { CUES, firstMatch, matches } from './cues';
import { cellAt } from './grids';
import {
  contentOf,
  type Found,
  found,
  horizonIn,
  isItem,
  type Passage,
  plainWords,
  quoteOf,
  rowOf,
  shorten,
  type StructureInput,
} from './passages';
import type { Labelled } from './labels';
import type { StructureType } from './model';

/**
 * Items of every type whose line carries its own label ("Thesis: …", "Entry: $12"). A label inside the detail of a list
 * of the same type is no item of its own.
 */
export function findLabelled(input: StructureInput, passages: readonly Passage[]): Found[] {
  return passages.flatMap((passage, at) => {
    const { role, labels, detail, topic } = passage;
    if (role === 'disclaimer' || role === 'references' || role === 'promotion') return [];
    return labels.flatMap((line) => {
      if (detail && (topic === line.cue.type || line.cue.type === 'indicator')) return [];
      if (line.value !== '') return itemsOf(input, line);
      const below = passages[at + 1];
      return line.cue.type === 'thesis' && below ? thesisBelow(input, below.block) : [];
    });
  });
}

/** `Core thesis:` on a line of its own names the paragraph below. */
function thesisBelow({ layout }: StructureInput, block: Block): Found[] {
  if (block.kind !== 'paragraph' && block.kind !== 'quote') return [];
  const span = contentOf(layout, block);
  return [found(layout, 'thesis', span, 'thesis.label', { label: shorten(quoteOf(layout, span)) })];
}

/** Targets are found with the other targets, scenarios with theirs. */
const ELSEWHERE: ReadonlySet<StructureType> = new Set<StructureType>(['scenario', 'target']);

function itemsOf({ layout }: StructureInput, line: Labelled): Found[] {
  const { cue, label, value } = line;
  const { type } = cue;
  if (type === null || ELSEWHERE.has(type)) return [];
  const item = found(layout, type, line, `${type}.label`, {
    label: type === 'score' ? label : shorten(value),
    fields: fieldsOf(type, label, value),
  });
  if (type !== 'thesis' || !opensWithRating(value)) return [item];
  return [item, found(layout, 'stance', line, 'stance.label', { label: shorten(value) })];
}

function fieldsOf(type: StructureType, label: string, value: string): Record<string, string | null> {
  if (type === 'score') return scoreOf(label, value);
  if (type === 'indicator') return { state: 'awaiting' };
  return type === 'risk' || type === 'catalyst' ? { horizon: horizonIn(label) } : {};
}

/** `BUY (with conviction) — …`: a rating printed in capitals stands before the thesis. */
function opensWithRating(value: string): boolean {
  const rating = firstMatch(CUES.stanceStart, value)?.text ?? '';
  return rating.length >= 3 && rating === rating.toUpperCase();
}

const SCORE = /^[~≈]?\d+(?:\.\d+)?(?:\s?(?:\/|out of|of)\s?\d+)?|^[★☆⭐]+|^[A-F][+-]?(?=\s|$)|^[\p{L}-]+/u;

function scoreOf(label: string, value: string): Record<string, string | null> {
  const score = SCORE.exec(value)?.[0] ?? shorten(value, 40);
  const outOf = /\/\s?(\d+)\b/.exec(label)?.[1];
  const rest = value.slice(score.length).replace(/^[\s—–:;,.()-]+/, '');
  return {
    dimension: label.replace(/\s?\/\s?\d+.*$/, ''),
    value: outOf !== undefined && !score.includes('/') ? `${score}/${outOf}` : score,
    note: rest === '' ? null : shorten(rest),
  };
}

/** Items of a list about positions that say what to do. */
export function findPositions({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  return passages.flatMap(({ block, topic, detail, labels }) => {
    if (topic !== 'position' || !isItem(block) || detail || labels.length > 0) return [];
    const span = contentOf(layout, block);
    const quote = quoteOf(layout, span);
    const plain = plainWords(quote.slice(0, 160));
    const behind = plain.replace(/^[^:\uff1a]{2,30}[:\uff1a]\s*/u, '');
    if (!matches(CUES.actions, plain) && !matches(CUES.actions, behind)) return [];
    return [found(layout, 'stance', span, 'stance.list', { label: shorten(quote) })];
  });
}

/** Rows of tables that list events or rate what stands in them. */
export function findRows({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  return passages.flatMap(({ block, grid, role }) => {
    const table = block.table === null ? undefined : layout.tables[block.table];
    const row = table && rowOf(table, block);
    if (!grid || !row || role === 'references' || role === 'disclaimer') return [];
    const name = cellAt(row.cells, grid.name)?.text ?? null;
    const told = grid.told === null ? null : (cellAt(row.cells, grid.told)?.text ?? null);
    if (name === null || name === '') return [];
    if (grid.kind === 'event')
      return [found(layout, 'event', block, 'event.row', { label: name, fields: { date: told } })];
    if (grid.kind === 'stance')
      return [found(layout, 'stance', block, 'stance.row', { label: `${name}: ${told ?? ''}` })];
    if (grid.kind === 'driver') return [found(layout, 'driver', block, 'driver.row', { label: name })];
    if (grid.kind !== 'score' || told === null || told === '') return [];
    return [found(layout, 'score', block, 'score.row', { label: name, fields: { dimension: name, value: told } })];
  });
}
