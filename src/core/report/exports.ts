/**
 * The formats that Tieout writes, each said once by the ending of its file: what a person calls it, what it can be an
 * export of, and whether it has pages. The dialogs, the contract and the command line derive from this table;
 * `main/exports/index.ts` makes the bytes.
 */
import { namesOf } from '../base/names';

/** What is exported: the text on show, the notebook's figures, its sources, its audit. In the order in which they are offered. */
export const EXPORT_SUBJECTS = ['text', 'notebook', 'sources', 'audit'] as const;
export type ExportSubject = (typeof EXPORT_SUBJECTS)[number];

interface Export {
  /** In the dialog that asks where to save it. */
  readonly label: string;
  /** How it is offered, by what it is an export of. */
  readonly offers: Readonly<Partial<Record<ExportSubject, string>>>;
  /** It has a paper size, a table of contents and an appendix. */
  readonly pages?: true;
  /** Set by a process of its own, from a note as plain data. */
  readonly typeset?: true;
  /** A note's PDF together with what it rests on. */
  readonly packet?: true;
}

const EXPORTS = {
  pdf: {
    label: 'PDF',
    offers: { text: 'PDF', audit: 'Audit pack as PDF: every figure and finding' },
    pages: true,
    typeset: true,
  },
  docx: { label: 'Word document', offers: { text: 'Word document' }, pages: true },
  md: { label: 'Markdown', offers: { text: 'Markdown' } },
  html: { label: 'HTML', offers: { text: 'Web page (HTML)' } },
  zip: {
    label: 'Tie-out packet',
    offers: { text: 'Tie-out packet (zip): PDF, figures, findings, hashes' },
    pages: true,
    packet: true,
  },
  csv: { label: 'CSV', offers: { notebook: 'Figures as CSV' } },
  xlsx: {
    label: 'Excel workbook',
    offers: {
      notebook: 'Figures, sources and findings as Excel workbook',
      audit: 'Audit pack as Excel workbook',
    },
  },
  json: { label: 'JSON', offers: { notebook: 'Everything as JSON' } },
  bib: { label: 'BibTeX', offers: { sources: 'Bibliography as BibTeX' } },
  ris: { label: 'RIS', offers: { sources: 'Bibliography as RIS' } },
  csljson: { label: 'CSL-JSON', offers: { sources: 'Bibliography as CSL-JSON' } },
  xml: { label: 'EndNote XML', offers: { sources: 'Bibliography as EndNote XML' } },
} as const satisfies Readonly<Record<string, Export>>;

export type ExportFormat = keyof typeof EXPORTS;
/** Formats that hold a whole note: its citations can stand in any style. */
export const NOTE_FORMATS = ['pdf', 'docx', 'md', 'html'] as const satisfies readonly ExportFormat[];
export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** Whether it holds a whole note. */
export const isNoteFormat = (format: ExportFormat): format is NoteFormat => NOTE_FORMATS.some((one) => one === format);

/** Formats that a process of its own sets. */
export type TypesetFormat = {
  [F in ExportFormat]: (typeof EXPORTS)[F] extends { readonly typeset: true } ? F : never;
}[ExportFormat];

export const EXPORT_FORMATS: readonly ExportFormat[] = namesOf<ExportFormat>(EXPORTS);

/** What is said of an export, its optional members readable too. */
export const exportOf = (format: ExportFormat): Export => EXPORTS[format];

/** Whether a process of its own sets it; the others are made from the notebook at once. */
export const isTypeset = (format: ExportFormat): format is TypesetFormat => exportOf(format).typeset === true;

/** Whether it holds a PDF, which is set first. */
export const isPacket = (format: ExportFormat): boolean => exportOf(format).packet === true;

/** The formats in which something can be exported, in the order of the table. */
export const exportsOf = (subject: ExportSubject): readonly ExportFormat[] =>
  EXPORT_FORMATS.filter((format) => exportOf(format).offers[subject] !== undefined);

/** Sizes of paper, the one that is taken unless another is asked for first. */
export const PAPERS = ['A4', 'Letter'] as const;
export type Paper = (typeof PAPERS)[number];
export const [USUAL_PAPER] = PAPERS;

/** Whether something from outside names a size of paper. */
export const isPaper = (value: unknown): value is Paper => PAPERS.some((paper) => paper === value);
