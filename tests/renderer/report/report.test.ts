// What the report view decides: when it saves, where its list stands, what a new report starts with.
import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { summarise } from '../../../src/core/report/body';
import { Autosave, type Draft } from '../../../src/renderer/src/views/report/autosave';
import { countBlock, countsOf } from '../../../src/renderer/src/views/report/counts';
import { isSupported, EXTENSIONS } from '../../../src/renderer/src/views/report/extensions';
import { keyFigures, outline } from '../../../src/renderer/src/views/report/outline';
import { figure } from '../../main/exports/support';

describe('autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const draft = (title: string) => (): Draft => ({ title, body: null });

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

  it('saves within a second of a key, however long the typing goes on', async () => {
    const { autosave, saved } = desk();
    let typed = '';
    let worst = 0;
    for (let n = 0; n < 100; n += 1) {
      typed += 'x';
      autosave.change(draft(typed));
      await vi.advanceTimersByTimeAsync(100);
      worst = Math.max(worst, typed.length - (saved.at(-1)?.length ?? 0));
    }
    // Letters that a crash at the worst moment would take, at ten a second.
    expect(worst).toBeLessThan(10);
    expect(saved.length).toBeLessThan(20);
  });

  it('tries again by itself what could not be saved, until it is or the editor is gone', async () => {
    const { autosave, saved, states } = desk([false, false, false, true]);
    autosave.change(draft('a'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saved).toEqual(['a', 'a', 'a', 'a']);
    expect([states.at(-1), autosave.dirty]).toEqual(['saved', false]);
    const gone = desk([false, false]);
    gone.autosave.change(draft('a'));
    await gone.autosave.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gone.saved).toEqual(['a']);
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

  it('writes the body out once a save, not once a key', async () => {
    let written = 0;
    const { autosave } = desk();
    for (let n = 0; n < 50; n += 1) autosave.change(() => ((written += 1), { title: 'x', body: null }));
    await autosave.flush();
    expect(written).toBe(1);
  });

  it('flushing with nothing written saves nothing', async () => {
    const { autosave, saved } = desk();
    await autosave.flush();
    expect(saved).toEqual([]);
  });
});

describe('counting', () => {
  const schema = getSchema(EXTENSIONS);
  const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const body = {
    type: 'doc',
    content: [
      words('Revenue 增长 fast'),
      {
        type: 'paragraph',
        content: [
          { type: 'liveFigure', attrs: { figure: 'b' } },
          { type: 'cite', attrs: { source: 's' } },
        ],
      },
      { type: 'bulletList', content: [{ type: 'listItem', content: [words('an item'), words('more')] }] },
      { type: 'figureTable', attrs: { figures: ['c', 'b'], caption: null } },
    ],
  };

  it('says of the document in the editor what is said of its JSON', () => {
    expect(countsOf(schema.nodeFromJSON(body))).toEqual(summarise(body));
  });

  it('counts only the block that a key changed', () => {
    const blocks = Array.from({ length: 4000 }, (_, at) =>
      words(`Paragraph ${at} of a long note with a dozen words in it.`),
    );
    const document = schema.nodeFromJSON({ type: 'doc', content: blocks });
    const counted = Array.from({ length: 4000 }, (_, at) => countBlock(document.child(at)));
    const state = EditorState.create({ doc: document });
    const next = state.apply(state.tr.insertText('x', 3)).doc;
    const anew = counted.filter((known, at) => countBlock(next.child(at)) !== known);
    expect(anew).toEqual([counted[0]]);
  });
});

describe('what the editor can hold', () => {
  const words = { type: 'paragraph', content: [{ type: 'text', text: 'three months of work' }] };
  const doc = (...content: unknown[]) => ({ type: 'doc', content });
  it.each([
    ['nothing', null, true],
    ['words', doc(words), true],
    ['an empty page', doc(), true],
    ['an empty page of another kind', { type: 'doc' }, true],
    ['a live figure', doc({ type: 'paragraph', content: [{ type: 'liveFigure', attrs: { figure: 'f_1' } }] }), true],
    ['a node it does not know', doc(words, { type: 'callout' }), false],
    [
      'a node it does not know inside another',
      doc({ type: 'blockquote', content: [words, { type: 'callout' }] }),
      false,
    ],
    [
      'a mark it does not know',
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'glow' }] }] }),
      false,
    ],
    ['words where none may stand', doc({ type: 'text', text: 'x' }), false],
    ['something that is no node', doc(words, 7), false],
    ['something that is no document', { text: 'three months of work' }, false],
    ['a text', 'three months of work', false],
  ])('%s: %j', (_, body, held) => {
    expect(isSupported(body)).toBe(held);
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
