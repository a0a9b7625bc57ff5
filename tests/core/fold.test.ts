/** What a person types finds what is written: accents, width, characters and quotes fold; places stay those of the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldedWithPlaces, searchedWords, searchForm } from '../../src/core/base/fold';

test.each([
  ['résumé', 'resume'],
  ['re\u0301sume\u0301', 'resume'],
  ['Société Générale', 'societe generale'],
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['Łódź', 'lodz'],
  ['ＡＢＣ　１２３', 'abc 123'],
  ['ﾃｽﾄ', 'テスト'],
  ['營業收入與淨利潤', '营业收入与净利润'],
  ['臺灣積體電路', '台湾积体电路'],
  ['ﬁnance', 'finance'],
  ['−5 ‑ year – old', '-5 - year - old'],
  ['analysts’ “view”', 'analysts\'"view"'.replace('\'"', '\' "')],
  ['한국', '한국'],
  ['Выручка', 'выручка'],
])('%s is searched as %s', (written, searched) => {
  expect(searchForm(written)).toBe(searched);
});

describe('places', () => {
  test.each([
    ['Die Straße ist lang', 'ist', 'ist'],
    ['Die Straße ist lang', 'strasse', 'Straße'],
    ['e\u0301te\u0301 1990', '1990', '1990'],
    ['e\u0301te\u0301 1990', 'ete', 'e\u0301te\u0301'],
    ['Ａ😀營業額', '营业', '營業'],
  ])('in “%s” %s is “%s”', (written, searched, words) => {
    const { text, at } = foldedWithPlaces(written);
    const from = text.indexOf(searched);
    expect(written.slice(at(from), at(from + searched.length))).toBe(words);
  });

  test('never leave the text and never run back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const { text, at } = foldedWithPlaces(written);
        const places = Array.from({ length: text.length + 1 }, (_, index) => at(index));
        expect(places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))).toBe(true);
        expect(at(text.length)).toBe(written.length);
        expect(fold(fold(written))).toBe(fold(written));
      }),
    );
  });
});

test.each([
  ['net sales', ['net', 'sales']],
  ['"net  sales" 2026', ['net sales', '2026']],
  ['“Société Générale” profit', ['societe generale', 'profit']],
  ['「營業收入」', ['营业收入']],
  ['12" pipe', ['12"', 'pipe']],
  ['"open end', ['open', 'end']],
  ['   ', []],
])('%s asks for %j', (query, words) => {
  expect(searchedWords(query)).toEqual(words);
});
