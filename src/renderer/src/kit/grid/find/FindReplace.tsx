/** Find and replace, laid over the corner of the grid: Enter goes on, in the lower box it replaces, with Ctrl all at once. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../Button';
import type { FindScope } from './finder';
import { type FindParts, type FindState, useFindReplace } from './use-find';

interface Props<Row, Set extends object> extends FindParts<Row, Set> {
  readonly onClose: () => void;
}

export function FindReplace<Row, Set extends object>({ onClose, ...parts }: Props<Row, Set>) {
  const find = useFindReplace(parts);
  const [by, setBy] = useState('');
  const { place } = parts;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'F3') find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="grid-find" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <FindLine key={place.serial} find={find} onClose={onClose} />
      <ReplaceLine find={find} by={by} onBy={setBy} />
      <Options find={find} column={place.column?.title ?? null} hasSelection={place.selection !== null} />
      <p className="grid-find-told" role="status">
        {find.told}
      </p>
      {find.refused.length > 0 && (
        <ul className="grid-find-refused" aria-label="What was refused">
          {find.refused.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </search>
  );
}

interface LineProps {
  readonly find: FindState;
}

/** Keys of a box keep the focus in it, so that one can go on. */
function onEnter(event: KeyboardEvent<HTMLInputElement>, act: () => void): void {
  if (event.key !== 'Enter') return;
  const box = event.currentTarget;
  event.preventDefault();
  event.stopPropagation();
  act();
  box.focus();
}

/** Made anew (`key`) each time that find and replace is asked for, so that it takes the focus. */
function FindLine({ find, onClose }: LineProps & { readonly onClose: () => void }) {
  const { query, setQuery, step, count } = find;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  return (
    <div className="grid-find-line">
      <input
        ref={box}
        className="input grow"
        aria-label="Find"
        placeholder="Find"
        spellCheck={false}
        value={query.text}
        onChange={(event) => setQuery({ text: event.target.value })}
        onKeyDown={(event) => onEnter(event, () => step(event.shiftKey ? -1 : 1))}
      />
      <span className="grid-find-count" role="status">
        {countText(find)}
      </span>
      <IconButton icon="up" label="Previous (Shift+Enter)" disabled={count === 0} onClick={() => step(-1)} />
      <IconButton icon="down" label="Next (Enter)" disabled={count === 0} onClick={() => step(1)} />
      <IconButton icon="close" label="Close (Esc)" onClick={onClose} />
    </div>
  );
}

function countText({ query, count, at, looking }: FindState): string {
  if (query.text === '') return '';
  const cells = count === 1 ? '1 cell' : `${count.toLocaleString('en-US')} cells`;
  if (looking) return count === 0 ? 'Looking…' : `${cells} …`;
  if (count === 0) return 'None';
  return at < 0 ? cells : `${at + 1} of ${count.toLocaleString('en-US')}`;
}

function ReplaceLine({ find, by, onBy }: LineProps & { readonly by: string; readonly onBy: (text: string) => void }) {
  const { count, replaceOne, replaceAll, looking } = find;
  const all = () => {
    if (!looking) replaceAll(by);
  };
  return (
    <div className="grid-find-line">
      <input
        className="input grow"
        aria-label="Replace with"
        placeholder="Replace with"
        spellCheck={false}
        value={by}
        onChange={(event) => onBy(event.target.value)}
        onKeyDown={(event) => onEnter(event, () => (event.ctrlKey ? all() : replaceOne(by)))}
      />
      <Button disabled={count === 0} onClick={() => replaceOne(by)}>
        Replace
      </Button>
      <Button disabled={count === 0 || looking} onClick={all}>
        Replace all
      </Button>
    </div>
  );
}

const isScope = (value: string): value is FindScope => value === 'all' || value === 'column' || value === 'selection';

function Options({
  find: { query, setQuery, scope, setScope },
  column,
  hasSelection,
}: LineProps & { readonly column: string | null; readonly hasSelection: boolean }) {
  return (
    <div className="grid-find-line">
      <select
        className="input"
        aria-label="Look in"
        value={scope}
        onChange={(event) => isScope(event.target.value) && setScope(event.target.value)}
      >
        <option value="all">All columns shown</option>
        {column !== null && <option value="column">Column {column}</option>}
        {hasSelection && <option value="selection">Selected cells</option>}
      </select>
      <label>
        <input type="checkbox" checked={query.whole} onChange={(event) => setQuery({ whole: event.target.checked })} />{' '}
        Whole cell
      </label>
      <label>
        <input
          type="checkbox"
          checked={query.exactCase}
          onChange={(event) => setQuery({ exactCase: event.target.checked })}
        />{' '}
        Match case
      </label>
    </div>
  );
}
