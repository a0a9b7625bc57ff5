/** A figure made of selected words: what the grammar reads in them to start with, and the edit that the draft asks for. Pure. */
import type { FigureEdit, FigureRecord } from '../../../../contract/records';
import { bestScale, formatValue } from '../../../../core/figure/quantity/typed/format';
import { readQuantities } from '../../../../core/figure/quantity/quantity';
import type { FigureField } from '../../../../core/figure/fields';

/** Fields that are asked for in words; what is left empty is not set. */
const IN_WORDS = ['currency', 'metric', 'entity', 'period'] as const satisfies readonly FigureField[];
type InWords = Readonly<Record<(typeof IN_WORDS)[number], string>>;

export type Draft = Pick<FigureRecord, 'value' | 'scale' | 'unit' | 'provenance'> & InWords;

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
  const set: FigureEdit = { value: value.trim(), scale, unit, provenance };
  for (const field of IN_WORDS) {
    const words = draft[field].trim();
    if (words !== '') set[field] = words;
  }
  return set;
}
