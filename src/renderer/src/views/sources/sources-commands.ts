/** What can be asked for in the Sources view by key, palette, menu and its own bar. */
import type { SourceRecord } from '../../../../contract/records';
import { useCommands } from '../../app/commands';
import { offered } from '../../app/from-anywhere';
import { run } from '../../app/calls/run';
import { showToast } from '../../app/state/toasts';
import { offerUndo } from '../../app/calls/undo';
import { plural } from '../../kit/format';
import type { SourcesState } from './use-sources';

const selected = async ({ grid }: SourcesState): Promise<readonly SourceRecord[]> =>
  (await grid.current?.selectedRows()) ?? [];

/** Makes a source and puts the cursor on its title, whatever filter there was. */
export async function addSource({ setWords, grid, show }: SourcesState): Promise<void> {
  const made = await run('source.create', { csl: { type: 'webpage', title: 'New source' } });
  if (!made) return;
  setWords('');
  await grid.current?.refresh();
  show(made.id, 'title');
}

/** Removes the selected sources; says how many figures lost a citation, and offers the way back. */
export async function removeSources(state: SourcesState): Promise<void> {
  const chosen = await selected(state);
  if (chosen.length === 0) return;
  const done = await run('source.remove', { ids: chosen.map(({ id }) => id) });
  if (!done) return;
  const rested = chosen.reduce((sum, one) => sum + one.figures, 0);
  const lost = rested > 0 ? `; ${plural(rested, 'figure')} lost a citation` : '';
  offerUndo(`Removed ${plural(chosen.length, 'source')}${lost}.`, done);
}

/** Asks how the selected sources are to be merged, where there are several. */
export async function mergeSources(state: SourcesState): Promise<void> {
  const chosen = await selected(state);
  if (chosen.length > 1) return state.setMerging(chosen);
  const text = 'Select two or more sources first: Shift and the arrow keys, or Shift and click.';
  showToast({ kind: 'error', text });
}

export function useSourcesCommands(state: SourcesState): void {
  const group = 'Sources';
  useCommands([
    { ...offered('sources.add'), run: () => addSource(state) },
    {
      id: 'sources.remove',
      label: 'Remove the selected sources',
      group,
      keys: ['Ctrl+-'],
      run: () => removeSources(state),
    },
    {
      id: 'sources.merge',
      label: 'Merge the selected sources…',
      group,
      keys: ['Ctrl+M'],
      run: () => mergeSources(state),
    },
    {
      id: 'sources.filter',
      label: 'Filter sources by words',
      group,
      keys: ['Ctrl+F'],
      run: () => state.search.current?.focus(),
    },
  ]);
}
