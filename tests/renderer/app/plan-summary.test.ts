/** What the list of a batch says of plans, and which of them it imports without asking. */
import { describe, expect, test } from 'vitest';
import type { DocumentPlan } from '../../../src/contract/records';
import { summaryOf } from '../../../src/renderer/src/app/transfer/plan-summary';
import { importOf, notebookAt } from '../../main/notebook/support';

const whole = (): DocumentPlan => ({ ...notebookAt().stage(importOf()), doubts: [], problems: [] });
const near = { document: 'd_1', title: 'Older', kind: 'near', similarity: 0.8 } as const;
const version = {
  document: 'd_1',
  title: 'Older',
  version: 1,
  similarity: 0.9,
  proposed: true,
  counts: { exact: 0, moved: 0, ambiguous: 0, lost: 0 },
  carried: [],
};
const doubt = { start: 0, end: 1, quote: '1', context: '1', reason: 'Its unit is not known.' };

describe('a document', () => {
  test.each([
    ['nothing to look at', {}, 'planned', true, '5 figures'],
    ['a doubt', { doubts: [doubt] }, 'planned', false, '5 figures · 1 doubt'],
    ['a problem', { problems: [{ code: 'W_X', message: 'Half.' }] }, 'planned', false, '5 figures · Half.'],
    ['nearly here', { duplicate: near }, 'planned', false, '5 figures · much like “Older”'],
    ['here', { duplicate: { ...near, kind: 'text' } }, 'here', false, 'Here already, as “Older”'],
    ['a version', { versions: [version] }, 'planned', false, '5 figures · a newer version of “Older”'],
  ] as const)('%s', (_, set, state, clean, says) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table is deeply readonly, a plan is not
    expect(summaryOf({ ...whole(), ...(set as Partial<DocumentPlan>) })).toEqual({ state, clean, says });
  });
});
