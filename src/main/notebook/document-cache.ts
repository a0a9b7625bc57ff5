/** Texts and layouts of documents, kept while they are in use: they never change, so a hash is all that names one. */
import type { Layout } from '../../core/document/model';
import type { ReadableDb } from '../storage/db';
import { readContent, readText } from '../storage/queries/content';
import type { DocumentRow } from '../storage/rows';

const KEPT = 24;

export class Documents {
  readonly #layouts = new Map<string, Layout>();

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
