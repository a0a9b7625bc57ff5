/** Changes to a table's mapping as the plan's controls make them, and the words for its parts. Pure. */
import type { TablePlan } from '../../../../../contract/records';
import { KEY_FIELDS, type KeyField } from '../../../../../core/table/model';
import type { DateMeaning, Locale, Role } from '../../../../../core/figure/cell/cell';
import { SCALE_NAME } from '../../../../../core/figure/labels';

export type Mapping = TablePlan['mapping'];
export type ValueDefaults = Mapping['defaults'];

export const ROLE_LABEL: Readonly<Record<Role, string>> = {
  metric: 'Metric',
  entity: 'Entity',
  period: 'Period',
  value: 'Values',
  unit: 'Unit',
  scale: 'Scale',
  currency: 'Currency',
  basis: 'Basis',
  provenance: 'Class',
  assertion: 'Statement',
  source: 'Source',
  note: 'Note',
  ignore: 'Leave out',
};

export const KEY_LABEL: Readonly<Record<KeyField, string>> = {
  metric: 'Metric',
  entity: 'Entity',
  period: 'Period',
  basis: 'Basis',
  unit: 'Unit',
  currency: 'Currency',
  provenance: 'Class',
};

export const LOCALE_LABEL: Readonly<Record<Locale, string>> = { point: '1,234.5', comma: '1.234,5' };

export const DATES_LABEL: Readonly<Record<DateMeaning, string>> = {
  day: 'the day itself',
  month: 'its month',
  quarter: 'the quarter it ends',
  year: 'the year it ends',
};

export const SCALE_LABEL: Readonly<Record<number, string>> = {
  0: 'units',
  ...SCALE_NAME,
  3: `${SCALE_NAME[3]}s`,
  6: `${SCALE_NAME[6]}s`,
  9: `${SCALE_NAME[9]}s`,
  12: `${SCALE_NAME[12]}s`,
};

export function withRole(mapping: Mapping, column: number, role: Role): Mapping {
  const old = mapping.columns[column];
  if (old === undefined) return mapping;
  // One column says each thing; values may stand in any number, and a year and its quarter in two.
  const single = role !== 'value' && role !== 'ignore' && role !== 'period';
  const columns = mapping.columns.map((one, index) => {
    if (index === column) return { ...one, role };
    return single && one.role === role ? { ...one, role: 'ignore' as const } : one;
  });
  return { ...mapping, columns };
}

export function withColumnDefaults(mapping: Mapping, column: number, says: Partial<ValueDefaults>): Mapping {
  const old = mapping.columns[column];
  if (old === undefined) return mapping;
  return { ...mapping, columns: mapping.columns.with(column, { ...old, says: { ...old.says, ...says } }) };
}

export const withDefault = (mapping: Mapping, says: Partial<ValueDefaults>): Mapping => ({
  ...mapping,
  defaults: { ...mapping.defaults, ...says },
});

/** In the usual order; one field is always left. */
export function withKey(mapping: Mapping, field: KeyField, on: boolean): Mapping {
  const key = KEY_FIELDS.filter((one) => (one === field ? on : mapping.key.includes(one)));
  return key.length === 0 ? mapping : { ...mapping, key };
}

/** What a column of values says, in a word or two for its head. */
export function valueDefaultsText(says: ValueDefaults): string {
  const { period, metric, entity, basis, unit, scale, currency, provenance } = says;
  const money = [currency, scale === null ? null : SCALE_LABEL[scale]].filter(
    (one) => one !== null && one !== undefined,
  );
  const words = [period, metric, entity, basis, provenance, money.length > 0 ? money.join(' ') : unit];
  return words.filter((one) => one !== null && one !== undefined && one !== '').join(' · ');
}

/** Rows that may be the head: `head` as rows `from` to `to`, both indices of the sheet's rows. */
export const headFrom = (row: number, last: number): Mapping['head'] => ({
  row,
  rows: Math.max(0, Math.min(10, last - row + 1)),
});
