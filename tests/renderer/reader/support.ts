/** Small records for the Reader's tests: only what is told apart is given. */
import { EMPTY_PLAIN } from '../../../src/core/figure/fields';
import type { AnnotationRecord, FigureRecord, ReaderBlock, ReaderDocument } from '../../../src/contract/records';

export function figure(id: string, start: number, end: number): FigureRecord {
  return {
    id,
    place: { document: 'd', start, end, section: 0 },
    quote: '1',
    value: '1',
    scale: 0,
    low: '1',
    high: '1',
    unit: 'count',
    currency: null,
    qualifier: 'none',
    approximate: false,
    direction: null,
    kind: 'count',
    metric: null,
    metricLabel: null,
    entityLabel: null,
    ...EMPTY_PLAIN,
    entity: null,
    period: null,
    per: null,
    assertion: 'reported',
    provenance: 'disclosed',
    inheritedClass: null,
    cue: { rule: 'none', text: '', start: 0, end: 0, reason: '' },
    edited: [],
    citations: [],
    tiedOut: false,
    counted: true,
    tieOutReason: '',
    review: 'unreviewed',
    reviewedAt: null,
    findings: { error: 0, warning: 0, info: 0 },
  };
}

export function annotation(id: string, start: number, end: number): AnnotationRecord {
  return {
    id,
    document: 'd',
    start,
    end,
    exact: '',
    prefix: '',
    suffix: '',
    body: '',
    colour: 'yellow',
    tags: [],
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  };
}

export function citation(id: string, start: number, end: number): ReaderDocument['citations'][number] {
  return { id, marker: id, style: 'bracket-name', start, end, source: null, locator: null };
}

export function block(kind: ReaderBlock['kind'], start: number, end: number): ReaderBlock {
  return { kind, start, end, contentStart: start, level: 1, ordered: false, section: 0, rows: [] };
}

type Parts = Partial<Pick<ReaderDocument, 'blocks' | 'sections' | 'marks' | 'figures' | 'citations' | 'annotations'>>;

export function readerDocument(text: string, parts: Parts): ReaderDocument {
  return {
    summary: {
      id: 'd',
      title: 'D',
      fileName: null,
      format: 'text',
      asOf: null,
      entity: null,
      kind: 'note',
      role: 'note',
      kindReason: 'Given.',
      fiscalYearEndMonth: 12,
      importedAt: '2026-01-01T00:00:00Z',
      sha256: '',
      characters: text.length,
      figures: 0,
      counted: 0,
      tied: 0,
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
    ...parts,
  };
}
