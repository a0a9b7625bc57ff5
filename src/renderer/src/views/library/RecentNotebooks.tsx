/** Notebooks opened before, and buttons to open others. */
import { appInfo } from '../../app/app-info';
import { dispatch } from '../../app/commands';
import { ask, start } from '../../app/calls/run';
import { useStore } from '../../app/state/store';
import { Button } from '../../kit/Button';
import { when } from '../../kit/format';
import { Icon } from '../../kit/Icon';
import { Bar } from '../shared/ViewRoot';

export function RecentNotebooks({ current }: { readonly current: string | undefined }) {
  const info = useStore(appInfo);
  const recent = info?.recent ?? [];
  return (
    <aside className="pane library-side" aria-label="Notebooks">
      <Bar title="Notebooks" />
      {recent.length === 0 && <p className="none dim">Notebooks that you open are listed here.</p>}
      <ul className="recent">
        {recent.map((notebook, index) => (
          <li key={notebook.path}>
            <button
              type="button"
              disabled={!notebook.exists || notebook.path === current}
              title={notebook.path}
              onClick={() => start(ask('notebook.openRecent', { index }))}
            >
              <Icon name="library" size={16} />
              <span className="recent-name">
                <b className="truncate">{notebook.name}</b>
                <span className="dim">
                  {notebook.path === current
                    ? 'open now'
                    : notebook.exists
                      ? `opened ${when(notebook.openedAt)}`
                      : 'no longer there'}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="library-notebooks">
        <Button onClick={() => dispatch('notebook.open')}>Open…</Button>
        <Button onClick={() => dispatch('notebook.new')}>New…</Button>
      </div>
    </aside>
  );
}
