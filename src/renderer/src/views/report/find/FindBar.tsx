/**
 * Find and replace in the report, between its tools and its page: Enter goes on, in the lower box it replaces, with Ctrl all
 * at once. What live figures and citations show is found, counted and left as it is.
 */
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../../kit/Button';
import { plural } from '../../../kit/format';
import { createStore, useStore } from '../../../app/state/store';
import { type ReportFind, useFind } from './use-find';
import './find.css';

/** Whether the bar is open, and how often it was asked for: each time its field takes the focus. */
const findBar = createStore<{ readonly serial: number; readonly open: boolean }>({ serial: 0, open: false });
export const openFind = (): void => findBar.update(({ serial }) => ({ serial: serial + 1, open: true }));
const closeFind = (): void => findBar.update(({ serial }) => ({ serial, open: false }));

export function FindBar({ editor }: { readonly editor: Editor }) {
  const { open, serial } = useStore(findBar);
  return open ? <Bar editor={editor} serial={serial} /> : null;
}

function Bar({ editor, serial }: { readonly editor: Editor; readonly serial: number }) {
  const find = useFind(editor);
  const [by, setBy] = useState('');
  const close = () => {
    closeFind();
    editor.commands.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'F3') find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="report-find" aria-label="Find and replace in the report" onKeyDown={onKeyDown}>
      <FindLine key={serial} find={find} onClose={close} />
      <ReplaceLine find={find} by={by} onBy={setBy} />
      <Options find={find} />
      <p className="report-find-told" role="status">
        {find.told}
      </p>
    </search>
  );
}

/** Keys of a box keep the focus in it, so that one can go on. */
function onEnter(event: KeyboardEvent<HTMLInputElement>, act: () => void): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

interface LineProps {
  readonly find: ReportFind;
}

function countText({ query, matches, at }: ReportFind): string {
  if (query.text === '') return '';
  if (matches.length === 0) return 'None';
  const held = matches.filter((match) => match.held).length;
  const place = at < 0 ? plural(matches.length, 'place') : `${at + 1} of ${matches.length}`;
  return held === 0 ? place : `${place}, ${held} live`;
}

/** Made anew (`key`) each time that find is asked for, so that it takes the focus. */
function FindLine({ find, onClose }: LineProps & { readonly onClose: () => void }) {
  const { query, setQuery, step, matches } = find;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  return (
    <div className="report-find-line">
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
      <span className="report-find-count" role="status">
        {countText(find)}
      </span>
      <IconButton icon="up" label="Previous (Shift+Enter)" disabled={matches.length === 0} onClick={() => step(-1)} />
      <IconButton icon="down" label="Next (Enter)" disabled={matches.length === 0} onClick={() => step(1)} />
      <IconButton icon="close" label="Close (Esc)" onClick={onClose} />
    </div>
  );
}

function ReplaceLine({ find, by, onBy }: LineProps & { readonly by: string; readonly onBy: (text: string) => void }) {
  const none = find.matches.length === 0;
  return (
    <div className="report-find-line">
      <input
        className="input grow"
        aria-label="Replace with"
        placeholder="Replace with"
        spellCheck={false}
        value={by}
        onChange={(event) => onBy(event.target.value)}
        onKeyDown={(event) => onEnter(event, () => (event.ctrlKey ? find.replaceAll(by) : find.replaceOne(by)))}
      />
      <Button disabled={none} onClick={() => find.replaceOne(by)}>
        Replace
      </Button>
      <Button disabled={none} onClick={() => find.replaceAll(by)}>
        Replace all
      </Button>
    </div>
  );
}

function Options({ find: { query, setQuery } }: LineProps) {
  return (
    <div className="report-find-line">
      <label>
        <input
          type="checkbox"
          checked={query.wholeWords}
          onChange={(event) => setQuery({ wholeWords: event.target.checked })}
        />{' '}
        Whole words
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
