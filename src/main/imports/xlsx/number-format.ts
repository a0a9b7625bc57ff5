/** What a number format of a spreadsheet says of its numbers, and the text it shows for one. */
import type { TypedCell } from '../../../core/figure/cell/cell';
import { currencyOf } from '../../../core/table/units';

export interface NumberFormat {
  readonly kind: 'general' | 'number' | 'date' | 'text';
  readonly decimals: number;
  readonly grouped: boolean;
  readonly percent: boolean;
  /** Thousands that the display leaves off: `#,##0,,` shows millions. */
  readonly thousands: number;
  readonly brackets: boolean;
  /** Shown before and behind the digits. */
  readonly before: string;
  readonly behind: string;
  readonly unit: TypedCell['unit'] | null;
  readonly currency: string | null;
  /** Of a date: which of its parts are shown. */
  readonly date: 'day' | 'month' | 'year' | 'time';
}

export const GENERAL: NumberFormat = {
  kind: 'general',
  decimals: 0,
  grouped: false,
  percent: false,
  thousands: 0,
  brackets: false,
  before: '',
  behind: '',
  unit: null,
  currency: null,
  date: 'day',
};

/** Formats that a file names by number alone. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0',
  6: '"$"#,##0',
  7: '"$"#,##0.00',
  8: '"$"#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;(#,##0)',
  42: '"$"#,##0;("$"#,##0)',
  43: '#,##0.00;(#,##0.00)',
  44: '"$"#,##0.00;("$"#,##0.00)',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
  49: '@',
};
const EASTERN_DATES = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? (EASTERN_DATES(id) ? 'yyyy-mm-dd' : 'General');
}

const LONGEST = 255;

export function readFormat(code: string): NumberFormat {
  const short = code.slice(0, LONGEST);
  const sections = splitSections(short);
  const [first = '', second = ''] = sections;
  const bare = stripLiterals(first);
  if (/^\s*general\s*$/i.test(first) || bare.trim() === '') return GENERAL;
  if (bare.includes('@')) return { ...GENERAL, kind: 'text' };
  const date = datePart(bare);
  if (date !== null) return { ...GENERAL, kind: 'date', date };
  if (/[/eE?]/.test(bare.replaceAll('General', '')) && !/[0#]/.test(bare)) return GENERAL;
  return numberFormat(first, bare, second);
}

function numberFormat(first: string, bare: string, second: string): NumberFormat {
  const digits = /[#0?][#0?,]*(?:\.([0#?]*))?(,*)/.exec(bare);
  if (digits === null) return GENERAL;
  const whole = /[#0?][#0?,]*/.exec(bare)?.[0] ?? '';
  const trailing = digits[1] === undefined ? (/,+$/.exec(whole)?.[0].length ?? 0) : (digits[2]?.length ?? 0);
  const literals = literalText(first);
  const currency = currencyIn(first, literals.before) ?? currencyIn('', literals.behind.trim());
  const percent = bare.includes('%');
  const tail = literals.behind.trim().toLowerCase();
  const unit = percent
    ? 'percent'
    : currency !== null
      ? 'money'
      : tail === 'x' || tail === '×'
        ? 'multiple'
        : tail === 'bps' || tail === 'bp'
          ? 'bps'
          : null;
  return {
    ...GENERAL,
    kind: 'number',
    decimals: Math.min(15, digits[1]?.replaceAll('?', '').length ?? 0),
    grouped: whole.replace(/,+$/, '').includes(','),
    percent,
    thousands: trailing,
    brackets: /\(/.test(stripLiterals(second)) || /"\("|\\\(/.test(second),
    before: literals.before,
    behind: percent ? '%' : literals.behind,
    unit,
    currency,
  };
}

/** `;` between sections, but not inside quotes. */
function splitSections(code: string): readonly string[] {
  const sections = [''];
  let quoted = false;
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at] ?? '';
    if (character === '\\') {
      sections.push((sections.pop() ?? '') + code.slice(at, at + 2));
      at += 1;
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (character === ';' && !quoted) sections.push('');
    else sections.push((sections.pop() ?? '') + character);
  }
  return sections;
}

/** Without quoted and escaped characters, padding, colours, conditions and locales. */
const stripLiterals = (section: string): string =>
  section
    .replaceAll(/"[^"]*"?/g, '')
    .replaceAll(/\\./g, '')
    .replaceAll(/[_*]./g, '')
    .replaceAll(/\[(?!h|m|s)[^\]]*\]/gi, '');

function datePart(bare: string): NumberFormat['date'] | null {
  const letters = bare.replaceAll(/general/gi, '').toLowerCase();
  if (/[#0?]/.test(letters) && !/[ydhs]/.test(letters)) return null;
  if (!/[ymdhs]/.test(letters) || /[#?]/.test(letters)) return null;
  if (/d/.test(letters)) return 'day';
  if (/y/.test(letters)) return /m/.test(letters) ? 'month' : 'year';
  return /[hs]/.test(letters) ? 'time' : /m/.test(letters) ? 'month' : null;
}

/** What stands as words before the first digit and behind the last. */
function literalText(section: string): { readonly before: string; readonly behind: string } {
  const shown = section
    .replaceAll(/[_*]./g, '')
    .replaceAll(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/"([^"]*)"?/g, (_, words: string) => words.replaceAll(/[#0?.,]/g, ''))
    .replaceAll(/\\(.)/g, '$1');
  const first = shown.search(/[#0?]/);
  if (first === -1) return { before: '', behind: '' };
  const last = Math.max(...['#', '0', '?'].map((one) => shown.lastIndexOf(one)));
  return {
    before: shown.slice(0, first).replaceAll(/[()%\s-]/g, ''),
    behind: shown
      .slice(last + 1)
      .replaceAll(/[()%,]/g, '')
      .trimEnd(),
  };
}

function currencyIn(section: string, word: string): string | null {
  const bracketed = /\[\$([^\]-]+)/.exec(section)?.[1];
  return (bracketed === undefined ? null : currencyOf(bracketed)) ?? (word === '' ? null : currencyOf(word));
}

/** The text a spreadsheet shows for `value`: its digits rounded and grouped as the format asks. */
export function showNumber(value: number, plain: string, format: NumberFormat): string {
  if (format.kind !== 'number') return plain;
  const scaled = (format.percent ? value * 100 : value) / 1000 ** format.thousands;
  const [whole = '', fraction] = Math.abs(scaled).toFixed(format.decimals).split('.');
  const grouped = format.grouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const digits = `${format.before}${grouped}${fraction === undefined ? '' : `.${fraction}`}${format.behind}`;
  const isZero = /^[0.]*$/.test(`${whole}${fraction ?? ''}`);
  if (scaled >= 0 || isZero) return digits;
  return format.brackets ? `(${digits})` : `-${digits}`;
}
