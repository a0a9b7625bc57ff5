/** The bar of the Sources view: how many there are, the words that filter them, and what can be done to those selected. */
import type { SourceRecord } from '../../../../contract/records';
import { overlay } from '../../app/state/overlays';
import { start } from '../../app/calls/run';
import { Button } from '../../kit/Button';
import { Chip } from '../../kit/Chip';
import { plural } from '../../kit/format';
import { ColumnsMenu } from '../../kit/grid/ColumnsMenu';
import { Bar } from '../shared/ViewRoot';
import { SOURCE_COLUMNS } from './columns';
import { addSource, mergeSources, removeSources } from './sources-commands';
import type { SourcesState } from './use-sources';

interface Props {
  readonly state: SourcesState;
  /** Groups of sources that look like one. */
  readonly duplicates: readonly (readonly SourceRecord[])[];
}

export function SourcesBar({ state, duplicates }: Props) {
  const { sources, words, setWords, search, grid, setMerging } = state;
  const alike = duplicates[0];
  return (
    <Bar title="Sources">
      <Chip>{plural(sources.length, 'source')}</Chip>
      <input
        ref={search}
        className="input sources-words"
        type="search"
        placeholder="Filter by words"
        aria-label="Filter sources by words"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {alike && (
        <Button look="quiet" className="sources-alike" onClick={() => setMerging(alike)}>
          {plural(duplicates.length, 'group looks', 'groups look')} alike: merge…
        </Button>
      )}
      <span className="grow" />
      <ColumnsMenu grid={grid} columns={SOURCE_COLUMNS} />
      <Button onClick={() => start(mergeSources(state))}>Merge…</Button>
      <Button icon="trash" onClick={() => start(removeSources(state))}>
        Remove
      </Button>
      <Button onClick={() => overlay.set({ kind: 'export', what: { notebook: true }, sourcesOnly: true })}>
        Export…
      </Button>
      <Button icon="plus" onClick={() => start(addSource(state))}>
        New source
      </Button>
    </Bar>
  );
}
