/** What can be asked for in the Library by key, palette and menu, of the document that is chosen. */
import type { DocumentSummary } from '../../../../contract/records';
import { useCommands } from '../../app/commands';
import { run } from '../../app/calls/run';
import { offerUndo } from '../../app/calls/undo';
import { plural } from '../../kit/format';
import { toggleRole } from '../shared/document-kind';

/** Removes a document with its figures, and offers the way back. */
export async function removeDocument({ id, title, figures }: DocumentSummary): Promise<void> {
  const done = await run('document.remove', { id });
  if (done) offerUndo(`Removed ${title} with its ${plural(figures, 'figure')}`, done);
}

export function useLibraryCommands(chosen: DocumentSummary | null, edit: (id: string) => void): void {
  const of = (act: (document: DocumentSummary) => void | Promise<unknown>) => ({
    group: 'Library',
    when: () => chosen !== null,
    run: () => (chosen ? act(chosen) : undefined),
  });
  useCommands([
    { id: 'library.details', label: 'Edit document details', keys: ['F2'], ...of(({ id }) => edit(id)) },
    { id: 'library.role', label: 'Read document as note or source', keys: ['R'], ...of(toggleRole) },
    { id: 'library.remove', label: 'Remove document', keys: ['Delete'], ...of(removeDocument) },
  ]);
}
