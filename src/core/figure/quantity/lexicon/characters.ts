/** Character classes the scanner asks for at every step: code-unit tests, because regular expressions would cost more. */

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `code` is a UTF-16 code unit: a–z or A–Z. */
export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** A letter of a Latin script, accents included. */
export function isLetter(code: number): boolean {
  return isAsciiLetter(code) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
}

/** `code` is a UTF-16 code unit: A–Z only. */
export function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** CJK ideographs, unified and extension A: the scripts in which words are not set apart. */
export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** Space inside a line, no-break and thin ones included; tabs and line ends separate cells and lines. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x2007 || code === 0x3000;
}

/** A space that keeps digits together: no-break, narrow no-break, thin, figure space. */
export function isTightSpace(code: number): boolean {
  return code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x2007;
}

/** The first offset from `at` on that holds no space; `to` where all are spaces. */
export function skipSpaces(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

/** The start of the run of spaces that ends at `at`. */
export function skipSpacesBack(text: string, at: number, from: number): number {
  let i = at;
  while (i > from && isSpace(text.charCodeAt(i - 1))) i -= 1;
  return i;
}

/** One past the Latin word that starts at `at`. */
export function wordEnd(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && isLetter(text.charCodeAt(i))) i += 1;
  return i;
}

/** The start of the Latin word that ends at `at`. */
export function wordStart(text: string, at: number, from: number): number {
  let i = at;
  while (i > from && isLetter(text.charCodeAt(i - 1))) i -= 1;
  return i;
}
