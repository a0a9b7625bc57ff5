/** The audit: its numbers, its findings, and what the analyst answers to them. */
import { TieoutError } from '../../../contract/errors';
import { first } from '../../storage/db/db';
import { scoreHistory } from '../../storage/queries/score-history';
import type { Recorder } from '../../storage/recorder';
import type { FindingRow, FindingStatusRow } from '../../storage/db/rows';
import type { NotebookHandlers } from '../context/context';
import { listFindings, refsOf } from '../records/finding';
import { listRules } from '../records/rules';
import { summarise } from '../audit/summary';

export const auditFeature = {
  'audit.summary': ({ db, auditing, sums }, { document }) => {
    auditing.settleIfQuick();
    return summarise(db, sums, document);
  },

  'audit.run': ({ auditing, revision }) => {
    auditing.run();
    return { revision: revision() };
  },

  'audit.history': ({ db, auditing }, { limit }) => {
    auditing.settleIfQuick();
    return scoreHistory(db, limit);
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
        else answer(tx, id, { status, reason }, now());
      }
    });
    return { revision };
  },

  'finding.choose': ({ db, command, now }, { key, figure, reason }) => {
    const row = first<FindingRow>(db, 'SELECT * FROM finding WHERE key = ?', key);
    const figures = row === undefined ? [] : [...new Set(refsOf(row).map((ref) => ref.figure))];
    if (!figures.includes(figure)) {
      throw new TieoutError('E_NOT_FOUND', 'This conflict is no longer there: check the list of findings again.', {
        key,
      });
    }
    const { revision } = command('Choose between values', (tx) => {
      for (const id of figures) {
        tx.update('figure', id, { review: id === figure ? 'ticked' : 'disputed', reviewed_at: now() });
      }
      answer(tx, key, { status: 'explained', reason }, now());
    });
    return { revision };
  },

  'rule.list': ({ db, auditing }) => {
    auditing.settleIfQuick();
    return listRules(db);
  },

  'rule.set': ({ db, command, now }, { rule, off }) => {
    const known = listRules(db).find((one) => one.id === rule);
    if (known === undefined) throw new TieoutError('E_NOT_FOUND', `There is no rule ${rule}.`);
    const label = `Switch ${rule} ${off === null ? 'on' : 'off'}`;
    const { revision } = command(label, (tx) => {
      if (off === null) {
        if (known.off !== null) tx.remove('rule_off', rule);
      } else if (known.off === null) tx.insert('rule_off', { id: rule, reason: off, at: now() });
      else tx.update('rule_off', rule, { reason: off });
    });
    return { revision };
  },
} satisfies Pick<
  NotebookHandlers,
  | 'audit.summary'
  | 'audit.run'
  | 'audit.history'
  | 'finding.list'
  | 'finding.setStatus'
  | 'finding.choose'
  | 'rule.list'
  | 'rule.set'
>;

const WORDS = { open: 'Reopen', accepted: 'Accept', dismissed: 'Dismiss', explained: 'Explain' } as const;

function answer(tx: Recorder, id: string, said: Pick<FindingStatusRow, 'status' | 'reason'>, at: string): void {
  if (tx.read('finding_status', id) !== undefined) {
    tx.update('finding_status', id, said);
    return;
  }
  const row = first<FindingRow>(tx.db, 'SELECT * FROM finding WHERE key = ?', id);
  const figure = row === undefined ? null : (refsOf(row)[0]?.figure ?? null);
  tx.insert('finding_status', { id, rule: row?.rule ?? '', figure, ...said, at });
}
