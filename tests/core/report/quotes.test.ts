// Quotation marks as they are typed.
import { expect, it } from 'vitest';
import { quoteFor } from '../../../src/core/report/quotes';

/** The words typed sign by sign. */
const typed = (words: string, language: string): string =>
  Array.from(words).reduce(
    (text, sign) => text + (sign === '"' || sign === "'" ? quoteFor(sign, text, language) : sign),
    '',
  );

it.each([
  ['en', 'He said "yes" and ("no")', 'He said “yes” and (“no”)'],
  ['en', "it's the firms' own 'view'", 'it’s the firms’ own ‘view’'],
  ['en', 'a 5" pipe', 'a 5" pipe'],
  ['en', 'in "2025" twice', 'in “2025” twice'],
  ['zh', '他说"好"了', '他说“好”了'],
  ['de', 'sagte "ja" dazu', 'sagte „ja“ dazu'],
  ['fr-FR', 'dit "oui" ici', 'dit «\u00a0oui\u00a0» ici'],
])('%s: %s', (language, words, written) => {
  expect(typed(words, language)).toBe(written);
});
