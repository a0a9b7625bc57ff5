/**
 * Reads the inside of one entry: key, fields, `#`, macros. Forgiving: a missing comma, brace or quote costs at most the field
 * it is in, and says so.
 */
import { IMPORT_LIMITS } from '../../limits';

export type Macros = ReadonlyMap<string, string>;

export interface EntryFields {
  readonly key: string | null;
  /** Names in lower case; the first of two with one name is kept. */
  readonly fields: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
}

const FIELD = /[\s,;]*([A-Za-z_][\w:+.\-/]{0,100})\s*=\s*/y;
const NEXT_FIELD = /(?:[,\n]|^)\s*[A-Za-z_][\w:+.-]{0,100}\s*=\s*["{\w]/g;
const BARE = /[^\s,#{}"=]+/y;
/** Looking for the end of each of many would be quadratic. */
const MOST_UNCLOSED = 20;
const HASH = /\s*#\s*/y;

export function readFields(body: string, macros: Macros): EntryFields {
  const faults: string[] = [];
  const head = /^\s*([^\s,{}"=#]{0,500})\s*(?:,|$)/.exec(body) ?? /^\s*([^,{}"=]{0,500}),/.exec(body);
  const reader = new FieldReader(body, head ? head[0].length : 0, macros, faults);
  return { key: head?.[1]?.trim() || null, fields: reader.read(), faults };
}

/** The name and value of an `@string`. */
export function readMacro(body: string, macros: Macros): EntryFields {
  const faults: string[] = [];
  return { key: null, fields: new FieldReader(body, 0, macros, faults).read(), faults };
}

class FieldReader {
  readonly #body: string;
  readonly #macros: Macros;
  readonly #faults: string[];
  #at: number;
  #unclosedSoFar = 0;

  constructor(body: string, at: number, macros: Macros, faults: string[]) {
    this.#body = body;
    this.#at = at;
    this.#macros = macros;
    this.#faults = faults;
  }

  read(): ReadonlyMap<string, string> {
    const fields = new Map<string, string>();
    while (this.#at < this.#body.length) {
      const match = this.#match(FIELD);
      if (match) {
        const name = (match[1] ?? '').toLowerCase();
        const value = this.#value(name);
        if (!fields.has(name)) fields.set(name, value);
      } else if (/^[\s,;}]*$/.test(this.#body.slice(this.#at, this.#at + 200)) && this.#at + 200 >= this.#body.length) {
        break;
      } else this.#skip();
    }
    return fields;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#body);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  /** To the next thing that looks like a field; what is skipped is said once. */
  #skip(): void {
    const from = this.#at;
    NEXT_FIELD.lastIndex = from + 1;
    const next = NEXT_FIELD.exec(this.#body);
    this.#at = next ? next.index : this.#body.length;
    const skipped = this.#body.slice(from, this.#at).replaceAll(/\s+/g, ' ').trim();
    if (!/^[\s,;}%]*$/.test(skipped)) this.#faults.push(`“${skipped.slice(0, 60)}” is not a field and was left out.`);
  }

  #value(name: string): string {
    let value = this.#part(name);
    while (this.#match(HASH)) value = value.length > IMPORT_LIMITS.sourceField ? value : value + this.#part(name);
    if (value.length <= IMPORT_LIMITS.sourceField) return value;
    this.#faults.push(`${name} has more than ${IMPORT_LIMITS.sourceField} characters; the rest was left out.`);
    return value.slice(0, IMPORT_LIMITS.sourceField);
  }

  #part(name: string): string {
    const first = this.#body[this.#at];
    if (first === '{') return this.#delimited('}', name);
    if (first === '"') return this.#delimited('"', name);
    const bare = this.#match(BARE)?.[0];
    if (bare === undefined) return '';
    if (/^\d+$/.test(bare)) return bare;
    const macro = this.#macros.get(bare.toLowerCase());
    if (macro !== undefined) return macro;
    // Many write `year = 2024a` or an unquoted word: its own text is the best there is.
    const rest = /[^,{}"#\n]{0,300}/y;
    const more = this.#match(rest)?.[0] ?? '';
    this.#faults.push(
      `${name} names “${bare.slice(0, 60)}”, which no @string before it defines; the word itself was kept.`,
    );
    return `${bare}${more}`.trimEnd();
  }

  #delimited(close: '}' | '"', name: string): string {
    const from = this.#at + 1;
    let depth = 0;
    for (let at = from; at < this.#body.length; at += 1) {
      const character = this.#body[at];
      if (depth === 0 && character === close && !(close === '"' && this.#body[at - 1] === '\\')) {
        this.#at = at + 1;
        return this.#body.slice(from, at);
      }
      if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
    }
    return this.#unclosed(from, name);
  }

  /** Up to the line before the next field. */
  #unclosed(from: number, name: string): string {
    NEXT_FIELD.lastIndex = from;
    const next = NEXT_FIELD.exec(this.#body);
    this.#unclosedSoFar += 1;
    this.#at = next && this.#unclosedSoFar < MOST_UNCLOSED ? next.index : this.#body.length;
    this.#faults.push(`${name} is not closed; it was read up to the next field.`);
    return this.#body.slice(from, this.#at).trim();
  }
}
