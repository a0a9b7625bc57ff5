/** A table as a person reads it: what its columns and rows stand for, and what is said once for all of it. */
import { headKind } from '../../../document/tables/flat-table';
import type { Cell, Layout, Span, Table } from '../../../document/model';
import { isPeriodHead } from '../../../document/tables/period-head';
import { isValueCell } from '../../../document/tables/grid-cells';
import { roleOfHead } from '../../cell/column-words';
import { cleanText, isChangeHead, isKind, isStatisticHead, isSurpriseHead } from './cell-words';
import { isEnglish, isEuropean } from './number-habits';
import { areTickers, labelColumn, labelsOf } from './label-column';
import { findMetrics } from '../mentions/metric';
import { asksSurvey } from './survey';
import { tableScale } from './table-scale';
import { isUnitLine, strayUnits, unitColumn } from './unit-line';

export interface ColumnView {
  /** Heads over it from the top, as a person reads them. */
  readonly heads: readonly string[];
  /** The nearest of them that names no period; null where there is none. */
  readonly name: Cell | null;
  readonly isPeriod: boolean;
  readonly isChange: boolean;
  readonly isSurprise: boolean;
  readonly isPointing: boolean;
  /** Measured of the row, in a unit of its own. */
  readonly isStatistic: boolean;
}

export interface TableView {
  readonly table: Table;
  readonly columns: ReadonlyMap<number, ColumnView>;
  readonly corner: string;
  /** Which axis names the metrics: the rows of a statement, the columns of a table of peers, neither in a grid. */
  readonly metricsIn: 'rows' | 'columns' | 'neither';
  /** The columns are: periods stand beside the rows, and only a title says what is measured. */
  readonly columnsAreNames: boolean;
  /** The line that names what neither axis does. */
  readonly titled: Span | null;
  /** It says what a survey asked. */
  readonly isSurvey: boolean;
  /** Numbers with a decimal comma, as other cells of the table show. */
  readonly european: boolean;
  /** Numbers grouped by commas, whatever language the words are in. */
  readonly english: boolean;
  /** The rows are companies, segments or products. */
  readonly rowsAreNames: boolean;
  /** What the rows are parts of, where only a lead-in or some of the labels name it: revenue by region. */
  readonly partsOf: Span | null;
  /** Columns of a long table that hold each row's metric and its period. */
  readonly metricColumn: number | null;
  readonly periodColumn: number | null;
  /** A column of brackets with the unit of each row, `(Rm)`, `(百万円)`, under no head of its own. */
  readonly unitColumn: number | null;
  /** The rows are brokers, each with its target. */
  readonly ofBrokers: boolean;
  /** Lines that hold for the whole table, nearest first, and those that may say its units. */
  readonly lines: readonly string[];
  readonly unitLines: readonly string[];
  readonly printed: PrintedCurrency | null;
  /** Labels of several rows say which currency they are in. */
  readonly moneyIsLabelled: boolean;
}

const known = new WeakMap<Table, TableView>();

/** How a table is to be read; answers are kept by table. */
export function viewTable(layout: Layout, table: Table): TableView {
  const found = known.get(table);
  if (found) return found;
  const made = makeView(layout, table);
  known.set(table, made);
  return made;
}

function makeView(layout: Layout, table: Table): TableView {
  const { text } = layout;
  const columns = columnsOf(text, table);
  const labels = labelColumn(text, table);
  const corner = table.head.find(({ column }) => column === labels);
  const cornerText = corner ? cleanText(text, corner) : '';
  const valued = valueColumns(text, table);
  const lines = table.lines.map((line) => cleanText(text, line));
  const short = table.lines.filter((line) => line.end - line.start <= LONGEST_TITLE);
  const asked = short.find((line) => asksSurvey(cleanText(text, line)));
  const titled = short.find((line) => hasMetric(cleanText(text, line))) ?? asked;
  const found = axes(text, table, columns, valued, cornerText);
  const columnsAreNames =
    found.metricsIn === 'columns' &&
    !found.rowsAreNames &&
    titled !== undefined &&
    share(labelsOf(text, table), isPeriodHead) >= 0.5 &&
    !valued.some((column) => namesUnitOrMetric(text, columns.get(column)?.name ?? null));
  return {
    table,
    columns,
    corner: cornerText,
    ...found,
    columnsAreNames,
    ofBrokers: areBrokers(
      cornerText,
      labelsOf(text, table),
      [...columns.values()].flatMap(({ heads }) => heads),
    ),
    titled: titled ?? null,
    isSurvey: titled !== undefined && titled === asked,
    partsOf: partsOf(text, table, found, columnsAreNames),
    metricColumn: columnOfRole(columns, valued, 'metric'),
    periodColumn: columnOfRole(columns, [], 'period'),
    unitColumn: unitColumn(table, labels),
    european: isEuropean(table),
    english: isEnglish(table),
    lines,
    unitLines: [...cornersOf(table), ...strayUnits(table, valued), ...unitLinesOf(layout, table, columns)].map((line) =>
      cleanText(text, line),
    ),
    printed: printedCurrency(table),
    moneyIsLabelled: labelsOf(text, table).filter((label) => tableScale(label).currency !== null).length >= 2,
  };
}

/** `(in thousands)` above the first group of rows: corners of heads that do not stand nearest. */
const cornersOf = ({ heads }: Table): readonly Span[] =>
  heads.slice(0, -1).flatMap((row) => row.filter(({ column, text }) => column === 0 && /[$€£¥₹(（]|单位/u.test(text)));

/** A column beside the labels whose head says that it holds names of metrics, or periods. */
function columnOfRole(
  columns: ReadonlyMap<number, ColumnView>,
  valued: readonly number[],
  role: 'metric' | 'period',
): number | null {
  for (const [at, { name, heads }] of columns)
    if (at > 0 && name !== null && !valued.includes(at) && roleOfHead(heads.at(-1) ?? '') === role) return at;
  return null;
}

const LONGEST_LEAD = 320;
const LEAD =
  /\b(?:table|following|below)\b.{0,80}\b(?:sets? forth|shows?|presents?|summari[sz]es?|breaks? down)\b|\b(?:sets? forth|by (?:geographic )?(?:region|segment|geography|product|division|country|channel|end market))\b|下表|分(?:地区|业务|产品|行业|部门)/iu;

/** A metric of parts that the line above names, or that some of the rows add to their names; none where rows measure things. */
function partsOf(
  text: string,
  table: Table,
  { metricsIn, rowsAreNames }: Pick<TableView, 'metricsIn' | 'rowsAreNames'>,
  columnsAreNames: boolean,
): Span | null {
  if (metricsIn !== 'rows' || columnsAreNames) return null;
  const labels = table.rows.flatMap(({ cells: [label, ...rest] }) =>
    label !== undefined && label.column === 0 && rest.length > 0 ? [label] : [],
  );
  const metricsOf = (words: string) => findMetrics(words, 0, words.length).filter(({ weak }) => !weak);
  const said = labels.map((label) => metricsOf(cleanText(text, label).slice(0, LONGEST_TITLE)));
  const naming = said.filter((found) => found.length > 0).length;
  if (naming === 0) {
    const lead = table.lines.find(({ start, end }) => end - start <= LONGEST_LEAD && LEAD.test(text.slice(start, end)));
    const [first, other] = lead ? metricsOf(text.slice(lead.start, lead.end)) : [];
    const isOne = first?.metric.traits.has('segment') && (other === undefined || other.metric.id === first.metric.id);
    return lead && first && isOne ? { start: lead.start + first.start, end: lead.start + first.end } : null;
  }
  const ids = new Set(said.flat().map(({ metric }) => metric.id));
  const at = said.findIndex(([one]) => one?.metric.traits.has('segment'));
  const [mention] = said[at] ?? [];
  const label = labels[at];
  if (!rowsAreNames && !SEGMENTED.test(table.head[0]?.text ?? '')) return null;
  const [found] = label ? findMetrics(text, label.start, label.end).filter(({ weak }) => !weak) : [];
  return ids.size === 1 && mention && found ? { start: found.start, end: found.end } : null;
}

const SEGMENTED = /\b(?:segment|business|division|region|geography|product)s?\b|分部|板块|业务|產品|产品|地区/iu;
const LONGEST_TITLE = 160;
const saysScale = (words: string): boolean => tableScale(words).exponent > 0;

/** A table that says its scales itself takes none from the table before it; one that says none may have it from a line below. */
function unitLinesOf(layout: Layout, table: Table, columns: ReadonlyMap<number, ColumnView>): readonly Span[] {
  const { text } = layout;
  if (table.unitLines.some((line) => saysScale(cleanText(text, line)))) {
    if (table.unitLines === table.lines) return table.unitLines;
    const own = [...[...columns.values()].flatMap(({ heads }) => heads), ...labelsOf(text, table)];
    return own.some(saysScale) ? table.lines : table.unitLines;
  }
  const below = lineBelow(layout, table);
  return below === null ? table.unitLines : [...table.unitLines, below];
}

const MOST_BELOW = 60;

/** `*All amounts in millions*` closes a group of tables: it stands right below the last, and no other such line between. */
function lineBelow({ text, blocks, sections }: Layout, table: Table): Span | null {
  const last = table.rows.at(-1)?.block ?? -1;
  const level = sections[table.section]?.level ?? 0;
  for (let at = last + 1; at <= last + MOST_BELOW; at += 1) {
    const block = blocks[at];
    if (!block) return null;
    // The heading of the table's own group may end, not that of the groups around it.
    if (block.kind === 'heading' && (sections[block.section]?.level ?? 0) < level - 1) return null;
    if (block.table !== null) continue;
    const line = text.slice(block.contentStart, Math.min(block.end, block.contentStart + LONGEST_TITLE));
    if (!isUnitLine(line)) continue;
    const above = blocks[at - 1]?.table ?? null;
    return above !== null && (blocks[at + 1]?.table ?? null) === null && saysScale(line)
      ? { start: block.contentStart, end: block.end }
      : null;
  }
  return null;
}

function columnsOf(text: string, table: Table): Map<number, ColumnView> {
  const columns = new Map<number, ColumnView>();
  for (const { column } of table.head) {
    const cells = table.heads.flatMap((row) => row.filter((cell) => cell.column === column));
    const distinct = cells.filter((cell, at) => cells.findIndex(({ start }) => start === cell.start) === at);
    const heads = distinct.map((cell) => cleanText(text, cell));
    const name = distinct.findLast((cell) => !isPartOfPeriod(cleanText(text, cell))) ?? null;
    const named = name === null ? '' : cleanText(text, name);
    columns.set(column, {
      heads,
      name,
      isPeriod: heads.some(isPeriodHead),
      isChange: heads.some(isChangeHead),
      isSurprise: heads.some(isSurpriseHead),
      isPointing: isKind('pointing', named) || /^附[注註][一二三四五六七八九十]{0,2}$/u.test(named),
      isStatistic: isStatisticHead(named),
    });
  }
  return columns;
}

/** A period, or the day that a narrow column has cut off it: `30,` below `September`. */
const isPartOfPeriod = (words: string): boolean => isPeriodHead(words) || /^(?:\d{1,2},|to [1-3]?\d)$/.test(words);

function valueColumns(text: string, table: Table): readonly number[] {
  const counts = new Map<number, number>();
  const labels = labelColumn(text, table);
  for (const row of table.rows)
    for (const cell of row.cells)
      if (cell.column > labels && (isValueCell(text, cell) || /\d/.test(cell.text.slice(0, 24))))
        counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => a - b);
}

const hasMetric = (words: string): boolean =>
  findMetrics(words, 0, Math.min(words.length, 160)).some(({ weak }) => !weak);
const share = (words: readonly string[], test: (one: string) => boolean): number =>
  words.length === 0 ? 0 : words.filter(test).length / words.length;

const areBrokers = (corner: string, labels: readonly string[], names: readonly string[]): boolean =>
  isKind('brokers', corner) || (share(labels, isBroker) >= 0.5 && names.some(isTargetHead));

function axes(
  text: string,
  table: Table,
  columns: ReadonlyMap<number, ColumnView>,
  valued: readonly number[],
  corner: string,
): Pick<TableView, 'metricsIn' | 'rowsAreNames'> {
  const heads = valued.flatMap((column) => columns.get(column) ?? []);
  const names = heads.flatMap(({ name, isChange }) => (name && !isChange ? [cleanText(text, name)] : []));
  const labels = labelsOf(text, table);
  const periods = heads.filter(
    ({ isPeriod, isChange, isSurprise, name }) =>
      isPeriod || isChange || isSurprise || (name !== null && isPartOfYear(cleanText(text, name))),
  ).length;
  const isBrokers = areBrokers(corner, labels, names);
  const role = isBrokers ? null : roleOfHead(corner);
  const inLabels = share(labels, hasMetric);
  const inHeads = share(names, (name) => hasMetric(name) || (!shareUnit(names) && isUnitHead(name)));
  const rowsAreNames =
    role === 'entity' ||
    (inLabels === 0 && areTickers(labels)) ||
    (inLabels === 0 && /\b(?:segment|company|region|geography|division|product)s?\b/i.test(corner));
  if (heads.length > 0 && names.length > 0 && names.every((name) => isNumberHead(name)))
    return { metricsIn: 'neither', rowsAreNames: false };
  if (labels.filter(isBalance).length >= 2 && heads.length >= FEWEST_OF_EQUITY)
    return { metricsIn: 'rows', rowsAreNames: false };
  if (heads.length > 0 && periods * 2 >= heads.length) {
    // `Profit after tax (₹ crore)` in the corner is the metric of every row: the rows say whose.
    const ofCorner = hasMetric(corner) && inLabels < 0.2;
    return { metricsIn: 'rows', rowsAreNames: (rowsAreNames && inLabels < 0.5) || ofCorner };
  }
  if (labels.length > 0 && share(labels, isPeriodHead) >= 0.5) return { metricsIn: 'columns', rowsAreNames: false };
  // The target is of the subject, whichever broker published it.
  if (isBrokers && inLabels < 0.3 && names.length > 0) return { metricsIn: 'columns', rowsAreNames: false };
  const levels = names.length === 1 && names.every((name) => isKind('levels', name));
  if (levels && share(labels, (label) => LEVEL_ROW.test(label)) >= 0.5)
    return { metricsIn: 'rows', rowsAreNames: false };
  if (role === 'metric' || names.every((name) => isPlainHead(name))) return { metricsIn: 'rows', rowsAreNames: false };
  if (rowsAreNames || isKind('names', corner))
    return { metricsIn: inHeads > 0 || inLabels < 0.3 ? 'columns' : 'rows', rowsAreNames };
  return { metricsIn: inHeads > inLabels ? 'columns' : 'rows', rowsAreNames: false };
}

/** `Amortised cost 2025 €000`: a part of the row's amount in a year. */
const isPartOfYear = (name: string): boolean => /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(name) && !hasMetric(name);

/** A statement of changes: what there was on a day (`At 1 January`), what changed, and what there was then. */
const isBalance = (label: string): boolean =>
  /^(?:(?:opening|closing|beginning|ending) )?balances?\b|^(?:opening|closing) (?:net )?(?:book|carrying)\b|^(?:as )?(?:at|of) (?:.*\d{4}$|\d{1,2} \p{L}{3,9}$|\p{L}{3,9} \d{1,2}$|(?:the )?(?:beginning|start|end) of\b)/iu.test(
    label,
  );
const FEWEST_OF_EQUITY = 3;

/** `Support 1`, `Stop loss`: what the level is, whatever the head over it says of prices. */
const LEVEL_ROW =
  /\b(?:support|resistance|stop(?:[- ]loss)?|take profit|entry|pivot|breakout|invalidation|target)\b|支撑|支撐|压力|壓力|阻力|止损|止損|止盈|建仓|加仓|减仓|突破|颈线/iu;

/** `Northern Securities`, `Lowe Equity Research`: by its last words, a broker that publishes targets. */
const BROKER =
  /\b(?:bank|securities|capital(?: markets)?|research|markets|partners|equities|brokers|advisors|investments?|asset management|& (?:co\.?|sons))$|(?:证券|證券|研究所|投行)$/iu;
const isBroker = (label: string): boolean => BROKER.test(label);
const isTargetHead = (name: string): boolean => /\b(?:target|pt|tp|price objective)\b|目标价|目標價/iu.test(name);

/** `Value`, `Amount`, `Actual`, `Consensus`: heads of values that name no metric. */
const isPlainHead = (name: string): boolean =>
  roleOfHead(name) === 'value' ||
  (headKind(name) !== null && !hasMetric(name)) ||
  isChangeHead(name) ||
  isSurpriseHead(name);

const namesUnitOrMetric = (text: string, name: Cell | null): boolean => {
  const words = name === null ? '' : cleanText(text, name);
  return words === '' || hasMetric(words) || isUnitHead(words) || isStatisticHead(words);
};

const isUnitHead = (name: string): boolean => {
  const { exponent, currency, unit } = tableScale(name);
  return (exponent > 0 || currency !== null || unit !== null) && /\p{L}{3}/u.test(name);
};

/** `Land $'000 | Plant $'000 | Total $'000`: one unit under every head is the table's, and says nothing of a measure. */
function shareUnit(names: readonly string[]): boolean {
  const units = new Set(names.map((name) => `${tableScale(name).exponent} ${tableScale(name).currency ?? ''}`));
  return names.length >= FEWEST_OF_EQUITY && units.size === 1;
}

/** `7.5%`, `WACC 7.0%`: the axis of a grid. */
const isNumberHead = (name: string): boolean =>
  /^(?:\p{L}[\p{L} ]{0,20}\s)?[+\-−±]?[$€£¥]?(?!0{3}$)\d[\d.,]*\s?(?:%|x|bps?)?$/u.test(name);

/** The one currency that cells of a table print, and where they do. */
export interface PrintedCurrency {
  readonly code: string;
  /** Columns whose first value prints it: those below it are of the same money, as accountants write. */
  readonly led: ReadonlySet<number>;
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

function printedCurrency(table: Table): PrintedCurrency | null {
  const found = new Set<string>();
  const rows = new Set<number>();
  const columns = new Set<number>();
  const led = new Set<number>();
  const seen = new Set<number>();
  for (const [at, row] of table.rows.slice(0, 400).entries())
    for (const cell of row.cells) {
      if (cell.column === 0 || cell.text.length > 40) continue;
      const { currency } = tableScale(cell.text);
      if (currency !== null && !seen.has(cell.column)) led.add(cell.column);
      if (/\d|[-–—]/u.test(cell.text)) seen.add(cell.column);
      if (currency === null) continue;
      found.add(currency);
      rows.add(at);
      columns.add(cell.column);
      if (found.size > 1) return null;
    }
  const [code] = found;
  return code === undefined ? null : { code, led, rows, columns };
}

/** Prices, values and amounts print their sign in the first row only. */
const PRICED = /\b(?:price|value|amount|cost)\b/i;
const GROUPED = /\d[,.]\d{3}(?!\d)/;
const cellOf = ({ rows }: Table, row: number, column: number): string =>
  rows[row]?.cells.find((cell) => cell.column === column)?.text ?? '';

/**
 * Statements print the sign of their money only in some rows: it is that of the rows between. In other tables a bare
 * number has it from its own row or column only, whichever names what is measured: an index level beside prices has none.
 */
export function inheritedCurrency(view: TableView, row: number, column: number): string | null {
  const { printed, columns, metricsIn, corner, unitLines } = view;
  if (printed === null) return null;
  // `(In millions)`: whatever is no count or rate is of that money.
  if (metricsIn === 'rows' && [corner, ...unitLines].some(saysScale)) return printed.code;
  const periods = [...columns.values()].filter(({ isPeriod }) => isPeriod).length;
  if (periods * 2 >= columns.size - 1 && periods > 0) return printed.code;
  const isLed =
    printed.led.has(column) &&
    ((GROUPED.test(cellOf(view.table, row, column)) && printed.led.size > 1) ||
      PRICED.test(columns.get(column)?.heads.join(' ') ?? ''));
  const isInherited = metricsIn === 'columns' ? printed.columns.has(column) : printed.rows.has(row) || isLed;
  return isInherited ? printed.code : null;
}
