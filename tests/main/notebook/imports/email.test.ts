// An e-mail in the notebook: a document, and at once a source with its sender and date.
import { expect, test } from 'vitest';
import { HEAD, plain } from '../../imports/mail/build';
import { runImport } from '../../../../src/main/imports/run-import';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { notebookAt } from '../support';

const MESSAGE = plain('Harbour Tools revenue was $412 million in Q1 2026.', HEAD);

const stage = async (notebook: Notebook, message = MESSAGE) => notebook.stage(await runImport(message, 'call.eml'));

test('is a source from the start, as its plan says, and undo takes both', async () => {
  const notebook = notebookAt();
  const plan = await stage(notebook);
  if (plan.kind !== 'document') throw new Error('a document was meant');
  expect(plan.found).toMatchObject({ sources: 1, newSources: 1 });
  const { id } = notebook.call('import.commit', { id: plan.id });
  expect(notebook.call('source.list', {})).toMatchObject([
    {
      document: id,
      csl: {
        type: 'personal_communication',
        title: HEAD.Subject,
        author: [{ literal: 'Ada Brandt' }],
        publisher: 'northbay-research.example',
        issued: { 'date-parts': [[2026, 5, 4]] },
      },
    },
  ]);
  notebook.call('history.undo', {});
  expect(notebook.call('source.list', {})).toEqual([]);
});

test('stays one source when it is imported again, and another from the same sender is another', async () => {
  const notebook = notebookAt();
  notebook.call('import.commit', { id: (await stage(notebook)).id });
  const again = await stage(notebook);
  expect(again).toMatchObject({ found: { sources: 1, newSources: 0 } });
  notebook.call('import.commit', { id: again.id });
  expect(notebook.call('source.list', {})).toHaveLength(1);
  const other = await stage(
    notebook,
    plain('We agree on all of it, said the works council.', { ...HEAD, Subject: 'Re' }),
  );
  notebook.call('import.commit', { id: other.id });
  expect(notebook.call('source.list', {})).toHaveLength(2);
});
