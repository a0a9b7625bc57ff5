/** Search over everything: figures, sources, documents and their passages, notes, findings, items and reports. */
import type { SearchHit } from '../../../contract/records';
import { foldedWithPlaces, searchedWords, searchForm } from '../../../core/base/fold';
import type { ReadableDb } from '../../storage/db/db';
import { nearestWord, otherWords } from '../../../core/search/near';
import { searchEntries, wordsOfNames } from '../../storage/queries/search';
import { supersededDocuments } from '../../storage/queries/versions';
import type { SearchEntry } from '../../storage/queries/search-index';
import type { NotebookHandlers } from '../context/context';
import { listFindings } from '../records/finding';

/** Looked through before ranking: enough to rank well, few enough to stay quick on a common word. */
const CANDIDATES = 2000;
const SNIPPET = 160;

export const searchFeature = {
  'search.query': ({ db, patience }, { text, limit }) =>
    patience.within('search', () => look(db, { text, limit }, () => patience.step())),
} satisfies Pick<NotebookHandlers, 'search.query'>;

/** `step` is asked between its parts and may throw. */
function look(
  db: ReadableDb,
  { text, limit }: { readonly text: string; readonly limit: number },
  step: () => void,
): SearchHit[] {
  const words = searchedWords(text);
  if (words.length === 0) return [];
  // A newer version says it again.
  const superseded = supersededDocuments(db);
  const find = (asked: readonly string[]): SearchHit[] =>
    rank(
      [
        ...searchEntries(db, asked, CANDIDATES, step)
          .filter(({ document }) => document === null || !superseded.has(document))
          .map((entry) => {
            step();
            return toHit(entry, asked);
          }),
        ...inFindings(db, asked),
      ],
      asked,
    );
  const hits = unique([words, ...otherWords(words)].flatMap(find));
  // What nothing is found for was perhaps mistyped.
  return (hits.length > 0 ? hits : find(corrected(db, words, step))).slice(0, limit);
}

const unique = (hits: readonly SearchHit[]): SearchHit[] =>
  [
    ...new Map(hits.map((hit) => [`${hit.kind} ${hit.id} ${hit.start ?? ''}`, hit] as const).toReversed()).values(),
  ].toReversed();

/** Each word that is in no name here, as the nearest one that is; nothing to ask where there is none. */
function corrected(db: ReadableDb, words: readonly string[], step: () => void): readonly string[] {
  const vocabulary = wordsOfNames(db);
  const near = words.map((word) => {
    step();
    return vocabulary.has(word) ? word : nearestWord(word, vocabulary);
  });
  const known = near.filter((word) => word !== null);
  return known.length === words.length && known.some((word, at) => word !== words[at]) ? known : NO_WORDS;
}

/** Asks for what no text holds. */
const NO_WORDS: readonly string[] = ['\u{10fffd}\u{10fffd}\u{10fffd}'];

const ORDER: Readonly<Record<SearchHit['kind'], number>> = {
  document: 0,
  figure: 1,
  source: 2,
  structure: 3,
  finding: 4,
  note: 5,
  annotation: 6,
  report: 7,
  passage: 8,
};

/** A hit whose title has all the words comes first, then by kind; equal ones stay in the notebook's order. */
function rank(hits: readonly SearchHit[], words: readonly string[]): SearchHit[] {
  const weight = (hit: SearchHit): number => {
    const title = hit.kind === 'passage' ? '' : searchForm(hit.title);
    return (words.every((word) => title.includes(word)) ? 0 : 100) + ORDER[hit.kind];
  };
  return [...hits].sort((a, b) => weight(a) - weight(b));
}

function toHit(entry: SearchEntry, words: readonly string[]): SearchHit {
  // A figure's name says what it is, only its body says how much: that is always shown.
  const inBody = entry.kind === 'figure' || words.some((word) => searchForm(entry.body).includes(word));
  const said = inBody ? entry.body : entry.title;
  const shown = entry.kind === 'passage' || entry.kind === 'structure' ? readable(said) : said;
  return {
    kind: entry.kind,
    id: entry.ref,
    title: entry.title || entry.body.slice(0, 80),
    ...snippetOf(shown, words),
    document: entry.document,
    ...placeOf(entry, words),
  };
}

/** A hit in a passage points at the words themselves, not at the whole paragraph. */
function placeOf(entry: SearchEntry, words: readonly string[]): { start: number | null; end: number | null } {
  if (entry.kind !== 'passage' || entry.start_at === null) return { start: entry.start_at, end: entry.end_at };
  const [place] = findAll(entry.body, words.slice(0, 1));
  if (place === undefined) return { start: entry.start_at, end: entry.end_at };
  return { start: entry.start_at + place.start, end: entry.start_at + place.end };
}

/** A passage as the Reader shows it: without the marks of Markdown. */
export function readable(text: string): string {
  const row = /^\s*\|(.*)\|\s*$/.exec(text)?.[1];
  const line =
    row === undefined
      ? text
      : row
          .split('|')
          .map((cell) => cell.trim())
          .join(' · ');
  return line
    .replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)+/, '')
    .replace(/!?\[([^\]]{0,400})\]\((?:[^()\s]|\([^()\s]{0,100}\)){1,1000}\)/g, '$1')
    .replace(/(\*{1,3}|~~|`{1,3})(?=\S)([^*~`\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])(_{1,2})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2');
}

/** The text around the first match, with every match in it marked. */
function snippetOf(
  text: string,
  words: readonly string[],
): { snippet: string; matches: { start: number; end: number }[] } {
  const first = findAll(text, words)[0]?.start ?? 0;
  const from = text.length <= SNIPPET ? 0 : Math.max(0, first - SNIPPET / 4);
  const cut = text.slice(from, from + SNIPPET).replaceAll(/\s/g, ' ');
  const head = from > 0 ? '…' : '';
  const snippet = head + cut + (from + SNIPPET < text.length ? '…' : '');
  return { snippet, matches: findAll(snippet, words) };
}

/** Where the words stand in the text as it is written. */
function findAll(written: string, words: readonly string[]): { start: number; end: number }[] {
  const { text, at } = foldedWithPlaces(written);
  const found: { start: number; end: number }[] = [];
  for (const word of words) {
    for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length)) {
      found.push({ start: at(from), end: at(from + word.length) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Findings are rebuilt too often to be indexed; there are few, so they are looked through. */
function inFindings(db: ReadableDb, words: readonly string[]): SearchHit[] {
  return listFindings(db, { includeOk: false })
    .filter((finding) => {
      const text = searchForm(`${finding.rule} ${finding.title} ${finding.message}`);
      return words.every((word) => text.includes(word));
    })
    .map((finding) => ({
      kind: 'finding' as const,
      id: finding.key,
      title: `${finding.rule} · ${finding.title}`,
      ...snippetOf(finding.message, words),
      document: finding.document,
      start: finding.figures[0]?.start ?? finding.spans[0]?.start ?? null,
      end: finding.figures[0]?.end ?? finding.spans[0]?.end ?? null,
    }));
}
