/** What find and replace knows: what is looked for, the cells that hold it, which one is on, and what was replaced. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { plural } from '../../format';
import type { PutResult } from '../write/writer';
import { type FindPlace, type FindScope, type Finder, type Found } from './finder';
import type { FindQuery } from './query';

export interface FindParts<Row, Set extends object> {
  readonly finder: Finder<Row, Set>;
  readonly place: FindPlace;
  /** Changes whenever the rows may have. */
  readonly revision: string | number;
}

export interface FindState {
  readonly query: FindQuery;
  readonly setQuery: (change: Partial<FindQuery>) => void;
  readonly scope: FindScope;
  readonly setScope: (scope: FindScope) => void;
  readonly count: number;
  /** Which cell is on, from 0; -1 where none is. */
  readonly at: number;
  readonly looking: boolean;
  /** What the last replacement came to. */
  readonly told: string;
  /** What was refused by the last replacement, a line a text. */
  readonly refused: readonly string[];
  readonly step: (by: 1 | -1) => void;
  readonly replaceOne: (by: string) => void;
  readonly replaceAll: (by: string) => void;
}

/** While a person types, the rows are not read for each letter. */
const SETTLES_MS = 150;
/** Reasons that are listed; more are counted. */
const MOST_LISTED = 5;

export function useFindReplace<Row, Set extends object>(parts: FindParts<Row, Set>): FindState {
  const { finder, place } = parts;
  const [query, setWhole] = useState<FindQuery>({ text: '', whole: false, exactCase: false });
  const [scope, setScope] = useState<FindScope>(place.selection ? 'selection' : 'all');
  // The place that was stepped to, not its number among those found: that one changes when others are found.
  const [on, setOn] = useState<Pick<Found<Row>, 'index' | 'column'> | null>(null);
  const [result, setResult] = useState<PutResult | null>(null);
  const { found, looking } = useFound(parts, query, scope);
  const at = on === null ? -1 : found.findIndex(({ index, column }) => index === on.index && column === on.column);
  const show = (next: number) => {
    const cell = found[next];
    setOn(cell ?? null);
    if (cell) finder.show(cell);
  };
  const replace = (cells: readonly Found<Row>[], by: string) => {
    void finder.replace(cells, query, by, 'Replace in').then(setResult);
  };
  return {
    query,
    setQuery: (change) => {
      setWhole({ ...query, ...change });
      setOn(null);
      setResult(null);
    },
    scope,
    setScope,
    count: found.length,
    at,
    looking,
    told: result ? toldOf(result) : '',
    refused: result ? refusalsOf(result) : [],
    // The first step stops at the focused cell where it holds what is looked for.
    step: (by) => show(finder.next(found, at < 0 && by === 1 ? 0 : by)),
    replaceOne: (by) => {
      const cell = found[finder.next(found, 0)];
      if (!cell) return;
      finder.show(cell);
      replace([cell], by);
      // What was replaced is no longer among those that are found.
      if (found.length > 1) show(finder.next(found, 1));
    },
    replaceAll: (by) => replace(found, by),
  };
}

/** The cells that hold what is looked for, looked for anew when the rows have changed or are shown in another order. */
function useFound<Row, Set extends object>(
  { finder, place, revision }: FindParts<Row, Set>,
  query: FindQuery,
  scope: FindScope,
) {
  const order = useSyncExternalStore(finder.rows.watch, finder.rows.order);
  const wanted = useMemo(() => ({ query, scope, place, revision, order }), [query, scope, place, revision, order]);
  const [found, setFound] = useState<readonly Found<Row>[]>([]);
  // What `found` is the whole answer to.
  const [done, setDone] = useState<object | null>(null);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const all = await finder.find(wanted.query, wanted.scope, wanted.place, (part) => {
        if (current) setFound([...part]);
      });
      if (!current || all === null) return;
      setFound(all);
      setDone(wanted);
    };
    const timer = setTimeout(() => {
      look().catch(() => setDone(wanted));
    }, SETTLES_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [finder, wanted]);
  return { found, looking: done !== wanted };
}

function toldOf({ changed, rejected, readOnly }: PutResult): string {
  const parts = [
    `${plural(changed, 'cell')} replaced`,
    rejected.length > 0 ? `${rejected.length} refused` : '',
    readOnly > 0 ? `${readOnly} in columns that cannot be typed into` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** Each refused text with its reason, once. */
function refusalsOf({ rejected }: PutResult): readonly string[] {
  const lines = [...new Set(rejected.map(({ text, message }) => `“${text}”: ${message}`))];
  const more = lines.length - MOST_LISTED;
  return more > 0 ? [...lines.slice(0, MOST_LISTED), `and ${plural(more, 'other')}`] : lines;
}
