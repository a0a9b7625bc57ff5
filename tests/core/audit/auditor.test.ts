// After an edit the auditor says what a whole audit says, and asks the rules only of the document that was touched.
import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { Auditor } from '../../../src/core/audit/auditor';
import type { AuditModel, Rule } from '../../../src/core/audit/model/model';
import { documentOf } from './support';

const TEXTS = [
  'Revenue rose 14% to $2.24 billion from $2.00 billion.',
  'Operating profit was €310 million, down 9% compared with €340 million a year earlier.',
];

/** Read anew each time, as storage gives it: equal, never identical. */
const read = (texts: readonly string[]): AuditModel => ({
  documents: texts.map((text, i) => documentOf(text, undefined, `d${i}`).document),
  sources: [],
});

const corrected = (model: AuditModel): AuditModel => ({
  ...model,
  documents: model.documents.map((document, i) =>
    i === 0
      ? {
          ...document,
          figures: document.figures.map((figure) =>
            figure.quote === '14%' ? { ...figure, low: '12', high: '12' } : figure,
          ),
        }
      : document,
  ),
});

describe('Auditor', () => {
  it('agrees with a whole audit before and after a correction', () => {
    const auditor = new Auditor();
    expect(auditor.run(read(TEXTS)).findings).toEqual(audit(read(TEXTS)).findings);
    const after = corrected(read(TEXTS));
    expect(auditor.run(after).findings).toEqual(audit(after).findings);
    expect(auditor.run(after).findings.some(({ severity }) => severity === 'error')).toBe(false);
  });

  it('asks a rule again only of the document that changed', () => {
    const asked: string[] = [];
    const rule: Rule = {
      id: 'TEST',
      severity: 'info',
      title: '',
      about: '',
      examples: [],
      check: (document) => {
        asked.push(document.id);
        return [];
      },
    };
    const auditor = new Auditor([rule]);
    auditor.run(read(TEXTS));
    auditor.run(read(TEXTS));
    auditor.run(corrected(read(TEXTS)));
    expect(asked).toEqual(['d0', 'd1', 'd0']);
  });

  it('asks a rule that looks across documents every time', () => {
    let asked = 0;
    const rule: Rule = {
      id: 'TEST',
      severity: 'info',
      title: '',
      about: '',
      examples: [],
      across: 'documents',
      check: () => ((asked += 1) < 0 ? [] : []),
    };
    const auditor = new Auditor([rule]);
    auditor.run(read(TEXTS));
    auditor.run(read(TEXTS));
    expect(asked).toBe(4);
  });
});
