/** The records of a RIS file: lenient about spaces, missing ends, stray lines and order; bounded in every direction. */
import { IMPORT_LIMITS } from '../../limits';
import type { EntryProblems } from '../problems';

export interface RisRecord {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly raw: string;
  readonly line: number;
}

const TAG = /^[ \t\uFEFF]*([A-Z][A-Z0-9])[ \t]{0,3}-(?:[ \t](.*))?$/;
/** Values of one tag kept, such as authors. */
const MOST_VALUES = 2_000;
const MOST_LINES = 20_000;

interface Draft {
  readonly tags: Map<string, string[]>;
  readonly lines: string[];
  readonly line: number;
  last: string | null;
  cut: boolean;
}

export function* readRecords(text: string, problems: EntryProblems): Generator<RisRecord> {
  let draft: Draft | null = null;
  let line = 0;
  for (const words of eachLine(text)) {
    line += 1;
    const [, tag, value = ''] = TAG.exec(words.slice(0, 8)) ? (TAG.exec(bounded(words)) ?? []) : [];
    if (tag === 'TY' && !(draft !== null && isTypeless(draft))) {
      if (draft !== null && isRecord(draft, problems)) {
        problems.at(draft.line, 'W_UNCLOSED', 'the record has no end (ER); it was read up to the next one.');
        yield done(draft);
      }
      draft = { tags: new Map([['TY', [value]]]), lines: [words], line, last: null, cut: false };
    } else if (draft === null) {
      // Some programs write the type in the middle of a record: what stands before it is the record's.
      if (tag !== undefined && tag !== 'ER') draft = { tags: new Map(), lines: [], line, last: null, cut: false };
      if (draft !== null) take(draft, tag, value, words);
    } else if (tag === 'ER') {
      if (isRecord(draft, problems)) yield done(draft);
      draft = null;
    } else {
      take(draft, tag, value, words);
      if (words.length > IMPORT_LIMITS.sourceField && !draft.cut) {
        draft.cut = true;
        problems.at(
          line,
          'W_LONG',
          `the line has more than ${IMPORT_LIMITS.sourceField} characters; the rest was left out.`,
        );
      }
    }
  }
  if (draft !== null && isRecord(draft, problems)) {
    problems.at(draft.line, 'W_UNCLOSED', 'the record has no end (ER); its content was read.');
    yield done(draft);
  }
}

const hasTitle = ({ tags }: Draft): boolean => TITLES.some((tag) => tags.has(tag));

/** A record whose type is still to come. */
const isTypeless = (draft: Draft): boolean => !draft.tags.has('TY') && hasTitle(draft);

/** Tags without a type and without a title are no record: that they were left out is said. */
function isRecord(draft: Draft, problems: EntryProblems): boolean {
  const { tags, lines, line } = draft;
  if (tags.has('TY') || hasTitle(draft)) return true;
  problems.at(line, 'W_STRAY', `“${(lines[0] ?? '').slice(0, 40)}” is outside any record; it was left out.`);
  return false;
}

const TITLES = ['TI', 'T1', 'CT', 'BT'];

/** One line after the other, without a list of them all. */
function* eachLine(text: string): Generator<string> {
  const breaks = /\r\n|\n|\r|\u2028/g;
  let from = 0;
  for (let found = breaks.exec(text); found; found = breaks.exec(text)) {
    yield text.slice(from, found.index);
    from = breaks.lastIndex;
  }
  if (from < text.length) yield text.slice(from);
}

const bounded = (words: string): string => words.slice(0, IMPORT_LIMITS.sourceField);

function take(draft: Draft, tag: string | undefined, value: string, words: string): void {
  if (draft.lines.length < MOST_LINES) draft.lines.push(words.slice(0, 4_000));
  if (tag !== undefined) {
    const values = draft.tags.get(tag) ?? [];
    if (values.length < MOST_VALUES) values.push(value.trim());
    draft.tags.set(tag, values);
    draft.last = tag;
    return;
  }
  const values = draft.last === null ? undefined : draft.tags.get(draft.last);
  const last = values?.at(-1);
  if (values === undefined || last === undefined || words.trim() === '') return;
  // A value goes on in the next line; past the limit the rest is left out.
  if (last.length < IMPORT_LIMITS.sourceField) values[values.length - 1] = `${last} ${bounded(words).trim()}`.trim();
}

const done = ({ tags, lines, line }: Draft): RisRecord => ({ tags, raw: lines.slice(0, 200).join('\n'), line });
