/** What the head of a column of values says of each of them: period, metric, unit, class. */
import { findMetrics } from '../figure/placing/mentions/metric';
import { wholeMetric } from '../figure/placing/mentions/metric-name';
import { assertionOf, isBasis, provenanceOf, roleOfHead } from '../figure/cell/column-words';
import type { Column } from './columns';
import { type FigureAttributes, NO_ATTRIBUTES } from './model';
import type { Role } from '../figure/cell/cell';
import { findPeriod, readPeriod } from '../figure/cell/period-cell';
import { readHeadLabel, readLabel } from './units';
import { ownDollar } from './workbook-money';

/** What the head of a column of values says of each of them. */
export function attributesOf(column: Column, roles: readonly Role[], dollar: string | null): FigureAttributes {
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
