/** The document beside the one that is read: which, scrolled with it or not, and what differs between the two. */
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { TieoutError } from '../../../../../contract/errors';
import type { DocumentSummary, ReaderDocument } from '../../../../../contract/records';
import { isBoolean, usePref } from '../../../app/prefs';
import { useQuery } from '../../../app/calls/use-query';
import { beside, closeBeside, openBeside } from '../../../app/state/beside';
import { open } from '../../../app/state/navigation';
import { useStore } from '../../../app/state/store';
import { setHighlight } from '../text/highlights';
import type { Landing, TextPaneHandle } from '../text/TextPane';
import { answering, compared, type Differences } from './compared';

type Pane = RefObject<TextPaneHandle | null>;

export interface BesideReader {
  /** There is another document that could stand there. */
  readonly has: boolean;
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly document: ReaderDocument | null;
  readonly error: TieoutError | null;
  readonly landing: Landing | null;
  readonly choose: (document: string) => void;
  /** Reads the other document, with this one beside it. */
  readonly swap: () => void;
  readonly isLinked: boolean;
  readonly link: (on: boolean) => void;
  /** Null while they are not asked for. */
  readonly differences: Differences | null;
  readonly compare: (on: boolean) => void;
  /** Which difference is on, from 0; -1 for none. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
  /** One of the two was scrolled by hand: the other goes to the place that answers to it. */
  readonly follow: (offset: number, from: 'here' | 'there') => void;
  /** More of a long text was drawn. */
  readonly mark: () => void;
}

export function useBeside(
  document: ReaderDocument,
  documents: readonly DocumentSummary[],
  here: Pane,
  there: Pane,
): BesideReader {
  const asked = useStore(beside);
  const isOn = asked !== null && documents.some(({ id }) => id === asked.document);
  const { data, error } = useQuery('document.read', isOn ? { id: asked.document } : null);
  const other = isOn && data?.summary.id === asked.document ? data : null;
  const [isLinked, link] = usePref('reader.beside-linked', true, isBoolean);
  const compare = useDifferences(document, other, documents, here, there);
  return {
    has: documents.length > 1,
    isOn,
    toggle: () => {
      const next = isOn ? undefined : likeliest(document.summary.id, documents);
      if (next === undefined) closeBeside();
      else openBeside({ document: next });
    },
    document: other,
    error: other ? null : error,
    landing:
      other && asked?.start !== undefined
        ? { start: asked.start, end: asked.end ?? asked.start, operands: [], serial: asked.serial }
        : null,
    choose: (id) => openBeside({ document: id }),
    swap: () => {
      if (!isOn) return;
      openBeside({ document: document.summary.id });
      open({ view: 'reader', document: asked.document });
    },
    isLinked,
    link,
    ...compare,
    follow: (offset, from) => {
      if (!isLinked || !other) return;
      const [a, b, pane] = from === 'here' ? [document, other, there] : [other, document, here];
      const place = answering(offset, a, b);
      pane.current?.reveal(place, place + 1, 'third');
    },
  };
}

/** Another version of the document before any other one. */
function likeliest(id: string, documents: readonly DocumentSummary[]): string | undefined {
  const others = documents.filter((one) => one.id !== id);
  return (others.find((one) => areVersions(documents, id, one.id)) ?? others[0])?.id;
}

/** Both came, in one or more steps, to the same newest version. */
function areVersions(documents: readonly DocumentSummary[], a: string, b: string): boolean {
  const newest = (id: string) => {
    const seen = new Set<string>();
    let at = id;
    for (
      let next = byId(documents, at)?.supersededBy;
      next && !seen.has(at);
      next = byId(documents, at)?.supersededBy
    ) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  return newest(a) === newest(b);
}

const byId = (documents: readonly DocumentSummary[], id: string) => documents.find((one) => one.id === id);

type Compare = Pick<BesideReader, 'differences' | 'compare' | 'at' | 'step' | 'mark'>;

/** Differences are shown of versions of one document, and of any two when asked for. */
function useDifferences(
  document: ReaderDocument,
  other: ReaderDocument | null,
  documents: readonly DocumentSummary[],
  here: Pane,
  there: Pane,
): Compare {
  const key = `${document.summary.id} ${other?.summary.id ?? ''}`;
  const [state, setState] = useState<{ readonly key: string; readonly on?: boolean; readonly at: number }>({
    key,
    at: -1,
  });
  const now = state.key === key ? state : { key, at: -1 };
  const isOn = other !== null && (now.on ?? areVersions(documents, document.summary.id, other.summary.id));
  const differences = useMemo(() => (isOn && other ? compared(document, other) : null), [isOn, document, other]);
  const { at } = now;
  const mark = useCallback(() => markDifferences(differences, at, here, there), [differences, at, here, there]);
  useEffect(() => {
    mark();
    return () => markDifferences(null, -1, here, there);
  }, [mark, here, there]);
  return {
    differences,
    compare: (on) => setState({ key, on, at: -1 }),
    at,
    mark,
    step: (by) => {
      const pairs = differences?.pairs ?? [];
      // Backward from none is the last.
      const next = (Math.max(at, by < 0 ? 0 : -1) + by + pairs.length) % pairs.length;
      const pair = pairs[next];
      if (!pair) return;
      setState({ ...now, at: next });
      here.current?.reveal(pair.here.start, Math.max(pair.here.end, pair.here.start + 1), 'third');
      there.current?.reveal(pair.there.start, Math.max(pair.there.end, pair.there.start + 1), 'third');
    },
  };
}

function markDifferences(differences: Differences | null, at: number, here: Pane, there: Pane): void {
  const on = differences?.pairs[at];
  const rangesOf = (pane: Pane, stretches: Differences['here']) =>
    stretches.map(({ start, end }) => pane.current?.rangeOf(start, end) ?? null).filter((one) => one !== null);
  setHighlight('differs', [...rangesOf(here, differences?.here ?? []), ...rangesOf(there, differences?.there ?? [])]);
  setHighlight('differs-on', on ? [...rangesOf(here, [on.here]), ...rangesOf(there, [on.there])] : []);
}
