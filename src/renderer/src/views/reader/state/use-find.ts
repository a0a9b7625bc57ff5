/** The state of "find in document": what is looked for, the matches, which one is on, and their marks on the page. */
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReaderDocument } from '../../../../../contract/records';
import { findAll, visibleText } from './find';
import { setHighlight } from '../text/highlights';
import type { TextPaneHandle } from '../text/TextPane';

export interface Find {
  readonly isOpen: boolean;
  /** Counts how often find was asked for, so that its field takes the focus each time. */
  readonly asked: number;
  readonly query: string;
  readonly count: number;
  readonly at: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly setQuery: (query: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** Marks again, after more of a long text was drawn. */
  readonly mark: () => void;
}

interface State {
  readonly isOpen: boolean;
  readonly asked: number;
  readonly query: string;
  readonly matches: ReturnType<typeof findAll>;
  readonly at: number;
}

const CLOSED: State = { isOpen: false, asked: 0, query: '', matches: [], at: -1 };

/** Matches marked around the one that is on; thousands of marks at once would slow the page and help nobody. */
const MARKED_AROUND = 100;

export function useFind(document: ReaderDocument, paneRef: RefObject<TextPaneHandle | null>): Find {
  const [state, setState] = useState(CLOSED);
  const hidden = useMemo(() => document.marks.filter((mark) => mark.kind === 'syntax'), [document.marks]);
  const visible = useMemo(() => visibleText(document.text, hidden), [document.text, hidden]);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
    markMatches(state, paneRef.current);
  }, [state, paneRef]);
  const mark = useCallback(() => markMatches(latest.current, paneRef.current), [paneRef]);

  /** Goes to a match; the page scrolls only where the match is out of view. */
  const show = (next: State) => {
    const on = next.matches[next.at];
    if (on) paneRef.current?.reveal(on.start, on.end, 'if-hidden');
    setState(next);
  };
  const look = (query: string) => {
    const matches = findAll(visible, query);
    return { ...state, query, matches, at: matches.length > 0 ? 0 : -1 };
  };
  return {
    isOpen: state.isOpen,
    asked: state.asked,
    query: state.query,
    count: state.matches.length,
    at: state.at,
    mark,
    open: () => setState({ ...look(state.query), isOpen: true, asked: state.asked + 1 }),
    close: () => {
      setState({ ...state, isOpen: false, matches: [], at: -1 });
      paneRef.current?.elements()?.scroller.focus({ preventScroll: true });
    },
    setQuery: (query) => show(look(query)),
    step: (by) => {
      const count = state.matches.length;
      if (count > 0) show({ ...state, at: (state.at + by + count) % count });
    },
  };
}

function markMatches({ matches, at }: State, pane: TextPaneHandle | null): void {
  const near = matches.slice(Math.max(0, at - MARKED_AROUND), at + MARKED_AROUND);
  const ranges = (list: typeof matches) =>
    list.map(({ start, end }) => pane?.rangeOf(start, end) ?? null).filter((range) => range !== null);
  const on = matches[at];
  setHighlight('find', ranges(near));
  setHighlight('find-on', on ? ranges([on]) : []);
}
