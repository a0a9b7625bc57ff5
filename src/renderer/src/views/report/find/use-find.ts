/** What find and replace knows of the text: its matches, which one is on, and what the last replacement did. */
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import { plural } from '../../../kit/format';
import { useLiveData } from '../live/live-figures';
import { wordsShown } from '../live/words-shown';
import { marked, replaced, shown, unmarked } from './marks';
import { findIn, type FindQuery, type Match, nextMatch } from './search';

export interface ReportFind {
  readonly query: FindQuery;
  readonly setQuery: (change: Partial<FindQuery>) => void;
  readonly matches: readonly Match[];
  /** Place of the match that is on, -1 for none. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
  readonly replaceOne: (by: string) => void;
  readonly replaceAll: (by: string) => void;
  /** What the last replacement did. */
  readonly told: string;
}

/** What a search begins with: the words that are selected, if they stand on one line. */
function selectedWords(editor: Editor): string {
  const { from, to } = editor.state.selection;
  const words = editor.state.doc.textBetween(from, to, '\n');
  return words.length <= 200 && !words.includes('\n') ? words : '';
}

export function useFind(editor: Editor): ReportFind {
  const [query, setQuery] = useState<FindQuery>(() => ({
    text: selectedWords(editor),
    exactCase: false,
    wholeWords: false,
  }));
  const [told, setTold] = useState('');
  const live = useLiveData();
  const { doc, selection } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ doc: now.state.doc, selection: now.state.selection }),
    equalityFn: (a, b) => b !== null && a.doc === b.doc && a.selection.eq(b.selection),
  });
  const matches = useMemo(() => findIn(doc, query, wordsShown(live)), [doc, query, live]);
  const at = matches.findIndex(({ from, to }) => from === selection.from && to === selection.to);
  useEffect(() => {
    editor.view.dispatch(marked(editor.state, matches, at));
  }, [editor, matches, at]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(unmarked(editor.state));
    },
    [editor],
  );
  const go = (to: number, among = matches): void => {
    const match = among[to];
    if (match) editor.view.dispatch(shown(editor.state, match));
  };
  const put = (which: readonly Match[], by: string): number => {
    const transaction = replaced(editor.state, which, by);
    if (transaction) editor.view.dispatch(transaction);
    return which.filter(({ held }) => !held).length;
  };
  return {
    query,
    setQuery: (change) => {
      setTold('');
      setQuery((now) => ({ ...now, ...change }));
    },
    matches,
    at,
    told,
    step: (by) => go(nextMatch(matches, by === 1 ? selection.to : selection.from, by)),
    replaceOne: (by) => {
      const on = matches[at];
      if (!on) return go(nextMatch(matches, selection.from, 1));
      setTold(on.held ? HELD : '');
      if (on.held) return go(nextMatch(matches, on.to, 1));
      put([on], by);
      const left = findIn(editor.state.doc, query, wordsShown(live));
      go(nextMatch(left, on.from + by.length, 1), left);
    },
    replaceAll: (by) => setTold(toldOf(put(matches, by), matches.filter(({ held }) => held).length)),
  };
}

const HELD = 'A live figure or a citation says this: change it where it comes from.';

/** `3 replaced. 2 left: live figures and citations say what the notebook holds.` */
export function toldOf(done: number, held: number): string {
  const left = held === 0 ? '' : ` ${held} left: live figures and citations say what the notebook holds.`;
  return `${done === 0 ? 'Nothing' : plural(done, 'place')} replaced.${left}`;
}
