/** Documents on the wire: a line of the Library, and a whole document as the Reader draws it. */
import { z } from 'zod';
import { DOCUMENT_FORMATS } from '../../core/document/formats';
import { DOCUMENT_KINDS, DOCUMENT_ROLES } from '../../core/document/kinds';
import { id, offset, span } from './basics';
import { figureRecord } from './figure';

export const documentSummary = z.object({
  id,
  title: z.string(),
  fileName: z.string().nullable(),
  format: z.enum(DOCUMENT_FORMATS),
  asOf: z.string().nullable(),
  entity: z.string().nullable(),
  kind: z.enum(DOCUMENT_KINDS),
  role: z.enum(DOCUMENT_ROLES),
  /** Why it is of that kind: the words or the form that decided, or that a person set it. */
  kindReason: z.string(),
  fiscalYearEndMonth: z.int().min(1).max(12),
  importedAt: z.string(),
  sha256: z.string(),
  characters: z.int(),
  figures: z.int(),
  /** Figures that the tie-out score counts, and those of them that tie out. */
  counted: z.int(),
  tied: z.int(),
  citations: z.int(),
  openFindings: z.int(),
  version: z.int(),
  /** The newer version that has taken its place: it is counted and audited no more. */
  supersededBy: id.nullable(),
});
export type DocumentSummary = z.infer<typeof documentSummary>;

/** A printed page: its span of the text, and its size in points. */
export const documentPage = z.object({
  number: z.int().min(1),
  label: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  start: offset,
  end: offset,
});
export type DocumentPage = z.infer<typeof documentPage>;

const sectionRecord = z.object({
  id,
  index: z.int(),
  heading: z.string(),
  title: z.string(),
  numeral: z.string().nullable(),
  level: z.int(),
  start: offset,
  end: offset,
  bodyEnd: offset,
  role: z.string(),
  language: z.string(),
});
const citationRecord = z.object({
  id,
  marker: z.string(),
  style: z.string(),
  start: offset,
  end: offset,
  source: id.nullable(),
  locator: z.string().nullable(),
});
/** Colours of highlights. */
export const HIGHLIGHTS = ['yellow', 'green', 'blue', 'red'] as const;
export type HighlightColour = (typeof HIGHLIGHTS)[number];

const annotationRecord = z.object({
  id,
  document: id,
  start: offset,
  end: offset,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  body: z.string(),
  colour: z.enum(HIGHLIGHTS),
  tags: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type AnnotationRecord = z.infer<typeof annotationRecord>;

/** A block of the Reader: what to draw, in order. Spans are into the document's text. */
const readerBlock = z.object({
  kind: z.enum([
    'heading',
    'paragraph',
    'list-item',
    'table',
    'caption',
    'lead-in',
    'quote',
    'note',
    'reference',
    'code',
  ]),
  start: offset,
  end: offset,
  contentStart: offset,
  level: z.int(),
  ordered: z.boolean(),
  section: z.int(),
  /** Only for tables. */
  rows: z.array(z.object({ header: z.boolean(), cells: z.array(span) })),
});
export type ReaderBlock = z.infer<typeof readerBlock>;

/** A document as the Reader shows it. */
export const readerDocument = z.object({
  summary: documentSummary,
  text: z.string(),
  blocks: z.array(readerBlock),
  sections: z.array(sectionRecord),
  /** Stretches of `text` that are markup and not drawn, and links, emphasis. */
  marks: z.array(z.object({ kind: z.string(), start: offset, end: offset, href: z.string().optional() })),
  figures: z.array(figureRecord),
  citations: z.array(citationRecord),
  annotations: z.array(annotationRecord),
});
export type ReaderDocument = z.infer<typeof readerDocument>;
