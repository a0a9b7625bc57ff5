/**
 * Writes everything that can be read of a damaged notebook into a new one, and says what is lost. Records that their
 * own table no longer gives are taken from the change log, which tells of each of them too. What is derived is made
 * anew.
 */
import { diff, splitKey, type RecordKey, type Records, type Row } from '../../../core/change/changeset';
import { run, type WritableDb } from '../../storage/db/db';
import { damaged, translate } from '../../storage/errors';
import { openNotebook, setAsideLogs } from '../../storage/open';
import { type DamagedFile, openDamaged, type RawRow } from '../../storage/read-damaged';
import { appendChange } from '../../storage/queries/changes';
import { sha256 } from '../../storage/queries/content';
import { insertRecord, readAllRecords } from '../../storage/records';
import { RECORD_TABLES } from '../../storage/db/rows';
import { sealLog, sealScores } from '../../storage/db/seals';
import { replayLog } from '../../storage/replay';
import { rebuildIndex } from '../../storage/queries/search-index';
import { refuseOverNotebook } from '../../storage/target';
import { moveWhole, removeTemporary, syncFile, temporaryBeside } from '../../storage/whole-file';
import { settleReferences } from './salvage-references';

export interface Salvaged {
  /** What could not be read or had to be changed, a line each; empty where the new notebook is all that the old one was. */
  readonly lost: readonly string[];
}

/** Reads `from`, which stays as it is, into a new notebook at `to`. Errors: E_DAMAGED where not even the schema can be read. */
export function salvage(from: string, to: string, now: string): Salvaged {
  refuseOverNotebook(to);
  const temporary = temporaryBeside(to);
  try {
    const result = salvageInto(from, temporary, now);
    syncFile(temporary);
    setAsideLogs(to);
    moveWhole(temporary, to);
    return result;
  } catch (error) {
    throw translate(error, from);
  } finally {
    removeTemporary(temporary);
  }
}

/** Thrown at the first loss by a rescue that is worth nothing with one. */
class LossFound extends Error {}

/**
 * As `salvage`, into a file that is nobody's yet. With `wholeOrNothing` it throws `LossFound` at the first thing lost: then
 * no table is searched around its torn places, since what they held is either in the log or lost.
 */
export function salvageInto(from: string, to: string, now: string, wholeOrNothing = false): Salvaged {
  const old = openDamaged(from, wholeOrNothing ? 'in-order' : 'all');
  try {
    const open = openNotebook(to, { create: true });
    try {
      return new Salvage(old, open.db, from, now, wholeOrNothing).run();
    } finally {
      open.close();
    }
  } finally {
    old.close();
  }
}

class Salvage {
  readonly #lost: string[] = [];
  /** Texts that no longer give their hash, by the hash they had. */
  readonly #rehashed = new Map<string, string>();

  constructor(
    private readonly old: DamagedFile,
    private readonly db: WritableDb,
    private readonly from: string,
    private readonly now: string,
    private readonly wholeOrNothing: boolean,
  ) {}

  run(): Salvaged {
    this.db.transaction(() => {
      const logged = this.#copyLog();
      this.#copyContent();
      const found = this.#copyRecords(logged);
      if (found === 0) throw damaged(this.from, 'no record could be read');
      this.#say(settleReferences(this.db));
      this.#copyScores();
      this.#noteSalvage(logged);
      rebuildIndex(this.db);
    })();
    return { lost: this.#lost };
  }

  /** The history as it was and the records it tells of; null where it is not whole, and then it begins anew. */
  #copyLog(): Records | null {
    const changes = this.old.table('change');
    const rows = this.old.table('change_row');
    if (changes.torn || rows.torn || changes.rows.some((row, index) => row['id'] !== index + 1)) return this.#noLog();
    try {
      return this.db.transaction(() => {
        for (const { seal: _, ...row } of changes.rows) this.#insertRaw('change', row);
        for (const row of rows.rows) this.#insertRaw('change_row', row);
        const seals = sealLog(this.db);
        this.#say(otherwiseSealed(changes.rows, seals));
        const replayed = replayLog(this.db);
        if ('problem' in replayed) throw damaged(this.from, replayed.problem);
        return replayed.records;
      })();
    } catch {
      return this.#noLog();
    }
  }

  #noLog(): null {
    this.#lose('The history of changes cannot be read whole: the new notebook begins with one change, this rescue.');
    return null;
  }

  #insertRaw(table: string, row: RawRow): void {
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    run(this.db, sql, ...Object.values(row));
  }

  #copyContent(): void {
    const { rows, torn } = this.old.table('content');
    if (torn) this.#lose('Some texts or original files cannot be read.');
    for (const { sha256: name, data } of rows) {
      if (!(data instanceof Uint8Array) || typeof name !== 'string') continue;
      const hash = sha256(data);
      if (hash !== name) this.#rehashed.set(name, hash);
      run(this.db, 'INSERT INTO content (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, data);
    }
  }

  /** Gives how many records there are. */
  #copyRecords(logged: Records | null): number {
    let count = 0;
    for (const table of RECORD_TABLES) {
      const { rows, torn } = this.old.table(table);
      const wanted = new Map<string, Row>();
      for (const [key, row] of logged ?? []) {
        const { table: of, id } = splitKey(key);
        if (of === table) wanted.set(id, row);
      }
      const seen = new Set<string>();
      for (const row of rows) {
        const id = row['id'];
        if (typeof id !== 'string' || seen.has(id)) continue;
        if (this.#insert(table, id, row, wanted.get(id))) seen.add(id);
      }
      for (const [id, row] of wanted) if (!seen.has(id) && this.#insert(table, id, row, undefined)) seen.add(id);
      if (torn && logged === null) this.#lose(`Some records of “${table}” cannot be read.`);
      count += seen.size;
    }
    return count;
  }

  /** Where the record as it stands is refused by its own table, what the log says of it is taken. */
  #insert(table: (typeof RECORD_TABLES)[number], id: string, row: RawRow, logged: Row | undefined): boolean {
    for (const version of [row, logged]) {
      if (version === undefined) continue;
      try {
        insertRecord(this.db, table, this.#withHashes(table, version));
        return true;
      } catch {
        // The next version, if there is one.
      }
    }
    this.#lose(`${table} ${id}: it was altered so that it can no longer be kept.`);
    return false;
  }

  #withHashes(table: string, row: RawRow): Row {
    const cells: Record<string, string | number | null> = {};
    for (const [name, value] of Object.entries(row)) {
      if (value instanceof Uint8Array) continue;
      const renamed = name.endsWith('_sha256') && typeof value === 'string' ? this.#rehashed.get(value) : undefined;
      if (renamed !== undefined)
        this.#lose(`${table} ${String(row['id'])}: letters of its ${WHAT[name] ?? name} were altered.`);
      cells[name] = renamed ?? value;
    }
    return cells;
  }

  #copyScores(): void {
    for (const row of this.old.table('score_history').rows) {
      try {
        this.#insertRaw('score_history', row);
      } catch {
        // A line of a curve: nothing rests on it.
      }
    }
    sealScores(this.db, 0);
  }

  /** One by one: a damaged notebook may have lost more records than a call takes arguments. */
  #say(lines: readonly string[]): void {
    for (const line of lines) this.#lose(line);
  }

  #lose(line: string): void {
    if (this.wholeOrNothing) throw new LossFound(line);
    this.#lost.push(line);
  }

  /** The log must tell of every record: what it does not tell of is one more change. */
  #noteSalvage(logged: Records | null): void {
    const difference = diff(logged ?? new Map(), readAllRecords(this.db));
    const touched = difference.added.size + difference.updated.size + difference.removed.size;
    if (logged !== null && touched === 0) return;
    if (logged !== null) this.#say(describe(difference.updated.keys(), difference.removed.keys()));
    appendChange(
      this.db,
      { label: 'Rescue from a damaged notebook', kind: 'import', at: this.now, step: null },
      difference,
    );
  }
}

/** Changes of a log that was sealed, and whose seals are others now: a letter of them was altered. */
const otherwiseSealed = (rows: readonly RawRow[], seals: readonly string[]): readonly string[] => {
  const first = rows.findIndex(({ seal }, index) => typeof seal === 'string' && seal !== seals[index]);
  return first === -1 ? [] : [`The history from change ${first + 1} on: it is not as it was written.`];
};

const WHAT: Readonly<Record<string, string>> = {
  original_sha256: 'original file',
  text_sha256: 'text',
  layout_sha256: 'outline',
  pages_sha256: 'pages',
};

function describe(updated: Iterable<RecordKey>, removed: Iterable<RecordKey>): readonly string[] {
  return [
    ...[...updated].map((key) => `${key.replace('/', ' ')}: it is not what the history says of it.`),
    ...[...removed].map((key) => `${key.replace('/', ' ')}: gone.`),
  ];
}
