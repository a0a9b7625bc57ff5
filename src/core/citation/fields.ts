/**
 * The fields of a source, each said once: what it is called, how it is read and shown, how long it may be, whether the
 * Sources grid has a cell for it. The contract's limits, what an import keeps, the grid, the merge and the readers of
 * cells derive from this table; what each export writes of a field is typed by it, so a forgotten place does not compile.
 */
import { namesOf } from '../base/names';
import { dateText, isRecord, namesText } from './csl-text';
import type { CslItem } from './model';

interface Field {
  /** What a person calls it: in the merge, in the plan of a bibliography, and over its column. */
  readonly label: string;
  /**
   * `text`: any words. `names`, `date`: CSL names and dates. `type`: a CSL type. `url`, `doi`: an address. `tier`: how
   * near to the company it stands, which is a column of its own and no CSL member.
   */
  readonly kind: 'text' | 'names' | 'date' | 'type' | 'url' | 'doi' | 'tier';
  /** Most characters of its text, in an import and when typed. */
  readonly longest: number;
  /** The Sources grid has a cell for it, in which it is typed. */
  readonly cell?: true;
  /** Alone it says what the source is: an imported item without any such field is refused. */
  readonly identifies?: true;
  /** Not the work's own: how a file or the notebook names the item. It is never compared, merged or shown. */
  readonly key?: true;
}

/** CSL names have no length of their own: each is bounded by this, as are the words of a date. */
const NAME = 500;
const DATE = 100;

/** In the order in which a person reads them. */
const SOURCE_FIELDS = {
  type: { label: 'Type', kind: 'type', longest: 60, cell: true },
  title: { label: 'Title', kind: 'text', longest: 2_000, cell: true, identifies: true },
  'title-short': { label: 'Short title', kind: 'text', longest: 2_000 },
  author: { label: 'Author', kind: 'names', longest: NAME, cell: true, identifies: true },
  publisher: { label: 'Publisher', kind: 'text', longest: 500, cell: true, identifies: true },
  'container-title': { label: 'Appeared in', kind: 'text', longest: 1_000, cell: true, identifies: true },
  issued: { label: 'Issued', kind: 'date', longest: DATE, cell: true },
  accessed: { label: 'Accessed', kind: 'date', longest: DATE, cell: true },
  URL: { label: 'URL', kind: 'url', longest: 4_000, cell: true, identifies: true },
  DOI: { label: 'DOI', kind: 'doi', longest: 500, cell: true, identifies: true },
  tier: { label: 'Tier', kind: 'tier', longest: 60, cell: true },
  'container-title-short': { label: 'Short name of where it appeared', kind: 'text', longest: 500 },
  'collection-title': { label: 'Series', kind: 'text', longest: 1_000 },
  'collection-number': { label: 'Number in the series', kind: 'text', longest: 100 },
  'publisher-place': { label: 'Place', kind: 'text', longest: 500 },
  'event-title': { label: 'Event', kind: 'text', longest: 1_000 },
  'event-place': { label: 'Place of the event', kind: 'text', longest: 500 },
  archive: { label: 'Archive', kind: 'text', longest: 500 },
  archive_location: { label: 'Place in the archive', kind: 'text', longest: 500 },
  authority: { label: 'Authority', kind: 'text', longest: 500 },
  genre: { label: 'Kind', kind: 'text', longest: 500 },
  medium: { label: 'Medium', kind: 'text', longest: 500 },
  language: { label: 'Language', kind: 'text', longest: 60 },
  edition: { label: 'Edition', kind: 'text', longest: 100 },
  volume: { label: 'Volume', kind: 'text', longest: 100 },
  'number-of-volumes': { label: 'Volumes', kind: 'text', longest: 100 },
  issue: { label: 'Issue', kind: 'text', longest: 100 },
  number: { label: 'Number', kind: 'text', longest: 100 },
  page: { label: 'Pages', kind: 'text', longest: 200 },
  'number-of-pages': { label: 'Number of pages', kind: 'text', longest: 100 },
  section: { label: 'Section', kind: 'text', longest: 500 },
  jurisdiction: { label: 'Jurisdiction', kind: 'text', longest: 500 },
  version: { label: 'Version', kind: 'text', longest: 100 },
  ISBN: { label: 'ISBN', kind: 'text', longest: 200 },
  ISSN: { label: 'ISSN', kind: 'text', longest: 200 },
  PMID: { label: 'PMID', kind: 'text', longest: 60 },
  PMCID: { label: 'PMCID', kind: 'text', longest: 60 },
  note: { label: 'Note', kind: 'text', longest: 20_000 },
  annote: { label: 'Annotation', kind: 'text', longest: 20_000 },
  keyword: { label: 'Keywords', kind: 'text', longest: 2_000 },
  'citation-key': { label: 'Citation key', kind: 'text', longest: 200, key: true },
  'call-number': { label: 'Call number', kind: 'text', longest: 200 },
  status: { label: 'Status', kind: 'text', longest: 200 },
  'chapter-number': { label: 'Chapter', kind: 'text', longest: 100 },
  editor: { label: 'Editor', kind: 'names', longest: NAME },
  translator: { label: 'Translator', kind: 'names', longest: NAME },
  director: { label: 'Director', kind: 'names', longest: NAME },
  'container-author': { label: 'Author of the whole', kind: 'names', longest: NAME },
  'collection-editor': { label: 'Editor of the series', kind: 'names', longest: NAME },
  recipient: { label: 'Recipient', kind: 'names', longest: NAME },
  interviewer: { label: 'Interviewer', kind: 'names', longest: NAME },
  'event-date': { label: 'Date of the event', kind: 'date', longest: DATE },
  submitted: { label: 'Submitted', kind: 'date', longest: DATE },
  'original-date': { label: 'First issued', kind: 'date', longest: DATE },
} as const satisfies Readonly<Record<string, Field>>;

type Fields = typeof SOURCE_FIELDS;
export type SourceField = keyof Fields;
type OfKind<K extends Field['kind']> = { [F in SourceField]: Fields[F]['kind'] extends K ? F : never }[SourceField];
/** Fields that are members of the CSL item: all but the tier. */
export type CslField = Exclude<SourceField, OfKind<'tier'>>;
/** Fields with a cell of their own in the grid. */
export type SourceCell = {
  [F in SourceField]: Fields[F] extends { readonly cell: true } ? F : never;
}[SourceField];

/** The fields in the order of the table. */
export const SOURCE_FIELD_NAMES: readonly SourceField[] = namesOf<SourceField>(SOURCE_FIELDS);

/** What the table says of a field, as the widest of its entries. */
export const sourceField = (name: SourceField): Field => SOURCE_FIELDS[name];

/** Whether a stored or typed name is that of a source's field, for narrowing what comes from outside. */
export const isSourceField = (name: string): name is SourceField => Object.hasOwn(SOURCE_FIELDS, name);
const isCslField = (name: SourceField): name is CslField => sourceField(name).kind !== 'tier';

/** Whether the field has a column of its own in the list of sources. */
export const hasSourceCell = (name: SourceField): name is SourceCell => sourceField(name).cell === true;

export const CSL_FIELDS: readonly CslField[] = SOURCE_FIELD_NAMES.filter(isCslField);

/** The CSL members of a kind, in the order of the table. */
export const cslFieldsOf = (...kinds: readonly Field['kind'][]): readonly CslField[] =>
  CSL_FIELDS.filter((name) => kinds.includes(sourceField(name).kind));

/** What a person calls a CSL member; one that the table lacks is called as in the standard. */
export const sourceFieldLabel = (name: string): string => (isSourceField(name) ? sourceField(name).label : name);

/** A CSL member's value as one text: words, `Family, Given; …`, `2026-05-13`; empty where nothing is said. */
export function memberText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (Array.isArray(value)) return namesText(value);
  return isRecord(value) ? dateText(value) : '';
}

/** The first of the members in which something stands; empty where none says anything. */
export function firstOf(csl: unknown, members: readonly CslField[]): string {
  if (!isRecord(csl)) return '';
  for (const member of members) {
    const value = csl[member];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

/** The first member that is longer than it may be, with what it may be; null where all fit. */
export function tooLong(csl: Readonly<Partial<Record<string, unknown>>>): { field: CslField; longest: number } | null {
  for (const field of CSL_FIELDS) {
    const [value, { longest }] = [csl[field], sourceField(field)];
    if (typeof value === 'string' && value.length > longest) return { field, longest };
  }
  return null;
}

/** What the merge and the plan of a bibliography compare: all members that are the work's own. */
export const isCompared = (member: string): boolean =>
  member !== 'id' && !(isSourceField(member) && sourceField(member).key === true);

/** CSL types that are offered by name; others come in with bibliographies and are kept as they are. */
export const SOURCE_TYPES: Readonly<Record<string, string>> = {
  webpage: 'Web page',
  'article-newspaper': 'Newspaper article',
  'article-magazine': 'Magazine article',
  'article-journal': 'Journal article',
  'post-weblog': 'Blog post',
  report: 'Report',
  speech: 'Speech or call',
  dataset: 'Data set',
  regulation: 'Filing',
  interview: 'Interview',
  book: 'Book',
  chapter: 'Chapter',
  document: 'Document',
};

/** What a person calls a CSL type; one that the table lacks is called as in the standard (CSL 1.0.2). */
const typeLabel = (type: string): string => SOURCE_TYPES[type] ?? type;

/** A member of the item as a person reads it: a type by its name, all else by `memberText`. */
export const cslFieldText = (csl: CslItem | Readonly<Record<string, unknown>>, field: CslField): string =>
  sourceField(field).kind === 'type' ? typeLabel(memberText(csl[field])) : memberText(csl[field]);
