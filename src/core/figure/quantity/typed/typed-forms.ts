/**
 * Forms in which people type numbers that no document prints: full-width digits, a comma for the point, spaces between
 * thousands, vulgar fractions, `5±1`. Each is rewritten exactly, or left as it is, before the value is read.
 */
import { add, subtract } from '../../decimal';

const FULL_WIDTH = /[０-９．，％＋－（）～]/gu;
const FRACTIONS: Readonly<Record<string, string>> = { '¼': '25', '½': '5', '¾': '75' };
const SPACE = '[   ]';
/** `1 234`: groups of three behind one to three digits. */
const SPACED = new RegExp(String.raw`(?<![\d.,'’])(\d{1,3}(?:${SPACE}\d{3})+)(?![\d ]*\d)`, 'gu');
/** One or two digits behind a lone comma, or a zero before it: no grouping that anybody writes. */
const COMMA = /(?<![\d.,'’]|\d[   ])(0,\d+|\d+,\d{1,2})(?![\d,.'’])/gu;
const PLUS_MINUS = /^(\d+(?:\.\d+)?)\s*(?:±|\+\/-)\s*(\d+(?:\.\d+)?)$/u;

const narrow = (character: string): string => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0);

/** The same value in the form in which documents print it. */
export function usualForm(typed: string): string {
  const text = typed
    .replaceAll(FULL_WIDTH, (character) => (character === '～' ? '~' : narrow(character)))
    .replaceAll(/(\d*)([¼½¾])/gu, (_all, whole: string, part: string) => `${whole || '0'}.${FRACTIONS[part] ?? '0'}`)
    .replaceAll(SPACED, (digits) => digits.replaceAll(new RegExp(SPACE, 'gu'), ''))
    .replaceAll(COMMA, (digits) => digits.replace(',', '.'));
  const [, middle, spread] = PLUS_MINUS.exec(text.trim()) ?? [];
  if (middle === undefined || spread === undefined) return text;
  return `${subtract(middle, spread)} to ${add(middle, spread)}`;
}
