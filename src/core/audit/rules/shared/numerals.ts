/** Numbers of headings as they are written: 3, III, 三. */
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const CHINESE = '零一二三四五六七八九';

function readRoman(text: string): number {
  const values = text.split('').map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

function readChinese(text: string): number {
  const digit = (sign: string | undefined, otherwise: number) => (sign ? CHINESE.indexOf(sign) : otherwise);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match) return 0;
  return match[2] ? digit(match[1], 1) * 10 + digit(match[3], 0) : digit(match[1], 0);
}

/** The last part of a compound number ("3.2" is 2); null for what is no number. */
export function readNumeral(numeral: string): number | null {
  const last =
    numeral
      .trim()
      .replace(/[.)、\s]+$/, '')
      .split(/[.\s]/)
      .at(-1) ?? '';
  if (/^\d+$/.test(last)) return Number(last);
  if (/^[IVXLC]+$/i.test(last)) return readRoman(last.toUpperCase());
  if (/^[一二三四五六七八九十]+$/.test(last)) return readChinese(last);
  return null;
}
