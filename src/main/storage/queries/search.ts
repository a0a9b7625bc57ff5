/** Asks the search index: trigrams for three characters and more, a plain look for shorter ones such as two in Chinese. */
import { searchForm } from '../../../core/base/fold';
import { all, first, type ReadableDb } from '../db/db';
import type { SearchEntry } from './search-index';

/** Below this a trigram index knows nothing. */
const TRIGRAM = 3;

/** In characters, as the trigram index counts them. */
const lengthOf = (word: string): number => Array.from(word).length;

/** Where no index helps, so many entries are looked through between one step and the next. */
const AT_A_TIME = 50_000;

/**
 * Entries that hold every one of `words`, which are folded as the index is, best first: those with a word in the title, then
 * as they came in. `step` is asked between parts of a long look and may throw.
 */
export function searchEntries(
  db: ReadableDb,
  words: readonly string[],
  limit: number,
  step: () => void = () => undefined,
): readonly SearchEntry[] {
  const long = words.filter((word) => lengthOf(word) >= TRIGRAM);
  const short = words.filter((word) => lengthOf(word) < TRIGRAM);
  const likes = short.map(
    () =>
      `(COALESCE(e.title_folded, e.title) LIKE ? ESCAPE '\\' OR COALESCE(e.body_folded, e.body) LIKE ? ESCAPE '\\')`,
  );
  const values = short.flatMap((word) => [pattern(word), pattern(word)]);
  const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ');
  const columns = 'e.kind, e.ref, e.document, e.start_at, e.end_at, e.title, e.body';
  step();
  if (match !== '') {
    const where = ['search MATCH ?', ...likes].join(' AND ');
    const sql = `SELECT ${columns} FROM search JOIN search_entry e ON e.id = search.rowid WHERE ${where} LIMIT ?`;
    return all<SearchEntry>(db, sql, match, ...values, limit);
  }
  const sql = `SELECT ${columns} FROM search_entry e WHERE e.id > ? AND e.id <= ? AND ${likes.join(' AND ')} ORDER BY e.id LIMIT ?`;
  const found: SearchEntry[] = [];
  let from = Number.MIN_SAFE_INTEGER;
  while (from < Number.MAX_SAFE_INTEGER && found.length < limit) {
    step();
    const to = endOfPart(db, from);
    found.push(...all<SearchEntry>(db, sql, from, to, ...values, limit - found.length));
    from = to;
  }
  return found;
}

/** The id up to which a part of the entries after `from` goes: a stranger's notebook may have any ids. */
const endOfPart = (db: ReadableDb, from: number): number =>
  first<{ readonly id: number }>(
    db,
    'SELECT id FROM search_entry WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?',
    from,
    AT_A_TIME - 1,
  )?.id ?? Number.MAX_SAFE_INTEGER;

const pattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** The words in the names of what is indexed (metrics, entities, titles), with how often each stands there. */
export function wordsOfNames(db: ReadableDb): ReadonlyMap<string, number> {
  const names = all<{ readonly name: string; readonly n: number }>(
    db,
    "SELECT COALESCE(title_folded, title) AS name, count(*) AS n FROM search_entry WHERE kind <> 'passage' GROUP BY 1",
  );
  const words = new Map<string, number>();
  for (const { name, n } of names) {
    for (const word of searchForm(name).split(/[^\p{L}\p{N}]+/u)) {
      if (word.length >= TRIGRAM) words.set(word, (words.get(word) ?? 0) + n);
    }
  }
  return words;
}
