/**
 * A grid of two assumptions, "WACC against terminal growth", and a value that is said elsewhere for two of its
 * assumptions: "Base: $451 (WACC 8.75%, terminal growth 2.5%)". The grid gives the value for both of them together.
 */
import type { Table } from '../../../document/model';
import type { DocumentIndex } from '../../model/document-index';
import type { Fact, FactIndex } from '../../facts/fact-index';
import type { AuditFigure } from '../../model/model';
import { compareEnds, type Ends, endsOf, exact, isRange } from '../../arithmetic/ends';
import { MONEY } from '../../arithmetic/one-kind';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';

const AXIS =
  /^(?:\p{L}[\p{L} ./]{0,24}\s)?[~≈+*_\s]*(\d{1,2}(?:\.\d{1,3})?)\s?(%|x|×)?[*_\s]*(?:\(.{0,20}\))?[*_\s]*$/u;
const FEWEST = 3;
const MOST = 15;

interface Grid {
  readonly table: Table;
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  /** By the two assumptions, the row's first. */
  readonly values: ReadonlyMap<string, AuditFigure>;
  readonly units: ReadonlySet<AuditFigure['unit']>;
}

const axisValue = (text: string): number | null => {
  const match = AXIS.exec(text);
  return match ? Number(match[1]) : null;
};

/** Steps of one sign: years are none, and rates of no order are a table of something else. */
const isAxis = (values: readonly number[]): boolean =>
  values.length >= FEWEST &&
  values.length <= MOST &&
  (values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0)) ||
    values.every((value, i) => i === 0 || value < (values[i - 1] ?? 0)));

function gridOf(index: DocumentIndex, table: Table): Grid | null {
  const columns = new Map(
    table.head.flatMap(({ column, text }): [number, number][] => {
      const value = column > 0 ? axisValue(text) : null;
      return value === null ? [] : [[column, value]];
    }),
  );
  const rows = new Map(
    table.rows.flatMap(({ cells }, row): [number, number][] => {
      const value = axisValue(cells[0]?.column === 0 ? (cells[0]?.text ?? '') : '');
      return value === null ? [] : [[row, value]];
    }),
  );
  if (!isAxis([...columns.values()]) || !isAxis([...rows.values()]) || rows.size < table.rows.length) return null;
  const shared = [...columns.values()].some((value) => [...rows.values()].includes(value));
  const values = new Map<string, AuditFigure>();
  for (const figure of index.inTable(table.index)) {
    const [row, column] = [rows.get(figure.cell?.row ?? -1), columns.get(figure.cell?.column ?? -1)];
    const key = `${row}|${column}`;
    if (row !== undefined && column !== undefined && !values.has(key)) values.set(key, figure);
  }
  const units = new Set([...values.values()].map(({ unit }) => unit));
  // Assumptions that fit either side give no place.
  return shared || values.size < rows.size * columns.size ? null : { table, rows, columns, values, units };
}

/** The assumptions that stand with a value: in its own line of the text, or in the cells of its row. */
function besideOf(index: DocumentIndex, figure: AuditFigure): readonly AuditFigure[] {
  const { cell } = figure;
  const near = cell
    ? index.inTable(cell.table).filter((one) => one.cell?.row === cell.row)
    : index
        .inSentence(figure.sentence)
        .filter((one) => one.cell === null && !index.document.layout.text.slice(figure.end, one.start).includes('\n'));
  return near.filter(
    ({ id, unit, low, high }) => id !== figure.id && unit === 'percent' && low !== null && low === high,
  );
}

const isValue = ({ units }: Grid, figure: AuditFigure): boolean =>
  MONEY.has(figure.unit) && [...units].some((unit) => MONEY.has(unit));

/** Values of one size: what is far from all of the grid is of another quantity. */
function isWithin({ values }: Grid, { low }: Ends): boolean {
  const all = [...values.values()].flatMap((figure) => endsOf(figure)?.low.point ?? []);
  return low.point >= Math.min(...all) && low.point <= Math.max(...all);
}

function heldAgainst(index: DocumentIndex, grid: Grid, claim: AuditFigure): Relation | null {
  const ends = endsOf(claim);
  if (!ends || isRange(ends) || claim.cell?.table === grid.table.index || !isValue(grid, claim)) return null;
  const beside = besideOf(index, claim);
  const at = (axis: ReadonlyMap<number, number>): AuditFigure[] =>
    beside.filter(({ low }) => [...axis.values()].includes(Number(low)));
  const [rows, columns] = [at(grid.rows), at(grid.columns)];
  const [row, column] = [rows[0], columns[0]];
  if (!row || !column || rows.length + columns.length !== 2 || beside.length !== 2) return null;
  const cell = grid.values.get(`${Number(row.low)}|${Number(column.low)}`);
  const value = cell && endsOf(cell);
  if (!cell || !value || !isWithin(grid, ends)) return null;
  const verdict = compareEnds(value, ends);
  const words = `the grid at ${digits(row)} and ${digits(column)}`;
  const relation = relateEnds(
    'identity',
    claim,
    [cell, row, column],
    verdict === 'conflict' ? exact(value.low.point) : value,
    words,
  );
  return relation;
}

const DCF = /\bdcf\b|discounted cash flow|现金流折现/;

const BASE = /\bbase(?:[- ]case)?\b|基准|基準/;
/** Of the document's own case: under a label of its own, or where the base case is said. */
const isOfBase = ({ scope, part, labels: { lead, head, title } }: Fact): boolean =>
  part.by !== 'tail' &&
  ((scope === 'subject' && /[:：]$/.test(lead)) ||
    (scope.startsWith('other:') && BASE.test(head)) ||
    (scope.startsWith('scenario') && BASE.test(title.split(' / ')[0] ?? '')));

/** The one value that the document's own case has of an assumption. */
function sole(factIndex: FactIndex, role: string): Fact | null {
  const all = factIndex.facts(role).filter((fact) => isOfBase(fact) && !isRange(fact.ends));
  return new Set(all.map(({ figure }) => figure.low)).size === 1 ? (all[0] ?? null) : null;
}

/** The value of the document's own case, where its assumptions are steps of the grid. */
function ofBase(factIndex: FactIndex, grids: readonly Grid[], said: readonly Relation[]): readonly Relation[] {
  const [wacc, growth] = [sole(factIndex, 'wacc'), sole(factIndex, 'terminal_growth')];
  if (!wacc || !growth || grids.length !== 1) return [];
  return grids.flatMap((grid) => {
    const [w, g] = [Number(wacc.figure.low), Number(growth.figure.low)];
    const cell = grid.values.get(`${w}|${g}`) ?? grid.values.get(`${g}|${w}`);
    const value = cell && endsOf(cell);
    if (!cell || !value) return [];
    const claims = ['value_per_share', 'implied_price'].flatMap((role) =>
      factIndex
        .in(role, 'subject')
        .filter(
          ({ figure, labels: { lead, row } }) => figure.cell?.table !== grid.table.index && DCF.test(`${lead} ${row}`),
        ),
    );
    // A line that says the grid's value again shows that it is meant.
    const again = said.filter(({ operands }) => operands[0] === cell).map(({ claim }) => claim);
    const operands = [cell, ...again, wacc.figure, growth.figure];
    const words = `the grid at ${digits(wacc.figure)} and ${digits(growth.figure)}`;
    return claims.flatMap(({ figure, ends }) =>
      isValue(grid, figure) && isWithin(grid, ends) && !isRange(ends)
        ? (relateEnds('identity', figure, operands, value, words) ?? [])
        : [],
    );
  });
}

/**
 * Values said elsewhere with two assumptions of a grid first, then the base case's value against the cell of the base
 * assumptions.
 */
export function gridValues(index: DocumentIndex, factIndex: FactIndex): readonly Relation[] {
  const grids = index.document.layout.tables.flatMap((table) => gridOf(index, table) ?? []);
  if (grids.length === 0) return [];
  const said = saidFor(index, grids);
  const known = new Set(said.map(({ claim }) => claim.id));
  return [...said, ...ofBase(factIndex, grids, said).filter(({ claim }) => !known.has(claim.id))];
}

function saidFor(index: DocumentIndex, grids: readonly Grid[]): readonly Relation[] {
  return index.document.figures.flatMap((claim) => {
    const found = grids.flatMap((grid) => heldAgainst(index, grid, claim) ?? []);
    const tied = found.find(({ verdict }) => verdict !== 'conflict');
    return tied ?? (found.length === 1 ? (found[0] ?? []) : []);
  });
}
