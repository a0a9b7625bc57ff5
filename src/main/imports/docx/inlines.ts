/** Runs, links, fields and notes inside a paragraph of a Word document, written as pieces of its text. */
import { attribute, type Attributes } from '../archive/xml';
import { bracket } from './equation';
import { Fields } from './fields';
import type { BodyReader, Piece } from './model';
import { isOn } from './on-off';

interface RunForm {
  raised: boolean;
  strong: boolean;
  emphasis: boolean;
  hidden: boolean;
}

const PLAIN: RunForm = { raised: false, strong: false, emphasis: false, hidden: false };

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
};

/** Where words go: the pieces of the paragraph that is open, and whether its words are left out. */
export interface Target {
  readonly pieces: Piece[] | null;
  readonly leftOut: boolean;
}

export class Inlines {
  readonly fields: Fields;
  readonly #links: (string | null)[] = [];
  /** Places to which open links lead. */
  readonly #jumps: (string | null)[] = [];
  #form: RunForm = { ...PLAIN };
  #inText = false;
  /** Comments that begin or end before the next piece. */
  #begins: string[] = [];
  #ends: string[] = [];
  /** Parts of fractions that are open: the piece that each begins with. */
  readonly #parts: number[] = [];
  /** Exponents of equations that are open: what stands in them is raised. */
  #exponents = 0;
  #isBehindFraction = false;

  constructor(
    private readonly reader: BodyReader,
    private readonly target: () => Target,
  ) {
    this.fields = new Fields(reader.problem);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#openForm(name, attributes) || this.#openReference(name, attributes)) return;
    switch (name) {
      case 't':
        this.#inText = true;
        break;
      case 'altChunk':
        this.reader.problem('W_EXTERNAL');
        break;
      case 'blip':
      case 'imagedata':
        this.reader.problem('W_PICTURES');
        break;
      case 'f':
        this.#apart();
        break;
      case 'sup':
        this.#exponents += 1;
        break;
      case 'num':
      case 'den':
        if (name === 'den') this.#write('/');
        this.#parts.push(this.target().pieces?.length ?? 0);
        break;
      default:
        this.#write(CHARACTERS[name] ?? '');
    }
  }

  text(text: string): void {
    if (!this.#inText) return;
    if (this.#isBehindFraction && /^[\p{L}\d]/u.test(text)) this.#apart();
    this.#isBehindFraction = false;
    this.#write(text);
  }

  /** A space where a number or name would run into a fraction: "2 1/2", not "21/2". */
  #apart(): void {
    const last = this.target().pieces?.at(-1)?.text ?? '';
    if (/[\p{L}\d)]$/u.test(last)) this.#write(' ');
  }

  /** False where the element is no inline. */
  close(name: string): boolean {
    switch (name) {
      case 't':
        this.#inText = false;
        return true;
      case 'num':
      case 'den':
        bracket(this.target().pieces ?? [], this.#parts.pop() ?? 0);
        return true;
      case 'f':
        this.#isBehindFraction = true;
        return true;
      case 'sup':
        this.#exponents = Math.max(0, this.#exponents - 1);
        return true;
      case 'hyperlink':
        this.#links.pop();
        this.#jumps.pop();
        return true;
      case 'fldSimple':
        this.fields.end();
        return true;
      default:
        return false;
    }
  }

  /** How the words of a run look. */
  #openForm(name: string, attributes: Attributes): boolean {
    switch (name) {
      case 'r':
        this.#form = { ...PLAIN };
        return true;
      case 'rStyle':
        this.#form.raised ||= this.reader.raised.has(attribute(attributes, 'val') ?? '');
        return true;
      case 'vertAlign':
        this.#form.raised = attribute(attributes, 'val') === 'superscript';
        return true;
      case 'position':
        // Half points above the line: how some word processors raise letters.
        this.#form.raised ||= Number(attribute(attributes, 'val')) > 0;
        return true;
      case 'b':
        this.#form.strong = isOn(attributes);
        return true;
      case 'i':
        this.#form.emphasis = isOn(attributes);
        return true;
      case 'vanish':
      case 'webHidden':
        this.#form.hidden = isOn(attributes);
        return true;
      default:
        return false;
    }
  }

  /** What points elsewhere: links, fields, comments, notes. */
  #openReference(name: string, attributes: Attributes): boolean {
    switch (name) {
      case 'hyperlink':
        this.#links.push(this.#linkTarget(attribute(attributes, 'id')));
        this.#jumps.push(attribute(attributes, 'anchor') ?? null);
        return true;
      case 'fldSimple':
        this.fields.begin(attribute(attributes, 'instr') ?? '');
        return true;
      case 'fldChar':
        this.fields.mark(attribute(attributes, 'fldCharType') ?? '');
        return true;
      case 'commentRangeStart':
        this.#begins.push(attribute(attributes, 'id') ?? '');
        return true;
      case 'commentRangeEnd':
      case 'commentReference':
        this.#ends.push(attribute(attributes, 'id') ?? '');
        this.#write('');
        return true;
      case 'footnoteReference':
      case 'endnoteReference':
        this.#write('', `${name.slice(0, -'Reference'.length)} ${attribute(attributes, 'id') ?? ''}`);
        return true;
      default:
        return false;
    }
  }

  #linkTarget(id: string | undefined): string | null {
    const relation = id === undefined ? undefined : this.reader.relations.get(id);
    return relation?.external ? relation.target : null;
  }

  #write(text: string, note: string | null = null): void {
    const { pieces, leftOut } = this.target();
    const isComment = this.#begins.length > 0 || this.#ends.length > 0;
    if (pieces === null || (text === '' && note === null && !isComment)) return;
    if (this.#form.hidden && text !== '') {
      this.reader.problem('W_HIDDEN');
      return;
    }
    if (text !== '' && (leftOut || this.fields.hidesText)) return;
    const { strong, emphasis } = this.#form;
    const raised = this.#form.raised || this.#exponents > 0;
    const href = this.#links.findLast((one) => one !== null) ?? this.fields.href;
    const jump = this.#jumps.findLast((one) => one !== null) ?? this.fields.jump;
    pieces.push({ text, raised, strong, emphasis, href, jump, note, begins: this.#begins, ends: this.#ends });
    this.#begins = [];
    this.#ends = [];
  }
}
