/** What the head of a column of values says of each of them: period, metric, unit, class. */
import { findMetrics } from '../figure/placing/mentions/metric';
import { wholeMetric } from '../figure/placing/mentions/metric-name';
import { assertionOf, isBasis, provenanceOf, roleOfHead, spaced } from '../figure/cell/column-words';
import type { Column } from './columns';
import { type ColumnMapping, type FigureAttributes, FRACTION, NO_ATTRIBUTES } from './model';
import type { Role } from '../figure/cell/cell';
import { findPeriod, readPeriod } from '../figure/cell/period-cell';
import { readValueCell } from '../figure/cell/value-cell';
import { relativePeriod } from './relative-heads';
import { readHeadLabel, readLabel } from './units';
import { ownDollar } from './workbook-money';

/** What the sheet and the workbook say of all columns. */
export interface Told {
  /** ISO 4217: what a bare `$` is; null where it is the American one. */
  readonly dollar: string | null;
  /** The period that a caption states, for heads such as `期末数`. */
  readonly stated: string | null;
}

/** What the head of a column of values says of each of them. */
export function attributesOf(column: Column, roles: readonly Role[], told: Told): FigureAttributes {
  const relative = relativePeriod(column.heads.at(-1) ?? '', told.stated);
  const period =
    relative === null
      ? (besideDay(column.heads) ?? findPeriod(column.head) ?? periodOfParts(column.heads))
      : { period: relative, suffix: null, rest: '' };
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
    scale: label.unit === 'percent' && areFractions(column) ? FRACTION : label.scale,
    currency: ownDollar(label.currency, column.head, told.dollar),
    provenance: words.provenance,
    assertion: words.assertion ?? (period?.suffix === 'E' ? 'forecast' : period?.suffix === 'A' ? 'reported' : null),
  };
}

const ALONE = /^(?:growth|change|yoy|y\/y|qoq|q\/q)(?: %)?$/iu;

/** `FY2025` above `Q1`: two rows that name a period only together. */
function periodOfParts(heads: readonly string[]): ReturnType<typeof findPeriod> {
  if (heads.length < 2) return null;
  const [a = '', b = ''] = heads.slice(-2);
  return readPeriod(`${b} ${a}`) ?? readPeriod(`${a} ${b}`) ?? periodOfOne(heads);
}

/** A period with a name says more than the day it ends on, which stands above or below it. */
const besideDay = (heads: readonly string[]): ReturnType<typeof findPeriod> =>
  heads.length > 1 && heads.some((head) => /^\d{4}-\d{2}-\d{2}$/.test(readPeriod(head)?.period ?? ''))
    ? namedOf(heads)
    : null;

const namedOf = (heads: readonly string[]): ReturnType<typeof findPeriod> => {
  const read = heads.map(readPeriod).find((one) => one !== null && !/^\d{4}-/.test(one.period)) ?? null;
  return read === null ? null : { ...read, rest: '' };
};

/** `Historical` above a month: the part that alone is a period. */
function periodOfOne(heads: readonly string[]): ReturnType<typeof findPeriod> {
  const at = heads.findLastIndex((head) => readPeriod(head) !== null);
  const read = readPeriod(heads[at] ?? '');
  return read === null ? null : { ...read, rest: heads.filter((_, other) => other !== at).join(' ') };
}

const CHANGE_WORD = /^(?:growth|yoy|y\/y|qoq|q\/q|variance|change|同比|环比)$/i;

const FRACTIONAL = /\b(?:margin|growth|yoy|y\/y|cagr|tax rate|retention)\b/i;
const LARGEST_FRACTION = 3;
const COMPUTED = /\.\d{4,}/;

/** Rates that a program or a formula gives as parts of one: `0.5730` under `Gross margin`, and no sign that says percent. */
function areFractions({ head, cells }: Column): boolean {
  if (/[%％]|\b(?:pct|percent)\b/i.test(spaced(head)) || !FRACTIONAL.test(spaced(head))) return false;
  const numbers = cells.flatMap((cell) => {
    const read = readValueCell(cell ?? '', 'point');
    return read.kind === 'value' && read.low !== null ? [read] : [];
  });
  return (
    numbers.length > 0 &&
    numbers.every(({ unit, low }) => unit === null && Math.abs(Number(low)) <= LARGEST_FRACTION) &&
    numbers.some(({ low }) => COMPUTED.test(low ?? ''))
  );
}

interface ClassWords extends Pick<FigureAttributes, 'provenance' | 'assertion' | 'basis'> {
  readonly rest: string;
}

function classWords(text: string): ClassWords {
  const provenance = provenanceOf(text);
  const assertion = assertionOf(text);
  const basis = isBasis(text) && (provenance === null || CHANGE_WORD.test(text)) ? text : null;
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
    // `Opex YoY` is no opex.
    const named = CHANGE_WORD.test(word) ? text : rest;
    return { provenance, assertion: assertionOf(word), basis: null, rest: named };
  }
  return none;
}

/** A change beside the periods that it compares is one of the newest of them, or of the one that its head names: `YoY 25`, `YoY Q1`. */
export function withChanges(mapped: readonly ColumnMapping[], columns: readonly Column[]): readonly ColumnMapping[] {
  const seen: string[] = [];
  return mapped.map((one, index) => {
    const { role, says } = one;
    if (role !== 'value') return one;
    if (says.period !== null) {
      seen.push(says.period);
      return one;
    }
    const [, rest] = CHANGE_HEAD.exec(columns[index]?.head ?? '') ?? [];
    return rest === undefined ? one : { role, says: { ...says, period: periodOfChange(rest.trim(), seen) } };
  });
}

const CHANGE_HEAD = /^(?:(?:%|pct)\s?)?(?:yoy|y\/y|y-o-y|qoq|q\/q|q-o-q|change|growth|chg|同比|环比|变动)(.*)$/i;

/** `rest` is what the head says besides the change; null where it names none of the periods before it. */
function periodOfChange(rest: string, seen: readonly string[]): string | null {
  const last = seen.at(-1);
  if (last === undefined) return null;
  const year = /^(?:FY|20)?(\d{2})$/i.exec(rest)?.[1];
  const quarter = /Q([1-4])$/i.exec(rest)?.[1];
  const isMeant = (period: string): boolean =>
    year === undefined
      ? quarter === undefined
        ? formOf(period) === formOf(last)
        : period.endsWith(`Q${quarter}`)
      : period === `FY20${year}`;
  return seen.filter(isMeant).toSorted().at(-1) ?? null;
}

/** `2026Q1` → `0Q0`: years and quarters stand side by side, each with its own change. */
const formOf = (period: string): string => period.replaceAll(/\d+/g, '0');
