/** Months and legal forms stand in one lexicon each, and the patterns made of them take whole words before their beginnings. */
import { expect, test } from 'vitest';
import { LEGAL_FORM } from '../../../src/core/base/legal-forms';
import { ANY_MONTH, ENGLISH_MONTH, GERMAN_MONTHS, MONTHS, MONTH_OPENING } from '../../../src/core/base/months';

const whole = (pattern: string, text: string): string | undefined => new RegExp(pattern).exec(text)?.[0];

test.each([
  ['september', ENGLISH_MONTH, 'september'],
  ['sept 3', ENGLISH_MONTH, 'sept'],
  ['febrero', ENGLISH_MONTH, 'feb'],
  ['febrero', ANY_MONTH, 'febrero'],
  ['marzo', MONTH_OPENING, 'mar'],
])('%s by its pattern', (text, pattern, found) => expect(whole(pattern, text)).toBe(found));

test('every language has twelve months, whatever names it shares', () => {
  expect(GERMAN_MONTHS.size).toBe(12);
  expect(new Set(MONTHS.values()).size).toBe(12);
});

test.each(['Inc', 'S.p.A', 'plc', 'GmbH', 'Berhad'])('%s is a legal form, and no longer word is', (form) => {
  expect(new RegExp(`^(?:${LEGAL_FORM})$`).test(form)).toBe(true);
  expect(new RegExp(`^(?:${LEGAL_FORM})$`).test(`${form}x`)).toBe(false);
});
