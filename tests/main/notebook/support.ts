// Notebooks in temporary folders, and imports made by hand so that these tests do not rest on the extraction.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Analysis } from '../../../src/core/analysis';
import { layOut } from '../../../src/core/document/layout/layout';
import type { NormalisedDocument } from '../../../src/core/document/model';
import type { Figure } from '../../../src/core/figure/model';
import type { Provenance } from '../../../src/core/figure/provenance';
import type { DocumentImport, ImportResult } from '../../../src/main/imports/result';
import { Notebook, type NotebookOptions } from '../../../src/main/notebook/notebook';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0).reverse()) clean();
});

/** A folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tieout-test-'));
  cleanups.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export const file = (name = 'test.tieout'): string => join(folder(), name);

/** An open notebook that is closed after the test. */
export function notebookAt(path = file(), options: NotebookOptions = {}): Notebook {
  const notebook = Notebook.open(path, { create: true, automaticBackups: false, ...options });
  cleanups.push(() => notebook.close());
  return notebook;
}

export const NOTE = `Northwind Foods: margins turn

I. Results

Revenue reached $12.4B, +8% YoY[Ledger]; management said services exceed $3B
Operating margin was 14.2%[Ledger]

II. 观点

We think margin reaches 16–17% by FY2027, 超过150亿美元
`;

interface Sketch {
  readonly quote: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: Figure['unit'];
  readonly metric: string;
  readonly provenance: Provenance;
  readonly exponent: number;
  readonly cited?: boolean;
}

const SKETCHES: readonly Sketch[] = [
  {
    quote: '$12.4B',
    low: '12400000000',
    high: '12400000000',
    unit: 'money',
    metric: 'revenue',
    provenance: 'disclosed',
    exponent: 8,
    cited: true,
  },
  {
    quote: '+8%',
    low: '8',
    high: '8',
    unit: 'percent',
    metric: 'revenue',
    provenance: 'disclosed',
    exponent: 0,
    cited: true,
  },
  {
    quote: '$3B',
    low: '3000000000',
    high: null,
    unit: 'money',
    metric: 'services',
    provenance: 'management',
    exponent: 9,
  },
  {
    quote: '14.2%',
    low: '14.2',
    high: '14.2',
    unit: 'percent',
    metric: 'operating_margin',
    provenance: 'disclosed',
    exponent: -1,
    cited: true,
  },
  {
    quote: '16–17%',
    low: '16',
    high: '17',
    unit: 'percent',
    metric: 'operating_margin',
    provenance: 'inferred',
    exponent: 0,
  },
];

function sketchFigure(sketch: Sketch, text: string, index: number, changes: Partial<Figure>): Figure {
  const start = text.indexOf(sketch.quote);
  const end = start + sketch.quote.length;
  return {
    start,
    end,
    quote: sketch.quote,
    low: sketch.low,
    high: sketch.high,
    unit: sketch.unit,
    currency: sketch.unit === 'money' ? 'USD' : null,
    qualifier: sketch.high === null ? 'at-least' : sketch.low === sketch.high ? 'none' : 'range',
    qualifierCue: null,
    approximate: false,
    strict: sketch.high === null,
    direction: sketch.quote.startsWith('+') ? 'up' : null,
    lowExponent: sketch.exponent,
    highExponent: sketch.exponent,
    per: null,
    expression: 'numeric',
    rule: 'sketch',
    block: 0,
    sentence: 0,
    section: 0,
    cell: null,
    metric: sketch.metric,
    metricLabel: sketch.metric,
    entity: 'Northwind Foods',
    entityLabel: null,
    kind: sketch.quote.startsWith('+') ? 'growth' : 'level',
    period: '2026Q1',
    periodCue: null,
    basis: null,
    mention: index,
    assertion: 'reported',
    provenance: sketch.provenance,
    inheritedClass: null,
    cue: { rule: 'sketch', text: '', start, end, reason: 'Sketched.' },
    citations: sketch.cited === true ? [{ citation: 0, via: 'clause' }] : [],
    ...changes,
  };
}

/** What the import process would hand over for `text`; `changes` alter the figures it read. */
export function importOf(
  text = NOTE,
  options: {
    readonly fileName?: string;
    readonly figures?: (figure: Figure) => Partial<Figure>;
    readonly keep?: (figure: Figure) => boolean;
  } = {},
): DocumentImport {
  const normalised: NormalisedDocument = {
    format: 'text',
    text,
    marks: [],
    title: null,
    author: null,
    publisher: null,
    published: null,
    url: null,
    language: null,
    problems: [],
  };
  const layout = layOut(normalised);
  const drawn = SKETCHES.filter((sketch) => text.includes(sketch.quote)).map((sketch, index) => {
    const figure = sketchFigure(sketch, text, index, {});
    return { ...figure, ...options.figures?.(figure) };
  });
  const at = text.indexOf('[Ledger]');
  const analysis: Analysis = {
    layout,
    context: {
      asOf: '2026-05',
      entity: 'Northwind Foods',
      fiscalYearEndMonth: 12,
      period: '2026Q1',
      document: { kind: 'note', role: 'note', reason: 'Given.' },
    },
    citations:
      at === -1
        ? []
        : [
            {
              index: 0,
              start: at,
              end: at + '[Ledger]'.length,
              marker: 'Ledger',
              style: 'bracket-name',
              source: 0,
              locator: null,
              scopes: [{ start: 0, end: at, via: 'clause' }],
            },
          ],
    sources: at === -1 ? [] : [{ id: 's1', type: 'webpage', title: 'Ledger' }],
    figures: drawn.filter((figure) => options.keep?.(figure) ?? true),
    structure: [
      {
        type: 'thesis',
        start: 0,
        end: text.indexOf('\n'),
        label: 'Margins turn',
        fields: {},
        figures: drawn.length > 0 ? [0] : [],
        rule: 'sketch',
      },
    ],
    undisclosed: [],
  };
  const bytes = new TextEncoder().encode(text);
  return {
    kind: 'document',
    normalised,
    analysis,
    bytes,
    fileName: options.fileName ?? 'note.txt',
    encoding: 'UTF-8',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    parser: 'text',
    parserVersion: 1,
  };
}

/** Imports and gives the document's id. */
export function commit(notebook: Notebook, result: ImportResult = importOf()): string {
  const plan = notebook.stage(result);
  return notebook.call('import.commit', { id: plan.id }).id;
}

/** All figures in the order of the notebook. */
export const figuresOf = (notebook: Notebook) =>
  notebook.call('figure.page', { filter: {}, sort: [], start: 0, end: 1000 }).rows;
