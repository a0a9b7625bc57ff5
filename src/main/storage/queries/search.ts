/** Asks the search index: trigrams for three characters and more, a plain look for shorter ones such as two in Chinese. */
import { searchForm } from '../../../core/base/fold';
import { all, type ReadableDb } from '../db/db';
import type { SearchEntry } from './search-index';

/** Below this a trigram index knows nothing. */
const TRIGRAM = 3;

/** In characters, as the trigram index counts them. */
const lengthOf = (word: string): number => Array.from(word).length;

/** Entries that hold every one of `words`, which are folded as the index is, best first: those with a word in the title, then as they came in. */
export function searchEntries(db: ReadableDb, words: readonly string[], limit: number): readonly SearchEntry[] {
  const long = words.filter((word) => lengthOf(word) >= TRIGRAM);
  const short = words.filter((word) => lengthOf(word) < TRIGRAM);
  const likes = short.map(
    () =>
      `(COALESCE(e.title_folded, e.title) LIKE ? ESCAPE '\\' OR COALESCE(e.body_folded, e.body) LIKE ? ESCAPE '\\')`,
  );
  const values = short.flatMap((word) => [pattern(word), pattern(word)]);
  const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ');
  const where = [...(match === '' ? [] : ['search MATCH ?']), ...likes].join(' AND ');
  const from = match === '' ? 'search_entry e' : 'search JOIN search_entry e ON e.id = search.rowid';
  return all<SearchEntry>(
    db,
    `SELECT e.kind, e.ref, e.document, e.start_at, e.end_at, e.title, e.body FROM ${from} WHERE ${where} LIMIT ?`,
    ...(match === '' ? [] : [match]),
    ...values,
    limit,
  );
}

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
