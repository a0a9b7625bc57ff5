/** What each column of a table holds: values, or what is said of them; by its head, and by what stands in it. */
import { findMetrics } from '../figure/placing/mentions/metric';
import { assertionOf, isBasis, provenanceOf, roleOfHead } from '../figure/cell/column-words';
import { type Column, isNumeric, isPartial, isPeriodic, share } from './columns';
import type { Role } from '../figure/cell/cell';
import { findPeriod } from '../figure/cell/period-cell';
import { readHeadLabel, readLabel, scaleOf, unitOfWords } from './units';

/** What each column holds. */
export function assignRoles(columns: readonly Column[]): readonly Role[] {
  const roles: (Role | null)[] = columns.map((column) => firstRole(column));
  freeNames(columns, roles);
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

/** `Source | Amount`: the first column of words names the rows where no other one does, whatever its head. */
function freeNames(columns: readonly Column[], roles: (Role | null)[]): void {
  if (roles.includes('metric') || roles.includes('entity')) return;
  const first = columns.find(({ filled }) => filled > 0);
  const role = first === undefined ? null : roles[first.index];
  if (first !== undefined && (role === 'source' || role === 'note') && isNaming(first)) roles[first.index] = null;
}

const saysAnything = (head: string): boolean =>
  findPeriod(head) !== null ||
  provenanceOf(head) !== null ||
  assertionOf(head) !== null ||
  isBasis(head) ||
  roleOfHead(head) === 'value';

const LEAST_MEASURES = 0.3;
const MOSTLY = 0.5;

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
  // Totals and averages stand below the years that a head announces.
  if (role === 'period') return share(column, 'period', 'year') >= MOSTLY || isPartial(column) ? role : null;
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
  const free = columns.filter((column) => roles[column.index] === null && column.filled > 0);
  if (isFree('metric') && !(namesMetrics && !hasMetricWords(free))) {
    // A remark in a few rows names no row.
    const most = Math.max(0, ...free.map(({ looks }) => looks.text));
    const words = free
      .filter(({ looks }) => looks.text * 2 >= most)
      .toSorted((a, b) => metricShare(b) - metricShare(a) || a.index - b.index);
    const best = words[0] !== undefined && isNaming(words[0]) ? labelBefore(words, values, roles) : words[0];
    const lastValue = values.at(-1)?.index ?? -1;
    // Behind periods and values stand reasons.
    const isReason = (words[0]?.index ?? 0) > lastValue && roles.includes('period');
    if (best !== undefined && isNaming(best) && !isReason) roles[best.index] = 'metric';
  }
  const lastValue = values.at(-1)?.index ?? -1;
  for (const column of free) {
    if (roles[column.index] !== null) continue;
    if (isFree('entity') && column.index < lastValue && !isPeriodic(column)) roles[column.index] = 'entity';
    else if (isFree('note') && column.index > lastValue) roles[column.index] = 'note';
  }
}

/** What explains a value stands behind it, and its label, or the case that it is of, before it. */
function labelBefore(
  words: readonly Column[],
  values: readonly Column[],
  roles: readonly (Role | null)[],
): Column | undefined {
  const first = values[0]?.index ?? -1;
  const isBefore = ({ index }: Column): boolean => index < first;
  if (words[0] === undefined || isBefore(words[0])) return words[0];
  const named = roles.slice(0, first).some((role) => role === 'basis' || role === 'entity');
  return words.find((one) => isBefore(one) && isNaming(one)) ?? (named ? undefined : words[0]);
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
