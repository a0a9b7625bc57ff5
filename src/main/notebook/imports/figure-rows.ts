/** A figure as the extraction read it, as the columns of its record. */
import type { Figure } from '../../../core/figure/model';
import type { FigureRow } from '../../storage/rows';
import type { FigureReading } from '../json';
import { showReading } from '../values';

/** Room for the offsets of one document in the notebook-wide order. */
const DOCUMENT_SPAN = 2 ** 32;
/** Figures typed by hand come after those of all documents. */
export const AFTER_DOCUMENTS = 2 ** 52;

export const positionIn = (ordinal: number, start: number): number => ordinal * DOCUMENT_SPAN + start;

/** Columns that a re-extraction may set, by the field of the contract that protects them once a person has set it. */
export const PROTECTED: Readonly<Record<string, readonly (keyof FigureRow)[]>> = {
  value: ['value', 'scale', 'low', 'high', 'low_exponent', 'high_exponent', 'qualifier', 'approximate', 'strict'],
  scale: ['value', 'scale', 'low', 'high', 'low_exponent', 'high_exponent'],
  unit: ['unit', 'low', 'high'],
  currency: ['currency'],
  direction: ['direction'],
  metric: ['metric', 'metric_label'],
  entity: ['entity', 'entity_label'],
  period: ['period'],
  basis: ['basis'],
  assertion: ['assertion'],
  provenance: ['provenance', 'inherited_class', 'cue'],
};

export function readingOf(figure: Figure): FigureReading {
  const { block, sentence, cell, qualifierCue, periodCue, expression, rule, mention } = figure;
  const words = qualifierCue && { text: qualifierCue.text, start: qualifierCue.start, end: qualifierCue.end };
  const when = periodCue && {
    text: periodCue.text,
    start: periodCue.start,
    end: periodCue.end,
    rule: periodCue.rule,
  };
  const at = cell && { table: cell.table, row: cell.row, column: cell.column };
  return { block, sentence, cell: at, qualifierCue: words, periodCue: when, expression, rule, mention };
}

/** The record of a figure that was just read. */
export function toFigureRow(
  figure: Figure,
  place: { readonly id: string; readonly document: string; readonly ordinal: number },
): FigureRow {
  const { rule, text, start, end, reason } = figure.cue;
  return {
    id: place.id,
    document: place.document,
    position: positionIn(place.ordinal, figure.start),
    start_at: figure.start,
    end_at: figure.end,
    section: figure.section,
    quote: figure.quote,
    ...showReading(figure),
    low: figure.low,
    high: figure.high,
    low_exponent: figure.lowExponent,
    high_exponent: figure.highExponent,
    unit: figure.unit,
    currency: figure.currency,
    qualifier: figure.qualifier,
    approximate: figure.approximate ? 1 : 0,
    strict: figure.strict ? 1 : 0,
    direction: figure.direction,
    kind: figure.kind,
    metric: figure.metric,
    metric_label: figure.metricLabel,
    entity: figure.entity,
    period: figure.period,
    basis: figure.basis,
    per: figure.per,
    assertion: figure.assertion,
    provenance: figure.provenance,
    inherited_class: figure.inheritedClass,
    cue: JSON.stringify({ rule, text, start, end, reason }),
    reading: JSON.stringify(readingOf(figure)),
    edited: '[]',
    review: 'unreviewed',
    reviewed_at: null,
    note: '',
    entity_label: figure.entityLabel,
  };
}
