/** What the template is given: plain data, every word of it a string that is set as it stands and never read as markup. */
/** Words, or their pieces where a word is longer than its line: a line may end between two. */
export type Words = string | readonly string[];

export type SheetInline =
  | {
      readonly k: 't';
      readonly s: Words;
      readonly b?: true;
      readonly i?: true;
      readonly c?: true;
      readonly x?: true;
      /** Underlined. */
      readonly l?: true;
      /** Raised. */
      readonly r?: true;
      readonly u?: string;
      /** The label of what it leads to in this note. */
      readonly to?: string;
    }
  /** `head` may break from `tail`, `tail` stays with its mark; `after` is the point or comma that follows. */
  | { readonly k: 'f'; readonly head: string; readonly tail: Words; readonly after: string; readonly m: string }
  | { readonly k: 'gone' }
  /** `to` is the label of its source in the list, null where the list is not printed. */
  | { readonly k: 'cite'; readonly s: Words; readonly to: string | null }
  | { readonly k: 'fn'; readonly body: readonly SheetInline[] }
  | { readonly k: 'br' };

export interface SheetCell {
  readonly body: readonly SheetInline[];
  readonly x: number;
  readonly y: number;
  readonly cs: number;
  readonly rs: number;
  readonly h: boolean;
  readonly n: boolean;
  /** Points that put a value's decimal point under the others'. */
  readonly pad: number;
  /** The label others link to. */
  readonly label: string | null;
}

export interface SheetPart {
  readonly widths: readonly number[];
  readonly heads: readonly SheetCell[];
  readonly cells: readonly SheetCell[];
  /** Which columns of how many, where it is one part of several. */
  readonly note: string | null;
}

export type SheetBlock =
  | { readonly k: 'h'; readonly level: number; readonly body: readonly SheetInline[]; readonly plain: string }
  /** `leads` where it leads over to what follows and must not be left behind. */
  | { readonly k: 'p'; readonly body: readonly SheetInline[]; readonly leads: boolean }
  | {
      readonly k: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly SheetBlock[])[];
    }
  | {
      readonly k: 'table';
      readonly caption: readonly SheetInline[] | null;
      readonly size: number;
      readonly inset: number;
      readonly turned: boolean;
      readonly parts: readonly SheetPart[];
    }
  | { readonly k: 'turned'; readonly blocks: readonly SheetBlock[] }
  | { readonly k: 'quote'; readonly blocks: readonly SheetBlock[] }
  | { readonly k: 'code'; readonly s: string }
  | { readonly k: 'rule' }
  /** The list of references, each with the label that citations lead to. */
  | {
      readonly k: 'refs';
      readonly counted: boolean;
      readonly entries: readonly {
        readonly to: string;
        readonly label: string | null;
        readonly body: readonly SheetInline[];
      }[];
    };

export interface SheetMark {
  readonly svg: string;
  readonly alt: string;
  readonly color: string;
  readonly dash: string;
  /** Of its own height. */
  readonly width: number;
}

export interface Sheet {
  readonly title: string;
  readonly language: string;
  readonly author: string | null;
  readonly asOf: string;
  /** Year, month, day of completion; null leaves the file without a date. */
  readonly date: readonly [number, number, number] | null;
  readonly paper: 'a4' | 'us-letter';
  readonly heading: SheetBlock & { readonly k: 'h' };
  readonly facts: readonly string[];
  readonly legend: readonly { readonly m: string; readonly label: string }[];
  readonly contents: boolean;
  readonly blocks: readonly SheetBlock[];
  readonly appendix: readonly SheetBlock[];
  readonly marks: Readonly<Record<string, SheetMark>>;
  readonly fonts: {
    readonly text: readonly string[];
    readonly ui: readonly string[];
    readonly mono: readonly string[];
  };
}
