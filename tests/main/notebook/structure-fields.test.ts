// What a message sets on a thesis item is parsed by the table of fields before anything is stored.
import { expect, test } from 'vitest';
import { notebookAt } from './support';

const refused: unknown = expect.objectContaining({ code: 'E_INPUT' });
const label = 'Tariffs';

test('an unknown field or value is refused at making, and nothing is stored', () => {
  const notebook = notebookAt();
  const make = (fields: Record<string, string>) => () =>
    notebook.call('structure.create', { type: 'not_priced_in', label, fields, document: null });
  expect(make({ horzion: 'near' })).toThrow(refused);
  expect(make({ side: 'sideways' })).toThrow(refused);
  expect(notebook.call('structure.list', {})).toEqual([]);
  make({ side: 'down' })();
  expect(notebook.call('structure.list', {})).toMatchObject([{ fields: { side: 'down' } }]);
});

test('an unknown field or value is refused at editing, and the item stays as it was', () => {
  const notebook = notebookAt();
  const fields = { side: 'down' };
  notebook.call('structure.create', { type: 'not_priced_in', label, fields, document: null });
  const [made] = notebook.call('structure.list', {});
  const edit = (set: Record<string, string | null>) => () =>
    notebook.call('structure.update', { id: made?.id ?? '', set: { label: 'Other', fields: set } });
  expect(edit({ follows: 'no' })).toThrow(refused);
  expect(edit({ side: 'sideways' })).toThrow(refused);
  expect(notebook.call('structure.list', {})).toEqual([made]);
  edit({ side: null })();
  expect(notebook.call('structure.list', {})).toMatchObject([{ label: 'Other', fields: { side: null } }]);
});
