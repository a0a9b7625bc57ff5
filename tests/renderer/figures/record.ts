// A figure record for tests, with only what a test is about spelt out.
import { EMPTY_PLAIN } from '../../../src/core/figure/fields';
import type { FigureRecord } from '../../../src/contract/records';

export function figure(set: Partial<FigureRecord> = {}): FigureRecord {
  return {
    id: 'f_1',
    place: null,
    quote: '$37.6B',
    value: '37.6',
    scale: 9,
    low: '37600000000',
    high: '37600000000',
    unit: 'money',
    currency: 'USD',
    qualifier: 'none',
    approximate: false,
    direction: null,
    kind: 'level',
    metric: 'revenue',
    metricLabel: 'Revenue',
    entityLabel: null,
    ...EMPTY_PLAIN,
    entity: 'Cloud',
    period: '2026Q1',
    per: null,
    assertion: 'reported',
    provenance: 'disclosed',
    inheritedClass: null,
    cue: { rule: 'disclosed.results', text: 'reported', start: 0, end: 8, reason: 'reported segment result' },
    edited: [],
    citations: [],
    tiedOut: false,
    counted: true,
    tieOutReason: 'No citation.',
    review: 'unreviewed',
    reviewedAt: null,
    findings: { error: 0, warning: 0, info: 0 },
    ...set,
  };
}
