/**
 * The formats that files come in, each said once: what a person calls it, which files the dialog offers, how large one may
 * be, what kind of document and source it is, and what the reading of it must know. Its parser stands in a folder of
 * `src/main/imports`, which the registry finds by itself. Dialogs, limits, labels, refusals and the contract derive from
 * this table, and nothing else asks a format for its name (`tests/tooling/format-names.test.ts`).
 */
import { namesOf } from '../base/names';
import type { DocumentKind } from './kinds';

/** Under which heading the file dialog offers a format. */
export const FORMAT_GROUPS = [
  'Text, Markdown, HTML',
  'PDF',
  'Word and rich text',
  'E-mails, saved pages, e-books',
  'Tables',
  'Bibliographies',
] as const;

/** What a document is, with a sentence for a person that says why. */
interface KindByFormat {
  readonly kind: DocumentKind;
  readonly reason: string;
}

interface Format {
  readonly kind: 'document' | 'table' | 'sources';
  /** What a person calls such a file. */
  readonly label: string;
  /** Its name among the formats that a refused file can be saved as; null where nobody is sent there. */
  readonly said: string | null;
  /** Null where no file of it is chosen. */
  readonly group: (typeof FORMAT_GROUPS)[number] | null;
  /** A hint for the dialog alone: what a file is read as is decided by its content. */
  readonly extensions: readonly string[];
  /** Most megabytes a file may have; 32 where nothing is said. */
  readonly megabytes?: number;
  /** CSL's type for the source that such a document is; `document` where nothing is said. */
  readonly csl?: string;
  /** First bytes of every such file, as ASCII, and what a file with them is called where it cannot be read. */
  readonly signature?: { readonly bytes: string; readonly name: string };
  /** The format whose parser reads it too and says which of the two a file is. */
  readonly readBy?: string;
  /** Known and never read: its parser says what to save the file as. */
  readonly refused?: true;
  /** What a document of it is whatever its words say. */
  readonly is?: KindByFormat;
  /** What a document of it is where its words do not tell; `published`: one that names its author, publisher or date. */
  readonly otherwise?: KindByFormat & { readonly published?: KindByFormat };
  /** Cited by nothing but its sender and date, so it becomes a source when it is imported. */
  readonly letter?: true;
  /** Printed on pages, which are shown beside the text. */
  readonly pages?: true;
  /** A paragraph may be broken into lines where its writer's page ended: such a break is a space. */
  readonly wrapsLines?: true;
  /** Holds tagged values alone; the last cell of each row names the filing that the value is from. */
  readonly taggedRows?: true;
}

/** Later ones win where two are equally sure of a file. */
export const FORMATS = {
  text: {
    kind: 'document',
    label: 'Text',
    said: 'plain text',
    group: 'Text, Markdown, HTML',
    extensions: ['txt', 'text'],
    wrapsLines: true,
  },
  markdown: {
    kind: 'document',
    label: 'Markdown',
    said: 'Markdown',
    group: 'Text, Markdown, HTML',
    extensions: ['md', 'markdown'],
    wrapsLines: true,
  },
  html: {
    kind: 'document',
    label: 'Web page',
    said: 'HTML',
    group: 'Text, Markdown, HTML',
    extensions: ['html', 'htm'],
    otherwise: {
      kind: 'web_page',
      reason: 'It is a web page.',
      published: { kind: 'press', reason: 'It is a web page that names its author, publisher or date.' },
    },
  },
  filing: {
    kind: 'document',
    label: 'Filing',
    said: 'filings (inline XBRL)',
    group: 'Text, Markdown, HTML',
    extensions: ['xhtml'],
    is: { kind: 'filing', reason: 'Its figures are tagged as a filing tags them (XBRL).' },
  },
  facts: {
    kind: 'document',
    label: 'Company facts',
    said: 'company facts',
    group: null,
    extensions: ['json'],
    is: { kind: 'data', reason: 'It is a file of reported facts.' },
    taggedRows: true,
  },
  pdf: {
    kind: 'document',
    label: 'PDF',
    said: 'PDF',
    group: 'PDF',
    extensions: ['pdf'],
    megabytes: 256,
    signature: { bytes: '%PDF-', name: 'a PDF' },
    pages: true,
  },
  docx: {
    kind: 'document',
    label: 'Word',
    said: 'Word (.docx)',
    group: 'Word and rich text',
    extensions: ['docx', 'docm'],
    megabytes: 128,
  },
  rtf: {
    kind: 'document',
    label: 'Rich text',
    said: 'rich text (RTF)',
    group: 'Word and rich text',
    extensions: ['rtf'],
    megabytes: 128,
    signature: { bytes: '{\\rtf', name: 'a rich text file' },
  },
  email: {
    kind: 'document',
    label: 'E-mail',
    said: 'e-mails (EML)',
    group: 'E-mails, saved pages, e-books',
    extensions: ['eml'],
    megabytes: 128,
    csl: 'personal_communication',
    otherwise: { kind: 'email', reason: 'It is an e-mail.' },
    letter: true,
  },
  mhtml: {
    kind: 'document',
    label: 'Saved page',
    said: 'saved pages (MHTML)',
    group: 'E-mails, saved pages, e-books',
    extensions: ['mhtml', 'mht'],
    megabytes: 128,
  },
  msg: { kind: 'document', label: 'Outlook message', said: null, group: null, extensions: ['msg'], refused: true },
  epub: {
    kind: 'document',
    label: 'E-book',
    said: 'e-books (EPUB)',
    group: 'E-mails, saved pages, e-books',
    extensions: ['epub'],
    megabytes: 128,
    csl: 'book',
  },
  bibtex: { kind: 'sources', label: 'BibTeX', said: 'BibTeX', group: 'Bibliographies', extensions: ['bib', 'bibtex'] },
  ris: { kind: 'sources', label: 'RIS', said: 'RIS', group: 'Bibliographies', extensions: ['ris'] },
  'csl-json': {
    kind: 'sources',
    label: 'CSL-JSON',
    said: 'CSL-JSON',
    group: 'Bibliographies',
    extensions: ['csljson', 'json'],
  },
  endnote: {
    kind: 'sources',
    label: 'EndNote XML',
    said: 'EndNote XML',
    group: 'Bibliographies',
    extensions: ['xml'],
  },
  csv: { kind: 'table', label: 'CSV', said: 'CSV', group: 'Tables', extensions: ['csv', 'tsv', 'tab'] },
  tsv: { kind: 'table', label: 'Tab-separated', said: 'TSV', group: null, extensions: [], readBy: 'csv' },
  xlsx: { kind: 'table', label: 'Excel workbook', said: 'XLSX', group: 'Tables', extensions: ['xlsx', 'xlsm'] },
  ods: { kind: 'table', label: 'OpenDocument spreadsheet', said: 'ODS', group: 'Tables', extensions: ['ods'] },
  xls: { kind: 'table', label: 'Old Excel workbook', said: null, group: null, extensions: ['xls'], refused: true },
  range: { kind: 'table', label: 'Copied cells', said: null, group: null, extensions: [] },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

/** Formats of the kind that something is read as. */
type ReadAs<Kind extends Format['kind']> = {
  [F in FormatName]: (typeof FORMATS)[F] extends { readonly refused: true }
    ? never
    : (typeof FORMATS)[F]['kind'] extends Kind
      ? F
      : never;
}[FormatName];
export type DocumentFormat = ReadAs<'document'>;
export type TableFormat = ReadAs<'table'>;
export type SourceFormat = ReadAs<'sources'>;

export const FORMAT_NAMES: readonly FormatName[] = namesOf<FormatName>(FORMATS);

/** What is said of a format, its optional members readable too. */
export const formatOf = (name: FormatName): Format => FORMATS[name];

const isReadAs =
  <Kind extends Format['kind']>(kind: Kind) =>
  (name: FormatName): name is ReadAs<Kind> =>
    formatOf(name).kind === kind && formatOf(name).refused !== true;

/** What a document can be read as. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = FORMAT_NAMES.filter(isReadAs('document'));
/** What a file of tables can be read as. */
export const TABLE_FORMATS: readonly TableFormat[] = FORMAT_NAMES.filter(isReadAs('table'));
/** What a bibliography can be read as. */
export const SOURCE_FORMATS: readonly SourceFormat[] = FORMAT_NAMES.filter(isReadAs('sources'));

/** What the clipboard can hold, and the format that it is read as; null where that is found as a file's is. */
const PASTES = { text: null, html: 'html', table: 'range' } as const satisfies Readonly<
  Record<string, FormatName | null>
>;
export type PasteKind = keyof typeof PASTES;
export const PASTE_KINDS: readonly PasteKind[] = namesOf<PasteKind>(PASTES);

/** The format of what was pasted; undefined where its content decides. */
export const pastedAs = (kind: PasteKind): FormatName | undefined => PASTES[kind] ?? undefined;

const saidOf = (kind: Format['kind']): readonly string[] =>
  FORMAT_NAMES.filter((name) => formatOf(name).kind === kind).flatMap((name) => formatOf(name).said ?? []);

/** What a person whose file was refused may save it as. */
export const FORMATS_READ = `Tieout reads ${saidOf('document').join(', ')}, tables (${saidOf('table').join(', ')}) and bibliographies (${saidOf('sources').join(', ')})`;
