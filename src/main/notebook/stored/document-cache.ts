/** Texts and layouts of documents, kept while they are in use: they never change, so a hash is all that names one. */
import type { Layout, Page } from '../../../core/document/model';
import type { ReadableDb } from '../../storage/db/db';
import { readContent, readText } from '../../storage/queries/content';
import type { DocumentRow } from '../../storage/db/rows';

const KEPT = 24;
/** Pages of a long report with all their runs take some megabytes. */
const KEPT_PAGES = 4;

export class Documents {
  readonly #layouts = new Map<string, Layout>();
  readonly #pages = new Map<string, readonly Page[]>();

  constructor(private readonly db: ReadableDb) {}

  /** The document's layout with its text, as they were made at import. */
  layout(document: DocumentRow): Layout {
    const key = `${document.text_sha256}/${document.layout_sha256}`;
    const known = this.#layouts.get(key);
    if (known !== undefined) {
      this.#layouts.delete(key);
      this.#layouts.set(key, known);
      return known;
    }
    const layout = this.#read(document);
    this.#layouts.set(key, layout);
    const oldest = this.#layouts.keys().next().value;
    if (this.#layouts.size > KEPT && oldest !== undefined) this.#layouts.delete(oldest);
    return layout;
  }

  /** Printed pages with the boxes of their runs; none where the format has no pages. */
  pages({ pages_sha256: hash }: Pick<DocumentRow, 'pages_sha256'>): readonly Page[] {
    if (hash === null) return [];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written from `Page[]` at import, and its hash is checked
    const pages = this.#pages.get(hash) ?? (JSON.parse(readText(this.db, hash)) as readonly Page[]);
    this.#pages.delete(hash);
    this.#pages.set(hash, pages);
    const oldest = this.#pages.keys().next().value;
    if (this.#pages.size > KEPT_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    return pages;
  }

  text(document: DocumentRow): string {
    return this.layout(document).text;
  }

  #read(document: DocumentRow): Layout {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by encodeLayout, and its hash was just checked
    const stored = JSON.parse(readContent(this.db, document.layout_sha256).toString('utf8')) as Omit<Layout, 'text'>;
    return { ...stored, text: readText(this.db, document.text_sha256) };
  }
}

/** A layout as it is stored: all but the text, which is kept once on its own. */
export function encodeLayout(layout: Layout): Buffer {
  const { text: _text, ...rest } = layout;
  return Buffer.from(JSON.stringify(rest), 'utf8');
}
