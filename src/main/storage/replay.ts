/** The change log replayed from nothing: it must run without conflict and end in the records that are there. */
import { applyTo, type RecordKey, type Records, type Row } from '../../core/change/changeset';
import type { ReadableDb } from './db/db';
import { readChanges, readChangeset } from './queries/changes';
import { readAllRecords } from './records';
import { brokenFacts, brokenSeals } from './db/seals';

/** The records the log tells of, or what keeps it from being replayed. */
export function replayLog(db: ReadableDb): { readonly records: Records } | { readonly problem: string } {
  const records = new Map<RecordKey, Row>();
  let expected = 1;
  for (const change of readChanges(db)) {
    if (change.id !== expected) return { problem: `change ${expected} is missing from the log` };
    expected += 1;
    const changeset = readChangeset(db, change.id);
    const touched = changeset.added.size + changeset.updated.size + changeset.removed.size;
    if (touched !== change.records) {
      return { problem: `change ${change.id} has ${touched} of its ${change.records} records` };
    }
    if (applyTo(records, changeset).length > 0) {
      return { problem: `change ${change.id} “${change.label}” does not follow from those before it` };
    }
  }
  return { records };
}

/** What is not as it was written: the log by its seals, the records by the log, the facts about the file. A log of which some line cannot be read is broken, not the end of the look. */
export function brokenHistory(db: ReadableDb): readonly string[] {
  try {
    const replayed = replayLog(db);
    return [
      ...('problem' in replayed ? [replayed.problem] : compareRecords(replayed.records, readAllRecords(db))),
      ...brokenSeals(db),
      ...brokenFacts(db),
    ];
  } catch (error) {
    return [`the change log cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function compareRecords(logged: Records, found: Records): readonly string[] {
  const wrong: string[] = [];
  for (const [key, row] of found) {
    const told = logged.get(key);
    if (told === undefined) wrong.push(`${key} is not in the log`);
    else if (Object.keys(row).some((column) => (row[column] ?? null) !== (told[column] ?? null))) {
      wrong.push(`${key} is not what the log says`);
    }
  }
  for (const key of logged.keys()) if (!found.has(key)) wrong.push(`${key} is in the log but not in the notebook`);
  return wrong;
}
