/** Reports: the notes the analyst writes. Saves that follow one another are one undo step. */
import type { ReportRecord } from '../../../contract/records';
import { listed } from '../../storage/db/db';
import { readChange, readChangesBefore, readChangeset } from '../../storage/queries/changes';
import type { ReportRow } from '../../storage/db/rows';
import type { Context, NotebookHandlers } from '../context/context';
import { parseJson, parseStrings } from '../stored/json';
import { bodyCells } from '../stored/report-cells';
import { removeVersions } from '../records/report-version';
import { checkReport } from '../audit/report-check';
import { requireRecord } from '../stored/required-record';

/** Saves of one report are one undo step for this long after the first of them. */
const TOGETHER_MS = 60_000;

export const reports = {
  'report.list': ({ db }) =>
    listed<ReportRow>(db, 'SELECT * FROM report ORDER BY updated_at DESC, rowid DESC').map((row) => {
      const { body: _body, ...rest } = toReport(row);
      return rest;
    }),

  'report.read': ({ db }, { id }) => toReport(requireRecord(db, 'report', id)),

  'report.check': ({ db, auditing }, { id }) => {
    auditing.settleIfQuick();
    return checkReport(db, requireRecord(db, 'report', id));
  },

  'report.create': ({ command, newId, now }, { title, body, language }) => {
    const id = newId('r');
    const at = now();
    const { revision } = command('New report', (tx) => {
      tx.insert('report', { id, title, language, ...bodyCells(body), created_at: at, updated_at: at });
    });
    return { revision, id };
  },

  'report.save': (context, { id, title, body }) => {
    const row = requireRecord(context.db, 'report', id);
    const cells = { title, ...bodyCells(body) };
    if (row.title === title && row.body === cells.body) return { revision: context.revision() };
    const { revision } = context.command(
      `Edit report “${title}”`,
      (tx) => tx.update('report', id, { ...cells, updated_at: context.now() }),
      { step: stepToContinue(context, id) },
    );
    return { revision };
  },

  'report.remove': ({ db, command }, { id }) => {
    const row = requireRecord(db, 'report', id);
    const { revision } = command(`Remove report “${row.title}”`, (tx) => {
      removeVersions(tx, id);
      tx.remove('report', id);
    });
    return { revision };
  },
} satisfies Pick<
  NotebookHandlers,
  'report.list' | 'report.read' | 'report.check' | 'report.create' | 'report.save' | 'report.remove'
>;

function toReport(row: ReportRow): ReportRecord {
  const body = parseJson(row.body);
  return {
    id: row.id,
    title: row.title,
    body,
    language: row.language,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    words: row.words,
    figures: parseStrings(row.figures),
    sources: parseStrings(row.sources),
  };
}

/** The undo step of the last save, when nothing came between and it began less than a minute ago. */
function stepToContinue({ db, history, now }: Context, id: string): number | null {
  const [last] = readChangesBefore(db, Number.MAX_SAFE_INTEGER, 1);
  if (last === undefined || last.kind !== 'edit' || history.next('undo') !== last.step) return null;
  const began = readChange(db, last.step)?.at;
  if (began === undefined || Date.parse(now()) - Date.parse(began) > TOGETHER_MS) return null;
  const { added, updated, removed } = readChangeset(db, last.id);
  const isSave = added.size === 0 && removed.size === 0 && updated.size === 1 && updated.has(`report/${id}`);
  return isSave ? last.step : null;
}
