/** The state of "find in document": what is looked for, the matches, which one is on, and their marks on the page. */
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { ReaderDocument } from '../../../../contract/records';
import { findAll, visibleText } from './find';
import { setHighlight } from './highlights';
import type { TextPaneHandle } from './TextPane';

export interface Find {
  readonly isOpen: boolean;
  readonly asked: number;
  readonly query: string;
  readonly count: number;
  readonly at: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly setQuery: (query: string) => void;
  readonly step: (by: 1 | -1) => void;
}

/** Matches marked around the one that is on; thousands of marks at once would slow the page and help nobody. */
const MARKED_AROUND = 300;

export function useFind(document: ReaderDocument, pane: RefObject<TextPaneHandle | null>): Find {
  const [asked, setAsked] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const hidden = useMemo(() => document.marks.filter((mark) => mark.kind === 'syntax'), [document.marks]);
  const visible = useMemo(() => visibleText(document.text, hidden), [document.text, hidden]);
  const matches = useMemo(() => (isOpen ? findAll(visible, query) : []), [isOpen, visible, query]);

  useEffect(() => {
    const near = matches.slice(Math.max(0, at - MARKED_AROUND), at + MARKED_AROUND);
    const ranges = (list: typeof matches) =>
      list.flatMap((match) => pane.current?.rangeOf(match.start, match.end) ?? []);
    const on = matches[at];
    setHighlight('find', ranges(near));
    setHighlight('find-on', on ? ranges([on]) : []);
    if (on) pane.current?.reveal(on.start, on.end, 'if-hidden');
  }, [matches, at, pane]);

  return {
    isOpen,
    asked,
    query,
    count: matches.length,
    at: matches.length === 0 ? -1 : at,
    open: () => {
      setOpen(true);
      setAsked((times) => times + 1);
    },
    close: () => {
      setOpen(false);
      pane.current?.elements()?.scroller.focus({ preventScroll: true });
    },
    setQuery: (next) => {
      setQuery(next);
      setAt(0);
    },
    step: (by) => {
      if (matches.length > 0) setAt((now) => (now + by + matches.length) % matches.length);
    },
  };
}
