// A newer version of a document: a person's work is found again in it, or said to be ambiguous or lost; the older one stays.
import { describe, expect, it } from 'vitest';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { commit, figuresOf, importOf, NOTE, notebookAt } from '../support';

const CHANGED = `A foreword that was not there before, over which everything has moved down.\n\n${NOTE.replace('14.2%', '14.8%')}`;

const ofDocument = (notebook: Notebook, document: string) =>
  notebook.call('figure.page', { filter: { document }, sort: [], start: 0, end: 100 }).rows;
const byQuote = (notebook: Notebook, document: string, quote: string) =>
  ofDocument(notebook, document).find((figure) => figure.quote === quote);

/** A notebook with NOTE in it and some of everything that a person can do to a document. */
function worked() {
  const notebook = notebookAt();
  const old = commit(notebook);
  const idOf = (quote: string): string => byQuote(notebook, old, quote)?.id ?? '';
  const edit = (quote: string, set: object) => notebook.call('figure.update', { edits: [{ id: idOf(quote), set }] });
  edit('$12.4B', { review: 'ticked' });
  edit('+8%', { metric: 'organic growth', note: 'as restated' });
  edit('14.2%', { review: 'ticked' });
  notebook.call('figure.remove', { ids: [idOf('$3B')] });
  const source = notebook.call('source.list', {})[0]?.id ?? '';
  notebook.call('link.add', { figures: [idOf('16–17%')], source, locator: 'p. 3' });
  const start = NOTE.indexOf('management said');
  notebook.call('annotation.add', { document: old, start, end: start + 15, body: 'who?', colour: 'yellow', tags: [] });
  return { notebook, old };
}

const stageChanged = (notebook: Notebook, text = CHANGED) => {
  const plan = notebook.stage(importOf(text));
  return { plan, offer: plan.versions[0] };
};

describe('a newer version', () => {
  it('is offered for the same file name, with what was found again and what was not', () => {
    const { notebook, old } = worked();
    const { offer } = stageChanged(notebook);
    expect(offer).toMatchObject({ document: old, version: 1, counts: { exact: 5, moved: 0, ambiguous: 0, lost: 1 } });
    expect(offer?.carried.map(({ kind, what, quote, how }) => [kind, what, quote, how])).toEqual([
      ['figure', 'ticked', '$12.4B', 'exact'],
      ['figure', 'edited, noted', '+8%', 'exact'],
      ['figure', 'ticked', '14.2%', 'lost'],
      ['figure', 'linked', '16–17%', 'exact'],
      ['annotation', 'annotated', 'management said', 'exact'],
      ['removal', 'taken out', '$3B', 'exact'],
    ]);
    expect(offer?.carried[2]?.reason).toBe('now reads “14.8%”');
  });

  it.each([
    ['another number', 'Operating margin was 14.2%', ['14.2%', '14.8%'], 'lost'],
    ['another sign', 'Operating margin was 14.2%', ['was 14.2%', 'was −14.2%'], 'lost'],
    ['another unit', 'Operating margin was 14.2%', ['14.2%', '14.2 bps'], 'lost'],
    ['another currency', 'Revenue reached $12.4B', ['$12.4B', '€12.4B'], 'lost'],
    ['other words around the same number', 'Operating margin was 14.2%', ['margin was', 'margin came to'], 'moved'],
  ])('leaves a highlight where its words now have %s', (_, quote, [from, to], how) => {
    const notebook = notebookAt();
    const document = commit(notebook);
    const start = NOTE.indexOf(quote);
    const end = start + quote.length;
    notebook.call('annotation.add', { document, start, end, body: '', colour: 'green', tags: [] });
    const { offer } = stageChanged(notebook, NOTE.replace(from ?? '', to ?? ''));
    expect(offer?.carried.find(({ kind }) => kind === 'annotation')).toMatchObject({ quote, how });
  });

  it('takes over what was found, and leaves the older one as it was; one undo takes it back', () => {
    const { notebook, old } = worked();
    const before = { read: notebook.call('document.read', { id: old }), figures: figuresOf(notebook) };
    const { plan } = stageChanged(notebook);
    const { id } = notebook.call('import.commit', { id: plan.id, replaces: old });
    expect(byQuote(notebook, id, '$12.4B')).toMatchObject({ review: 'ticked' });
    expect(byQuote(notebook, id, '+8%')).toMatchObject({
      metricLabel: 'organic growth',
      note: 'as restated',
      edited: ['metric'],
    });
    expect(byQuote(notebook, id, '16–17%')?.citations).toContainEqual(
      expect.objectContaining({ via: 'analyst', locator: 'p. 3' }),
    );
    expect(byQuote(notebook, id, '$3B')).toBeUndefined();
    const read = notebook.call('document.read', { id });
    expect(read.summary.version).toBe(2);
    const [annotation] = read.annotations;
    expect(annotation).toMatchObject({ exact: 'management said', body: 'who?' });
    expect(read.text.slice(annotation?.start, annotation?.end)).toBe('management said');
    const { summary, ...rest } = notebook.call('document.read', { id: old });
    expect(summary.supersededBy).toBe(id);
    expect(rest.text).toBe(before.read.text);
    expect(rest.annotations).toEqual(before.read.annotations);
    expect(rest.figures.map(({ review, note, edited }) => [review, note, edited])).toEqual(
      before.read.figures.map(({ review, note, edited }) => [review, note, edited]),
    );
    notebook.call('history.undo', {});
    notebook.settle();
    expect(notebook.call('document.list', {}).map(({ supersededBy }) => supersededBy)).toEqual([null]);
    expect(figuresOf(notebook).map(({ id: one }) => one)).toEqual(before.figures.map(({ id: one }) => one));
  });

  it('is counted instead of the older one, in the grid, the audit and the sources', () => {
    const { notebook, old } = worked();
    const sources = notebook.call('source.list', {}).map(({ citations }) => citations);
    const { plan } = stageChanged(notebook);
    const { id } = notebook.call('import.commit', { id: plan.id, replaces: old });
    notebook.settle();
    const shown = figuresOf(notebook);
    expect(new Set(shown.map(({ place }) => place?.document))).toEqual(new Set([id]));
    const summary = notebook.call('audit.summary', {});
    expect([summary.figures, summary.byDocument.map(({ document }) => document)]).toEqual([shown.length, [id]]);
    expect(notebook.call('notebook.info', {})).toMatchObject({ documents: 1, figures: shown.length });
    expect(notebook.call('source.list', {}).map(({ citations }) => citations)).toEqual(sources);
    expect(new Set(notebook.call('structure.list', {}).map(({ document }) => document))).toEqual(new Set([id]));
    expect(new Set(ofDocument(notebook, old).map(({ tieOutReason }) => tieOutReason))).toEqual(
      new Set(['A newer version of its document is audited instead.']),
    );
  });

  it('is a document of its own where the person says so', () => {
    const { notebook, old } = worked();
    const { plan } = stageChanged(notebook);
    const { id } = notebook.call('import.commit', { id: plan.id, replaces: null });
    expect(notebook.call('document.read', { id })).toMatchObject({ summary: { version: 1 }, annotations: [] });
    expect(notebook.call('document.read', { id: old }).summary.supersededBy).toBeNull();
  });

  it('is proposed only where name and words, or nearly all words, are the same', () => {
    const long = Array.from({ length: 60 }, (_, at) => `Sentence ${at} of the note is about region ${at * 3}.`).join(
      '\n',
    );
    const edited = long.replace('Sentence 30 of the note', 'Another sentence');
    const half = long
      .split('\n')
      .map((line, at) => (at < 45 ? line : `Quite other words in line ${at} here.`))
      .join('\n');
    const proposed = (text: string, fileName: string): boolean | undefined => {
      const notebook = notebookAt();
      commit(notebook, importOf(long));
      return notebook.stage(importOf(text, { fileName })).versions[0]?.proposed;
    };
    expect(proposed(edited, 'note.txt')).toBe(true);
    expect(proposed(edited, 'other.txt')).toBe(true);
    expect(proposed(half, 'note.txt')).toBe(false);
    expect(proposed(half, 'other.txt')).toBeUndefined();
    expect(proposed('Something else entirely, of other words.', 'note.txt')).toBeUndefined();
  });

  it('refuses a document that was not offered', () => {
    const { notebook } = worked();
    const { plan } = stageChanged(notebook);
    const refused = notebook.handle('import.commit', { id: plan.id, replaces: 'd_none' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'E_INPUT' } });
  });

  it('does not take a tick to the same number of another metric', () => {
    const { notebook, old } = worked();
    const text = NOTE.replace('Revenue reached $12.4B', 'Costs came to $12.4B');
    const plan = notebook.stage(
      importOf(text, { figures: (figure) => (figure.quote === '$12.4B' ? { metric: 'costs' } : {}) }),
    );
    expect(plan.versions[0]?.carried[0]).toMatchObject({ quote: '$12.4B', how: 'ambiguous' });
    const { id } = notebook.call('import.commit', { id: plan.id, replaces: old });
    expect(byQuote(notebook, id, '$12.4B')?.review).toBe('unreviewed');
  });
});
