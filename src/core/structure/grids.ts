/** What a table lists, from the words of its heads and the shape of its cells: risks, catalysts, watch items, scores … */
import type { Cell, Table } from '../document/model';
import { CUES, type Cues, HEADS, matches } from './cues';
import { plainWords } from './words';
import { MONTH_OPENING } from '../base/months';

export type GridKind = 'risk' | 'event' | 'indicator' | 'stance' | 'driver' | 'scenario' | 'score' | 'plain';

export interface Grid {
  readonly kind: GridKind;
  /** The column that names each row: the first that is no number of its own. */
  readonly name: number;
  /** The column that the kind was told by: the date, the score, the rating. */
  readonly told: number | null;
}

const COUNTER = /^(?:#|no\.?|nr\.?|rank|序号|编号)?$/i;
const SCORE_CELL = /^[^\p{L}\p{N}]{0,4}(?:\d{1,3}(?:\.\d+)?\s?\/\s?(?:5|10|100)(?!\d)|[★☆⭐]{2,})/u;
const PLAIN_NUMBER = /^\W{0,4}\d{1,3}(?:\.\d+)?\W{0,4}$/;
const OUT_OF = /\/\s?(?:5|10|100)\b/;
const DATED = new RegExp(String.raw`\b(?:20\d\d|Q[1-4]|H[12]|${MONTH_OPENING})\w*\b|\d{1,2}:\d{2}|\d\s?[月日季]`, 'i');
/** Rows read to judge a table's shape; the first ones tell. */
const SAMPLE = 40;

/**
 * What a table lists, the column that names its items and the one that tells them (null where none does). The name
 * column is the first that is no counter.
 */
export function gridOf(table: Table): Grid {
  const heads = table.head.map((cell) => ({ column: cell.column, text: plainWords(cell.text) }));
  const name = heads.find(({ text }) => !COUNTER.test(text))?.column ?? 0;
  const column = (cues: Cues, first = 0): number | null =>
    heads.find((head) => head.column >= first && matches(cues, head.text))?.column ?? null;
  const nameIs = (cues: Cues) => heads.some((head) => head.column === name && matches(cues, head.text));
  const kind = (told: number | null, as: GridKind): Grid => ({ kind: as, name, told });

  if (nameIs(HEADS.risk)) return kind(null, 'risk');
  const event = column(HEADS.event);
  const date = heads.find((head) => head.column !== event && matches(HEADS.date, head.text))?.column ?? null;
  if (event !== null && date !== null && share(table, date, DATED) >= 0.4)
    return { kind: 'event', name: event, told: date };
  if (nameIs(HEADS.scenario) || casesIn(table, name) >= 2) return kind(null, 'scenario');
  return stanceGrid(table, heads, name) ?? scoreGrid(table, heads, name) ?? listGrid(heads, name, column, nameIs);
}

interface HeadText {
  readonly column: number;
  readonly text: string;
}

/** A rating for each price or name: the author's, so not where brokers stand in the rows. */
function stanceGrid(table: Table, heads: readonly HeadText[], name: number): Grid | null {
  if (heads.some(({ text }) => matches(HEADS.broker, text))) return null;
  const rated = heads.find(({ column, text }) => column > name && matches(HEADS.stance, text));
  if (rated && shareOf(table, rated.column, (text) => matches(CUES.stanceStart, text)) >= 0.6)
    return { kind: 'stance', name, told: rated.column };
  const ticker = heads.find(({ text }) => matches(HEADS.ticker, text));
  const tier = heads.find(({ text }) => matches(HEADS.tier, text));
  return ticker && tier ? { kind: 'stance', name: ticker.column, told: tier.column } : null;
}

function scoreGrid(table: Table, heads: readonly HeadText[], name: number): Grid | null {
  const scored = heads.find(
    ({ column, text }) =>
      column !== name &&
      (share(table, column, SCORE_CELL) >= 0.6 ||
        ((OUT_OF.test(text) || matches(HEADS.score, text)) && share(table, column, PLAIN_NUMBER) >= 0.6)),
  );
  return scored ? { kind: 'score', name, told: scored.column } : null;
}

function listGrid(
  heads: readonly HeadText[],
  name: number,
  column: (cues: Cues, first?: number) => number | null,
  nameIs: (cues: Cues) => boolean,
): Grid {
  if (nameIs(HEADS.driver)) return { kind: 'driver', name, told: null };
  const watched = nameIs(HEADS.indicator) ? column(HEADS.threshold, name + 1) : null;
  if (watched !== null && heads.length >= 3) return { kind: 'indicator', name, told: watched };
  return { kind: 'plain', name, told: null };
}

function casesIn(table: Table, name: number): number {
  return table.rows.slice(0, SAMPLE).filter((row) => {
    const cell = cellAt(row.cells, name);
    return cell !== null && matches(CUES.cases, plainWords(cell.text));
  }).length;
}

/** The cell of a row in a column; null where the row has none there. */
export function cellAt(cells: readonly Cell[], column: number): Cell | null {
  return cells.find((cell) => cell.column === column) ?? null;
}

function share(table: Table, column: number, pattern: RegExp): number {
  return shareOf(table, column, (text) => pattern.test(text));
}

function shareOf(table: Table, column: number, fits: (text: string) => boolean): number {
  const rows = table.rows.slice(0, SAMPLE);
  return rows.filter((row) => fits(cellAt(row.cells, column)?.text ?? '')).length / Math.max(1, rows.length);
}
