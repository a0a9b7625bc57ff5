/** LaTeX made plainer before the library reads it: signs by name, commands that only set type, quotation marks, money. */

/** Commands for signs that the library does not know or answers with `undefined`, as the signs themselves. */
const SYMBOLS: Readonly<Record<string, string>> = {
  AA: 'Å',
  aa: 'å',
  AE: 'Æ',
  ae: 'æ',
  OE: 'Œ',
  oe: 'œ',
  O: 'Ø',
  o: 'ø',
  L: 'Ł',
  l: 'ł',
  DH: 'Ð',
  dh: 'ð',
  TH: 'Þ',
  th: 'þ',
  DJ: 'Đ',
  dj: 'đ',
  ss: 'ß',
  i: 'ı',
  j: 'ȷ',
  pounds: '£',
  textsterling: '£',
  euro: '€',
  texteuro: '€',
  EUR: '€',
  textyen: '¥',
  textcent: '¢',
  textdegree: '°',
  textpercent: '%',
  copyright: '©',
  textregistered: '®',
  texttrademark: '™',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
  BibTeX: 'BibTeX',
  dots: '…',
  ldots: '…',
  textellipsis: '…',
  S: '§',
  P: '¶',
  glqq: '„',
  grqq: '“',
  flqq: '«',
  frqq: '»',
  dag: '†',
  ddag: '‡',
  slash: '/',
  hyp: '-',
  hyphen: '-',
  times: '×',
  pm: '±',
  sim: '~',
  approx: '≈',
  leq: '≤',
  geq: '≥',
  infty: '∞',
  rightarrow: '→',
  cdot: '·',
  degree: '°',
  space: ' ',
  quad: ' ',
  qquad: ' ',
  newline: ' ',
  linebreak: ' ',
  nobreakspace: '\u00a0',
};
const SYMBOL = new RegExp(`\\\\(${Object.keys(SYMBOLS).join('|')})(?![A-Za-z])(?:\\{\\}|[ \\t]+)?`, 'g');

/** Signs by name, thin spaces between digits, and a tilde that stands for itself. */
const withSymbols = (value: string): string =>
  value
    .replaceAll(SYMBOL, (_whole, name: string) => SYMBOLS[name] ?? '')
    // The library takes a bare tilde for a space that does not break.
    .replaceAll(/\\~\{\}/g, String.raw`\textasciitilde{}`)
    .replaceAll(/\\[,;:!]/g, '\u2009');

const DOLLAR = /(?<!\\)\$/g;

/** Dollars that are money, not mathematics: a lone one, or a pair around words. */
function withPlainDollars(value: string): string {
  const count = value.match(DOLLAR)?.length ?? 0;
  if (count === 0) return value;
  const isMoney = count % 2 === 1 || /\$[^$\\]*\s[A-Za-z]{3,}[^$\\]*\$/.test(value);
  return isMoney ? value.replaceAll(DOLLAR, String.raw`\$`) : value;
}

/** Commands of which only what they hold is text; a first argument of some is a language, a colour or an address. */
const SETTING =
  /\\(?:mbox|hbox|fbox|textnormal|text|uppercase|lowercase|MakeUppercase|MakeLowercase|underline|ensuremath|autocap|bibstring|textgreek|textcyr|path|protect|relax|small|large|Large|normalsize)(?![A-Za-z])\s*/g;
const SETTING_OF = /\\(?:foreignlanguage|textcolor|href)\s*\{[^{}]{0,4000}\}\s*(?=\{)/g;
/** What a style sorts or cites by, and space that is set: no text of the title. */
const NO_TEXT = /\\(?:noopsort|SortNoop|hspace\*?|vspace|label|nocite|cite[a-z]*)\s*\{[^{}]{0,4000}\}/g;

/** One field's LaTeX without what the library does not know, as far as it has a plain form. */
export const plainerLatex = (value: string): string => withPlainDollars(withSymbols(withQuotes(withoutSetting(value))));

const withoutSetting = (value: string): string =>
  value
    .replaceAll(SETTING_OF, '')
    .replaceAll(NO_TEXT, '')
    .replaceAll(SETTING, '')
    .replaceAll(/\\[-/@]/g, '')
    .replaceAll(/\\\\/g, ' ')
    // Braces keep the space from going with the command before it.
    .replaceAll(/\\\s/g, '{} ');

/** "?`" and "!`" open Spanish sentences; a single quotation stands between "`" and "'". */
const withQuotes = (value: string): string =>
  value
    .replaceAll('?`', '¿')
    .replaceAll('!`', '¡')
    .replaceAll(/(^|[^`\\])`([^`']{1,400})'(?!['A-Za-z])/g, '$1‘$2’');

/** A commandless form of what even so is not understood. */
export const withoutCommands = (value: string): string =>
  value
    .replaceAll(/\\[A-Za-z]+\s*/g, '')
    .replaceAll(/[\\{}$~]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim() || '-';

/** Commands that the library left standing in a text; null where there are none. */
export function withoutStanding(text: string): string | null {
  const plain = text.replaceAll(/\\[A-Za-z]+\*?\s?/g, '');
  return plain === text ? null : plain;
}
