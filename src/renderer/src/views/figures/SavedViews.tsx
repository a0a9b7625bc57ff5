/** Saved views of the figures grid, kept in the notebook: layout of columns, sorting, filters and scope under a name. */
import { useState } from 'react';
import { z } from 'zod';
import type { ViewRecord } from '../../../../contract/records';
import { run, start } from '../../app/run';
import { showToast } from '../../app/toasts';
import { useQuery } from '../../app/use-query';
import { Button, IconButton } from '../../kit/Button';
import { gridLayout, type GridLayout } from '../../kit/grid/layout';
import { Menu, useCloseMenu } from '../../kit/grid/Menu';
import { type Scope, scopeSchema } from './scope';

const PLACE = 'figures';
/** `first`: shown when the notebook is opened; one view at most. */
const savedState = z.object({ layout: gridLayout, scope: scopeSchema, first: z.boolean().optional() });

const isFirst = (state: unknown): boolean => savedState.safeParse(state).data?.first === true;

/** The state of the view that is shown first; null where none is. */
export function firstView(views: readonly ViewRecord[]): { readonly layout: GridLayout; readonly scope: Scope } | null {
  const found = views.find(({ state }) => isFirst(state));
  return found === undefined ? null : (savedState.safeParse(found.state).data ?? null);
}

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
  const [renaming, setRenaming] = useState<string | null>(null);
  const save = async () => {
    const title = name.trim();
    if (title === '') return;
    const known = views?.find((view) => view.name === title);
    const saved = await run('view.save', { id: known?.id ?? null, place: PLACE, name: title, state: current() });
    if (saved) setName('');
  };
  const rename = async (view: ViewRecord, to: string) => {
    setRenaming(null);
    const title = to.trim();
    if (title === '' || title === view.name) return;
    await run('view.save', { id: view.id, place: PLACE, name: title, state: view.state });
  };
  const makeFirst = async (view: ViewRecord) => {
    for (const other of views ?? []) {
      const parsed = savedState.safeParse(other.state).data;
      const first = other.id === view.id && !isFirst(view.state);
      if (!parsed || (parsed.first ?? false) === first) continue;
      // At most two are changed, and the one that stops being first goes before.
      // oxlint-disable-next-line no-await-in-loop
      await run('view.save', { id: other.id, place: PLACE, name: other.name, state: { ...parsed, first } });
    }
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
            {renaming === view.id ? (
              <input
                ref={(box) => box?.focus()}
                className="input grow"
                aria-label={`New name of ${view.name}`}
                defaultValue={view.name}
                maxLength={200}
                onBlur={(event) => start(rename(view, event.target.value))}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') event.currentTarget.blur();
                }}
              />
            ) : (
              <button type="button" className="menu-name" onClick={() => apply(view.state)}>
                <span className="truncate">{view.name}</span>
                {isFirst(view.state) && <span className="dim">shown first</span>}
              </button>
            )}
            <IconButton
              icon="flag"
              label={isFirst(view.state) ? `Do not show ${view.name} first` : `Show ${view.name} first`}
              aria-pressed={isFirst(view.state)}
              onClick={() => start(makeFirst(view))}
            />
            <IconButton icon="edit" label={`Rename ${view.name}`} onClick={() => setRenaming(view.id)} />
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
