/** Which printed page the Reader shows beside the text: it follows the selected figure and the text's scroll, or is turned by hand. */
import { type RefObject, useEffect, useState } from 'react';
import type { DocumentPage } from '../../../../../contract/records';
import { formatOf } from '../../../../../core/document/formats';
import { asTieoutError, call } from '../../../app/calls/client';
import { isBoolean, usePref } from '../../../app/prefs';
import { start } from '../../../app/calls/run';
import { showError } from '../../../app/state/toasts';
import { useQuery } from '../../../app/calls/use-query';
import { rememberedPlace } from '../text/scroll-memory';
import type { TextPaneHandle } from '../text/TextPane';
import type { Reader } from '../state/use-reader';

export interface Pages {
  /** The document was printed on pages. */
  readonly has: boolean;
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly list: readonly DocumentPage[];
  /** Index into `list`. */
  readonly at: number;
  /** Turns to a page, and the text to its first words. */
  readonly turn: (at: number) => void;
  /** The text was scrolled: this offset is being read. */
  readonly follow: (offset: number) => void;
}

const NONE: readonly DocumentPage[] = [];

export function usePages(reader: Reader, pane: RefObject<TextPaneHandle | null>): Pages {
  const { id, format } = reader.document.summary;
  const has = formatOf(format).pages === true;
  const [wanted, setWanted] = usePref('reader.pages', false, isBoolean);
  const isOn = has && wanted;
  const { data: list = NONE } = useQuery('document.pages', isOn ? { id } : null);
  const [number, setNumber] = useState<number | null>(null);
  const place = reader.figure?.place?.start ?? reader.landing?.start ?? null;
  useEffect(() => {
    if (!isOn || place === null) return undefined;
    let current = true;
    const find = async () => {
      try {
        const found = await call('document.page', { id, at: place });
        if (current && found.number !== null) setNumber(found.number);
      } catch (reason) {
        if (current) showError(asTieoutError(reason));
      }
    };
    start(find());
    return () => {
      current = false;
    };
  }, [isOn, id, place]);
  const shown = list.findIndex((page) => page.number === number);
  return {
    has,
    isOn,
    toggle: () => setWanted(!wanted),
    list,
    at: shown >= 0 ? shown : pageIndexAt(list, rememberedPlace(id)?.block ?? 0),
    turn: (at) => {
      const page = list[Math.max(0, Math.min(list.length - 1, at))];
      if (!page) return;
      setNumber(page.number);
      if (page.end > page.start) pane.current?.reveal(page.start, page.start + 1, 'top');
    },
    follow: (offset) => {
      const page = list[pageIndexAt(list, offset)];
      if (page) setNumber(page.number);
    },
  };
}

/** Index of the page that an offset of the text is most likely printed on; pages without text are passed over. */
export function pageIndexAt(list: readonly DocumentPage[], offset: number): number {
  return Math.max(
    0,
    list.findLastIndex((page) => page.end > page.start && page.start <= offset),
  );
}

/** Index of the page that a person means by `iv`, `12` or `p. 12`: as labelled, else as counted; -1 for none. */
export function pageIndexOf(list: readonly DocumentPage[], words: string): number {
  const name = words
    .replace(/^\s*p(?:age|\.)?\s*/i, '')
    .trim()
    .toLowerCase();
  const labelled = list.findIndex((page) => page.label?.trim().toLowerCase() === name);
  return labelled >= 0 ? labelled : list.findIndex((page) => String(page.number) === name);
}
