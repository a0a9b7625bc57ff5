/** What of each record can be searched, and how the index is kept in step with it. */
import type { Row } from '../../../core/change/changeset';
import { FIELD_NAMES, fieldOf } from '../../../core/figure/fields';
import { fold } from '../../../core/base/fold';
import { splitPassages } from './passages';
import { all, run, type ReadableDb, type WritableDb } from '../db/db';
import { readText } from './content';
import type { RecordTable } from '../db/rows';
import { sourceTitle } from '../../../core/citation/source-name';

export interface SearchEntry {
  readonly kind: 'figure' | 'source' | 'document' | 'passage' | 'note' | 'annotation' | 'structure' | 'report';
  readonly ref: string;
  readonly document: string | null;
  readonly start_at: number | null;
  readonly end_at: number | null;
  readonly title: string;
  readonly body: string;
}

type Entries = (db: ReadableDb, row: Row) => readonly SearchEntry[];
type Kind = SearchEntry['kind'];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const words = (...parts: readonly unknown[]): string => parts.map(text).filter(Boolean).join(' · ');

function entry(kind: Kind, row: Row, title: string, body: string): SearchEntry {
  return {
    kind,
    ref: text(row['id']),
    document: kind === 'document' ? text(row['id']) : textOrNull(row['document']),
    start_at: numberOrNull(row['start_at']),
    end_at: numberOrNull(row['end_at']),
    title,
    body,
  };
}

/** All text inside a JSON value, joined: for CSL items and the editor's documents. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textIn).filter(Boolean).join(' ');
  if (typeof value === 'object' && value !== null) return textIn(Object.values(value));
  return '';
}

/** The words of an editor document without its node names and attributes. */
function proseIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(proseIn).filter(Boolean).join(' ');
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  return 'content' in node ? proseIn(node.content) : '';
}

/** What is no JSON is found by its letters. */
function parse(json: unknown): unknown {
  if (typeof json !== 'string') return null;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** What a person wrote of a source: neither its id nor its type. */
function sourceWords(csl: unknown): string {
  if (typeof csl !== 'object' || csl === null) return '';
  return Object.entries(csl)
    .filter(([member]) => member !== 'id' && member !== 'type')
    .map(([, value]) => textIn(value))
    .filter(Boolean)
    .join(' ');
}

/** The cells by which the index finds a figure, in the order of its fields. */
const indexedAs = (as: 'name' | 'words', row: Row): readonly unknown[] =>
  INDEXED[as].map(({ columns, otherwise }) => row[columns[0]] ?? (otherwise === undefined ? null : row[otherwise]));

const indexedFields = (as: 'name' | 'words') => FIELD_NAMES.map(fieldOf).filter(({ indexed }) => indexed === as);
/** Worked out once: a table of a hundred thousand rows asks for each. */
const INDEXED = { name: indexedFields('name'), words: indexedFields('words') };

const MAKE: Partial<Record<RecordTable, { readonly kinds: readonly Kind[]; readonly entries: Entries }>> = {
  figure: {
    kinds: ['figure'],
    entries: (_, row) => [
      entry(
        'figure',
        row,
        words(...indexedAs('name', row)) || text(row['quote']),
        words(row['quote'], ...indexedAs('words', row)),
      ),
    ],
  },
  source: {
    kinds: ['source'],
    entries: (_, row) => {
      const csl = parse(row['csl']);
      return [entry('source', row, sourceTitle(csl), sourceWords(csl))];
    },
  },
  document: {
    kinds: ['document', 'passage'],
    entries: (db, row) => {
      const id = text(row['id']);
      const body = words(row['file_name'], row['author'], row['publisher'], row['entity']);
      return [entry('document', row, text(row['title']), body), ...passages(db, id, row)];
    },
  },
  note: { kinds: ['note'], entries: (_, row) => [entry('note', row, '', text(row['body']))] },
  annotation: {
    kinds: ['annotation'],
    entries: (_, row) => [entry('annotation', row, text(row['exact']), words(row['body'], textIn(parse(row['tags']))))],
  },
  structure_item: {
    kinds: ['structure'],
    entries: (_, row) => [
      entry('structure', row, text(row['label']), words(row['quote'], textIn(parse(row['fields'])))),
    ],
  },
  report: {
    kinds: ['report'],
    entries: (_, row) => [entry('report', row, text(row['title']), proseIn(parse(row['body'])))],
  },
};

function passages(db: ReadableDb, id: string, row: Row): readonly SearchEntry[] {
  const title = text(row['title']);
  return splitPassages(readText(db, text(row['text_sha256']))).map(({ start, end, text: body }) => ({
    kind: 'passage',
    ref: id,
    document: id,
    start_at: start,
    end_at: end,
    title,
    body,
  }));
}

/** The entries a record should have; none for tables that are not searched. */
const entriesOf = (db: ReadableDb, table: RecordTable, row: Row): readonly SearchEntry[] =>
  MAKE[table]?.entries(db, row) ?? [];

/** A record as it was and as it is; null where there was or is none. */
export interface IndexedChange {
  readonly table: RecordTable;
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/**
 * Puts the entries of changed records in step with what they are now; writes nothing where their words did not change.
 * `step` is asked between statements and may throw.
 */
export function indexRecords(
  db: WritableDb,
  changes: Iterable<IndexedChange>,
  step: () => void = () => undefined,
): void {
  const gone = new Map<Kind, string[]>();
  const made: SearchEntry[] = [];
  for (const { table, id, before, after } of changes) {
    const make = MAKE[table];
    if (make === undefined || (before === null && after === null)) continue;
    const entries = after === null ? [] : make.entries(db, after);
    if (before !== null) {
      if (after !== null && sameEntries(make.entries(db, before), entries)) continue;
      for (const kind of make.kinds) listOf(gone, kind).push(id);
    }
    for (const one of entries) made.push(one);
  }
  for (const [kind, refs] of gone) removeEntries(db, kind, refs);
  insertEntries(db, made, step);
}

function listOf<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const sameEntries = (a: readonly SearchEntry[], b: readonly SearchEntry[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Many a statement: at the end of each, the index writes out what it has gathered. */
const A_STATEMENT = 200;

function removeEntries(db: WritableDb, kind: Kind, refs: readonly string[]): void {
  for (let from = 0; from < refs.length; from += A_STATEMENT) {
    const some = refs.slice(from, from + A_STATEMENT);
    // The same words over and over make one prepared statement: what is missing in the last one is its first again.
    const padded =
      some.length === 1 ? some : [...some, ...Array<string>(A_STATEMENT - some.length).fill(some[0] ?? '')];
    run(db, `DELETE FROM search_entry WHERE kind = ? AND ref IN (${marks(padded.length)})`, kind, ...padded);
  }
}

function insertEntries(db: WritableDb, entries: readonly SearchEntry[], step: () => void = () => undefined): void {
  const whole = entries.length - (entries.length % A_STATEMENT);
  for (let from = 0; from < whole; from += A_STATEMENT) {
    step();
    insertSome(db, entries.slice(from, from + A_STATEMENT));
  }
  for (const one of entries.slice(whole)) insertSome(db, [one]);
}

function insertSome(db: WritableDb, entries: readonly SearchEntry[]): void {
  const rows = entries.map(() => `(${marks(9)})`).join(', ');
  run(
    db,
    `INSERT INTO search_entry (kind, ref, document, start_at, end_at, title, body, title_folded, body_folded) VALUES ${rows}`,
    ...entries.flatMap((one) => [
      one.kind,
      one.ref,
      one.document,
      one.start_at,
      one.end_at,
      one.title,
      one.body,
      foldedOf(one.title),
      foldedOf(one.body),
    ]),
  );
}

/** Kept only where it says something else. */
function foldedOf(words: string): string | null {
  const folded = fold(words);
  return folded === words ? null : folded;
}

const marks = (count: number): string => Array<string>(count).fill('?').join(', ');

/** Tables whose records are searched. */
const SEARCHED_TABLES: readonly RecordTable[] = [
  'document',
  'source',
  'figure',
  'annotation',
  'structure_item',
  'note',
  'report',
];

/** Makes the whole index anew from the records. */
export function rebuildIndex(db: WritableDb): void {
  db.transaction(() => {
    db.exec('DELETE FROM search_entry');
    for (const table of SEARCHED_TABLES) {
      for (const row of all<Row>(db, `SELECT * FROM ${table} ORDER BY rowid`)) {
        insertEntries(db, entriesOf(db, table, row));
      }
    }
    db.exec(`INSERT INTO search (search) VALUES ('rebuild')`);
  }).immediate();
}

/** What the index holds that the records do not say, or lacks; empty when the two agree. */
export function disagreements(db: ReadableDb): readonly string[] {
  const found: string[] = [];
  const fields = 'kind, ref, document, start_at, end_at, title, body';
  const have = new Map<string, number>();
  const bump = (key: string, by: number): void => {
    have.set(key, (have.get(key) ?? 0) + by);
  };
  for (const one of all<SearchEntry>(db, `SELECT ${fields} FROM search_entry`)) bump(JSON.stringify(one), 1);
  for (const table of SEARCHED_TABLES) {
    for (const row of all<Row>(db, `SELECT * FROM ${table}`)) {
      for (const one of entriesOf(db, table, row)) bump(JSON.stringify(one), -1);
    }
  }
  for (const [key, n] of have)
    if (n !== 0) found.push(`${n > 0 ? 'stale' : 'missing'} search entry ${key.slice(0, 120)}`);
  return found;
}
