/** The quotation mark that a typed `"` or `'` becomes in a text of a language. */

type Pair = readonly [open: string, close: string];
interface Marks {
  readonly double: Pair;
  readonly single: Pair;
}

const USUAL: Marks = { double: ['“', '”'], single: ['‘', '’'] };
const MARKS: Readonly<Record<string, Marks>> = {
  de: { double: ['„', '“'], single: ['‚', '‘'] },
  fr: { double: ['«\u00a0', '\u00a0»'], single: ['‘', '’'] },
};

const APOSTROPHE = '’';

/** Whether the last of a pair that stands in the words is an opening one. */
function isOpen(before: string, [open, close]: Pair): boolean {
  const at = before.lastIndexOf(open);
  return at >= 0 && before.indexOf(close, at + open.length) < 0;
}

/** `before` are the words of the paragraph up to it; a sign that means inches or feet stays. */
export function quoteFor(sign: '"' | "'", before: string, language: string): string {
  const marks = MARKS[language.slice(0, 2)] ?? USUAL;
  if (sign === "'") {
    if (/[\p{L}\p{N}]$/u.test(before) && !/\p{Script=Han}$/u.test(before)) return APOSTROPHE;
    return isOpen(before, marks.single) ? marks.single[1] : marks.single[0];
  }
  if (isOpen(before, marks.double)) return marks.double[1];
  return /\d$/.test(before) ? sign : marks.double[0];
}
