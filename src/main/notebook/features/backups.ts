/** Copies of the notebook: those there are, and one more now. */
import type { NotebookHandlers } from '../context/context';

export const backupFeature = {
  'backup.list': ({ backups }) => backups.list(),
  'backup.now': ({ backups }) => ({ name: backups.make('manual') }),
} satisfies Pick<NotebookHandlers, 'backup.list' | 'backup.now'>;
