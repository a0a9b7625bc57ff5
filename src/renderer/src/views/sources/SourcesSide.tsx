/** The side pane of the Sources view: the source in focus, or the bibliography of all of them. */
import { EmptyState } from '../../kit/States';
import { Bibliography } from './Bibliography';
import { SourceDetail } from './SourceDetail';
import type { Pane, SourcesState } from './use-sources';

const PANES: readonly (readonly [Pane, string])[] = [
  ['source', 'Source'],
  ['bibliography', 'Bibliography'],
];

export function SourcesSide({ state }: { readonly state: SourcesState }) {
  const { sources, current, pane, setPane, grid } = state;
  return (
    <aside className="pane sources-side" aria-label="Details">
      <div className="bar">
        <div className="tabs" role="group" aria-label="What is shown">
          {PANES.map(([id, label]) => (
            <button key={id} type="button" aria-pressed={pane === id} onClick={() => setPane(id)}>
              {label}
            </button>
          ))}
        </div>
      </div>
      {pane === 'bibliography' && <Bibliography sources={sources} onPick={(id) => grid.current?.focusRow(id)} />}
      {pane === 'source' && current && <SourceDetail source={current} />}
      {pane === 'source' && !current && (
        <EmptyState title="No source selected">
          Select a source to see how it will be cited and which figures rest on it.
        </EmptyState>
      )}
    </aside>
  );
}
