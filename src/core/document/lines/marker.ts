/** Bullets, list numbers and section numbers at the start of a line: `•`, `1.`, `(ii)`, `IV.`, `3.1`, `八、`. */
import { isSpace } from './lines';

export type MarkerShape =
  | 'bullet'
  | 'arabic'
  | 'roman'
  | 'letter'
  | 'multi'
  | 'circled'
  | 'cjk'
  | 'cjk-paren'
  | 'part'
  | 'bracket';

/** What stands before the words of a line. `end` is where the words begin. */
export interface LeadMarker {
  readonly shape: MarkerShape;
  /** As written without its punctuation: `II`, `3.1`, `八`, `•`. */
  readonly numeral: string;
  /** Its place in a sequence, null for bullets. */
  readonly value: number | null;
  /** Levels of a multi-level number, else 1. */
  readonly depth: number;
  /** `1)`, `(1)` and `①` number lists far more often than headings. */
  readonly enclosed: boolean;
  readonly end: number;
}

const HARD_BULLETS = '•‣◦▪▫●○■□◆◇▶►➤➢✓✔✗✘∙⁃➔»·';
const SOFT_BULLETS = '-–—*+→';
const ROMAN = /^(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const CJK_DIGITS = '零一二三四五六七八九';
const CJK_NUMERAL = '[一二三四五六七八九十百零〇]{1,4}';

const MULTI = /(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)\u3001\uff09\uff0e]|(?=\s))\s*/y;
const ARABIC = /([(\uff08])?(\d{1,3})(?:([)\uff09])|([.\u3001\uff0e]))(?!\d)\s*/y;
const LETTERED = /([(\uff08])?([A-Za-z]|[IVXLC]{1,6}|[ivxlc]{1,5})(?:([)\uff09])|[.\u3001\uff0e])\s+/y;
const ROMAN_WIDE = /([IVXLC]{1,6})[\u3001\uff0c\uff1a\uff0e]\s*/y;
const CJK = new RegExp(`(${CJK_NUMERAL})[\u3001.\uff0e\uff0c]\\s*`, 'y');
const CJK_PAREN = new RegExp(`[(\uff08](${CJK_NUMERAL})[)\uff09]\\s*`, 'y');
const PART = new RegExp(
  `(?:第(${CJK_NUMERAL}|\\d{1,2})[章节節部回篇][分]?|(?:Part|PART|Section|SECTION|Chapter|CHAPTER|Item|ITEM|Appendix|APPENDIX|Teil|Partie)\\s+(\\d{1,2}[A-Z]?|[IVX]{1,5}|[A-Z]))(?=[\\s:\uff1a.\u3001—–-]|$)[\\s:\uff1a.\u3001—–-]*`,
  'y',
);
const CIRCLED_START = 0x2460;
const CIRCLED_END = 0x2473;
const KEYCAP = /(\d)\uFE0F?\u20E3\s*/y;

/** The marker at `at`, or null. A dash or star counts only before a space, `1.` not before a digit. */
export function readLeadMarker(text: string, at: number, end: number): LeadMarker | null {
  const first = text.charAt(at);
  const code = text.charCodeAt(at);
  if (HARD_BULLETS.includes(first)) return bullet(text, at, end);
  if (SOFT_BULLETS.includes(first))
    return isSpace(text.charCodeAt(at + 1)) && at + 1 < end ? bullet(text, at, end) : null;
  if (code >= CIRCLED_START && code <= CIRCLED_END) {
    const value = code - CIRCLED_START + 1;
    return { shape: 'circled', numeral: first, value, depth: 1, enclosed: true, end: skip(text, at + 1, end) };
  }
  if (code >= 48 && code <= 57) return readDigits(text, at, end);
  if (first === '(' || first === '\uff08')
    return readCjk(text, at, end) ?? readDigits(text, at, end) ?? readLetter(text, at, end);
  if (code >= 0x4e00) return readCjk(text, at, end);
  return readPart(text, at, end) ?? readLetter(text, at, end);
}

/** Arabic value of a roman numeral, null where it is none. */
function romanValue(numeral: string): number | null {
  if (!ROMAN.test(numeral)) return null;
  let total = 0;
  for (let i = 0; i < numeral.length; i += 1) {
    const here = ROMAN_VALUES[numeral.charAt(i)] ?? 0;
    total += here < (ROMAN_VALUES[numeral.charAt(i + 1)] ?? 0) ? -here : here;
  }
  return total;
}

/** 1–99 in Chinese numerals (`十二` is 12), null where it is none. */
function cjkValue(numeral: string): number | null {
  const ten = numeral.indexOf('十');
  if (ten < 0) {
    const digit = numeral.length === 1 ? CJK_DIGITS.indexOf(numeral) : -1;
    return digit > 0 ? digit : null;
  }
  const tens = ten === 0 ? 1 : CJK_DIGITS.indexOf(numeral.charAt(ten - 1));
  const ones = ten === numeral.length - 1 ? 0 : CJK_DIGITS.indexOf(numeral.charAt(ten + 1));
  return tens < 0 || ones < 0 ? null : tens * 10 + ones;
}

function bullet(text: string, at: number, end: number): LeadMarker | null {
  const contentStart = skip(text, at + 1, end);
  if (contentStart >= end) return null;
  return { shape: 'bullet', numeral: text.charAt(at), value: null, depth: 1, enclosed: false, end: contentStart };
}

function readDigits(text: string, at: number, end: number): LeadMarker | null {
  KEYCAP.lastIndex = at;
  const keycap = KEYCAP.exec(text);
  if (keycap) return numbered('arabic', keycap[1] ?? '', Number(keycap[1]), 1, false, keycap[0].length + at);
  MULTI.lastIndex = at;
  const multi = MULTI.exec(text);
  if (multi && at + multi[0].length < end && multi[0].length > (multi[1] ?? '').length) {
    const parts = (multi[1] ?? '').split('.');
    return numbered('multi', multi[1] ?? '', Number(parts.at(-1)), parts.length, false, at + multi[0].length);
  }
  ARABIC.lastIndex = at;
  const arabic = ARABIC.exec(text);
  if (!arabic || at + arabic[0].length >= end) return null;
  const [whole, open, digits = '', close, point] = arabic;
  if (open !== undefined && close === undefined) return null;
  const spaced = /\s$/.test(whole) || point === '\u3001' || text.charCodeAt(at + whole.length) > 0x2e80;
  if (!spaced) return null;
  return numbered('arabic', digits, Number(digits), 1, close !== undefined, at + whole.length);
}

function readLetter(text: string, at: number, end: number): LeadMarker | null {
  ROMAN_WIDE.lastIndex = at;
  const wide = ROMAN_WIDE.exec(text);
  const wideValue = wide ? romanValue(wide[1] ?? '') : null;
  if (wide && wideValue !== null) return numbered('roman', wide[1] ?? '', wideValue, 1, false, at + wide[0].length);
  LETTERED.lastIndex = at;
  const found = LETTERED.exec(text);
  if (!found || at + found[0].length >= end) return null;
  const [whole, open, numeral = '', close] = found;
  if (open !== undefined && close === undefined) return null;
  const enclosed = close !== undefined;
  const next = at + whole.length;
  const roman = romanValue(numeral.toUpperCase());
  const lower = numeral === numeral.toLowerCase();
  if (roman !== null && (numeral.length > 1 || 'IVXivx'.includes(numeral))) {
    return numbered('roman', numeral, roman, 1, enclosed || lower, next);
  }
  if (numeral.length > 1) return null;
  return numbered('letter', numeral, numeral.toLowerCase().charCodeAt(0) - 96, 1, enclosed || lower, next);
}

function readCjk(text: string, at: number, end: number): LeadMarker | null {
  const part = readPart(text, at, end);
  if (part) return part;
  for (const [pattern, shape] of [
    [CJK, 'cjk'],
    [CJK_PAREN, 'cjk-paren'],
  ] as const) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const value = found ? cjkValue(found[1] ?? '') : null;
    if (found && value !== null && at + found[0].length < end) {
      return numbered(shape, found[1] ?? '', value, 1, false, at + found[0].length);
    }
  }
  return null;
}

function readPart(text: string, at: number, end: number): LeadMarker | null {
  PART.lastIndex = at;
  const found = PART.exec(text);
  if (!found) return null;
  const numeral = found[1] ?? found[2] ?? '';
  const value = Number.parseInt(numeral, 10) || romanValue(numeral) || cjkValue(numeral);
  return numbered('part', numeral, value ?? null, 1, false, Math.min(end, at + found[0].length));
}

function numbered(
  shape: MarkerShape,
  numeral: string,
  value: number | null,
  depth: number,
  enclosed: boolean,
  end: number,
): LeadMarker {
  return { shape, numeral, value, depth, enclosed, end };
}

function skip(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && isSpace(text.charCodeAt(to))) to += 1;
  return to;
}
