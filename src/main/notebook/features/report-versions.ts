/** Versions of reports: kept under a name, compared in words and figures, restored. */
import { summarise } from '../../../core/report/body';
import { redlineOf } from '../../../core/report/redline';
import { first } from '../../storage/db/db';
import type { SavedViewRow } from '../../storage/db/rows';
import type { NotebookHandlers } from '../context/context';
import {
  type Kept,
  ownVersion,
  plainLines,
  stateNow,
  versionOf,
  versionPlace,
  versionsOf,
} from '../records/report-version';
import { bodyCells } from '../stored/report-cells';
import { requireRecord } from '../stored/required-record';

export const reportVersions = {
  'report.versions': ({ db }, { id }) => {
    const versions = versionsOf(db, id).map((one) => ({
      id: one.id,
      name: one.name,
      at: one.at,
      words: summarise(one.body).words,
    }));
    return versions.toSorted((a, b) => b.at.localeCompare(a.at));
  },

  'report.keep': ({ db, command, newId, now }, { id, name }) => {
    const state = JSON.stringify({ ...stateNow(db, requireRecord(db, 'report', id)), at: now() } satisfies Kept);
    const place = versionPlace(id);
    const done = command(`Keep version “${name}”`, (tx) => {
      const named = first<SavedViewRow>(tx.db, 'SELECT * FROM saved_view WHERE place = ? AND name = ?', place, name);
      if (named === undefined) {
        const fresh = newId('v');
        tx.insert('saved_view', { id: fresh, place, name, state });
        return fresh;
      }
      tx.update('saved_view', named.id, { state });
      return named.id;
    });
    return { revision: done.revision, id: done.value };
  },

  'report.compare': ({ db }, { id, since, until }) => {
    const report = requireRecord(db, 'report', id);
    const before = ownVersion(db, id, since);
    const after = until ? ownVersion(db, id, until) : stateNow(db, report);
    const figures = Object.entries(after.figures).flatMap(([figure, { name, text }]) => {
      const was = before.figures[figure];
      return was !== undefined && was.text !== text ? [{ name, before: was.text, after: text }] : [];
    });
    return {
      title: report.title,
      language: report.language,
      since: before.name,
      lines: redlineOf(plainLines(db, before), plainLines(db, after)).map((line) => ({
        ...line,
        runs: [...line.runs],
      })),
      figures,
    };
  },

  'report.restore': (context, { id, version }) => {
    const { title, body, name } = ownVersion(context.db, id, version);
    requireRecord(context.db, 'report', id);
    const { revision } = context.command(`Restore version “${name}”`, (tx) =>
      tx.update('report', id, { title, ...bodyCells(body), updated_at: context.now() }),
    );
    return { revision };
  },

  'report.forget': ({ db, command }, { version }) => {
    const { name } = versionOf(db, version);
    return { revision: command(`Remove version “${name}”`, (tx) => tx.remove('saved_view', version)).revision };
  },
} satisfies Pick<
  NotebookHandlers,
  'report.versions' | 'report.keep' | 'report.compare' | 'report.restore' | 'report.forget'
>;
