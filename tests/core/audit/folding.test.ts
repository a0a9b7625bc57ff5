// One finding a cause: figures without a source or a class are told once a table, a section or a document.
import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import type { AuditModel, Finding } from '../../../src/core/audit/model/model';
import { documentOf } from './support';

const told = (model: AuditModel, rule: string): readonly Finding[] =>
  audit(model).findings.filter((finding) => finding.rule === rule);
const of = (text: string): AuditModel => {
  const { document, sources } = documentOf(text);
  return { documents: [document], sources };
};

const UNCITED = `Harbour Rail (HBRL) reported revenue of $510 million in Q1 2026.

Prices

HBRL reported operating income of $61 million in Q1 2026. HBRL reported net income of $44 million in Q1 2026.
`;

describe('SRC01', () => {
  it('is one finding for a document in which nothing is cited', () => {
    const [only, ...more] = told(of(UNCITED), 'SRC01');
    expect(more).toEqual([]);
    expect(only?.figures).toHaveLength(3);
    expect(only?.message).toContain('3 figures of this document');
  });

  it('is one finding a section where something is cited', () => {
    const cited = UNCITED.replace('$510 million in Q1 2026.', '$510 million in Q1 2026 [Form 10-Q].');
    const findings = told(of(`# Note\n\n${cited}`), 'SRC01');
    expect(findings.map(({ figures }) => figures.length)).toEqual([2]);
  });

  it('counts a restated figure once', () => {
    const findings = told(of(`${UNCITED}\nHBRL reported revenue of $510 million in Q1 2026.\n`), 'SRC01');
    expect(findings.map(({ figures }) => figures.length)).toEqual([3]);
  });

  it('keeps the key of a group while figures of it are mended, and of one figure while it is as it was', () => {
    const { document, sources } = documentOf(UNCITED);
    const ticked = { ...document, figures: document.figures.map((figure, at) => ({ ...figure, ticked: at === 0 })) };
    const [before] = told({ documents: [document], sources }, 'SRC01');
    const [after] = told({ documents: [ticked], sources }, 'SRC01');
    expect(after?.key).toBe(before?.key);
    expect(after?.figures).toHaveLength(2);
  });

  it.each([
    ['a duration', 'Management said that the contract runs for 12 years.'],
    ['a probability', 'Analysts put the probability at 30%.'],
  ])('says nothing of %s', (_, text) => {
    const findings = told(of(text), 'SRC01');
    expect(findings.flatMap(({ figures }) => figures)).toEqual([]);
  });
});

describe('SRC02', () => {
  it('is one finding a source, with every figure that rests on it', () => {
    const text = `Harbour Rail (HBRL) reported revenue of $510 million in Q1 2026 [Daily Courier]. HBRL reported net
income of $44 million in Q1 2026 [Daily Courier].`;
    const findings = told(of(text), 'SRC02');
    expect(findings.map(({ figures }) => figures.length)).toEqual([2]);
    expect(findings[0]?.message).toContain('Daily Courier alone');
  });
});

describe('SRC06', () => {
  it('is one finding a document, at the first place of each source', () => {
    const text = 'Revenue was $510 million [Daily Courier]. Net income was $44 million [Evening Ledger].';
    const [only, ...more] = told(of(text), 'SRC06');
    expect(more).toEqual([]);
    expect(only?.spans).toHaveLength(2);
  });
});

it('names a source without publisher and title by its marker, never by its id', () => {
  const { document, sources } = documentOf(
    'Harbour Rail (HBRL) reported revenue of $510 million in Q1 2026 [Daily Courier].',
  );
  const nameless = sources.map(({ id, type }) => ({ id, type }));
  const messages = told({ documents: [document], sources: nameless }, 'SRC02').map(({ message }) => message);
  expect(messages.join(' ')).toContain('[Daily Courier]');
  for (const { id } of nameless) expect(messages.join(' ')).not.toContain(` ${id} `);
});
