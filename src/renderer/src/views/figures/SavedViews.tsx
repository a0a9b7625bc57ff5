/** Saved views of the figures grid, kept in the notebook: layout of columns, sorting, filters and scope under a name. */
import { useState } from 'react';
import { z } from 'zod';
import { run, start } from '../../app/run';
import { showToast } from '../../app/toasts';
import { useQuery } from '../../app/use-query';
import { Button, IconButton } from '../../kit/Button';
import { gridLayout, type GridLayout } from '../../kit/grid/layout';
import { Menu, useCloseMenu } from '../../kit/grid/Menu';
import { type Scope, scopeSchema } from './scope';

const PLACE = 'figures';
const savedState = z.object({ layout: gridLayout, scope: scopeSchema });

interface Props {
  /** What is shown now, to be saved. */
  readonly current: () => { readonly layout: GridLayout; readonly scope: Scope };
  readonly onApply: (state: { readonly layout: GridLayout; readonly scope: Scope }) => void;
}

export function SavedViews({ current, onApply }: Props) {
  return (
    <Menu label="Views">
      <ViewList current={current} onApply={onApply} />
    </Menu>
  );
}

function ViewList({ current, onApply }: Props) {
  const close = useCloseMenu();
  const { data: views } = useQuery('view.list', { place: PLACE });
  const [name, setName] = useState('');
  const save = async () => {
    const title = name.trim();
    if (title === '') return;
    const known = views?.find((view) => view.name === title);
    const saved = await run('view.save', { id: known?.id ?? null, place: PLACE, name: title, state: current() });
    if (saved) setName('');
  };
  const apply = (state: unknown) => {
    const parsed = savedState.safeParse(state);
    if (parsed.success) onApply(parsed.data);
    else
      showToast({ kind: 'error', text: 'This view was saved by another version and cannot be shown. Save it anew.' });
    close();
  };
  return (
    <>
      {views?.length === 0 && <p className="menu-row dim">No view is saved yet.</p>}
      <ul>
        {views?.map((view) => (
          <li key={view.id} className="menu-row">
            <button type="button" className="menu-name" onClick={() => apply(view.state)}>
              <span className="truncate">{view.name}</span>
            </button>
            <IconButton
              icon="trash"
              label={`Remove the view ${view.name}`}
              onClick={() => start(run('view.remove', { id: view.id }))}
            />
          </li>
        ))}
      </ul>
      <form
        className="menu-foot"
        onSubmit={(event) => {
          event.preventDefault();
          start(save());
        }}
      >
        <input
          className="input"
          value={name}
          aria-label="Name of the view"
          placeholder="Save what is shown as…"
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          Save
        </Button>
      </form>
    </>
  );
}
