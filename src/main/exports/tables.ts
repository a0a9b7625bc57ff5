/** The figures of a notebook as rows for CSV and XLSX. Text that a spreadsheet could run as a formula is neutralised. */
import type { DocumentSummary, FigureRecord, SourceRecord } from '../../contract/records';
import { tieOutWord } from './appendix';

export const FIGURE_HEAD = [
  'Id',
  'Document',
  'Metric',
  'Label',
  'Entity',
  'Period',
  'Value',
  'Low',
  'High',
  'Unit',
  'Currency',
  'Scale',
  'Qualifier',
  'Direction',
  'Basis',
  'Provenance',
  'Inherited class',
  'Assertion',
  'Why',
  'Sources',
  'Ties out',
  'Tie-out reason',
  'Review',
  'Note',
  'Quote',
  'Start',
  'End',
] as const;

/** One row a figure, every cell as text; null where there is nothing. */
export function figureRows(
  figures: readonly FigureRecord[],
  documents: readonly DocumentSummary[],
  sources: readonly SourceRecord[],
): readonly (readonly (string | null)[])[] {
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  const formatted = new Map(sources.map((source) => [source.id, source.formatted]));
  return figures.map((f) => [
    f.id,
    f.place ? (titles.get(f.place.document) ?? null) : null,
    f.metricLabel ?? f.metric,
    [f.metricLabel, f.entityLabel === f.entity ? null : f.entityLabel].filter(Boolean).join(' · ') || null,
    f.entity,
    f.period,
    f.value,
    f.low,
    f.high,
    f.unit,
    f.currency,
    f.scale === 0 ? null : `1e${f.scale}`,
    f.qualifier,
    f.direction,
    f.basis,
    f.provenance,
    f.inheritedClass,
    f.assertion,
    f.cue.reason,
    f.citations.map((c) => (c.source && formatted.get(c.source)) || c.marker).join('; ') || null,
    tieOutWord(f),
    f.tieOutReason,
    f.review,
    f.note || null,
    f.quote,
    f.place ? String(f.place.start) : null,
    f.place ? String(f.place.end) : null,
  ]);
}

/** A plain signed number, which no spreadsheet runs: it stays a number. */
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;

/**
 * Puts an apostrophe before text that a spreadsheet would take for a formula, also behind the white space and
 * full-width signs that some of them skip (OWASP, "CSV Injection").
 */
export function neutralise(cell: string): string {
  return /^[\s\0]*[=+\-@\t\r＝＋－＠|%]/.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
