/** Numbers, signs, brackets and words of a stretch of text in which a sum may be written out. */
import data from '../../../../../resources/audit/arithmetic.json';
import { type Ends, type End, end } from '../../arithmetic/ends';

export type Operator = '+' | '-' | '*' | '/' | '^';

export interface NumberToken {
  readonly kind: 'number';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Percentages as fractions, amounts in units. */
  readonly value: Ends;
  readonly isPercent: boolean;
  readonly isMoney: boolean;
  readonly isScaled: boolean;
}
export type Token =
  | NumberToken
  | { readonly kind: 'operator'; readonly start: number; readonly end: number; readonly operator: Operator }
  | { readonly kind: 'open' | 'close' | 'word' | 'break'; readonly start: number; readonly end: number };

const SCALES: ReadonlyMap<string, number> = new Map(Object.entries(data.scales));
const SCALE = [...SCALES.keys()].toSorted((a, b) => b.length - a.length).join('|');
const SIGNS: ReadonlyMap<string, string> = new Map([...Object.entries(data.signs), ...Object.entries(data.words)]);
const OPERATOR_WORDS = Object.keys(data.words).join('|');
const CURRENCY = String.raw`(?:\\?[$€£¥₹₩]|(?:US|HK|NT|A|C|S)\\?\$|(?:USD|EUR|GBP|JPY|CNY|RMB|HKD|CHF|INR|KRW)\s?)`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+`;
const TAIL = String.raw`\s?(?:${SCALE})(?:[美港欧]?元)?(?![A-Za-z\p{Script=Latin}])|\s?%|x(?![\p{L}\d])|\s?×(?=\s*(?:[)=≈,;]|$))|\s?(?:bps|bp|pp)\b`;
const NUMBER = new RegExp(
  String.raw`([~≈]\s?)?([-−+]\s?)?(${CURRENCY})?(${DIGITS})(${TAIL})?(?:\s?[–-]\s?(${CURRENCY})?(${DIGITS})(${TAIL})?)?`,
  'iuy',
);
const NAME =
  /(?:[\p{L}][\p{L}\p{N}_.&'’/-]*|(?:19|20)\d\d[AE]?(?![\d.,]\d)(?=\s+\p{Lu}|[AE\s]*(?:EPS|E|A)\b)|\d+[\p{L}]+)/uy;
const HAN = /[\p{Script=Han}]+/uy;
const WORD_OPERATOR = new RegExp(String.raw`(?:${OPERATOR_WORDS})(?![a-z])`, 'iuy');

const isOperator = (sign: string | undefined): sign is Operator =>
  sign === '+' || sign === '-' || sign === '*' || sign === '/' || sign === '^';

interface Printed {
  readonly value: number;
  readonly slack: number;
  readonly power: number | null;
  readonly isPercent: boolean;
}

const HALF = 0.5;
const BPS = 1e4;
function printed(digits: string, tail: string | undefined, inherited: string | undefined): Printed {
  const own = (tail ?? inherited ?? '')
    .trim()
    .toLowerCase()
    .replace(/[美港欧]?元$/, '');
  const plain = digits.replaceAll(',', '');
  const places = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  const power = SCALES.get(own) ?? null;
  const isPercent = own === '%' || own === 'pp';
  const factor = isPercent ? 0.01 : own.startsWith('bp') ? 1 / BPS : 10 ** (power ?? 0);
  // The one of "1 − tax" and "1 + growth" is counted, not measured.
  const isOne = plain === '1' && own === '';
  return { value: Number(plain) * factor, slack: isOne ? 0 : HALF * 10 ** -places * factor, power, isPercent };
}

/** A number at a place, its sign, currency, scale and second end with it. */
function numberAt(text: string, at: number, mayBeSigned: boolean): NumberToken | null {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match || (match[2] !== undefined && !mayBeSigned)) return null;
  const [all, about, sign, currency, first = '', tail, , second, tail2] = match;
  // "Spaced" dashes between amounts are minus signs, not ranges.
  const dash = second === undefined ? -1 : all.search(/\s[–-]\s/);
  const isRange = second !== undefined && dash < 0;
  const whole = isRange || second === undefined ? all : all.slice(0, dash);
  const slackFactor = about ? 2 : 1;
  const a = printed(first, tail, isRange ? tail2 : undefined);
  const b = isRange ? printed(second, tail2, tail) : a;
  const signed = sign?.trim().match(/[-−]/) ? -1 : 1;
  const ends: End[] = [a, b].map((one) => end(one.value * signed, one.slack * slackFactor));
  const [x, y] = ends.toSorted((p, q) => p.point - q.point);
  if (!x || !y) return null;
  return {
    kind: 'number',
    start: at,
    end: at + whole.trimEnd().length,
    text: whole.trim(),
    value: { low: x, high: y, approximate: about !== undefined },
    isPercent: a.isPercent,
    isMoney: currency !== undefined,
    isScaled: a.power !== null,
  };
}

function operatorAt(text: string, at: number): Token | null {
  WORD_OPERATOR.lastIndex = at;
  const word = /[\p{L}\d]/u.test(text[at - 1] ?? '') ? null : WORD_OPERATOR.exec(text)?.[0];
  if (word) {
    const operator = SIGNS.get(word.toLowerCase());
    return isOperator(operator) ? { kind: 'operator', operator, start: at, end: at + word.length } : null;
  }
  const sign = text[at] ?? '';
  const operator = SIGNS.get(sign);
  if (!isOperator(operator)) return null;
  // "x" is a sign only between spaces or digits; a hyphen only with room before it.
  if (sign === 'x' && !(/[\s\d)]/.test(text[at - 1] ?? '') && /[\s\d($£€]/.test(text[at + 1] ?? ''))) return null;
  if ((sign === '-' || sign === '–' || sign === '—') && !/[\s)]/.test(text[at - 1] ?? '')) return null;
  return { kind: 'operator', operator, start: at, end: at + 1 };
}

/** "40% of $50B": what is a share of the amount behind it is multiplied with it. */
const OF = /of (?:the )?(?=~?\\?[$€£¥\d])/iuy;

function nameAt(text: string, at: number): Token | null {
  for (const pattern of [NAME, HAN]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind: 'word', start: at, end: at + match[0].length };
  }
  return null;
}

const BRACKETS: Readonly<Record<string, 'open' | 'close'>> = {
  '(': 'open',
  '（': 'open',
  '[': 'open',
  ')': 'close',
  '）': 'close',
  ']': 'close',
};
const SILENT = new Set([' ', '*', '_', '\\', '~', '≈', '`', '"', '“', '”', ' ']);

function tokenAt(text: string, at: number, last: Token | undefined): Token {
  const afterValue = last?.kind === 'number' || last?.kind === 'close';
  const bracket = BRACKETS[text[at] ?? ''];
  if (bracket) return { kind: bracket, start: at, end: at + 1 };
  OF.lastIndex = at;
  const of = last?.kind === 'number' && last.isPercent ? OF.exec(text) : null;
  if (of) return { kind: 'operator', operator: '*', start: at, end: at + of[0].length };
  const operator = afterValue || last?.kind === 'word' ? operatorAt(text, at) : null;
  return (
    operator ??
    yearAt(text, at, last) ??
    nameBeforeNumber(text, at) ??
    numberAt(text, at, !afterValue) ??
    operatorAt(text, at) ??
    nameAt(text, at) ?? { kind: 'break', start: at, end: at + 1 }
  );
}

/** "(Dec 2025 record)": a year behind a word. */
const YEAR = /(?:19|20)\d\d(?![\d%,.]\d|%|\d)/y;
function yearAt(text: string, at: number, last: Token | undefined): Token | null {
  YEAR.lastIndex = at;
  return last?.kind === 'word' && text[at - 1] === ' ' && YEAR.test(text)
    ? { kind: 'word', start: at, end: at + 4 }
    : null;
}

/** Years, quarters and other names with digits in them are words. */
function nameBeforeNumber(text: string, at: number): Token | null {
  NAME.lastIndex = at;
  const match = NAME.exec(text);
  if (
    !match ||
    (/^\d/.test(match[0]) && numberAt(text, at, false)?.text.length !== undefined && !/^(?:19|20)\d\d/.test(match[0]))
  )
    return null;
  if (/^(?:US|HK|NT|A|C|S|USD|EUR|GBP|JPY|CNY|RMB|HKD|CHF|INR|KRW)$/.test(match[0])) return null;
  return { kind: 'word', start: at, end: at + match[0].length };
}

/**
 * The numbers, operators, brackets, words and breaks of `text` in order, with offsets into it. Spaces, quotes and marks
 * of emphasis give no token; an empty text gives an empty list.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (SILENT.has(text[at] ?? '') && !isTimes(text, at)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, tokens.at(-1));
    tokens.push(token);
    at = Math.max(token.end, at + 1);
  }
  return tokens;
}

/** A single star between spaces multiplies; doubled ones are bold type. */
const isTimes = (text: string, at: number): boolean => text[at] === '*' && text[at - 1] === ' ' && text[at + 1] === ' ';
