/** The query cache as a React hook: it asks a query, answers its data, and draws again when a commit changes the data. */
import { useCallback, useSyncExternalStore } from 'react';
import type { TieoutError } from '../../../../contract/errors';
import { QueryCache, type Snapshot } from './cache';
import { call, type RequestOf, type ResponseOf } from './client';
import { type QueryMessage, READS } from './reads';

export interface QueryState<T> {
  readonly data: T | undefined;
  readonly error: TieoutError | null;
  /** True only until the first answer; a refresh keeps the old data on show and stays false. */
  readonly loading: boolean;
}

export const cache = new QueryCache();
const IDLE: Snapshot = { data: undefined, error: null, loading: false };

/**
 * Asks `message` with `request` and keeps the answer current. `null` asks nothing (no document chosen yet).
 * Requests are compared by value, so an object literal is fine.
 */
export function useQuery<M extends QueryMessage>(message: M, request: RequestOf<M> | null): QueryState<ResponseOf<M>> {
  const key = request === null ? null : `${message} ${JSON.stringify(request)}`;
  const subscribe = useCallback(
    (listener: () => void) => {
      if (key === null || request === null) return () => undefined;
      return cache.watch(key, READS[message], () => call(message, request), listener);
    },
    // The key is the request by value.
    // oxlint-disable-next-line react/exhaustive-deps
    [key],
  );
  const snapshot = useSyncExternalStore(subscribe, () => (key === null ? IDLE : cache.snapshot(key)));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entry was made under this message's key, from its answer
  return snapshot as QueryState<ResponseOf<M>>;
}
