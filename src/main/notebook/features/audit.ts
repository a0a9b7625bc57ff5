/** The audit: its numbers, its findings, and what the analyst answers to them. */
import type { NotebookHandlers } from '../context';
import { listFindings } from '../records/finding';
import { summarise } from '../summary';

export const auditFeature = {
  'audit.summary': ({ db, auditing }, { document }) => {
    auditing.settleIfQuick();
    return summarise(db, document);
  },

  'audit.run': ({ auditing, revision }) => {
    auditing.run();
    return { revision: revision() };
  },

  'finding.list': ({ db, auditing }, request) => {
    auditing.settleIfQuick();
    return listFindings(db, request);
  },

  'finding.setStatus': ({ command, now }, { keys, status, reason }) => {
    const label = `${WORDS[status]} ${keys.length === 1 ? 'finding' : `${keys.length} findings`}`;
    const { revision } = command(label, (tx) => {
      for (const id of keys) {
        if (status === 'open') tx.remove('finding_status', id);
        else if (tx.read('finding_status', id) === undefined)
          tx.insert('finding_status', { id, status, reason, at: now() });
        else tx.update('finding_status', id, { status, reason });
      }
    });
    return { revision };
  },
} satisfies Pick<NotebookHandlers, 'audit.summary' | 'audit.run' | 'finding.list' | 'finding.setStatus'>;

const WORDS = { open: 'Reopen', accepted: 'Accept', dismissed: 'Dismiss', explained: 'Explain' } as const;
