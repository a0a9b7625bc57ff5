/** Quarters, halves and the year so far as German, French, Spanish, Italian, Portuguese and Vietnamese name them. */
import data from '../../../../resources/lexicon/periods.eu.json';
import { type Hit, partOfYear, printedYear, quarterPeriod, spanOf, YEAR } from './hit';
import { relative } from './relative';

const numbers = new Map(
  Object.entries(data.ordinals).flatMap(([number, words]) =>
    words.map((word): [string, number] => [word, Number(number)]),
  ),
);
const any = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', String.raw`\.`))
    .join('|');
const ordinals = any([...numbers.keys()]);
/** "trimestre de 2031", "Quartal 2031", "trimestre del año 31": two groups. */
const TAIL = String.raw`(?:\s(?:${any(data.yearLeads)})?(?:(${YEAR})|['’](\d{2}))(?!\d))?`;
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\d])(${ordinals})\s(?:(${any(data.quarters)})|(${any(data.halves)}))(?!\p{L})${TAIL}`,
  'giu',
);
/** "T3 2031", "3T31", "S1 2031", "quý 3 năm 2031". */
const SHORT = new RegExp(
  String.raw`(?<![\p{L}\d])(?:([TS])([1-4])[\s-]?(?:(${YEAR})|['’]?(\d{2}))(?![\d%]|[.,]\d)|([1-4])([TS])[\s-]?(?:(${YEAR})|['’]?(\d{2}))(?![\d%]|[.,]\d)|quý\s([1-4]|I{1,3}|IV)(?:\snăm)?(?:[\s/](${YEAR}))?)`,
  'gu',
);
const TO_DATE = new RegExp(String.raw`(?<!\p{L})(?:${any(data.nineMonths)})(?!\p{L})${TAIL}`, 'giu');
const relatives = new Map(
  Object.entries(data.relative).flatMap(([english, words]) => words.map((word): [string, string] => [word, english])),
);
const RELATIVE = new RegExp(String.raw`(?<!\p{L})(?:${any([...relatives.keys()])})(?!\p{L})`, 'giu');
/** A text with none of these pieces of words names no such period; most texts stop here, at the price of a plain search. */
const mayHoldDates = (text: string): boolean =>
  data.pieces.some((piece) => text.includes(piece)) ||
  /(?<![\p{L}\d])(?:[1-4][TS]\d{2}|[TS][1-4][\s-]?['’]?(?:20)?\d{2})(?!\d)/u.test(text);

const half = (hits: Hit[], m: RegExpMatchArray, which: number, year: number | null): void => {
  hits.push(partOfYear(m, 'half', year, (at) => `${at}H${which}`));
};

const quarter = (hits: Hit[], m: RegExpMatchArray, which: number, year: number | null): void => {
  hits.push({
    ...spanOf(m),
    kind: 'quarter',
    explicit: year !== null,
    rule: 'quarter',
    resolve: quarterPeriod(year, which, null),
  });
};

const ROMAN: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['II', 2],
  ['III', 3],
  ['IV', 4],
]);

function shortOnes(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(SHORT)) {
    const year = printedYear(m[3], m[4], m[7], m[8], m[10]);
    const quarterly = m[9] === undefined ? null : (ROMAN.get(m[9]) ?? Number(m[9]));
    const which = quarterly ?? Number(m[2] ?? m[5]);
    if ((m[1] ?? m[6]) !== 'S') quarter(hits, m, which, year);
    else if (which <= 2) half(hits, m, which, year);
  }
}

/**
 * Adds to `hits` each quarter, half, nine months and relative period ("Vorjahr") that `text` names in these languages,
 * with offsets into `text`, one form after the other; adds nothing where it names none.
 */
export function european(text: string, hits: Hit[]): void {
  if (!mayHoldDates(text)) return;
  for (const m of text.matchAll(NAMED)) {
    const which = numbers.get((m[1] ?? '').toLowerCase());
    const year = printedYear(m[4], m[5]);
    if (which === undefined) continue;
    if (m[2] !== undefined) quarter(hits, m, which, year);
    else if (which <= 2) half(hits, m, which, year);
  }
  shortOnes(text, hits);
  for (const m of text.matchAll(TO_DATE)) {
    hits.push(partOfYear(m, 'to-date', printedYear(m[1], m[2]), (at) => `9M-${at}`));
  }
  for (const m of text.matchAll(RELATIVE)) {
    const words = relatives.get(m[0].toLowerCase());
    if (words !== undefined)
      hits.push({
        ...spanOf(m),
        // "im vergangenen Jahr" is when it was; "gegenüber dem Vorjahr" is what it is held against.
        kind: words.endsWith(' year') ? 'year' : 'relative',
        explicit: false,
        rule: 'relative',
        resolve: (context, base) => relative(words, context, words.endsWith(' year') ? null : (base ?? null)),
      });
  }
}
