/**
 * Checks that the schema is what the migrations make and nothing else. A foreign trigger, view or computed column would
 * run when we read or write, so this is checked before any table is queried.
 */
import { all, connect, type ReadableDb } from './db/db';
import { migrate, MIGRATIONS, schemaVersion } from './migrations/index';
import type { Migration } from './migrations/migration';

type Schema = ReadonlyMap<string, string | null>;

/** Tables that FTS5 makes for itself, in words that may change with its version; only their names are ours. */
const SHADOW = /^table search_(data|idx|docsize|config|content)$/;

/** Tables, indexes, views and triggers that are not as the migrations make them: a dropped trigger protects nothing. */
export function schemaProblems(db: ReadableDb, migrations: readonly Migration[] = MIGRATIONS): readonly string[] {
  const have = readSchema(db);
  const want = ownSchema(schemaVersion(db), migrations);
  const names = new Set([...have.keys(), ...want.keys()]);
  return [...names]
    .filter((name) => !isSame(name, have, want))
    .map((name) => {
      if (!want.has(name)) return `Tieout did not make the ${name}`;
      return have.has(name) ? `the ${name} was altered` : `the ${name} is missing`;
    });
}

const isSame = (name: string, have: Schema, want: Schema): boolean =>
  have.get(name) === want.get(name) || (SHADOW.test(name) && have.has(name) && want.has(name));

const known = new Map<number, Schema>();

/** Made once a version: all the migrations run in memory for it. */
function ownSchema(version: number, migrations: readonly Migration[]): Schema {
  const made = migrations === MIGRATIONS ? known.get(version) : undefined;
  if (made !== undefined) return made;
  const fresh = connect(':memory:', { readOnly: false, timeout: 0 });
  try {
    migrate(
      fresh,
      migrations.filter((migration) => migration.version <= version),
    );
    const schema = readSchema(fresh);
    if (migrations === MIGRATIONS) known.set(version, schema);
    return schema;
  } finally {
    fresh.close();
  }
}

const readSchema = (db: ReadableDb): Schema =>
  new Map(
    all<{ name: string; sql: string | null }>(
      db,
      `SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    ).map((row) => [row.name, row.sql]),
  );
