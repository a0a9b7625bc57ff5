/** The watch list: every indicator with its readings. */
import type { NotebookHandlers } from '../context/context';
import { watchList } from '../figures/watch-list';

export const watch = {
  'watch.list': ({ db }) => watchList(db),
} satisfies Pick<NotebookHandlers, 'watch.list'>;
