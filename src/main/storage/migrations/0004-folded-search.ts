/**
 * Words are searched folded: without accents, in one width and in simplified characters. What folds to something else is
 * kept beside the words as they stand, and the index reads the folded ones.
 */
import { fold } from '../../../core/base/fold';
import { all, run } from '../db/db';
import type { Migration } from './migration';

interface Entry {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

export const foldedSearch: Migration = {
  version: 4,
  name: '0004-folded-search',
  up: (db) => {
    db.exec(`
DROP TRIGGER search_entry_insert;
DROP TRIGGER search_entry_delete;
DROP TRIGGER search_entry_update;
DROP TABLE search;
ALTER TABLE search_entry ADD COLUMN title_folded TEXT;
ALTER TABLE search_entry ADD COLUMN body_folded TEXT;`);
    for (const { id, title, body } of all<Entry>(db, 'SELECT id, title, body FROM search_entry')) {
      const folded = { title: fold(title), body: fold(body) };
      if (folded.title === title && folded.body === body) continue;
      const kept = [folded.title === title ? null : folded.title, folded.body === body ? null : folded.body];
      run(db, 'UPDATE search_entry SET title_folded = ?, body_folded = ? WHERE id = ?', ...kept, id);
    }
    db.exec(`
CREATE VIEW searched AS
  SELECT id, COALESCE(title_folded, title) AS title, COALESCE(body_folded, body) AS body FROM search_entry;
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = 'searched', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TRIGGER search_entry_insert AFTER INSERT ON search_entry BEGIN
  INSERT INTO search (rowid, title, body)
  VALUES (new.id, COALESCE(new.title_folded, new.title), COALESCE(new.body_folded, new.body));
END;
CREATE TRIGGER search_entry_delete AFTER DELETE ON search_entry BEGIN
  INSERT INTO search (search, rowid, title, body)
  VALUES ('delete', old.id, COALESCE(old.title_folded, old.title), COALESCE(old.body_folded, old.body));
END;
CREATE TRIGGER search_entry_update AFTER UPDATE ON search_entry BEGIN
  INSERT INTO search (search, rowid, title, body)
  VALUES ('delete', old.id, COALESCE(old.title_folded, old.title), COALESCE(old.body_folded, old.body));
  INSERT INTO search (rowid, title, body)
  VALUES (new.id, COALESCE(new.title_folded, new.title), COALESCE(new.body_folded, new.body));
END;
INSERT INTO search (search) VALUES ('rebuild');`);
  },
};
