/** All migrations in order, and the one way they are run: each in a transaction together with its `user_version`. */
import { TieoutError } from '../../../contract/errors';
import { readPragma, type ReadableDb, type WritableDb } from '../db/db';
import { initial } from './0001-initial';
import { kinds } from './0002-kinds';
import { counted } from './0003-counted';
import { foldedSearch } from './0004-folded-search';
import { formats } from './0005-formats';
import { seals } from './0006-seals';
import { setTiers } from './0007-set-tiers';
import type { Migration } from './migration';

export const MIGRATIONS: readonly Migration[] = [initial, kinds, counted, foldedSearch, formats, seals, setTiers];

/** The `user_version` of the file: 0 for one that was never migrated. */
export const schemaVersion = (db: ReadableDb): number => readPragma(db, 'user_version');

/** The version to which `migrations` lead. */
export const latestVersion = (migrations: readonly Migration[] = MIGRATIONS): number => migrations.at(-1)?.version ?? 0;

/** Brings the schema up to the newest migration. A failing migration leaves the file as it was before that one. */
export function migrate(db: WritableDb, migrations: readonly Migration[] = MIGRATIONS): void {
  const from = schemaVersion(db);
  for (const migration of migrations.filter((m) => m.version > from)) {
    db.transaction(() => {
      migration.up(db);
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new TieoutError(
          'E_DAMAGED',
          `The migration ${migration.name} found broken references; nothing was changed.`,
        );
      }
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}
