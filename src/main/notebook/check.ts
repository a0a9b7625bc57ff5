/**
 * Checks whether a notebook is whole: pages and references, texts by their hashes, quotes in their texts, search index,
 * findings, change log.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, connect, type ReadableDb, type WritableDb } from '../storage/db/db';
import { alteredContent } from '../storage/queries/content';
import { brokenHistory } from '../storage/replay';
import { disagreements } from '../storage/queries/search-index';
import { sqliteProblems } from '../storage/verify';
import { Auditing } from './audit/auditing';
import { Patience } from '../storage/patience';
import type { Context } from './context/context';
import { Documents } from './stored/document-cache';
import { JSON_CELLS, parseJson } from './stored/json';
import { listDocuments } from './features/documents';

export interface Problem {
  readonly check: 'file' | 'texts' | 'quotes' | 'cells' | 'search' | 'findings' | 'history';
  readonly message: string;
}

const SHOWN = 20;

/** Everything that is wrong; empty when the notebook is whole. Changes nothing. */
export function checkNotebook(context: Context): readonly Problem[] {
  const { db } = context;
  const file = look('file', () => sqliteProblems(db));
  // With broken pages every further look may fail on them and say less.
  if (file.length > 0) return file;
  const texts = look('texts', () => alteredContent(db).map((hash) => `the content ${hash} was altered`));
  const isWhole = texts.length === 0;
  return [
    ...texts,
    ...(isWhole ? look('quotes', () => strayQuotes(context)) : []),
    ...(isWhole ? look('search', () => disagreements(db)) : []),
    ...(isWhole ? lookAtCopy(context) : []),
    ...look('cells', () => badCells(db)),
    ...look('history', () => brokenHistory(db)),
  ];
}

/** What a look says, or that it could not be done: a page that cannot be read is a finding, and no failure of the check. */
function look(check: Problem['check'], work: () => readonly string[]): readonly Problem[] {
  try {
    return problems(check, work());
  } catch (error) {
    return [{ check, message: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` }];
  }
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

/** Only a writer may ask the full-text index and run the rules, so a copy is asked. */
function lookAtCopy({ db, auditing }: Context): readonly Problem[] {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-check-'));
  try {
    const copy = join(folder, 'copy.tieout');
    return look('file', () => {
      db.prepare('VACUUM INTO ?').run(copy);
      return [];
    }).concat(existsSync(copy) ? askCopy(copy, auditing.isBehind) : []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function askCopy(copy: string, behind: boolean): readonly Problem[] {
  const asked = connect(copy, { readOnly: false, timeout: 0 });
  try {
    return [
      ...look('search', () => brokenIndex(asked)),
      ...(behind ? [] : look('findings', () => staleFindings(asked))),
    ];
  } finally {
    asked.close();
  }
}

function brokenIndex(copy: WritableDb): readonly string[] {
  try {
    copy.exec(`INSERT INTO search (search, rank) VALUES ('integrity-check', 1)`);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [`the full-text index disagrees with its entries: ${why}`];
  }
}

/** Findings and tie-out are made anew from the records and held against those that are there. */
function staleFindings(copy: WritableDb): readonly string[] {
  const before = derivedRows(copy);
  // A check is asked for and waited for: it has no limit.
  new Auditing(copy, new Documents(copy), false, () => '', new Patience(() => 0), {
    rebuilt: () => undefined,
    failed: () => undefined,
  }).run();
  const after = derivedRows(copy);
  const differ = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  return differ.map((key) => `the ${key} is out of date: open the notebook for writing to rebuild it`);
}

const DERIVED: readonly (readonly [what: string, sql: string])[] = [
  ['finding', 'SELECT key AS id, * FROM finding'],
  ['tie-out of figure', 'SELECT figure AS id, * FROM figure_audit'],
  [`finding's figure`, `SELECT figure || ' ' || finding AS id, * FROM finding_figure`],
];

const derivedRows = (db: ReadableDb): ReadonlyMap<string, string> =>
  new Map(
    DERIVED.flatMap(([what, sql]) =>
      all<{ id: string }>(db, sql).map((row) => [`${what} ${row.id}`, JSON.stringify(row)] as const),
    ),
  );
