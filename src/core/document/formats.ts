/**
 * The formats that files come in, each said once: what a person calls it, which files the dialog offers, how large one may
 * be, what kind of source it is. Its parser stands in a folder of `src/main/imports`, which the registry finds by itself; dialogs,
 * limits, labels and refusals derive from this table.
 */
import { namesOf } from '../base/names';

/** Under which heading the file dialog offers a format. */
export const FORMAT_GROUPS = [
  'Text, Markdown, HTML',
  'PDF',
  'Word and rich text',
  'E-mails, saved pages, e-books',
  'Tables',
  'Bibliographies',
] as const;

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
}

/** Later ones win where two are equally sure of a file. */
export const FORMATS = {
  text: {
    kind: 'document',
    label: 'Text',
    said: 'plain text',
    group: 'Text, Markdown, HTML',
    extensions: ['txt', 'text'],
  },
  markdown: {
    kind: 'document',
    label: 'Markdown',
    said: 'Markdown',
    group: 'Text, Markdown, HTML',
    extensions: ['md', 'markdown'],
  },
  html: {
    kind: 'document',
    label: 'Web page',
    said: 'HTML',
    group: 'Text, Markdown, HTML',
    extensions: ['html', 'htm'],
  },
  filing: {
    kind: 'document',
    label: 'Filing',
    said: 'filings (inline XBRL)',
    group: 'Text, Markdown, HTML',
    extensions: ['xhtml'],
  },
  facts: { kind: 'document', label: 'Company facts', said: 'company facts', group: null, extensions: ['json'] },
  pdf: { kind: 'document', label: 'PDF', said: 'PDF', group: 'PDF', extensions: ['pdf'], megabytes: 256 },
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
  },
  email: {
    kind: 'document',
    label: 'E-mail',
    said: 'e-mails (EML)',
    group: 'E-mails, saved pages, e-books',
    extensions: ['eml'],
    megabytes: 128,
    csl: 'personal_communication',
  },
  mhtml: {
    kind: 'document',
    label: 'Saved page',
    said: 'saved pages (MHTML)',
    group: 'E-mails, saved pages, e-books',
    extensions: ['mhtml', 'mht'],
    megabytes: 128,
  },
  msg: { kind: 'document', label: 'Outlook message', said: null, group: null, extensions: ['msg'] },
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
  xlsx: { kind: 'table', label: 'Excel workbook', said: 'XLSX', group: 'Tables', extensions: ['xlsx', 'xlsm'] },
  ods: { kind: 'table', label: 'OpenDocument spreadsheet', said: 'ODS', group: 'Tables', extensions: ['ods'] },
  xls: { kind: 'table', label: 'Old Excel workbook', said: null, group: null, extensions: ['xls'] },
  range: { kind: 'table', label: 'Copied cells', said: null, group: null, extensions: [] },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
export type DocumentFormat = {
  [F in FormatName]: (typeof FORMATS)[F]['kind'] extends 'document' ? F : never;
}[FormatName];

export const FORMAT_NAMES: readonly FormatName[] = namesOf<FormatName>(FORMATS);

/** What is said of a format, its optional members readable too. */
export const formatOf = (name: FormatName): Format => FORMATS[name];

const isDocumentFormat = (name: FormatName): name is DocumentFormat => formatOf(name).kind === 'document';

/** What a document can be read as. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = FORMAT_NAMES.filter(isDocumentFormat);

const saidOf = (kind: Format['kind']): readonly string[] =>
  FORMAT_NAMES.filter((name) => formatOf(name).kind === kind).flatMap((name) => formatOf(name).said ?? []);

/** What a person whose file was refused may save it as. */
export const FORMATS_READ = `Tieout reads ${saidOf('document').join(', ')}, tables (${saidOf('table').join(', ')}) and bibliographies (${saidOf('sources').join(', ')})`;
