// The tie-out score counts what needs a source: the same judge that the rules ask, one figure a fact, notes only.
import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import type { AuditDocument, AuditModel } from '../../../src/core/audit/model/model';
import { documentOf } from './support';

function scored(text: string, change: (document: AuditDocument) => AuditDocument = (document) => document) {
  const { document, sources } = documentOf(text);
  const model: AuditModel = { documents: [change(document)], sources };
  const { findings, verdicts } = audit(model);
  const figures = model.documents.flatMap((one) => one.figures);
  const byId = new Map([...verdicts.values()].flat().map((verdict) => [verdict.figure, verdict]));
  const verdictOf = (figure: { readonly id: string } | undefined) => byId.get(figure?.id ?? '');
  const counted = figures.filter((figure) => verdictOf(figure)?.counted);
  return {
    findings,
    figures,
    verdictOf,
    counted: counted.map(({ quote }) => quote),
    tied: counted.filter((figure) => verdictOf(figure)?.tied).map(({ quote }) => quote),
  };
}

describe('the score counts', () => {
  it.each([
    [
      'figures of a statement',
      'Harbour Rail (HBRL) reported revenue of $510 million and net income of $44 million in Q1 2026.',
      ['$510 million', '$44 million'],
    ],
    ['no length of time', 'Harbour Rail signed a contract worth $90 million that runs for 12 years.', ['$90 million']],
    ['no probability', 'We put a probability of 30% on the bull case, in which the shares reach $48.', ['$48']],
    ['no score', 'We rate management 8/10. Harbour Rail had revenue of $510 million in Q1 2026.', ['$510 million']],
    [
      'no weight of a table',
      '| Holding | Weight | Price |\n| --- | --- | --- |\n| HBRL | 25% | $41.20 |\n| QNTL | 15% | $18.70 |\n',
      ['$41.20', '$18.70'],
    ],
    [
      'no axis of a grid',
      '**Fair value per share by discount rate and growth**\n\n| WACC \\ Growth | 2.0% | 3.0% |\n| --- | --- | --- |\n| 8.0% | $44 | $52 |\n| 9.0% | $38 | $45 |\n',
      ['$44', '$52', '$38', '$45'],
    ],
    ['no duration in Chinese', '公司2026年第一季度营业收入为51亿元，合同期限为12年。', ['51亿元']],
  ])('%s', (_, text, quotes) => {
    expect(scored(text).counted).toEqual(quotes);
  });

  it('a restated fact once, and as tied wherever its source is given', () => {
    const text = `Harbour Rail (HBRL) reported revenue of $510 million in Q1 2026.

Results

HBRL reported revenue of $510 million in Q1 2026.
`;
    expect(scored(text)).toMatchObject({ counted: ['$510 million'], tied: [] });
    const ticked = scored(text, (document) => ({
      ...document,
      figures: document.figures.map((figure, at) => ({ ...figure, ticked: at === 1 })),
    }));
    expect(ticked).toMatchObject({ counted: ['$510 million'], tied: ['$510 million'] });
    expect(ticked.verdictOf(ticked.figures[1])?.counted).toBe(true);
  });

  it('nothing of a source', () => {
    const { counted, verdictOf, figures } = scored(
      'Harbour Rail (HBRL) reported revenue of $510 million in Q1 2026.',
      (document) => ({ ...document, role: 'source' }),
    );
    expect(counted).toEqual([]);
    expect(figures.every((figure) => verdictOf(figure)?.tied)).toBe(true);
  });

  it('nothing that SRC01 or CLS02 would not ask for', () => {
    const { findings, verdictOf, figures, counted } = scored(
      'The lease runs for 12 years. We put a probability of 30% on it. Sales were 40.',
    );
    const asked = findings
      .filter(({ rule }) => rule === 'SRC01' || rule === 'CLS02')
      .flatMap((finding) => finding.figures.map(({ figure }) => figure));
    expect(figures.filter(({ id }) => asked.includes(id)).filter((figure) => !verdictOf(figure)?.counted)).toEqual([]);
    expect(counted).not.toContain('30%');
  });
});

it('a computed figure rests on what needs no source as on what ties out', () => {
  const text = `| Case | Probability | Price | Weighted |
| --- | --- | --- | --- |
| Bull | 30% | $48 | $14.40 |
| Base | 50% | $40 | $20.00 |
| Bear | 20% | $24 | $4.80 |
`;
  const { verdictOf, figures } = scored(text, (document) => ({
    ...document,
    figures: document.figures.map((figure) => ({
      ...figure,
      ticked: figure.quote === '$48',
      provenance: figure.quote === '$14.40' ? ('derived' as const) : figure.provenance,
    })),
  }));
  const weighted = figures.find(({ quote }) => quote === '$14.40');
  expect(verdictOf(weighted)).toMatchObject({ tied: true, reason: 'It recomputes from figures that tie out.' });
});
