/**
 * Reads the paragraphs and tables of a Word document's part as they come. Changes that are tracked are taken as accepted;
 * of fields the results are read, never the instructions; what stands outside the file is not looked at.
 */
import { attribute, type Attributes, readXml } from '../archive/xml';
import type { Relation } from '../archive/relations';
import { bracket } from './equation';
import type { DocxBlock, ListPlace, Paragraph, Piece, TableCell, TableRow } from './model';

export interface BodyReader {
  readonly relations: ReadonlyMap<string, Relation>;
  /** Character styles that raise. */
  readonly raised: ReadonlySet<string>;
  readonly problem: (code: BodyProblem, count?: number) => void;
  /** A top-level block is read; `group` is the note or comment it belongs to, null in the text itself. */
  readonly block: (block: DocxBlock, group: Attributes | null) => void;
  /** The element that groups blocks: `footnote`, `endnote`, `comment`; null where the part is one text. */
  readonly groups: string | null;
}

export type BodyProblem = 'W_TRACKED' | 'W_EXTERNAL' | 'W_CONTENTS' | 'W_PICTURES' | 'W_HIDDEN';

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
  /** Where in the runs it stands: inside `pPr`, the properties of the mark at its end are no run's. */
  inProperties: boolean;
  /** The mark at its end was deleted: it goes on in the next paragraph. */
  goesOn: boolean;
}

interface OpenTable {
  rows: TableRow[];
  header: boolean;
  cells: TableCell[];
  cell: { paragraphs: Paragraph[]; columns: number; continued: boolean } | null;
}

interface RunForm {
  raised: boolean;
  strong: boolean;
  emphasis: boolean;
  hidden: boolean;
}

interface Field {
  instruction: string;
  inResult: boolean;
}

const MOST_COLUMNS = 200;
const columnsOf = (attributes: Attributes): number =>
  Math.min(Math.max(Number(attribute(attributes, 'val')) || 1, 1), MOST_COLUMNS);

const PLAIN: RunForm = { raised: false, strong: false, emphasis: false, hidden: false };
const isOn = (attributes: Attributes): boolean => !/^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '');
const LINK_FIELD = /^\s*HYPERLINK\s+"([^"]*)"/i;
/** Fields that take their result from another file or program. */
const OUTSIDE_FIELD = /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MERGEFIELD)\b/i;
const CONTENTS_FIELD = /^\s*(?:TOC|INDEX|TOA)\b/i;

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
  readonly #tables: OpenTable[] = [];
  readonly #links: (string | null)[] = [];
  readonly #fields: Field[] = [];
  #form: RunForm = PLAIN;
  #inText = false;
  #instruction: string | null = null;
  #begins: string[] = [];
  #ends: string[] = [];
  /** Structured content that may turn out to be a table of contents. */
  #contents = 0;
  readonly #structured: boolean[] = [];
  /** Parts of fractions that are open: the piece that each begins with. */
  readonly #parts: number[] = [];
  /** A paragraph whose mark was deleted, until the next one begins. */
  #held: Paragraph | null = null;

  constructor(private readonly reader: BodyReader) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'instrText' && this.#skipped === 0) this.#instruction = '';
    if (this.#skipped > 0 || LEFT_OUT.has(name)) {
      if (this.#skipped === 0 && (name === 'del' || name === 'moveFrom')) this.#deleted();
      if (name === 'docPartGallery' && /table of contents|bibliograph/i.test(attribute(attributes, 'val') ?? ''))
        this.#markContents(attributes);
      this.#skipped += 1;
      return;
    }
    if (name === this.reader.groups) this.#group = attributes;
    else if (name === 'sdt') this.#structured.push(false);
    else if (name === 'ins' || name === 'moveTo') this.#inserted();
    else if (!this.#openBlock(name, attributes)) this.#openInline(name, attributes);
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
    const table = this.#tables.at(-1);
    switch (name) {
      case 'p':
        this.#paragraphs.push(this.#newParagraph());
        return true;
      case 'tbl':
        this.#endHeld();
        this.#tables.push({ rows: [], header: false, cells: [], cell: null });
        return true;
      case 'tr':
        if (table) Object.assign(table, { header: false, cells: [] });
        return true;
      case 'tblHeader':
        if (table) table.header = isOn(attributes);
        return true;
      case 'gridBefore':
        // Columns that the row leaves out at its start.
        if (table) table.cells.push({ paragraphs: [], columns: columnsOf(attributes), continued: true });
        return true;
      case 'tc':
        if (table) table.cell = { paragraphs: [], columns: 1, continued: false };
        return true;
      case 'gridSpan':
        if (table?.cell) table.cell.columns = columnsOf(attributes);
        return true;
      case 'vMerge':
        if (table?.cell) table.cell.continued = (attribute(attributes, 'val') ?? 'continue') === 'continue';
        return true;
      default:
        return this.#openProperty(name, attributes);
    }
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

  #openInline(name: string, attributes: Attributes): void {
    switch (name) {
      case 'r':
        this.#form = { ...PLAIN };
        break;
      case 'rStyle':
        this.#form.raised ||= this.reader.raised.has(attribute(attributes, 'val') ?? '');
        break;
      case 'vertAlign':
        this.#form.raised = attribute(attributes, 'val') === 'superscript';
        break;
      case 'position':
        // Half points above the line: how some word processors raise letters.
        this.#form.raised ||= Number(attribute(attributes, 'val')) > 0;
        break;
      case 'b':
        this.#form.strong = isOn(attributes);
        break;
      case 'i':
        this.#form.emphasis = isOn(attributes);
        break;
      case 'vanish':
      case 'webHidden':
        this.#form.hidden = isOn(attributes);
        break;
      case 't':
        this.#inText = true;
        break;
      case 'hyperlink':
        this.#links.push(this.#target(attribute(attributes, 'id')));
        break;
      case 'fldSimple':
        this.#fields.push({ instruction: attribute(attributes, 'instr') ?? '', inResult: true });
        this.#checkField();
        break;
      case 'fldChar':
        this.#fieldMark(attribute(attributes, 'fldCharType') ?? '');
        break;
      case 'commentRangeStart':
        this.#begins.push(attribute(attributes, 'id') ?? '');
        break;
      case 'commentRangeEnd':
      case 'commentReference':
        this.#ends.push(attribute(attributes, 'id') ?? '');
        this.#write('');
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.#write('', `${name.slice(0, -'Reference'.length)} ${attribute(attributes, 'id') ?? ''}`);
        break;
      case 'altChunk':
        this.reader.problem('W_EXTERNAL');
        break;
      case 'blip':
      case 'imagedata':
        this.reader.problem('W_PICTURES');
        break;
      case 'num':
      case 'den':
        if (name === 'den') this.#write('/');
        this.#parts.push(this.#paragraphs.at(-1)?.pieces.length ?? 0);
        break;
      default:
        this.#write(CHARACTERS[name] ?? '', null);
    }
  }

  #target(id: string | undefined): string | null {
    const relation = id === undefined ? undefined : this.reader.relations.get(id);
    return relation?.external ? relation.target : null;
  }

  #fieldMark(kind: string): void {
    if (kind === 'begin') this.#fields.push({ instruction: '', inResult: false });
    else if (kind === 'separate') {
      const field = this.#fields.at(-1);
      if (field) field.inResult = true;
      this.#checkField();
    } else if (kind === 'end') {
      const field = this.#fields.at(-1);
      if (field && !field.inResult) this.#checkField();
      this.#fields.pop();
    }
  }

  #checkField(): void {
    const { instruction } = this.#fields.at(-1) ?? { instruction: '' };
    if (OUTSIDE_FIELD.test(instruction)) this.reader.problem('W_EXTERNAL');
    if (CONTENTS_FIELD.test(instruction)) this.reader.problem('W_CONTENTS');
  }

  /** A link around the words or the field they are the result of. */
  #href(): string | null {
    const link = this.#links.findLast((one) => one !== null);
    if (link !== undefined && link !== null) return link;
    const field = this.#fields.findLast(({ instruction }) => LINK_FIELD.test(instruction));
    return field ? (LINK_FIELD.exec(field.instruction)?.[1] ?? null) : null;
  }

  text(text: string): void {
    if (this.#instruction !== null) {
      this.#instruction = `${this.#instruction}${text}`.slice(0, 2000);
      return;
    }
    if (this.#skipped === 0 && this.#inText) this.#write(text);
  }

  #write(text: string, note: string | null = null): void {
    const paragraph = this.#paragraphs.at(-1);
    const isComment = this.#begins.length > 0 || this.#ends.length > 0;
    if (!paragraph || (text === '' && note === null && !isComment)) return;
    if (this.#form.hidden && text !== '') {
      this.reader.problem('W_HIDDEN');
      return;
    }
    if (text !== '' && (this.#inContents() || this.#fields.some(({ inResult }) => !inResult))) return;
    const { raised, strong, emphasis } = this.#form;
    paragraph.pieces.push({
      text,
      raised,
      strong,
      emphasis,
      href: this.#href(),
      note,
      begins: this.#begins,
      ends: this.#ends,
    });
    this.#begins = [];
    this.#ends = [];
  }

  #inContents(): boolean {
    return (
      this.#contents > 0 ||
      this.#fields.some(({ instruction, inResult }) => inResult && CONTENTS_FIELD.test(instruction))
    );
  }

  close(name: string): void {
    if (name === 'instrText' && this.#instruction !== null) {
      const field = this.#fields.at(-1);
      if (field && !field.inResult) field.instruction += this.#instruction;
      this.#instruction = null;
    }
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    switch (name) {
      case 't':
        this.#inText = false;
        break;
      case 'num':
      case 'den':
        bracket(this.#paragraphs.at(-1)?.pieces ?? [], this.#parts.pop() ?? 0);
        break;
      case 'pPr':
        this.#endProperties();
        break;
      case 'hyperlink':
        this.#links.pop();
        break;
      case 'fldSimple':
        this.#fields.pop();
        break;
      case 'sdt':
        if (this.#structured.pop()) this.#contents -= 1;
        break;
      case 'p':
        this.#endParagraph();
        break;
      case 'tc':
        this.#endCell();
        break;
      case 'tr':
        this.#endRow();
        break;
      case 'tbl':
        this.#endTable();
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
    const { style, outline, list, depth, pieces } = open;
    const place: ListPlace | 'none' | null = list === '0' ? 'none' : list === null ? null : { list, depth: depth ?? 0 };
    const paragraph: Paragraph = { kind: 'paragraph', style, outline, list: place, pieces };
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
    const cell = this.#tables.at(-1)?.cell;
    if (cell) cell.paragraphs.push(paragraph);
    else if (this.#tables.length === 0) this.reader.block(paragraph, this.#group);
  }

  #endCell(): void {
    this.#endHeld();
    const table = this.#tables.at(-1);
    if (table?.cell) table.cells.push(table.cell);
    if (table) table.cell = null;
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table && table.cells.length > 0) table.rows.push({ header: table.header, cells: table.cells });
  }

  /** A table inside a cell is read as that cell's paragraphs: a grid within a grid has no columns of its own. */
  #endTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const outer = this.#tables.at(-1);
    if (outer) {
      const paragraphs = table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs));
      for (const paragraph of paragraphs) this.#emit(paragraph);
    } else if (table.rows.length > 0) this.reader.block({ kind: 'table', rows: table.rows }, this.#group);
  }
}

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
};
