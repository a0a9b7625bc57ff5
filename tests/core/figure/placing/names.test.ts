// What counts as a name: a capital inside a sentence, whole, in any script that has capitals; never what was cut out of something else.
import { expect, test } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { namesOf } from '../../../../src/core/figure/placing/mentions/names';
import { plainDocument } from '../../support/text';

const names = (text: string): string[] =>
  [...namesOf(layOut(plainDocument(text)), [])].filter(([, { inside }]) => inside > 0).map(([name]) => name);

test.each([
  ['inside a sentence', 'We prefer Corvane because margins at Corvane rise.', ['Corvane']],
  [
    'with letters beyond ASCII',
    'We met Grünwald Systems and Tubarão in May, and the team of Tubarão was calm.',
    ['Grünwald Systems', 'Tubarão'],
  ],
  ['cut out of a number', 'We count $5B Gulf exposure and a 52-Week Range, a 10Y Treasury and the P/E Ratio.', []],
  ['the end of a phrase in capitals', 'We show Profit Before Coverage and the Net Interest Coverage here.', []],
  ['an adjective in brackets', 'The view (Positive) and the trend (Lumpy) stand.', []],
  ['rules and their numbers', 'The terms of Rule 12b-2 and Form 8-K apply.', []],
])('%s', (_, text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('German nouns are no names; businesses and companies with a legal form are', () => {
  const text =
    'Der Umsatz im Vorjahr stieg und die Abschreibungen der Halden AG sanken. Im Unternehmensbereich Traktion lag das Ergebnis über dem Aufwand, weil die Kosten für Wertminderungen nicht in der Höhe von 2 Mio € anfielen. Die Nachfrage nach NetzWerk war gut, und der Absatz auf dem Markt ist nicht mit dem von gestern zu vergleichen.';
  expect(names(text)).toEqual(['Halden AG', 'Traktion', 'NetzWerk']);
});
