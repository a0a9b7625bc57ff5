// What the report view decides: when it saves, where its list stands, what a new report starts with.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { summarise } from '../../../src/core/report/body';
import { Autosave, type Draft } from '../../../src/renderer/src/views/report/autosave';
import { keyFigures, outline } from '../../../src/renderer/src/views/report/outline';
import { figure } from '../../main/exports/support';

describe('autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const draft = (title: string): Draft => ({ title, body: null });

  function desk(answers: readonly boolean[] = []) {
    const saved: string[] = [];
    const states: string[] = [];
    let call = 0;
    const autosave = new Autosave(
      (d) => {
        saved.push(d.title);
        return Promise.resolve(answers[call++] ?? true);
      },
      (state) => states.push(state),
    );
    return { autosave, saved, states };
  }

  it('saves once after a pause, with the last words', async () => {
    const { autosave, saved, states } = desk();
    autosave.change(draft('a'));
    autosave.change(draft('ab'));
    expect(saved).toEqual([]);
    await vi.runAllTimersAsync();
    expect(saved).toEqual(['ab']);
    expect(states.at(-1)).toBe('saved');
    expect(autosave.dirty).toBe(false);
  });

  it('keeps what could not be saved and tries again', async () => {
    const { autosave, saved, states } = desk([false, true]);
    autosave.change(draft('a'));
    await autosave.flush();
    expect([states.at(-1), autosave.dirty]).toEqual(['failed', true]);
    await autosave.flush();
    expect([saved, autosave.dirty]).toEqual([['a', 'a'], false]);
  });

  it('does not call words saved that were typed during the save', async () => {
    const saved: string[] = [];
    const autosave: Autosave = new Autosave(
      (d) => {
        saved.push(d.title);
        if (saved.length === 1) autosave.change(draft('newer'));
        return Promise.resolve(true);
      },
      () => undefined,
    );
    autosave.change(draft('older'));
    await autosave.flush();
    expect(autosave.dirty).toBe(true);
    await vi.runAllTimersAsync();
    expect([saved, autosave.dirty]).toEqual([['older', 'newer'], false]);
  });

  it('flushing with nothing written saves nothing', async () => {
    const { autosave, saved } = desk();
    await autosave.flush();
    expect(saved).toEqual([]);
  });
});

describe('outline', () => {
  const facts = [
    figure({ id: 'a' }),
    figure({ id: 'b' }),
    figure({ id: 'c', metric: 'eps', unit: 'per_share' }),
    figure({ id: 'd', provenance: 'inferred' }),
    figure({ id: 'e', period: null }),
  ];
  it('takes each disclosed fact once', () => {
    expect(keyFigures(facts).map((f) => f.id)).toEqual(['a', 'c']);
  });
  it('carries them as a live table, and none where there are none', () => {
    expect(summarise(outline(facts)).figures).toEqual(['a', 'c']);
    expect(summarise(outline([])).figures).toEqual([]);
  });
});
