/** Twice the text is twice the work: reads are counted, because a clock says nothing on a busy machine. */
import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import type { AuditFigure, AuditModel } from '../../../src/core/audit/model/model';
import { auditText, modelOf } from './support';

const sentenceOf = (amounts: number): string =>
  `Revenue was ${Array.from({ length: amounts }, (_, i) => `$${i + 1}.5 million`).join(', ')} in 2031.`;

/** The same figures, with each look at their values counted. */
function counted({ documents, sources }: AuditModel): { readonly model: AuditModel; readonly reads: () => number } {
  let reads = 0;
  const watch = (figure: AuditFigure): AuditFigure =>
    new Proxy(figure, {
      get(target, key, receiver): unknown {
        if (key === 'low' || key === 'currency' || key === 'unit') reads += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  const model = { sources, documents: documents.map((one) => ({ ...one, figures: one.figures.map(watch) })) };
  return { model, reads: () => reads };
}

function readsOfAudit(amounts: number): number {
  const { model, reads } = counted(modelOf(sentenceOf(amounts)));
  audit(model);
  return reads();
}

describe('work grows with the text, not with its square', () => {
  it.each([
    ['a name', `# Outlook\n\n${'Revenue'.repeat(9000)}: ${'Revenue'.repeat(9000)} was $5 million.\n`],
    ['a target', `Upside to the ${'mean'.repeat(16_000)}: 13%\n\nMean target: $306\n`],
    ['an office', `${'Ab'.repeat(20_000)} ${'Cd'.repeat(20_000)}, Chief Executive Officer, expects $5 million.\n`],
    ['stops', `${'.'.repeat(60_000)}<b>`],
    ['a number', '12,'.repeat(20_000)],
  ])('%s without end is read and audited', (_, text) => {
    expect(() => auditText(text)).not.toThrow();
  });

  it('an audit of one sentence of many amounts', () => {
    expect(readsOfAudit(160) / readsOfAudit(80)).toBeLessThan(2.6);
  });
});
