/** A figure made of selected words: what the grammar reads in them to start with, and the edit that the draft asks for. Pure. */
import type { FigureEdit, FigureRecord } from '../../../../contract/records';
import { bestScale, formatValue } from '../../../../core/figure/quantity/typed/format';
import { readQuantities } from '../../../../core/figure/quantity/quantity';

export interface Draft extends Pick<FigureRecord, 'value' | 'scale' | 'unit' | 'provenance'> {
  readonly currency: string;
  readonly metric: string;
  readonly entity: string;
  readonly period: string;
}

/** What the quantity grammar reads in the words; an empty value where it reads nothing, for the analyst to type. */
export function draftOf(quote: string, entity: string | null): Draft {
  const blank: Draft = {
    value: '',
    scale: 0,
    unit: 'count',
    currency: '',
    metric: '',
    entity: entity ?? '',
    period: '',
    provenance: 'unclassified',
  };
  const [quantity] = readQuantities(quote);
  if (!quantity) return blank;
  const scale = bestScale(quantity);
  return {
    ...blank,
    value: formatValue(quantity, scale),
    scale,
    unit: quantity.unit,
    currency: quantity.currency ?? '',
  };
}

/** The edit that the draft asks for; what was left empty is not set. */
export function editOf(draft: Draft): FigureEdit {
  const { value, scale, unit, provenance } = draft;
  const words = (field: 'currency' | 'metric' | 'entity' | 'period') => draft[field].trim();
  const set: Partial<Record<'currency' | 'metric' | 'entity' | 'period', FigureRecord['metric']>> = {};
  for (const field of ['currency', 'metric', 'entity', 'period'] as const) {
    if (words(field) !== '') set[field] = words(field);
  }
  return { value: value.trim(), scale, unit, provenance, ...set };
}
