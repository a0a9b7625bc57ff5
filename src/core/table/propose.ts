/**
 * Proposes what the columns of a sheet mean: which hold values, and where metric, entity, period and the rest of each
 * value are said: in a column beside it or in its head. A proposal only: every part of it can be corrected.
 */
import { findMetrics } from '../figure/placing/mentions/metric';
import { wholeMetric } from '../figure/placing/mentions/metric-name';
import { assertionOf, isBasis, provenanceOf, roleOfHead } from '../figure/cell/column-words';
import { dayOrderOf, plainDay } from './day-order';
import { findHead, type Head, headTexts, type Look, lookOf } from './head';
import {
  type ColumnMapping,
  type KeyField,
  NO_ATTRIBUTES,
  type FigureAttributes,
  type Sheet,
  type TableMapping,
} from './model';
import { besides, partsBelow, rowsOutside, withinColumns } from './parts';
import { cellText, type Locale, type Role } from '../figure/cell/cell';
import { localeVote } from '../figure/cell/numeral';
import { findPeriod, isPartOfYear, meaningOf, readPeriod } from '../figure/cell/period-cell';
import { NO_UNIT, readHeadLabel, readLabel, scaleOf, unitOfCaption, type UnitAttributes, unitOfWords } from './units';
import { readValueCell } from '../figure/cell/value-cell';
import { dollarOf, ownDollar } from './workbook-money';

export interface ProposalHints {
  /** Names the source. */
  readonly title: string;
  /** Between the fields of a text: a semicolon goes with decimal commas. */
  readonly delimiter: string | null;
  /** What a bare `$` is (ISO 4217, null for the American), where the workbook around the sheet was asked already. */
  readonly dollar?: string | null | undefined;
}

/** Rows that are looked at to tell what a column holds. */
const SAMPLE = 400;

interface Column {
  readonly index: number;
  readonly heads: readonly string[];
  readonly head: string;
  readonly texts: readonly string[];
  readonly filled: number;
  readonly looks: Readonly<Record<Look, number>>;
}

/** The sheet that most likely holds the table: the first visible one with numbers, else the first. */
export function proposeSheet(sheets: readonly Sheet[]): number {
  const numbers = sheets.map(({ rows }) =>
    rows.slice(0, 200).reduce((sum, { cells }) => sum + cells.filter((cell) => lookOf(cell) === 'number').length, 0),
  );
  const found = sheets.findIndex(({ hidden }, index) => !hidden && (numbers[index] ?? 0) > 0);
  return found === -1
    ? Math.max(
        0,
        numbers.findIndex((count) => count > 0),
      )
    : found;
}

/** The width of the sheet: the most cells that any row has. */
export const columnCount = ({ rows }: Sheet): number =>
  rows.reduce((most, { cells }) => (cells.length > most ? cells.length : most), 0);

/** `head` where the person says which rows it is. */
export function proposeMapping(
  sheets: readonly Sheet[],
  sheetIndex: number,
  hints: ProposalHints,
  head?: Head,
): TableMapping {
  const whole = sheets[sheetIndex];
  if (whole === undefined) throw new RangeError(`There is no sheet ${sheetIndex}.`);
  const at = head ?? findHead(whole);
  // A table that begins further down says nothing of the columns of the first.
  const sheet = firstTable(whole, at);
  const columns = describe(sheet, at, columnCount(whole));
  const dollar = hints.dollar === undefined ? dollarOf(sheets) : hints.dollar;
  const roles = assignRoles(columns);
  const says = columns.map((column) =>
    roles[column.index] === 'value' ? attributesOf(column, roles, dollar) : NO_ATTRIBUTES,
  );
  const mapped = columns.map(
    (column): ColumnMapping => ({
      role: roles[column.index] ?? 'ignore',
      says: says[column.index] ?? NO_ATTRIBUTES,
    }),
  );
  const periods = [...says.map(({ period }) => period), ...columns.flatMap((column) => periodsIn(column, roles))];
  return {
    sheet: sheetIndex,
    head: at,
    columns: mapped,
    locale: proposeLocale(columns, roles, hints),
    dates: meaningOf(periods.filter((one) => one !== null)),
    defaults: proposeDefaults(sheet, at, columns, roles, dollar),
    source: hints.title,
    key: proposeKey(mapped),
    doubtful: 'keep',
    dollar,
  };
}

/** The rows of the first table, without those of others below it and beside it. */
function firstTable(sheet: Sheet, head: Head): Sheet {
  const first = head.row + head.rows;
  const parts = partsBelow(sheet, first);
  const rows =
    parts.length === 0 ? sheet.rows : [...sheet.rows.slice(0, first), ...rowsOutside(sheet.rows, first, parts)];
  const [own, other] = besides(rows.slice(head.row), head.rows);
  return { ...sheet, rows: own === undefined || other === undefined ? rows : withinColumns(rows, own) };
}

function describe(sheet: Sheet, head: Head, count: number): readonly Column[] {
  const shown = headTexts(sheet, head, count);
  const { order } = dayOrderOf(shown.flat());
  const heads = shown.map((texts) => texts.map((text) => plainDay(text, order)));
  const body = sampleOf(sheet, head.row + head.rows);
  return heads.map((texts, index) => {
    const looks: Record<Look, number> = { empty: 0, number: 0, year: 0, period: 0, text: 0 };
    const written = body.map((row) => row.cells[index]);
    const days = dayOrderOf(written.map(cellText)).order;
    const cells = written.map((cell) => (typeof cell === 'string' ? plainDay(cell, days) : cell));
    for (const cell of cells) looks[lookOf(cell)] += 1;
    const filled = cells.length - looks.empty;
    return { index, heads: texts, head: texts.join(' '), texts: cells.map(cellText), filled, looks };
  });
}

/** The first rows and some from further down, evenly. */
function sampleOf({ rows }: Sheet, from: number): Sheet['rows'] {
  const body = rows.length - from;
  if (body <= SAMPLE) return rows.slice(from);
  const step = body / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, n) => rows[from + Math.floor(n < SAMPLE / 2 ? n : n * step)]).filter(
    (row) => row !== undefined,
  );
}

const share = (column: Column, ...looks: readonly Look[]): number =>
  column.filled === 0 ? 0 : looks.reduce((sum, one) => sum + column.looks[one], 0) / column.filled;

const isNumeric = (column: Column): boolean => column.looks.number > 0 && share(column, 'number', 'year') >= 0.5;
/** Quarters without their year, which stands in a column of its own. */
const isPartial = (column: Column): boolean =>
  column.filled > 0 && column.texts.filter((text) => text.trim() !== '').every(isPartOfYear);
const isPeriodic = (column: Column): boolean => share(column, 'period', 'year') >= 0.8;

function assignRoles(columns: readonly Column[]): readonly Role[] {
  const roles: (Role | null)[] = columns.map((column) => firstRole(column));
  const others = columns.filter((one) => roles[one.index] === null && isNumeric(one) && !saysAnything(one.head));
  // Beside one column of values another number is a rank or an id; several are values too.
  const hasValue = roles.includes('value') && others.length < 2;
  for (const column of columns) {
    if (roles[column.index] !== null) continue;
    if (isPeriodic(column) && findPeriod(column.head) === null && !roles.includes('period'))
      roles[column.index] = 'period';
    else if (isNumeric(column) || (findPeriod(column.head) !== null && column.looks.text === 0)) {
      roles[column.index] = hasValue && !saysAnything(column.head) ? 'ignore' : 'value';
    }
  }
  assignTexts(columns, roles);
  return roles.map((role) => role ?? 'ignore');
}

const saysAnything = (head: string): boolean =>
  findPeriod(head) !== null ||
  provenanceOf(head) !== null ||
  assertionOf(head) !== null ||
  isBasis(head) ||
  roleOfHead(head) === 'value';

const LEAST_MEASURES = 0.3;

const isScale = ({ texts }: Column): boolean => {
  const words = texts.filter((text) => text.trim() !== '');
  return words.filter((text) => scaleOf(text) !== null).length * 2 >= words.length;
};

/** By its head, as long as what stands in the column agrees. */
function firstRole(column: Column): Role | null {
  if (column.filled === 0) return column.head === '' || findPeriod(column.head) === null ? 'ignore' : null;
  const role = roleOfHead(column.head) ?? roleOfHead(column.heads.at(-1) ?? '');
  if (role === null) return null;
  if (role === 'value') return column.looks.number + column.looks.year > 0 ? role : null;
  if (role === 'period') return isPeriodic(column) || isPartial(column) ? role : null;
  if (role === 'scale') return column.looks.text === 0 || isScale(column) ? role : null;
  // "Metric" over years is the corner of a table that names its metrics in the heads.
  if ((role === 'metric' || role === 'entity') && isPeriodic(column)) return null;
  // `Company name` above lines of a statement: the name stands beside it, and the lines are measures.
  if (role === 'entity' && column.index === 0 && metricShare(column) >= LEAST_MEASURES) return null;
  return isNumeric(column) && role !== 'ignore' ? null : role;
}

/** Columns of words: units, currencies and classes by their cells, then metric and entity by what is still missing. */
function assignTexts(columns: readonly Column[], roles: (Role | null)[]): void {
  const isFree = (role: Role): boolean => !roles.includes(role);
  for (const column of columns) {
    if (roles[column.index] !== null) continue;
    const told = bySample(column);
    if (told !== null && isFree(told)) roles[column.index] = told;
  }
  const values = columns.filter((column) => roles[column.index] === 'value');
  const namesMetrics = values.some(({ head }) => metricOfHead(head) !== null) && isFree('metric');
  const lastValue = values.at(-1)?.index ?? -1;
  const free = columns.filter((column) => roles[column.index] === null && column.filled > 0);
  const isBefore = (column: Column): boolean => column.index < lastValue && isNaming(column);
  if (isFree('metric') && !(namesMetrics && !hasMetricWords(free))) {
    // A remark in a few rows names no row.
    const words = ({ looks }: Column): number => looks.text;
    const most = Math.max(0, ...free.map(words));
    const named = free
      .filter((column) => words(column) * 2 >= most)
      .toSorted((a, b) => metricShare(b) - metricShare(a) || a.index - b.index);
    // Behind the values stand reasons and remarks.
    const isReason = (named[0]?.index ?? 0) > lastValue;
    const best = isReason && !roles.includes('period') ? (named.find(isBefore) ?? named[0]) : named[0];
    if (best !== undefined && isNaming(best) && !(isReason && roles.includes('period'))) roles[best.index] = 'metric';
  }
  for (const column of free) {
    if (roles[column.index] !== null) continue;
    if (isFree('entity') && column.index < lastValue && !isPeriodic(column)) roles[column.index] = 'entity';
    else if (isFree('note') && column.index > lastValue) roles[column.index] = 'note';
  }
}

/** Words, not numbers of accounts. */
const isNaming = (column: Column): boolean =>
  column.texts.filter((text) => /\p{L}{2}/u.test(text)).length * 2 > column.filled && !isProse(column);

const LONGEST_NAME = 60;

/** Sentences that explain a row name nothing. */
function isProse({ texts }: Column): boolean {
  const lengths = texts.flatMap((text) => (text.trim() === '' ? [] : [text.length])).sort((a, b) => a - b);
  const sentences = texts.filter((text) => /[.!?;](?:\s|$)/u.test(text.trim())).length;
  return (lengths[lengths.length >> 1] ?? 0) > LONGEST_NAME && sentences * 2 >= lengths.length;
}

function bySample(column: Column): Role | null {
  const texts = column.texts.filter((text) => text.trim() !== '').slice(0, 60);
  const all = (test: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter(test).length >= texts.length * 0.8;
  if (all((text) => /^[A-Z]{3}$/.test(text.trim()) && unitOfWords(text).currency !== null)) return 'currency';
  if (all(isUnitWord)) return 'unit';
  if (all((text) => provenanceOf(text) !== null)) return 'provenance';
  return all(isBasis) ? 'basis' : null;
}

/** A unit and nothing else: neither a label with a unit behind it nor a metric. */
function isUnitWord(text: string): boolean {
  if (readLabel(text).text !== text.trim() || findMetrics(text, 0, text.length).length > 0) return false;
  const { unit, scale, currency } = unitOfWords(text);
  return unit !== null || scale !== null || currency !== null;
}

const hasMetricWords = (columns: readonly Column[]): boolean => columns.some((column) => metricShare(column) >= 0.3);

function metricShare(column: Column): number {
  const texts = [...new Set(column.texts)].filter((text) => text.trim() !== '').slice(0, 60);
  if (texts.length === 0) return 0;
  return texts.filter((text) => findMetrics(text, 0, Math.min(text.length, 120)).length > 0).length / texts.length;
}

/** The metric that a head names once period, unit and words of class are taken off it. */
function metricOfHead(head: string): string | null {
  const period = findPeriod(head);
  const { text } = period === null ? readLabel(head) : readHeadLabel(period.rest);
  if (text === '' || provenanceOf(text) !== null || assertionOf(text) !== null || isBasis(text)) return null;
  return roleOfHead(text) === 'value' ? null : text;
}

/** What the head of a column of values says of each of them. */
function attributesOf(column: Column, roles: readonly Role[], dollar: string | null): FigureAttributes {
  const period = findPeriod(column.head) ?? periodOfParts(column.heads);
  const label = period === null ? readLabel(column.head) : readHeadLabel(period.rest);
  const words = classWords(label.text);
  const rest = words.rest;
  const hasMetric = roles.includes('metric');
  const isOther = rest !== '' && roleOfHead(rest) !== 'value';
  const isEntity = isOther && hasMetric && period !== null && !roles.includes('entity');
  return {
    ...NO_ATTRIBUTES,
    period: period?.period ?? null,
    // `Growth` alone names what is measured where nothing else does.
    metric: hasMetric ? null : isOther ? rest : ALONE.test(label.text) ? label.text : words.basis,
    entity: isEntity ? rest : null,
    basis: words.basis ?? (isOther && hasMetric && !isEntity ? rest : null),
    unit: label.unit,
    scale: label.scale,
    currency: ownDollar(label.currency, column.head, dollar),
    provenance: words.provenance,
    assertion: words.assertion ?? (period?.suffix === 'E' ? 'forecast' : period?.suffix === 'A' ? 'reported' : null),
  };
}

const ALONE = /^(?:growth|change|yoy|y\/y|qoq|q\/q)(?: %)?$/iu;

/** `FY2025` above `Q1`: two rows that name a period only together. */
function periodOfParts(heads: readonly string[]): ReturnType<typeof findPeriod> {
  if (heads.length < 2) return null;
  const [a = '', b = ''] = heads.slice(-2);
  return readPeriod(`${b} ${a}`) ?? readPeriod(`${a} ${b}`);
}

interface ClassWords extends Pick<FigureAttributes, 'provenance' | 'assertion' | 'basis'> {
  readonly rest: string;
}

function classWords(text: string): ClassWords {
  const provenance = provenanceOf(text);
  const assertion = assertionOf(text);
  const basis = isBasis(text) && provenance === null ? text : null;
  const isAll = provenance !== null || assertion !== null || basis !== null;
  return isAll ? { provenance, assertion, basis, rest: '' } : besideMetric(text);
}

/** `EPS estimate`, `Consensus revenue`: a word of class beside a metric. */
function besideMetric(text: string): ClassWords {
  const none = { provenance: null, assertion: null, basis: null, rest: text };
  const words = text.split(' ');
  if (words.length < 2 || wholeMetric(text) !== null) return none;
  const splits = [
    [words.slice(0, -1).join(' '), words.at(-1) ?? ''],
    [words.slice(1).join(' '), words[0] ?? ''],
  ] as const;
  for (const [rest, word] of splits) {
    const provenance = provenanceOf(word);
    if (provenance === null || word.length < 3 || findMetrics(rest, 0, rest.length).length === 0) continue;
    return { provenance, assertion: assertionOf(word), basis: null, rest };
  }
  return none;
}

function periodsIn(column: Column, roles: readonly Role[]): readonly string[] {
  if (roles[column.index] !== 'period') return [];
  return column.texts.flatMap((text) => readPeriod(text)?.period ?? []);
}

function proposeLocale(columns: readonly Column[], roles: readonly Role[], hints: ProposalHints): Locale {
  const votes = { point: 0, comma: 0 };
  for (const column of columns) {
    if (roles[column.index] !== 'value') continue;
    for (const text of column.texts) {
      const vote = localeVote(text);
      if (vote !== null) votes[vote] += 1;
    }
  }
  if (votes.point !== votes.comma) return votes.comma > votes.point ? 'comma' : 'point';
  return hints.delimiter === ';' ? 'comma' : 'point';
}

/** What captions above the head, and the head of the labels itself, say of all numbers. */
function proposeDefaults(
  sheet: Sheet,
  head: Head,
  columns: readonly Column[],
  roles: readonly Role[],
  dollar: string | null,
): FigureAttributes {
  const captions = sheet.rows.slice(Math.max(0, head.row - 12), head.row).flatMap(({ cells }) => cells.map(cellText));
  const corner = columns.filter((column) => roles[column.index] === 'metric').map((column) => column.head);
  let said: UnitAttributes = NO_UNIT;
  for (const text of [...captions, ...corner, sheet.name]) {
    if (text.length > 300) continue;
    const found = unitOfCaption(text);
    said = { unit: null, scale: said.scale ?? found.scale, currency: said.currency ?? found.currency };
  }
  return {
    ...NO_ATTRIBUTES,
    scale: said.scale,
    currency: ownDollar(said.currency ?? currencyOfCells(columns, roles), captions.join(' '), dollar),
  };
}

/** Statements print the sign of their money only in the first row and the last: it is that of the rows between. */
function currencyOfCells(columns: readonly Column[], roles: readonly Role[]): string | null {
  if (!roles.includes('metric') || roles.includes('period')) return null;
  const signed = columns
    .filter((column) => roles[column.index] === 'value')
    .flatMap((column) => column.texts.filter((text) => /[$€£¥₹]/u.test(text)))
    .flatMap((text) => {
      const read = readValueCell(text, 'point');
      return read.kind === 'value' && read.currency !== null ? [read.currency] : [];
    });
  const [currency = null, other] = new Set(signed);
  return other === undefined ? currency : null;
}

function proposeKey(columns: readonly ColumnMapping[]): readonly KeyField[] {
  const isClassed = columns.some(({ role, says }) => role === 'provenance' || says.provenance !== null);
  return ['metric', 'entity', 'period', 'basis', ...(isClassed ? (['provenance'] as const) : [])];
}
