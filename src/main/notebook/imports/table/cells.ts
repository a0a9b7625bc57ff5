/** The columns of a figure's record that a table gives; the same for one that is added and one that is changed. */
import { EMPTY_PLAIN } from '../../../../core/figure/fields';
import { formatValue } from '../../../../core/figure/quantity/typed/format';
import type { TableFigure } from '../../../../core/table/cell-figure';
import { columnLetters } from '../../../../core/table/model';
import { PROVENANCE_LABEL } from '../../../../core/figure/provenance';
import type { FigureRow } from '../../../storage/db/rows';

/** Longest quote that is kept of a cell. */
const QUOTE = 1000;
const VALUE = 200;

type ValueCells = Pick<
  FigureRow,
  | 'quote'
  | 'value'
  | 'scale'
  | 'low'
  | 'high'
  | 'low_exponent'
  | 'high_exponent'
  | 'unit'
  | 'currency'
  | 'qualifier'
  | 'approximate'
  | 'strict'
  | 'direction'
>;

/** The value as the grid shows and reads it back; a cell that is no number keeps its own text. */
export const shownValue = ({ reading, raw, scale }: TableFigure): string =>
  reading === null ? raw.slice(0, VALUE) : formatValue({ ...reading, direction: null }, scale);

export function valueCells(figure: TableFigure): ValueCells {
  const { reading, raw, unit, currency, scale } = figure;
  return {
    quote: raw.slice(0, QUOTE),
    value: shownValue(figure),
    scale,
    low: reading?.low ?? null,
    high: reading?.high ?? null,
    low_exponent: reading?.lowExponent ?? 0,
    high_exponent: reading?.highExponent ?? 0,
    unit,
    currency,
    qualifier: reading?.qualifier ?? 'none',
    approximate: reading?.approximate === true ? 1 : 0,
    strict: reading?.strict === true ? 1 : 0,
    direction: reading?.direction ?? null,
  };
}

/** Where in the file a figure stands, as a locator of its source: `C7`, or `Sheet1!C7` where there are several sheets. */
export const locatorOf = ({ column, row }: TableFigure, sheet: string | null): string =>
  `${sheet === null ? '' : `${sheet}!`}${columnLetters(column)}${row}`;

/** Why the figure has its class, with the cell in the place of the words. */
export function cueOf(figure: TableFigure, place: string, file: string): string {
  const label = PROVENANCE_LABEL[figure.provenance].toLowerCase();
  const by = figure.saysProvenance
    ? `the table says ${label}`
    : figure.provenance === 'unclassified'
      ? 'nothing in the table says who vouches for it'
      : `${label} was chosen for the table`;
  // The formula is told, never computed.
  const computed = figure.formula === null ? '' : `, computed there as =${figure.formula.slice(0, 300)}`;
  return JSON.stringify({
    rule: 'table',
    text: figure.raw.slice(0, QUOTE),
    start: 0,
    end: 0,
    reason: `Cell ${place} of “${file}”${computed}: ${by}.`,
  });
}

/** A new figure without a place in a document. */
export function newRow(
  figure: TableFigure,
  at: { readonly id: string; readonly position: number; readonly place: string; readonly file: string },
): FigureRow {
  return {
    id: at.id,
    document: null,
    position: at.position,
    start_at: null,
    end_at: null,
    section: null,
    ...valueCells(figure),
    kind: figure.kind,
    metric: figure.metric,
    metric_label: figure.metricLabel,
    entity_label: null,
    ...EMPTY_PLAIN,
    entity: figure.entity,
    period: figure.period,
    basis: figure.basis,
    per: null,
    assertion: figure.assertion,
    provenance: figure.provenance,
    inherited_class: null,
    cue: cueOf(figure, at.place, at.file),
    reading: READING,
    edited: '[]',
    review: 'unreviewed',
    reviewed_at: null,
    note: noteOf(figure),
  };
}

/** What the table remarks of it, and why a person should look at it. */
export const noteOf = ({ note, doubt }: TableFigure): string =>
  [note, doubt ?? ''].filter((part) => part !== '').join('\n');

/** Figures of tables stand in no sentence and take part in no machine-made group of mentions. */
const READING = JSON.stringify({
  block: 0,
  sentence: 0,
  cell: null,
  qualifierCue: null,
  periodCue: null,
  expression: 'numeric',
  rule: 'table',
  mention: -1,
});
