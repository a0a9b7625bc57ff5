/** What must hold of any text: quotes stand where they say, nothing overlaps, time grows with length alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDecimal } from '../../../../src/core/figure/decimal';
import { bestScale, formatValue } from '../../../../src/core/figure/quantity/typed/format';
import { parseTypedValue } from '../../../../src/core/figure/quantity/typed/typed-value';
import type { Quantity } from '../../../../src/core/figure/model';
import { findPeriods } from '../../../../src/core/figure/period/period';
import { readQuantities } from '../../../../src/core/figure/quantity/quantity';
import { ROWS } from './quantity-rows';

const SCRAPS = [
  '$',
  '€',
  '£',
  '¥',
  'US$',
  'Rs',
  'USD ',
  '(',
  ')',
  '[',
  ']',
  '+',
  '-',
  '–',
  '−',
  '±',
  '~',
  '>',
  '<',
  '%',
  ' %',
  'p',
  'x',
  ',',
  '.',
  '/',
  ':',
  '1',
  '28',
  '181.5',
  '1,234',
  '1.234,5',
  '2026',
  '0',
  '.5',
  '00',
  '12–18',
  ' ',
  '\u00a0',
  '\n',
  '\t',
  'B',
  'bn',
  ' million',
  ' bps',
  ' years',
  '-month',
  'between ',
  ' and ',
  ' to ',
  'up to ',
  'more than ',
  'nearly ',
  'two ',
  'twenty-',
  'half',
  ' of ',
  'low-',
  'single',
  '-digit',
  'tens of ',
  'Q1',
  'FY26',
  '亿',
  '万',
  '美元',
  '三',
  '个季度',
  '超过',
  '年',
  '第',
  'Note ',
  'S&P ',
  'Trainly',
  'May ',
  '’',
  "'",
  'segments',
  ' per share',
  '/month',
  'ago',
];
const scrappy = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 }).map((parts) => parts.join(''));

function check(text: string, quantities: readonly Quantity[]): void {
  let last = 0;
  for (const { start, end, quote, low, high, qualifierCue } of quantities) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).toBe(quote);
    expect(low !== null || high !== null).toBe(true);
    for (const value of [low, high]) if (value !== null) expect(isDecimal(value)).toBe(true);
    if (qualifierCue) expect(text.slice(qualifierCue.start, qualifierCue.end)).toBe(qualifierCue.text);
    last = end;
  }
}

describe('any text', () => {
  test('scraps of figures', () => {
    fc.assert(
      fc.property(scrappy, fc.boolean(), (text, cell) => {
        check(text, readQuantities(text, { cell }));
      }),
      { numRuns: 3000 },
    );
  });

  test('arbitrary Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        check(text, readQuantities(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a stretch reads only itself', () => {
    fc.assert(
      fc.property(scrappy, scrappy, scrappy, (before, text, after) => {
        const whole = `${before}\n${text}\n${after}`;
        const from = before.length + 1;
        const inside = readQuantities(whole, { from, to: from + text.length });
        for (const quantity of inside) {
          expect(quantity.start).toBeGreaterThanOrEqual(from);
          expect(quantity.end).toBeLessThanOrEqual(from + text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('periods quote the text and do not overlap', () => {
    fc.assert(
      fc.property(scrappy, (text) => {
        let last = 0;
        for (const mention of findPeriods(text)) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.start).toBeGreaterThanOrEqual(last);
          last = mention.end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const ADVERSARIAL: readonly (readonly [string, string])[] = [
  ['digits', '9'],
  ['grouped digits', '9,999,'],
  ['pointed digits', '1.1.'],
  ['spaced groups', '1 234 '],
  ['dashes', '1-'],
  ['currency signs', '$'],
  ['open parentheses', '($('],
  ['currency and parentheses', '$(1'],
  ['number words', 'one hundred and '],
  ['ones', 'two-'],
  ['bands', 'mid-to-high-'],
  ['articles', 'a quarter of '],
  ['ranges', '1% to '],
  ['ranges with and', 'between 1 and '],
  ['months', 'May 1, '],
  ['slashes', '1/1/'],
  ['quarters', 'Q1/'],
  ['qualifiers', 'more than about '],
  ['nouns', '5 aa '],
  ['spaces', ' '],
  ['plus', '1+'],
  ['Chinese numerals', '三百'],
  ['Chinese digits', '1亿至'],
  ['brackets', '[1,'],
  ['capitals', 'A'],
  ['years', '2026-'],
  ['quotes', "1'"],
  ['percent list', '5%, '],
];

/** Milliseconds of processor, not of the clock, which on a busy machine counts others' work too. */
function took(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Runs before a ratio that stays high counts: on a busy machine most are interrupted, the least of all is not. */
const ATTEMPTS = 25;
/** Sixteen times the text takes about sixteen times the time, and would take 256 times if work were quadratic: the bound lies far from both. */
const LONGER = 16;
const ALLOWED = 80;

describe('time grows with length alone', { timeout: 60_000 }, () => {
  test.each(ADVERSARIAL)('%s', (_, unit) => {
    const small = unit.repeat(Math.ceil(8000 / unit.length));
    const large = unit.repeat(Math.ceil((8000 * LONGER) / unit.length));
    const run = (text: string) => {
      readQuantities(text);
      findPeriods(text);
    };
    run(small);
    let [least, most, ratio] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let attempt = 0; attempt < ATTEMPTS && ratio >= ALLOWED; attempt += 1) {
      least = Math.min(
        least,
        took(() => run(small)),
      );
      most = Math.min(
        most,
        took(() => run(large)),
      );
      ratio = most / least;
    }
    expect(ratio).toBeLessThan(ALLOWED);
  });
});

describe('reading, writing and reading again', () => {
  const quantities = ROWS.flatMap(({ rows, language }) =>
    rows.flatMap(([text]) => readQuantities(text, language === undefined ? {} : { language })),
  );

  test.each(quantities.map((quantity): [string, Quantity] => [quantity.quote, quantity]))('%s', (_, quantity) => {
    const scale = bestScale(quantity);
    const context = { unit: quantity.unit, scale, currency: quantity.currency };
    const typed = parseTypedValue(formatValue(quantity, scale), context);
    if ('error' in typed) throw new Error(`${formatValue(quantity, scale)}: ${typed.error.message}`);
    expect({ low: typed.low, high: typed.high }).toEqual({ low: quantity.low, high: quantity.high });
    const again = formatValue({ ...typed }, scale);
    expect(again).toBe(formatValue(quantity, scale));
  });

  test('any decimal at any scale', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, places]) => ({ digits, places }));
    fc.assert(
      fc.property(decimal, fc.constantFrom(0, 3, 6, 9, 12), fc.boolean(), ({ digits, places }, scale, approximate) => {
        const sign = digits < 0n ? '-' : '';
        const whole = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
        const text = `${sign}${whole.slice(0, whole.length - places)}${places > 0 ? `.${whole.slice(-places)}` : ''}`;
        const typed = parseTypedValue(`${approximate ? '~' : ''}${text}`, { unit: 'money', scale, currency: 'USD' });
        if ('error' in typed) throw new Error(`${text}: ${typed.error.message}`);
        const written = formatValue(typed, scale);
        const again = parseTypedValue(written, { unit: 'money', scale, currency: 'USD' });
        expect(again).toEqual(typed);
      }),
      { numRuns: 1000 },
    );
  });

  test('every value can be shown', () => {
    for (const quantity of quantities) expect(formatValue(quantity, bestScale(quantity))).toMatch(/\d/);
  });
});
