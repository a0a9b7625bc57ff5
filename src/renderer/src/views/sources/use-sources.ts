/** The state of the Sources view: the sources with the words that filter them, the one in focus, and those to be merged. */
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SourceRecord } from '../../../../contract/records';
import { searchForm } from '../../../../core/base/fold';
import { settle, usePlace } from '../../app/state/navigation';
import { createStore } from '../../app/state/store';
import type { GridHandle } from '../../kit/grid/handle';
import type { RowSource } from '../../kit/grid/data/source';
import { memorySource } from '../shared/memory-source';
import { useVisitTarget } from '../shared/use-visit-target';
import { SOURCE_COLUMNS } from './columns';

export type Pane = 'source' | 'bibliography';

export interface SourcesState {
  /** All of them, whatever the words. */
  readonly sources: readonly SourceRecord[];
  /** Those that fit the words, as rows for the grid. */
  readonly rows: RowSource<SourceRecord>;
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly current: SourceRecord | null;
  readonly setFocused: (id: string) => void;
  /** Notes the row in focus, for "back" too. */
  readonly focusRow: (row: SourceRecord | null) => void;
  /** Shows a source in the grid and beside it. */
  readonly show: (id: string, column?: string) => void;
  readonly merging: readonly SourceRecord[] | null;
  readonly setMerging: (sources: readonly SourceRecord[] | null) => void;
  readonly pane: Pane;
  readonly setPane: (pane: Pane) => void;
  readonly grid: RefObject<GridHandle<SourceRecord> | null>;
  /** The box of the words. */
  readonly search: RefObject<HTMLInputElement | null>;
}

const NOTHING: readonly SourceRecord[] = [];
export const idOf = (source: SourceRecord): string => source.id;

/** `list` is undefined until the sources have been read. */
export function useSources(list: readonly SourceRecord[] | undefined): SourcesState {
  const { place, serial } = usePlace('sources');
  const [words, setWords] = useState('');
  const [focused, setFocused] = useState<string | null>(place?.source ?? null);
  const [merging, setMerging] = useState<readonly SourceRecord[] | null>(null);
  const [pane, setPane] = useState<Pane>('source');
  const grid = useRef<GridHandle<SourceRecord>>(null);
  const search = useRef<HTMLInputElement>(null);
  const sources = list ?? NOTHING;
  const rows = useRows(sources, words);
  const show = (id: string, column?: string): void => {
    setFocused(id);
    grid.current?.focusRow(id, column);
  };
  const known = (id: string) => (sources.some((one) => one.id === id) ? id : undefined);
  useVisitTarget(place?.source, serial, known, show);
  const focusRow = (row: SourceRecord | null): void => {
    if (!row) return;
    setFocused(row.id);
    settle({ view: 'sources', source: row.id });
  };
  const current = sources.find(({ id }) => id === focused) ?? null;
  const listed = { sources, rows, words, setWords, grid, search };
  return { ...listed, current, setFocused, focusRow, show, merging, setMerging, pane, setPane };
}

/** Other words mean other rows; other sources under the same words are read again in place. */
function useRows(sources: readonly SourceRecord[], words: string): RowSource<SourceRecord> {
  // Before the grid's own effects, which read the rows again when the sources have changed.
  const [live] = useState(() => createStore(sources));
  useLayoutEffect(() => live.set(sources), [live, sources]);
  return useMemo(() => memorySource(() => fitting(live.get(), words), SOURCE_COLUMNS, idOf), [live, words]);
}

function fitting(sources: readonly SourceRecord[], words: string): readonly SourceRecord[] {
  const wanted = searchForm(words.trim());
  if (wanted === '') return sources;
  return sources.filter((source) =>
    [source.formatted, source.csl.title ?? '', source.csl.URL ?? '', ...source.markers].some((text) =>
      searchForm(text).includes(wanted),
    ),
  );
}
