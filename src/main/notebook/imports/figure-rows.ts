/** A figure as the extraction read it, as the columns of its record. */
import { EMPTY_PLAIN } from '../../../core/figure/fields';
import type { Figure } from '../../../core/figure/model';
import type { FigureRow } from '../../storage/db/rows';
import type { FigureReading } from '../stored/json';
import { showReading } from '../figures/values';

/** Room for the offsets of one document in the notebook-wide order. */
const DOCUMENT_SPAN = 2 ** 32;
/** Figures typed by hand come after those of all documents. */
export const AFTER_DOCUMENTS = 2 ** 52;

export const positionIn = (ordinal: number, start: number): number => ordinal * DOCUMENT_SPAN + start;

function readingOf(figure: Figure): FigureReading {
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
    ...EMPTY_PLAIN,
    entity: figure.entity,
    basis: figure.basis,
    period: figure.period,
    per: figure.per,
    assertion: figure.assertion,
    provenance: figure.provenance,
    inherited_class: figure.inheritedClass,
    cue: JSON.stringify({ rule, text, start, end, reason }),
    reading: JSON.stringify(readingOf(figure)),
    edited: '[]',
    review: 'unreviewed',
    reviewed_at: null,
    entity_label: figure.entityLabel,
  };
}
