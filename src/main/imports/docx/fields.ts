/** Fields of a Word document: an instruction and the result saved with it. The result is read; nothing is carried out. */
import type { BodyProblem } from './model';

interface Field {
  instruction: string;
  inResult: boolean;
}

const LINK_FIELD = /^\s*HYPERLINK\s+"([^"]*)"/i;
const JUMP_FIELD = /^\s*HYPERLINK\s+\\l\s+"([^"]*)"/i;
/** Fields that take their result from another file or program. */
const OUTSIDE_FIELD = /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MERGEFIELD)\b/i;
const CONTENTS_FIELD = /^\s*(?:TOC|INDEX|TOA)\b/i;
const LONGEST_INSTRUCTION = 2000;

export class Fields {
  readonly #open: Field[] = [];
  /** The part of an instruction that is being read; null outside of one. */
  #instruction: string | null = null;

  constructor(private readonly problem: (code: BodyProblem) => void) {}

  /** A field written as one element: all its content is result. */
  begin(instruction: string): void {
    this.#open.push({ instruction, inResult: true });
    this.#check();
  }

  end(): void {
    this.#open.pop();
  }

  /** A field written with marks: `begin`, instruction, `separate`, result, `end`. */
  mark(kind: string): void {
    const field = this.#open.at(-1);
    if (kind === 'begin') this.#open.push({ instruction: '', inResult: false });
    else if (kind === 'separate') {
      if (field) field.inResult = true;
      this.#check();
    } else if (kind === 'end') {
      if (field && !field.inResult) this.#check();
      this.#open.pop();
    }
  }

  beginInstruction(): void {
    this.#instruction = '';
  }

  /** True where the words belong to an instruction and not to the text. */
  takesText(text: string): boolean {
    if (this.#instruction === null) return false;
    this.#instruction = `${this.#instruction}${text}`.slice(0, LONGEST_INSTRUCTION);
    return true;
  }

  endInstruction(): void {
    if (this.#instruction === null) return;
    const field = this.#open.at(-1);
    if (field && !field.inResult) field.instruction += this.#instruction;
    this.#instruction = null;
  }

  /** Words here are no text: they stand in an instruction, or in a table of contents. */
  get hidesText(): boolean {
    return this.#open.some(({ instruction, inResult }) => !inResult || CONTENTS_FIELD.test(instruction));
  }

  /** The target of a link that is written as a field. */
  get href(): string | null {
    const field = this.#open.findLast(({ instruction }) => LINK_FIELD.test(instruction));
    return field ? (LINK_FIELD.exec(field.instruction)?.[1] ?? null) : null;
  }

  /** The place in the document to which a link that is written as a field leads. */
  get jump(): string | null {
    const field = this.#open.findLast(({ instruction }) => JUMP_FIELD.test(instruction));
    return field ? (JUMP_FIELD.exec(field.instruction)?.[1] ?? null) : null;
  }

  #check(): void {
    const { instruction } = this.#open.at(-1) ?? { instruction: '' };
    if (OUTSIDE_FIELD.test(instruction)) this.problem('W_EXTERNAL');
    if (CONTENTS_FIELD.test(instruction)) this.problem('W_CONTENTS');
  }
}
