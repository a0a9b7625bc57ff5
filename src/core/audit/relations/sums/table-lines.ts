/**
 * What the rows and columns of a table are made of, found from the table itself: a column that is the product,
 * quotient, difference or growth of two others in most of its rows is so by intent. Where such a rule holds in three
 * places and breaks in one, that one is wrong; no other conflict is reported here.
 */
import type { Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { combine, compareEnds, type Ends, mapEnds, miss, type Cell, signedEnds } from '../../arithmetic/ends';
import { digits, holds, type Relation, relateEnds } from '../../arithmetic/relation';
import { ADDABLE, FAR_MARGIN, FEWEST, type Line, nested } from './subtotals';

type Operation = 'sum' | 'difference' | 'product' | 'quotient' | 'growth';

const OPERATIONS: readonly Operation[] = ['difference', 'sum', 'quotient', 'growth', 'product'];
const NEAR = 14;
const MOST_LINES = 90;
/** Tied by chance where a value has few digits: what is computed must be this sharp. */
const SHARP = 0.06;
/** So many rows that hold leave two that do not as slips. */
const MANY = 7;
const MOST_ODD = 2;
const FARTHEST = 0.5;

const AMOUNT = new Set([
  'money',
  'count',
  'per_share',
  'energy',
  'mass',
  'power_gw',
  'volume',
  'other',
  'multiple',
  'score',
]);

const isSigned = (operation: Operation): boolean => operation === 'sum' || operation === 'difference';

/** Whether a claim of this unit may come out of these operands. */
function mayBe(operation: Operation, claim: AuditFigure, a: AuditFigure, b: AuditFigure): boolean {
  const [c, x, y] = [claim.unit, a.unit, b.unit];
  switch (operation) {
    case 'sum':
    case 'difference':
      if (x === 'percent' && y === 'percent' && (c === 'bps' || c === 'percentage_points'))
        return operation === 'difference';
      return c === x && x === y && ADDABLE.has(c) && claim.kind !== 'growth';
    case 'product':
      return c === x
        ? y === 'percent' || y === 'count' || y === 'other' || y === 'multiple'
        : c === 'money' && x === 'count' && (y === 'per_share' || y === 'money');
    case 'quotient':
      return (
        (c === 'percent' && x === y && AMOUNT.has(x)) ||
        (c === 'multiple' && AMOUNT.has(x) && AMOUNT.has(y)) ||
        (c === 'per_share' && x === 'money' && y === 'count')
      );
    case 'growth':
      return c === 'percent' && x === y && AMOUNT.has(x);
  }
}

const asFraction = (figure: AuditFigure, ends: Ends): Ends =>
  figure.unit === 'percent' ? mapEnds(ends, (value) => value / 100) : ends;

function computed(operation: Operation, claim: AuditFigure, a: Cell, b: Cell): Ends | null {
  switch (operation) {
    case 'sum':
      return combine(a.ends, b.ends, (x, y) => x + y);
    case 'difference': {
      const points = combine(a.ends, b.ends, (x, y) => x - y);
      return points && claim.unit === 'bps' ? mapEnds(points, (value) => value * 100) : points;
    }
    case 'product':
      return combine(a.ends, asFraction(b.figure, b.ends), (x, y) => x * y);
    case 'quotient': {
      const quotient = b.ends.low.low > 0 ? combine(a.ends, b.ends, (x, y) => x / y) : null;
      return quotient && claim.unit === 'percent' ? mapEnds(quotient, (value) => value * 100) : quotient;
    }
    case 'growth':
      return b.ends.low.low > 0 ? combine(a.ends, b.ends, (x, y) => (x / y - 1) * 100) : null;
  }
}

const SIGN: Readonly<Record<Operation, string>> = {
  sum: '+',
  difference: '−',
  product: '×',
  quotient: '÷',
  growth: '÷',
};
const expressionOf = (operation: Operation, a: AuditFigure, b: AuditFigure): string =>
  `${digits(a)} ${SIGN[operation]} ${digits(b)}${operation === 'growth' ? ' − 1' : ''}`;

const width = ({ low, high }: Ends): number =>
  Math.max(low.high - low.low, high.high - high.low) / Math.max(Math.abs(low.point), Math.abs(high.point), 1e-12);

interface Place {
  readonly relation: () => Relation | null;
  readonly ties: boolean;
  readonly isSharp: boolean;
  /** Rates added to rates tie by chance and break by rounding. */
  readonly isConclusive: boolean;
  readonly miss: number;
}

function placeOf(operation: Operation, claim: Cell, a: Cell, b: Cell): Place | null {
  if (!mayBe(operation, claim.figure, a.figure, b.figure)) return null;
  const value = computed(operation, claim.figure, a, b);
  if (!value) return null;
  const claimed = claim.ends;
  const ties = compareEnds(value, claimed) !== 'conflict';
  const relation = () =>
    relateEnds('column', claim.figure, [a.figure, b.figure], value, expressionOf(operation, a.figure, b.figure));
  const scale = operation === 'growth' ? Math.min(width(a.ends), width(b.ends)) : width(value);
  // Rates of a few percent printed to the percent tie with too much.
  const isSharp =
    scale <= SHARP &&
    (isSigned(operation) || width(claimed) <= 0.2) &&
    claimed.low.point !== 0 &&
    value.low.point !== 0;
  const isConclusive = !isSigned(operation) || claim.figure.unit !== 'percent';
  return { relation, ties, isSharp, isConclusive, miss: miss(value, claimed) };
}

/** The least and the greatest of what an operation gives with the ends of both; null where it gives nothing. */
function reach(
  operation: Operation,
  claim: AuditFigure,
  a: Cell,
  b: Cell,
): readonly [low: number, high: number] | null {
  const [p, q] = [a.ends.low.low, a.ends.high.high];
  const [r, s] = [b.ends.low.low, b.ends.high.high];
  switch (operation) {
    case 'sum':
      return [p + r, q + s];
    case 'difference':
      return claim.unit === 'bps' ? [(p - s) * 100, (q - r) * 100] : [p - s, q - r];
    case 'product': {
      const by = b.figure.unit === 'percent' ? 100 : 1;
      return [Math.min(p * r, p * s, q * r, q * s) / by, Math.max(p * r, p * s, q * r, q * s) / by];
    }
    case 'quotient':
    case 'growth': {
      if (!(r > 0)) return null;
      const [low, high] = [Math.min(p / r, p / s), Math.max(q / r, q / s)];
      if (operation === 'growth') return [(low - 1) * 100, (high - 1) * 100];
      return claim.unit === 'percent' ? [low * 100, high * 100] : [low, high];
    }
  }
}

/** True where no rounding can make the result the claim: cheaper than the comparison, which decides all else. */
function isFarOff(operation: Operation, claim: Cell, a: Cell, b: Cell): boolean {
  const span = reach(operation, claim.figure, a, b);
  if (span === null || !Number.isFinite(span[0] + span[1])) return false;
  const { low, high } = claim.ends;
  const margin = FAR_MARGIN * Math.max(Math.abs(low.low), Math.abs(high.high), Math.abs(span[0]), Math.abs(span[1]));
  return span[1] < low.low - margin || span[0] > high.high + margin;
}

/** How many places may break a rule in a line of so many cells. */
const mostOdd = (size: number): number => (size >= MANY + MOST_ODD ? MOST_ODD : size > FEWEST ? 1 : 0);

/** How many places break the rule; one more than may where it is none. Most lines have nothing to do with each other, so nothing is made here. */
function missesIn(operation: Operation, claim: Line, a: Line, b: Line): number {
  const most = mostOdd(Math.min(claim.size, a.size, b.size));
  let misses = 0;
  for (const [at, cell] of claim) {
    const x = a.get(at);
    const y = x && b.get(at);
    if (!x || !y || !mayBe(operation, cell.figure, x.figure, y.figure)) continue;
    if (!isFarOff(operation, cell, x, y)) {
      const value = computed(operation, cell.figure, x, y);
      if (!value || compareEnds(value, cell.ends) !== 'conflict') continue;
    }
    misses += 1;
    if (misses > most) break;
  }
  return misses;
}

function rule(operation: Operation, claim: Line, a: Line, b: Line): readonly Place[] | null {
  const misses = missesIn(operation, claim, a, b);
  if (misses > mostOdd(Math.min(claim.size, a.size, b.size))) return null;
  const places = [...claim].flatMap(([at, cell]) => {
    const [x, y] = [a.get(at), b.get(at)];
    return (x && y && placeOf(operation, cell, x, y)) ?? [];
  });
  const sharp = places.filter(({ ties, isSharp }) => ties && isSharp).length;
  const ties = places.filter((place) => place.ties).length;
  if (misses === 0) return sharp >= 2 ? places : null;
  if (misses === 1) return sharp >= FEWEST && ties >= FEWEST ? places : null;
  return sharp >= MANY ? places : null;
}

/** A figure that stands for its line where all of it are of one kind: what may come out of what is asked of it once. */
function standFor(line: Line): AuditFigure | null {
  const [first] = line.values();
  if (!first) return null;
  for (const { figure } of line.values())
    if (figure.unit !== first.figure.unit || (figure.kind === 'growth') !== (first.figure.kind === 'growth'))
      return null;
  return first.figure;
}

function rulesOf(lines: readonly Line[]): readonly Relation[] {
  const found: Relation[] = [];
  const kinds = lines.map(standFor);
  lines.forEach((claim, c) => {
    if (claim.size < 2) return;
    let best: readonly Place[] | null = null;
    for (
      let i = Math.max(0, c - NEAR);
      i < Math.min(lines.length, c + NEAR) && !best?.every(({ ties }) => ties);
      i += 1
    ) {
      const a = lines[i];
      if (!a || i === c || a.size < 2) continue;
      for (let j = Math.max(0, c - NEAR); j < Math.min(lines.length, c + NEAR); j += 1) {
        const b = lines[j];
        if (!b || j === c || j === i || b.size < 2) continue;
        for (const operation of OPERATIONS) {
          if (operation === 'sum' && j < i) continue;
          const [of, x, y] = [kinds[c], kinds[i], kinds[j]];
          if (of && x && y && !mayBe(operation, of, x, y)) continue;
          const places = rule(operation, claim, a, b);
          if (places && (!best || isBetter(places, best))) best = places;
        }
      }
    }
    for (const place of best ?? []) {
      if (!place.ties && (place.miss > FARTHEST || !place.isConclusive)) continue;
      found.push(...[place.relation() ?? []].flat());
    }
  });
  return found;
}

const ties = (places: readonly Place[]): number => places.filter((place) => place.ties).length;
const misses = (places: readonly Place[]): number => places.length - ties(places);
const isBetter = (a: readonly Place[], b: readonly Place[]): boolean =>
  misses(a) === misses(b) ? ties(a) > ties(b) : misses(a) < misses(b);

/** The n-th figure of a cell stands for it only where it is alone there or leads it. */
function cellsOf(index: DocumentIndex, table: Table): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const figure of index.inTable(table.index)) {
    const key = `${figure.cell?.row}/${figure.cell?.column}`;
    const ends = cells.has(key) ? null : signedEnds(figure);
    if (ends) cells.set(key, { figure, ends });
  }
  return cells;
}

interface Grid {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

function gridOf(index: DocumentIndex, table: Table): Grid {
  const cells = cellsOf(index, table);
  const columns = new Map<number, Map<number, Cell>>();
  const rows = table.rows.map((row, r) => {
    const line = new Map<number, Cell>();
    for (const { column } of row.cells) {
      const cell = cells.get(`${r}/${column}`);
      if (!cell) continue;
      line.set(column, cell);
      const down = columns.get(column) ?? new Map<number, Cell>();
      columns.set(column, down.set(r, cell));
    }
    return line;
  });
  return { rows, columns: [...columns].toSorted(([a], [b]) => a - b).map(([, line]) => line) };
}

/** Of the ways to say one relation (a + b = c, c − b = a) the one whose claim stands last, as results do. */
function once(relations: readonly Relation[]): readonly Relation[] {
  const kept = new Map<string, Relation>();
  for (const relation of relations) {
    const all = [relation.claim, ...relation.operands];
    const key = all
      .map(({ id }) => id)
      .toSorted()
      .join(' ');
    const before = kept.get(key);
    if (!before || relation.claim.start > before.claim.start) kept.set(key, relation);
  }
  const tied = new Set([...kept.values()].flatMap((one) => (holds(one) ? [one.claim.id] : [])));
  return [...kept.values()].filter((one) => holds(one) || !tied.has(one.claim.id));
}

/**
 * Ties and conflicts of the rules that a table's own numbers show, each relation once; tables with very many rows are
 * left out.
 */
export function tableLines(index: DocumentIndex): readonly Relation[] {
  return index.document.layout.tables.flatMap((table) => {
    if (table.rows.length > MOST_LINES) return [];
    const { rows, columns } = gridOf(index, table);
    return once([...nested(rows), ...nested(columns), ...rulesOf(rows), ...rulesOf(columns)]);
  });
}
