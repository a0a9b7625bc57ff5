/** The columns of the figures grid with the titles of the notebook's documents. */
import { useLayoutEffect, useMemo, useState } from 'react';
import { createStore } from '../../../app/state/store';
import { useQuery } from '../../../app/calls/use-query';
import { type FigureColumn, figureColumns } from './columns';

/** The same array at every drawing: a title is looked up when a cell is drawn, so a renamed document needs no new columns. */
export function useFigureColumns(): readonly FigureColumn[] {
  const { data: documents } = useQuery('document.list', {});
  const [titles] = useState(() => createStore<ReadonlyMap<string, string>>(new Map()));
  useLayoutEffect(() => titles.set(new Map(documents?.map(({ id, title }) => [id, title]))), [titles, documents]);
  return useMemo(() => figureColumns((id) => titles.get().get(id) ?? ''), [titles]);
}
