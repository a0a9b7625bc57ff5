/**
 * Seals: a SHA-256 over each change with its rows and the seal of the change before it, one over each line of the
 * score's history with the line before, and one over the facts about the file. SQLite's own check does not see a letter
 * that was altered inside a page; a seal that no longer fits does.
 */
import { createHash } from 'node:crypto';
import { all, first, run, type Bindable, type ReadableDb, type WritableDb } from './db';

/** What is sealed of a change, as it is stored. */
export interface SealedChange {
  readonly id: number;
  readonly label: string;
  readonly kind: string;
  readonly at: string;
  readonly records: number;
  readonly step: number;
}

/** One row of a change, as it is stored. */
export interface SealedRow {
  readonly seq: number;
  readonly tbl: string;
  readonly record: string;
  readonly before: Bindable;
  readonly after: Bindable;
}

/** Hashes cells one after the other, each with its type and length, so that no two lists of cells look the same. */
class Sealer {
  readonly #hash = createHash('sha256');

  add(...cells: readonly Bindable[]): this {
    for (const cell of cells) {
      if (cell === null) this.#hash.update('0;');
      else if (cell instanceof Uint8Array) this.#hash.update(`b${cell.length};`).update(cell);
      else if (typeof cell === 'string') this.#hash.update(`t${Buffer.byteLength(cell)};`).update(cell);
      else this.#hash.update(`n${cell};`);
    }
    return this;
  }

  end(): string {
    return this.#hash.digest('hex');
  }
}

/** The seal of a change that follows the one sealed `previous` ('' for the first). `rows` in the order of their numbers. */
export function sealOf(previous: string, change: SealedChange, rows: Iterable<SealedRow>): string {
  const { id, label, kind, at, records, step } = change;
  const sealer = new Sealer().add(previous, id, label, kind, at, records, step);
  for (const { seq, tbl, record, before, after } of rows) sealer.add(seq, tbl, record, before, after);
  return sealer.end();
}

/** The seal that change `id` has; '' where there is no such change, as before the first. */
export const sealAt = (db: ReadableDb, id: number): string =>
  first<{ seal: string }>(db, 'SELECT seal FROM change WHERE id = ?', id)?.seal ?? '';

/** The rows of a change, as they are sealed. */
const sealedRows = (db: ReadableDb, change: number): readonly SealedRow[] =>
  all<SealedRow>(db, 'SELECT seq, tbl, record, before, after FROM change_row WHERE change = ? ORDER BY seq', change);

const NO_UPDATE = `CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;`;

/** Seals all changes anew, inside the caller's transaction, and gives the seals: of a log from before there were any. */
export function sealLog(db: WritableDb): readonly string[] {
  const made: string[] = [];
  db.exec('DROP TRIGGER change_no_update');
  for (const change of all<SealedChange>(db, 'SELECT * FROM change ORDER BY id')) {
    const seal = sealOf(made.at(-1) ?? '', change, sealedRows(db, change.id));
    run(db, 'UPDATE change SET seal = ? WHERE id = ?', seal, change.id);
    made.push(seal);
  }
  db.exec(NO_UPDATE);
  return made;
}

/** Changes whose seal does not fit them, a line each; empty where the log is as it was written. */
export function brokenSeals(db: ReadableDb): readonly string[] {
  let previous = '';
  return all<SealedChange & { readonly seal: string }>(db, 'SELECT * FROM change ORDER BY id').flatMap((change) => {
    const wanted = sealOf(previous, change, sealedRows(db, change.id));
    previous = change.seal;
    return wanted === change.seal ? [] : [`change ${change.id} “${change.label}” is not as it was written`];
  });
}

interface ScoreLine {
  readonly id: number;
  readonly at: string;
  readonly figures: number;
  readonly tied: number;
  readonly open_findings: number;
}

const sealScore = (previous: string, { id, at, figures, tied, open_findings }: ScoreLine): string =>
  new Sealer().add(previous, id, at, figures, tied, open_findings).end();

const scoreLines = (db: ReadableDb, after: number): readonly ScoreLine[] =>
  all<ScoreLine>(db, 'SELECT id, at, figures, tied, open_findings FROM score_history WHERE id > ? ORDER BY id', after);

const SCORE_SEAL = 'score_seal';
const META_SEAL = 'meta_seal';

const readMetaRow = (db: ReadableDb, key: string): string | undefined =>
  first<{ value: string }>(db, 'SELECT value FROM meta WHERE key = ?', key)?.value;

const writeMetaRow = (db: WritableDb, key: string, value: string): number =>
  run(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );

/** Seals the lines of the score's history after line `after`; 0 seals all of them anew. */
export function sealScores(db: WritableDb, after: number): void {
  const start = after === 0 ? '' : (readMetaRow(db, SCORE_SEAL) ?? '');
  writeMetaRow(db, SCORE_SEAL, scoreLines(db, after).reduce(sealScore, start));
  sealMeta(db);
}

function metaSeal(db: ReadableDb): string {
  const rows = all<{ key: string; value: string }>(
    db,
    'SELECT key, value FROM meta WHERE key <> ? ORDER BY key',
    META_SEAL,
  );
  return new Sealer().add(...rows.flatMap(({ key, value }) => [key, value])).end();
}

/** Seals the facts about the file; after each of them was written, in the same transaction. */
export const sealMeta = (db: WritableDb): void => void writeMetaRow(db, META_SEAL, metaSeal(db));

/** What is altered in the score's history and in the facts about the file. */
export function brokenFacts(db: ReadableDb): readonly string[] {
  const broken: string[] = [];
  if (readMetaRow(db, META_SEAL) !== metaSeal(db)) broken.push('the facts about the file are not as they were written');
  if (readMetaRow(db, SCORE_SEAL) !== scoreLines(db, 0).reduce(sealScore, '')) {
    broken.push('the history of the score is not as it was written');
  }
  return [...broken, ...brokenCounters(db)];
}

/** Both tables are only added to, so that the number given last is the last number there is. */
const brokenCounters = (db: ReadableDb): readonly string[] =>
  ['change', 'score_history'].flatMap((table) => {
    const given = first<{ seq: number }>(db, 'SELECT seq FROM sqlite_sequence WHERE name = ?', table)?.seq ?? 0;
    const last = first<{ last: number | null }>(db, `SELECT max(id) AS last FROM ${table}`)?.last ?? 0;
    return given === last ? [] : [`the counter of ${table} is ${given}, its last line ${last}`];
  });
