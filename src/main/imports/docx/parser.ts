/** Word documents (.docx, .docm): text with its headings, lists, tables, notes and comments. Nothing in them is run or fetched. */
import type { Comment, NormalisedDocument } from '../../../core/document/model';
import { TieoutError } from '../../../contract/errors';
import { attribute, readXml } from '../archive/xml';
import { isZip, namesOf, openZip } from '../archive/zip';
import { bareDocument } from '../../../core/document/plain';
import type { DocumentParser } from '../parser';
import { countProblems, type ProblemCount } from '../problems';
import { W_RAISED_LETTERS } from '../raised';
import type { ImportSource } from '../source';
import { readBody } from './body';
import { commentAt, Composer, type Note } from './compose';
import type { BodyReader, DocxBlock, Paragraph } from './model';
import { readNumbering } from './numbering';
import { openPackage, type Package } from './package';
import { readRaised, readStyles } from './styles';

export const docxParser = {
  kind: 'document',
  name: 'docx',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => (isZip(bytes) && isWord(bytes) ? 0.9 : 0),
  parse,
} satisfies DocumentParser;

const MAIN = /^word\/document\d*\.xml$/i;
const TYPES = '[Content_Types].xml';
const WORD_TYPE = /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/;

/** By the usual name of its text, else by the types that the package lists: the text may stand under any name. */
function isWord(bytes: Uint8Array): boolean {
  const names = namesOf(bytes);
  if (names.some((name) => MAIN.test(name))) return true;
  if (!names.includes(TYPES)) return false;
  try {
    return WORD_TYPE.test(new TextDecoder().decode(openZip(bytes).read(TYPES) ?? undefined));
  } catch {
    return false;
  }
}

const SENTENCES = {
  W_TRACKED: 'Tracked changes are read as accepted: insertions are in, deletions are left out.',
  W_EXTERNAL: 'Parts that the document takes from other files or programs were not read.',
  W_CONTENTS: 'The table of contents is left out.',
  W_PICTURES: 'Pictures are not read.',
  W_HIDDEN: 'Hidden text is left out.',
  W_RAISED_LETTERS,
  W_MACROS: 'The document holds macros: they were not run.',
  W_DAMAGED: 'Parts of the document are damaged, and only what comes before the damage was read',
  W_COMMENTS_LOST: 'Comments that are anchored to nothing were left out.',
} as const;

function parse({ bytes }: ImportSource): NormalisedDocument {
  const pack = openPackage(bytes);
  const problems = countProblems(SENTENCES);
  if (pack.zip.names.some((name) => /vbaProject\.bin$/i.test(name))) problems.add('W_MACROS');
  if ([...pack.relations.values()].some(({ type, external }) => external && !type.endsWith('/hyperlink')))
    problems.add('W_EXTERNAL');
  const body = pack.zip.read(pack.main);
  if (body === null) throw new TieoutError('E_DAMAGED', 'The document has no text part: save it again.');
  const labels = new Map<string, string>();
  const styles = pack.part('styles');
  const shared: Shared = { relations: pack.relations, raised: readRaised(styles), problem: problems.add };
  const composer = new Composer({
    styles: readStyles(styles),
    lists: readNumbering(pack.part('numbering')),
    labels,
    sources: readSources(pack),
    problem: problems.add,
  });
  composer.blocks(readBlocks(body, shared, problems));
  const notes = [...readNotes(pack, shared, 'footnote', problems), ...readNotes(pack, shared, 'endnote', problems)];
  composer.notes(inOrder(notes, labels));
  const { text, marks } = composer.done();
  const comments = readComments(pack, shared, problems).flatMap(({ id, ...comment }) => {
    const placed = commentAt(composer.spanOf(id), text, comment);
    if (placed === null) problems.add('W_COMMENTS_LOST');
    return placed ?? [];
  });
  return { ...bareDocument, format: 'docx', text, marks, ...readMetadata(pack), comments, problems: problems.list() };
}

/** Sources that one of our own exports carries, by the places of their entries. */
function readSources(pack: Package): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  const bytes = pack.part('customXml');
  let place: string | null = null;
  try {
    if (bytes !== null)
      readXml(bytes, {
        open: (name, attributes) => (place = name === 'source' ? (attribute(attributes, 'place') ?? null) : null),
        text: (text) => place !== null && sources.set(place, (sources.get(place) ?? '') + text),
        close: () => (place = null),
      });
  } catch {
    // Of another program, or cut off: the entries' own words are read.
  }
  return sources;
}

/** A part that is cut off gives what stands before the cut. */
function tolerant(problems: ProblemCount, part: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof TieoutError) || error.code !== 'E_DAMAGED') throw error;
    problems.addAt('W_DAMAGED', part, error);
  }
}

/** What reading any part of the document needs. */
type Shared = Pick<BodyReader, 'relations' | 'raised' | 'problem'>;

function readBlocks(bytes: Uint8Array, shared: Shared, problems: ProblemCount): readonly DocxBlock[] {
  const blocks: DocxBlock[] = [];
  const reader: BodyReader = { ...shared, block: (block) => blocks.push(block), groups: null };
  tolerant(problems, 'text', () => readBody(bytes, reader));
  return blocks;
}

interface Grouped {
  readonly attributes: Readonly<Record<string, string>>;
  readonly paragraphs: Paragraph[];
}

/** Paragraphs of a part by the element that groups them, in the part's order. */
function readGroups(
  pack: Package,
  shared: Shared,
  kind: string,
  group: string,
  problems: ProblemCount,
): readonly Grouped[] {
  const bytes = pack.part(kind);
  if (bytes === null) return [];
  const groups = new Map<object, Grouped>();
  const add = (block: DocxBlock, attributes: Grouped['attributes'] | null): void => {
    if (attributes === null) return;
    const known = groups.get(attributes) ?? { attributes, paragraphs: [] };
    groups.set(attributes, known);
    const paragraphs =
      block.kind === 'paragraph'
        ? [block]
        : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs));
    known.paragraphs.push(...paragraphs);
  };
  tolerant(problems, kind, () => readBody(bytes, { ...shared, block: add, groups: group }));
  return [...groups.values()];
}

const readNotes = (
  pack: Package,
  shared: Shared,
  kind: 'footnote' | 'endnote',
  problems: ProblemCount,
): readonly Note[] =>
  readGroups(pack, shared, `${kind}s`, kind, problems).map(({ attributes, paragraphs }) => ({
    key: `${kind} ${attribute(attributes, 'id') ?? ''}`,
    paragraphs,
  }));

function inOrder(notes: readonly Note[], labels: ReadonlyMap<string, string>): readonly Note[] {
  const byKey = new Map(notes.map((note) => [note.key, note]));
  return [...labels.keys()].flatMap((key) => byKey.get(key) ?? []);
}

function readComments(
  pack: Package,
  shared: Shared,
  problems: ProblemCount,
): readonly (Omit<Comment, 'start' | 'end'> & { readonly id: string })[] {
  return readGroups(pack, shared, 'comments', 'comment', problems).map(({ attributes, paragraphs }) => ({
    id: attribute(attributes, 'id') ?? '',
    author: attribute(attributes, 'author')?.slice(0, 200) ?? null,
    date: /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?/.exec(attribute(attributes, 'date') ?? '')?.[0] ?? null,
    body: paragraphs
      .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
      .join('\n')
      .trim(),
  }));
}

/** When a file was saved is not when its text was published: dates come from the text. */
function readMetadata({ zip }: Package): Pick<NormalisedDocument, 'title' | 'author' | 'language'> {
  const found = new Map<string, string>();
  const bytes = zip.read('docProps/core.xml');
  let name: string | null = null;
  if (bytes !== null) {
    try {
      readXml(bytes, {
        open: (tag) => (name = tag),
        text: (text) => name !== null && found.set(name, `${found.get(name) ?? ''}${text}`.slice(0, 1000)),
        close: () => (name = null),
      });
    } catch {
      // A document without its properties is still a document.
    }
  }
  const value = (tag: string): string | null => found.get(tag)?.replace(/\s+/g, ' ').trim() || null;
  return { title: value('title'), author: value('creator'), language: value('language') };
}
