/** Small records for export tests: only what a test says differs from these. */
import { EMPTY_PLAIN } from '../../../src/core/figure/fields';
import type { FigureRecord, ReaderDocument, SourceRecord } from '../../../src/contract/records';
import type { Note } from '../../../src/main/exports/note/note';

export function figure(set: Partial<FigureRecord> = {}): FigureRecord {
  return {
    id: 'f1',
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
    entity: 'AWS',
    period: '2026Q1',
    per: null,
    assertion: 'reported',
    provenance: 'disclosed',
    inheritedClass: null,
    cue: { rule: 'attribution.results', text: 'reported', start: 0, end: 8, reason: 'the company reported it' },
    edited: [],
    citations: [],
    tiedOut: true,
    counted: true,
    tieOutReason: 'cited',
    review: 'unreviewed',
    reviewedAt: null,
    findings: { error: 0, warning: 0, info: 0 },
    ...set,
  };
}

export const source = (id: string, publisher: string, csl: Partial<SourceRecord['csl']> = {}): SourceRecord => ({
  id,
  csl: { type: 'article', publisher, title: `${publisher} report`, ...csl },
  tier: 'press',
  tierSet: false,
  figures: 1,
  citations: 1,
  markers: [publisher],
  document: null,
  formatted: `${publisher}. ${publisher} report.`,
});

export function readerDocument(text: string, set: Partial<ReaderDocument> = {}): ReaderDocument {
  return {
    summary: {
      id: 'd1',
      title: 'A note',
      fileName: 'a.txt',
      format: 'text',
      asOf: '2026-05-13',
      entity: 'AWS',
      kind: 'note',
      role: 'note',
      kindReason: 'Given.',
      fiscalYearEndMonth: 12,
      importedAt: '2026-05-14T10:00:00Z',
      sha256: 'x',
      characters: text.length,
      figures: 1,
      counted: 1,
      tied: 1,
      citations: 0,
      openFindings: 0,
      version: 1,
      supersededBy: null,
    },
    text,
    blocks: [],
    sections: [],
    marks: [],
    figures: [],
    citations: [],
    annotations: [],
    ...set,
  };
}

export const note = (blocks: Note['blocks'], set: Partial<Note> = {}): Note => ({
  title: 'A note',
  language: 'en',
  asOf: '2026-05-13',
  author: null,
  about: null,
  blocks,
  sources: [],
  footnotes: [],
  figures: [],
  typed: [],
  ...set,
});
