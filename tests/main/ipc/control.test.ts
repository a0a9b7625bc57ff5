import { describe, expect, it } from 'vitest';
import { controlAnswer, controlCall, importNews } from '../../../src/main/ipc/control';

describe('what crosses between our own processes', () => {
  it.each([
    { ready: true },
    { id: 1, reply: { ok: true, value: { plan: 'i_1' } } },
    { id: 1, reply: { ok: true } },
    { id: 2, reply: { ok: false, error: { code: 'E_LOCKED', message: 'Open elsewhere.' } } },
    { id: 3, reply: { ok: false, error: { code: 'E_STALE', message: 'Look again.', details: { revision: 4 } } } },
  ])('an answer %j', (answer) => {
    expect(controlAnswer.parse(answer)).toEqual(answer);
  });

  it.each([
    { ready: true },
    { alive: true },
    { sent: true },
    { stage: 'parsing', done: 0.1 },
    { failed: { code: 'E_FORMAT', message: 'The file is a PDF.' } },
  ])('news of an import %j', (news) => {
    expect(importNews.parse(news)).toEqual(news);
  });

  it('nothing else', () => {
    expect(
      controlAnswer.safeParse({ id: 1, reply: { ok: false, error: { code: 'E_NEW', message: '' } } }).success,
    ).toBe(false);
    expect(importNews.safeParse({ stage: 'planned', done: 1 }).success).toBe(false);
    expect(controlCall.safeParse({ control: 'open' }).success).toBe(false);
  });
});
