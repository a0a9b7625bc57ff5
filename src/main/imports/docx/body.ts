/**
 * Reads the paragraphs and tables of a Word document's part in order. Tracked changes are taken as accepted. Field
 * results are read, field instructions are not. Linked content outside the file is not loaded.
 */
import { attribute, type Attributes, readXml } from '../archive/xml';
import { Inlines } from './inlines';
import type { BodyReader, ListPlace, Paragraph, Piece } from './model';
import { OpenTables } from './open-tables';

/** What is left out with everything inside it. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'delText',
  'instrText',
  'sdtPr',
  'sectPr',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
]);

interface OpenParagraph {
  style: string | null;
  outline: number | null;
  list: string | null;
  depth: number | null;
  pieces: Piece[];
  places: string[];
  /** Where in the runs it stands: inside `pPr`, the properties of the mark at its end are no run's. */
  inProperties: boolean;
  /** The mark at its end was deleted: it goes on in the next paragraph. */
  goesOn: boolean;
}

/** Tells `reader` the blocks of the part `bytes` in order; throws `E_DAMAGED` where it is no XML. */
export function readBody(bytes: Uint8Array, reader: BodyReader): void {
  const body = new Body(reader);
  readXml(bytes, {
    open: (name, attributes) => body.open(name, attributes),
    close: (name) => body.close(name),
    text: (text) => body.text(text),
  });
}

class Body {
  #group: Attributes | null = null;
  /** Elements of a part that is left out, open at the moment. */
  #skipped = 0;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables = new OpenTables();
  readonly #inlines: Inlines;
  /** Structured content that may turn out to be a table of contents. */
  #contents = 0;
  readonly #structured: boolean[] = [];
  /** A paragraph whose mark was deleted, until the next one begins. */
  #held: Paragraph | null = null;

  constructor(private readonly reader: BodyReader) {
    this.#inlines = new Inlines(reader, () => ({
      pieces: this.#paragraphs.at(-1)?.pieces ?? null,
      leftOut: this.#contents > 0,
    }));
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'instrText' && this.#skipped === 0) this.#inlines.fields.beginInstruction();
    if (this.#skipped > 0 || LEFT_OUT.has(name)) {
      if (this.#skipped === 0 && (name === 'del' || name === 'moveFrom')) this.#deleted();
      if (name === 'docPartGallery' && /table of contents|bibliograph/i.test(attribute(attributes, 'val') ?? ''))
        this.#markContents(attributes);
      this.#skipped += 1;
      return;
    }
    if (name === this.reader.groups) this.#group = attributes;
    else if (name === 'bookmarkStart') this.#paragraphs.at(-1)?.places.push(attribute(attributes, 'name') ?? '');
    else if (name === 'sdt') this.#structured.push(false);
    else if (name === 'ins' || name === 'moveTo') this.#inserted();
    else if (!this.#openBlock(name, attributes)) this.#inlines.open(name, attributes);
  }

  /** Inside the properties of a mark it says that the mark was deleted, so that two paragraphs are one. */
  #deleted(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph?.inProperties === true) paragraph.goesOn = true;
    this.reader.problem('W_TRACKED');
  }

  #inserted(): void {
    // Inside the properties of a mark it says that the mark was inserted, which changes no word.
    if (this.#paragraphs.at(-1)?.inProperties !== true) this.reader.problem('W_TRACKED');
  }

  #markContents(attributes: Attributes): void {
    if (!/table of contents/i.test(attribute(attributes, 'val') ?? '') || this.#structured.at(-1) !== false) return;
    this.#structured[this.#structured.length - 1] = true;
    this.#contents += 1;
    this.reader.problem('W_CONTENTS');
  }

  #openBlock(name: string, attributes: Attributes): boolean {
    if (name === 'p') this.#paragraphs.push(this.#newParagraph());
    else if (name === 'tbl') {
      this.#endHeld();
      this.#tables.begin();
    } else return this.#tables.open(name, attributes) || this.#openProperty(name, attributes);
    return true;
  }

  #newParagraph(): OpenParagraph {
    const held = this.#paragraphs.length === 0 ? (this.#held?.pieces ?? []) : [];
    if (this.#paragraphs.length === 0) this.#held = null;
    return {
      style: null,
      outline: null,
      list: null,
      depth: null,
      pieces: [...held],
      places: [],
      inProperties: false,
      goesOn: false,
    };
  }

  #openProperty(name: string, attributes: Attributes): boolean {
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'pPr' && paragraph) paragraph.inProperties = true;
    if (!paragraph?.inProperties) return false;
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'pStyle') paragraph.style = value;
    else if (name === 'outlineLvl') paragraph.outline = Number(value) + 1;
    else if (name === 'numId') paragraph.list = value;
    else if (name === 'ilvl') paragraph.depth = Number(value);
    return true;
  }

  text(text: string): void {
    if (!this.#inlines.fields.takesText(text) && this.#skipped === 0) this.#inlines.text(text);
  }

  close(name: string): void {
    if (name === 'instrText') this.#inlines.fields.endInstruction();
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    if (!this.#inlines.close(name) && !this.#closeTable(name)) this.#closeBlock(name);
  }

  #closeTable(name: string): boolean {
    if (name === 'tc') {
      this.#endHeld();
      this.#tables.endCell();
    } else if (name === 'tr') this.#tables.endRow();
    else if (name === 'tbl') this.#endTable();
    else return false;
    return true;
  }

  #closeBlock(name: string): void {
    switch (name) {
      case 'pPr':
        this.#endProperties();
        break;
      case 'sdt':
        if (this.#structured.pop()) this.#contents -= 1;
        break;
      case 'p':
        this.#endParagraph();
        break;
      case 'body':
        this.#endHeld();
        break;
      default:
        if (name === this.reader.groups) {
          this.#endHeld();
          this.#group = null;
        }
    }
  }

  #endProperties(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.inProperties = false;
  }

  #endParagraph(): void {
    const open = this.#paragraphs.pop();
    if (!open) return;
    const { style, outline, list, depth, pieces, places } = open;
    const place: ListPlace | 'none' | null = list === '0' ? 'none' : list === null ? null : { list, depth: depth ?? 0 };
    const paragraph: Paragraph = { kind: 'paragraph', style, outline, list: place, pieces, places };
    if (open.goesOn && this.#paragraphs.length === 0) this.#held = paragraph;
    else this.#emit(paragraph);
  }

  /** What went on in no further paragraph ends where its cell or part does. */
  #endHeld(): void {
    const held = this.#held;
    this.#held = null;
    if (held) this.#emit(held);
  }

  /** Into the cell that is open, else out as a block. */
  #emit(paragraph: Paragraph): void {
    const { cell } = this.#tables;
    if (cell) cell.paragraphs.push(paragraph);
    else if (this.#tables.isEmpty) this.reader.block(paragraph, this.#group);
  }

  /** A table inside a cell is read as that cell's paragraphs: a grid within a grid has no columns of its own. */
  #endTable(): void {
    const rows = this.#tables.end();
    if (rows === null) return;
    if (!this.#tables.isEmpty) {
      const paragraphs = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs));
      for (const paragraph of paragraphs) this.#emit(paragraph);
    } else if (rows.length > 0) this.reader.block({ kind: 'table', rows }, this.#group);
  }
}
