// Rules and tie-out that need more than a passage: sources with their texts, structure, several documents, four quarters.
import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import type { AuditDocument, AuditFigure, AuditModel } from '../../../src/core/audit/model/model';
import { documentOf } from './support';

const said = (model: AuditModel, rule: string) => audit(model).findings.filter((finding) => finding.rule === rule);
const verdictOf = (model: AuditModel, id: string) =>
  [...audit(model).verdicts.values()].flat().find(({ figure }) => figure === id);
const patch = (document: AuditDocument, quote: string, change: Partial<AuditFigure>): AuditDocument => ({
  ...document,
  figures: document.figures.map((figure) => (figure.quote === quote ? { ...figure, ...change } : figure)),
});

const NOTE = 'Northwind (NWD) reported revenue of $512.4 million in Q1 2026 [Annual report].';
const withSource = (text: string): AuditModel => {
  const { document, sources } = documentOf(NOTE, undefined, 'note');
  const source = documentOf(text, undefined, 'source').document;
  return { documents: [document, source], sources: sources.map((one) => ({ ...one, document: 'source' })) };
};

describe('SRC04 and tie-out against the imported text of a source', () => {
  it.each([
    ['in the same scale', 'Revenue for the quarter was $512.4 million.'],
    ['in thousands, in a table', '| | Q1 |\n| --- | --- |\n| Revenue | 512,400 |'],
  ])('silent where the value is there: %s', (_, text) => {
    const model = withSource(text);
    expect(said(model, 'SRC04')).toEqual([]);
    expect(verdictOf(model, 'note-0')?.tied).toBe(true);
  });

  it('an error where it is not, and the figure does not tie out', () => {
    const model = withSource('Revenue for the quarter was $498.1 million.');
    expect(said(model, 'SRC04').map(({ severity, document }) => [severity, document])).toEqual([['error', 'note']]);
    expect(verdictOf(model, 'note-0')?.tied).toBe(false);
    expect(verdictOf(model, 'note-0')?.reason).toContain('source');
  });

  it('an error for a quotation that is not there', () => {
    const text = 'The chief executive said “we will not raise prices before the end of the year” [Annual report].';
    const { document, sources } = documentOf(text, undefined, 'note');
    const of = (words: string): AuditModel => ({
      documents: [document, documentOf(words, undefined, 'source').document],
      sources: sources.map((one) => ({ ...one, document: 'source' })),
    });
    expect(said(of('We will not raise prices before the end of the year, he said.'), 'SRC04')).toEqual([]);
    expect(said(of('We may raise prices in the autumn, he said.'), 'SRC04')).toHaveLength(1);
  });
});

describe('CON01 across documents', () => {
  it('sets two values of one fact against each other, once', () => {
    const one = documentOf('Northwind (NWD) reported revenue of $500 million in Q1 2026.', undefined, 'one').document;
    const two = documentOf('Northwind (NWD) reported revenue of $540 million in Q1 2026.', undefined, 'two').document;
    const findings = said({ documents: [one, two], sources: [] }, 'CON01');
    expect(findings.map(({ figures }) => figures.map(({ document }) => document))).toEqual([['one', 'two']]);
  });
});

describe('CLS01', () => {
  it('a figure classed as disclosed for what the document says is not', () => {
    const { document } = documentOf(
      'The company does not disclose its gross margin. We think the gross margin is near 40%.',
    );
    const model = { documents: [patch(document, 'near 40%', { provenance: 'disclosed' })], sources: [] };
    expect(said(model, 'CLS01').map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('CLS02', () => {
  it('a figure that stays unclassified, unless it is ticked', () => {
    const { document } = documentOf('The bridge is 40 km long, 12% of it in tunnels.');
    const of = (ticked: boolean) => ({
      documents: [patch(document, '12%', { provenance: 'unclassified', ticked })],
      sources: [],
    });
    expect(said(of(false), 'CLS02')).toHaveLength(1);
    expect(said(of(true), 'CLS02')).toEqual([]);
  });
});

describe('CALC07', () => {
  const { document } = documentOf(
    'Revenue was $10 million, $11 million, $12 million and $13 million in four quarters. Revenue was $46 million in the year.',
  );
  const PERIODS = ['2025Q2', '2025Q3', '2025Q4', '2026Q1', 'TTM-2026Q1'];
  const of = (total: string): AuditModel => ({
    documents: [
      {
        ...document,
        figures: document.figures
          .filter(({ unit }) => unit === 'money')
          .map((figure, i) => ({
            ...figure,
            metric: 'revenue',
            entity: 'NWD',
            kind: 'level',
            provenance: 'disclosed',
            period: PERIODS[i] ?? null,
            ...(i === 4 ? { low: total, high: total } : {}),
          })),
      },
    ],
    sources: [],
  });
  it.each([
    ['46000000', 'tied'],
    ['58000000', 'conflict'],
  ])('twelve months of %s', (total, verdict) => {
    expect(said(of(total), 'CALC07').map((finding) => finding.verdict)).toEqual([verdict]);
  });
});

describe('CON03', () => {
  it('a bound that is dropped where the amount is said again', () => {
    const { document } = documentOf(
      'It committed up to $25 million to the venture. The commitment of $25 million is large.',
    );
    const figures = document.figures.map((figure) => ({ ...figure, metric: 'investment', entity: 'NWD' }));
    expect(said({ documents: [{ ...document, figures }], sources: [] }, 'CON03')).toHaveLength(1);
    expect(said({ documents: [{ ...document, figures: figures.toReversed() }], sources: [] }, 'CON03')).toHaveLength(1);
  });
});

describe('tie-out of derived figures', () => {
  const TEXT =
    'Northwind (NWD) reported revenue of $112 million [Annual report], up 12% from $100 million [Annual report].';
  const { document, sources } = documentOf(TEXT);
  const of = (provenance: AuditFigure['provenance']): AuditModel => ({
    documents: [patch(patch(document, '12%', { provenance: 'derived' }), '$100 million', { provenance })],
    sources,
  });
  const idOf = (quote: string): string => document.figures.find((figure) => figure.quote === quote)?.id ?? '';
  it('ties where it recomputes from figures that tie', () => {
    expect(verdictOf(of('disclosed'), idOf('12%'))?.tied).toBe(true);
  });
  it('does not where an operand does not', () => {
    expect(verdictOf(of('unclassified'), idOf('12%'))?.reason).toContain('not from figures that tie out');
  });
});
