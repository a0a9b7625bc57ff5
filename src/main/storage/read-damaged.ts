/**
 * Reads what can still be read of a damaged file: every table by its row numbers, from both ends, and around the places
 * where pages are gone. The file itself is not touched; a copy is read, with the journals that lie beside it.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Cell } from '../../core/change/changeset';
import { connect, type ReadableDb } from './db/db';

export type RawRow = Readonly<Record<string, Cell | Uint8Array>>;

export interface DamagedTable {
  readonly rows: readonly RawRow[];
  /** True where some rows may be gone: a page of the table could not be read. */
  readonly torn: boolean;
}

export interface DamagedFile {
  readonly db: ReadableDb;
  readonly table: (name: string) => DamagedTable;
  readonly close: () => void;
}

const LOWEST_ROW = -1;
const HIGHEST_ROW = 2 ** 40;
const MOST_AFTER_THE_LAST = 2 ** 20;
/** What lies between two places that can be read is searched by halves, and only so often. */
const MOST_PROBES = 20_000;

/**
 * `all` looks around every place that cannot be read, which may take seconds; `in-order` reads each table up to the first
 * such place, which is enough to know that it is torn.
 */
export type Reach = 'all' | 'in-order';

/** Opens a copy of `file`, which is removed by `close`. Errors: those of the file system and of a file without a schema. */
export function openDamaged(file: string, reach: Reach = 'all'): DamagedFile {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-salvage-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.tieout');
    copyFileSync(file, copy);
    for (const ending of ['-wal', '-journal']) {
      if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending);
    }
    const db = connect(copy, { readOnly: false, timeout: 0 });
    db.unsafeMode();
    // A schema that is broken in one place still tells of the other tables.
    db.pragma('writable_schema = ON');
    db.pragma('trusted_schema = OFF');
    return {
      db,
      table: (name) => readTable(db, name, reach),
      close: () => {
        db.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function readTable(db: ReadableDb, name: string, reach: Reach): DamagedTable {
  const found = new Map<number, RawRow>();
  const reader = new TableReader(db, name, found, reach);
  const torn = !withoutStacks(() => reader.read());
  return { rows: [...found].sort(([a], [b]) => a - b).map(([, row]) => row), torn };
}

/** Thousands of probes fail where many pages are gone, and nobody reads their stacks: writing them took most of the time. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

type Walk = 'up' | 'down';
type ReadRow = Readonly<Record<string, Cell | Uint8Array>>;

class TableReader {
  #probes = 0;
  #torn = false;
  readonly #walks: Readonly<Record<Walk, Database.Statement<[number, number], ReadRow>>> | null;

  constructor(
    db: ReadableDb,
    name: string,
    private readonly found: Map<number, RawRow>,
    private readonly reach: Reach,
  ) {
    if (!isPlainTable(db, name)) {
      this.#walks = null;
      return;
    }
    const sql = `SELECT rowid AS rowid_, * FROM ${name} NOT INDEXED WHERE rowid > ? AND rowid < ? ORDER BY rowid`;
    try {
      this.#walks = { up: db.prepare(`${sql} ASC`), down: db.prepare(`${sql} DESC`) };
    } catch {
      this.#walks = null;
    }
  }

  /** False where something could not be read. */
  read(): boolean {
    if (this.#walks === null) return false;
    this.#between(LOWEST_ROW, HIGHEST_ROW);
    return !this.#torn;
  }

  /** Everything after row `low` and before row `high`. */
  #between(low: number, high: number): void {
    if (high - low <= 1 || this.#probes >= MOST_PROBES) return;
    this.#probes += 1;
    const up = this.#walk(low, high, 'up');
    if (up === null) return;
    this.#torn = true;
    if (this.reach === 'in-order') return;
    let down = this.#walk(up, high, 'down');
    if (down === null) return;
    // Where the last rows are gone nothing says how many they were.
    if (down === HIGHEST_ROW) down = Math.max(up, 0) + MOST_AFTER_THE_LAST;
    if (down - up <= 2) return;
    const middle = Math.floor((up + down) / 2);
    this.#between(up, middle + 1);
    this.#between(middle, down);
  }

  /** Reads rows in order until the end, and gives null, or until an error, and gives the last row that was read. */
  #walk(low: number, high: number, order: Walk): number | null {
    let last = order === 'up' ? low : high;
    try {
      for (const { rowid_, ...cells } of this.#walks?.[order].iterate(low, high) ?? []) {
        if (typeof rowid_ !== 'number') continue;
        last = rowid_;
        this.found.set(rowid_, cells);
      }
      return null;
    } catch {
      return last;
    }
  }
}

/** A view or a virtual table under a table's name would run what somebody else wrote. */
function isPlainTable(db: ReadableDb, name: string): boolean {
  try {
    const sql = db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(name);
    return typeof sql === 'string' && /^CREATE TABLE\b/i.test(sql);
  } catch {
    return false;
  }
}
