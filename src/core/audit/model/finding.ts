/** Builds findings: references, and a key that stays the same as long as rule, quotes, readings and places do. */
import type { Span } from '../../document/model';
import type { AuditDocument, AuditFigure, FigureRef, Finding, Severity } from './model';

/** A figure as a finding names it: ids, and offsets in its document's text. */
const refer = (document: AuditDocument, figure: AuditFigure): FigureRef => ({
  document: document.id,
  figure: figure.id,
  start: figure.start,
  end: figure.end,
});

/** Readings are part of the evidence: a corrected value reopens what was said of the old one [V3]. */
const evidence = (figure: AuditFigure): string =>
  `${figure.start}:${figure.quote}=${figure.low ?? ''}..${figure.high ?? ''}`;

type Said = Pick<Finding, 'message'> &
  Partial<Pick<Finding, 'claimed' | 'computed' | 'gap' | 'expression' | 'verdict'>>;

/** A figure and the document it stands in. */
export interface Placed {
  readonly document: AuditDocument;
  readonly figure: AuditFigure;
}

/** A finding about figures of one document, the claimed one first. */
export const finding = (
  rule: string,
  severity: Severity,
  document: AuditDocument,
  figures: readonly AuditFigure[],
  said: Said,
): Finding =>
  findingAcross(
    rule,
    severity,
    document,
    figures.map((figure) => ({ document, figure })),
    said,
  );

/** A finding of `document` about figures that may stand in several. */
export function findingAcross(
  rule: string,
  severity: Severity,
  document: AuditDocument,
  figures: readonly Placed[],
  said: Said,
): Finding {
  return {
    rule,
    severity,
    document: document.id,
    figures: figures.map((placed) => refer(placed.document, placed.figure)),
    spans: [],
    claimed: null,
    computed: null,
    gap: null,
    expression: null,
    verdict: null,
    ...said,
    key: [rule, document.id, ...figures.map(({ figure }) => evidence(figure))].join('|'),
  };
}

/** A finding about places that are not figures. */
export function findingAt(
  rule: string,
  severity: Severity,
  document: AuditDocument,
  spans: readonly Span[],
  message: string,
): Finding {
  const places = spans.map(({ start, end }) => ({ document: document.id, start, end }));
  const key = [
    rule,
    document.id,
    ...spans.map(({ start, end }) => document.layout.text.slice(start, Math.min(end, start + 200))),
  ].join('|');
  return { ...finding(rule, severity, document, [], { message }), spans: places, key };
}
