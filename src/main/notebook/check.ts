/** Is a notebook whole: pages and references, texts by their hashes, quotes in their texts, search index, change log. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, connect, type ReadableDb } from '../storage/db';
import { alteredContent } from '../storage/queries/content';
import { brokenHistory } from '../storage/replay';
import { disagreements } from '../storage/search-index';
import { sqliteProblems } from '../storage/verify';
import type { Context } from './context';
import { JSON_CELLS, parseJson } from './json';
import { listDocuments } from './features/documents';

export interface Problem {
  readonly check: 'file' | 'texts' | 'quotes' | 'cells' | 'search' | 'history';
  readonly message: string;
}

const SHOWN = 20;

/** Everything that is wrong; empty when the notebook is whole. Changes nothing. */
export function checkNotebook(context: Context): readonly Problem[] {
  const { db } = context;
  const file = sqliteProblems(db);
  // With broken pages every further look may fail on them and say less.
  if (file.length > 0) return problems('file', file);
  const texts = alteredContent(db).map((hash) => `the content ${hash} was altered`);
  return [
    ...problems('texts', texts),
    ...(texts.length === 0 ? problems('quotes', strayQuotes(context)) : []),
    ...(texts.length === 0 ? problems('search', [...disagreements(db), ...brokenIndex(db)]) : []),
    ...problems('cells', badCells(db)),
    ...problems('history', brokenHistory(db)),
  ];
}

function problems(check: Problem['check'], messages: readonly string[]): readonly Problem[] {
  const shown = messages.slice(0, SHOWN).map((message) => ({ check, message }));
  const more = messages.length - shown.length;
  return more > 0 ? [...shown, { check, message: `and ${more} more` }] : shown;
}

interface Quoted {
  readonly id: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly words: string;
}

const QUOTES: readonly (readonly [what: string, sql: string])[] = [
  ['figure', 'SELECT id, start_at, end_at, quote AS words FROM figure WHERE document = ?'],
  ['annotation', 'SELECT id, start_at, end_at, exact AS words FROM annotation WHERE document = ?'],
  [
    'item',
    `SELECT id, start_at, end_at, quote AS words FROM structure_item WHERE document = ? AND start_at IS NOT NULL`,
  ],
  ['heading', `SELECT id, start_at, end_at, heading AS words FROM section WHERE document = ? AND heading <> ''`],
];

/** Places whose words do not stand there. A heading may be drawn without its markup, so it need only be inside. */
function strayQuotes({ db, documents }: Context): readonly string[] {
  return listDocuments(db).flatMap((document) => {
    const text = documents.text(document);
    return QUOTES.flatMap(([what, sql]) =>
      all<Quoted>(db, sql, document.id)
        .filter(({ start_at, end_at, words }) => {
          const found = text.slice(start_at, end_at);
          return what === 'heading' ? !found.includes(words.trim()) : found !== words;
        })
        .map(({ id, words }) => `${what} ${id} does not quote its text: “${words.slice(0, 40)}”`),
    );
  });
}

/** Cells whose JSON is not what stands there: each is read as empty, so it is said. */
const badCells = (db: ReadableDb): readonly string[] =>
  JSON_CELLS.flatMap(([table, column, schema]) =>
    all<{ id: string; cell: string }>(db, `SELECT id, ${column} AS cell FROM ${table}`)
      .filter(({ cell }) => !schema.safeParse(parseJson(cell)).success)
      .map(({ id }) => `the ${column} of ${table} ${id} cannot be read`),
  );

/** Asks the full-text index whether it agrees with its entries. Only a writer may ask, so a copy is asked. */
function brokenIndex(db: ReadableDb): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-check-'));
  try {
    const copy = join(folder, 'copy.tieout');
    db.prepare('VACUUM INTO ?').run(copy);
    const asked = connect(copy, { readOnly: false, timeout: 0 });
    try {
      asked.exec(`INSERT INTO search (search, rank) VALUES ('integrity-check', 1)`);
      return [];
    } catch (error) {
      return [
        `the full-text index disagrees with its entries: ${error instanceof Error ? error.message : String(error)}`,
      ];
    } finally {
      asked.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
