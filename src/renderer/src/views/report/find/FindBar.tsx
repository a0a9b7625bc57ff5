/**
 * Find and replace in the report, between its tools and its page. What live figures and citations show is found, counted
 * and left as it is.
 */
import type { Editor } from '@tiptap/core';
import { FindBox, FindOption } from '../../../kit/find/FindBox';
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
  const { query, setQuery } = find;
  return (
    <FindBox
      find={{
        ...find,
        text: query.text,
        onText: (text) => setQuery({ text }),
        count: countText(find),
        isEmpty: find.matches.length === 0,
      }}
      label="Find and replace in the report"
      className="report-find"
      serial={serial}
      options={
        <>
          <FindOption label="Whole words" isOn={query.wholeWords} onChange={(wholeWords) => setQuery({ wholeWords })} />
          <FindOption label="Match case" isOn={query.exactCase} onChange={(exactCase) => setQuery({ exactCase })} />
        </>
      }
      onClose={() => {
        closeFind();
        editor.commands.focus();
      }}
    />
  );
}

function countText({ query, matches, at }: ReportFind): string {
  if (query.text === '') return '';
  if (matches.length === 0) return 'None';
  const held = matches.filter((match) => match.held).length;
  const place = at < 0 ? plural(matches.length, 'place') : `${at + 1} of ${matches.length}`;
  return held === 0 ? place : `${place}, ${held} live`;
}
