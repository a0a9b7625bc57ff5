/** Writes paragraphs, lists, tables and notes as the plain HTML that the reader of pages knows. */

const ESCAPE: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPE[sign] ?? sign);

/** What a paragraph is besides its words. */
export interface ParagraphKind {
  /** 1 to 6, null for running text. */
  readonly heading: number | null;
  /** The number or sign of a list item, null where it is none. */
  readonly item: string | null;
  readonly inTable: boolean;
}

export class Page {
  readonly #out: string[] = [];
  readonly #notes: string[] = [];
  #cells: string[] = [];
  #cell: string[] = [];
  #open: 'table' | 'ul' | 'ol' | null = null;
  #headRow = false;

  paragraph(html: string, { heading, item, inTable }: ParagraphKind): void {
    const words = html.trim();
    if (inTable) {
      if (words !== '') this.#cell.push(words);
      return;
    }
    if (words === '') return;
    if (this.#cells.length > 0 || this.#cell.length > 0) this.row();
    const list = item === null || heading !== null ? null : /[\p{L}\p{N}]/u.test(item) ? 'ol' : 'ul';
    this.#within(list);
    const tag = list === null ? (heading === null ? 'p' : `h${heading}`) : 'li';
    this.#out.push(`<${tag}>${words}</${tag}>\n`);
  }

  /** A row begins: what it is comes before its cells. */
  rowKind(isHead: boolean): void {
    this.#headRow = isHead;
  }

  cell(): void {
    this.#cells.push(this.#cell.join('<br>'));
    this.#cell = [];
  }

  row(): void {
    if (this.#cell.length > 0) this.cell();
    if (this.#cells.length === 0) return;
    this.#within('table');
    const tag = this.#headRow ? 'th' : 'td';
    this.#out.push(`<tr>${this.#cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>\n`);
    this.#cells = [];
  }

  /** A mark of the note that comes next. */
  reference(): string {
    const number = this.#notes.length + 1;
    return `<a href="#fn${number}" id="fnref${number}"><sup>${number}</sup></a>`;
  }

  note(html: string): void {
    const number = this.#notes.length + 1;
    this.#notes.push(`<li id="fn${number}"><p>${html.trim()}</p></li>`);
  }

  done(): string {
    this.row();
    this.#within(null);
    const notes =
      this.#notes.length === 0 ? '' : `<section class="footnotes"><ol>${this.#notes.join('\n')}</ol></section>`;
    return `<!doctype html><body>${this.#out.join('')}${notes}</body>`;
  }

  #within(block: 'table' | 'ul' | 'ol' | null): void {
    if (this.#open === block) return;
    if (this.#open !== null) this.#out.push(`</${this.#open}>\n`);
    if (block !== null) this.#out.push(`<${block}>\n`);
    this.#open = block;
  }
}
