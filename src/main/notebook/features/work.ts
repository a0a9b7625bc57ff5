/** Watching and stopping work. Here, where one thing is done at a time, none runs while another is asked; see `ipc/efforts.ts`. */
import type { NotebookHandlers } from '../context/context';

export const work = {
  'work.progress': () => null,
  'work.stop': () => ({ stopped: false }),
} satisfies Pick<NotebookHandlers, 'work.progress' | 'work.stop'>;
