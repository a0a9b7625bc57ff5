// What a person says a document is: it holds when the file comes in again, and when a newer version of it does.
import { describe, expect, it } from 'vitest';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { commit, importOf, NOTE, notebookAt } from '../support';

const kindOf = (notebook: Notebook, id: string) => {
  const { kind, role } = notebook.call('document.read', { id }).summary;
  return [kind, role];
};

/** A notebook with NOTE in it, which a person has called a release. */
function called(kind: 'release' | 'filing') {
  const notebook = notebookAt();
  const id = commit(notebook);
  const read = kindOf(notebook, id);
  notebook.call('document.update', { id, set: { kind } });
  return { notebook, id, read };
}

describe('a kind set by hand', () => {
  it.each(['release', 'filing'] as const)(
    '%s makes the note a source, and stays when the text is read again',
    (kind) => {
      const { notebook, id, read } = called(kind);
      expect(read).toEqual(['note', 'note']);
      expect(kindOf(notebook, id)).toEqual([kind, 'source']);
      commit(notebook);
      expect(kindOf(notebook, id)).toEqual([kind, 'source']);
    },
  );

  it('holds for the next version', () => {
    const { notebook, id } = called('release');
    const plan = notebook.stage(importOf(NOTE.replace('14.2%', '14.8%')));
    const newer = notebook.call('import.commit', { id: plan.id, replaces: id }).id;
    expect(kindOf(notebook, newer)).toEqual(['release', 'source']);
    expect(kindOf(notebook, id)).toEqual(['release', 'source']);
  });

  it('is undone like any other edit', () => {
    const { notebook, id } = called('release');
    notebook.call('history.undo', {});
    expect(kindOf(notebook, id)).toEqual(['note', 'note']);
  });
});
