/** The menu of saved views of the figures grid: layout of columns, sorting, filters and scope under a name. */
import { useState } from 'react';
import type { ViewRecord } from '../../../../../contract/records';
import { start } from '../../../app/calls/run';
import { showToast } from '../../../app/state/toasts';
import { Button, IconButton } from '../../../kit/Button';
import { Menu, useCloseMenu } from '../../../kit/grid/menus/Menu';
import { isFirst, readState, type SavedViewsState, type Shown, useSavedViews } from './saved-views';

interface Props {
  /** What is shown now, to be saved. */
  readonly current: () => Shown;
  readonly onApply: (shown: Shown) => void;
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
  const saved = useSavedViews();
  const apply = (view: ViewRecord) => {
    const shown = readState(view.state);
    if (shown) onApply(shown);
    else
      showToast({ kind: 'error', text: 'This view was saved by another version and cannot be shown. Save it again.' });
    close();
  };
  return (
    <>
      {saved.views?.length === 0 && <p className="menu-row dim">No view is saved yet.</p>}
      <ul>
        {saved.views?.map((view) => (
          <ViewRow key={view.id} view={view} saved={saved} onApply={() => apply(view)} />
        ))}
      </ul>
      <SaveForm onSave={(name) => saved.save(name, current())} />
    </>
  );
}

interface RowProps {
  readonly view: ViewRecord;
  readonly saved: SavedViewsState;
  readonly onApply: () => void;
}

function ViewRow({ view, saved, onApply }: RowProps) {
  const [renaming, setRenaming] = useState(false);
  const { name } = view;
  const first = isFirst(view.state);
  const rename = (to: string) => {
    setRenaming(false);
    start(saved.rename(view, to.trim()));
  };
  return (
    <li className="menu-row">
      {renaming ? (
        <input
          ref={(box) => box?.focus()}
          className="input grow"
          aria-label={`New name of ${name}`}
          defaultValue={name}
          maxLength={200}
          onBlur={(event) => rename(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
      ) : (
        <button type="button" className="menu-name" onClick={onApply}>
          <span className="truncate">{name}</span>
          {first && <span className="dim">shown first</span>}
        </button>
      )}
      <IconButton
        icon="flag"
        label={first ? `Do not show ${name} first` : `Show ${name} first`}
        aria-pressed={first}
        onClick={() => start(saved.toggleFirst(view))}
      />
      <IconButton icon="edit" label={`Rename ${name}`} onClick={() => setRenaming(true)} />
      <IconButton icon="trash" label={`Remove the view ${name}`} onClick={() => start(saved.remove(view))} />
    </li>
  );
}

function SaveForm({ onSave }: { readonly onSave: (name: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const save = async () => {
    if (name !== '' && (await onSave(name))) setTyped('');
  };
  return (
    <form
      className="menu-foot"
      onSubmit={(event) => {
        event.preventDefault();
        start(save());
      }}
    >
      <input
        className="input"
        value={typed}
        aria-label="Name of the view"
        placeholder="Save what is shown as…"
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={name === ''}>
        Save
      </Button>
    </form>
  );
}
