/** The kinds of documents and what each does in a notebook, as plain words; how they are told apart is in `kind.ts`. */

export const DOCUMENT_KINDS = [
  'note',
  'memo',
  'transcript',
  'release',
  'filing',
  'data',
  'press',
  'broker_report',
  'web_page',
  'email',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A note makes claims that need sources; a source is evidence: the issuer's own release, filing, call or data. */
export const DOCUMENT_ROLES = ['note', 'source'] as const;
export type DocumentRole = (typeof DOCUMENT_ROLES)[number];

export interface KindOfDocument {
  readonly kind: DocumentKind;
  readonly role: DocumentRole;
  /** A sentence for a person: the words or the form that decided. */
  readonly reason: string;
}

const SOURCES: ReadonlySet<DocumentKind> = new Set(['release', 'filing', 'transcript', 'data']);

/** Whether a document of the kind is evidence (`source`) or makes claims of its own (`note`). */
export const roleOfKind = (kind: DocumentKind): DocumentRole => (SOURCES.has(kind) ? 'source' : 'note');
