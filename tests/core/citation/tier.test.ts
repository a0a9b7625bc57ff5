/** One judge of how near a source stands: the cues of the deciders, the tier that is stored and the rules agree. */
import { describe, expect, test } from 'vitest';
import english from '../../../resources/cues/provenance.en.json';
import chinese from '../../../resources/cues/provenance.zh.json';
import { readEntry } from '../../../src/core/citation/references';
import { isPrimaryTier, tierByWords, tierOf, TIERS } from '../../../src/core/citation/tier';

const page = (title: string) => ({ id: 's1', type: 'webpage', title });

describe('a source by its words', () => {
  test.each([
    ['FY25 10-K', 'filing'],
    ['Q1 2026 earnings call transcript', 'transcript'],
    ['FactSet', 'data'],
    ['Some Daily', 'press'],
    ['Company filings', 'filing'],
    ['Company website', 'company'],
    ['Halden Motor Company', 'company'],
    ['Why the company is cheap', 'press'],
    ['Bain, Mason & Company', 'press'],
  ])('%s is %s', (title, tier) => {
    expect(tierByWords({ id: 's1', type: 'webpage', title })).toBe(tier);
  });

  test.each([
    ['Halden, Inc., First quarter 2026 results, 29 April 2026', 'company'],
    ['Halden plc, Half-year results call, 12 August 2026', 'transcript'],
    ['Halden Robotics, Form 10-K for fiscal 2025, 21 February 2026', 'filing'],
    ['Company-compiled consensus, 5 August 2026', 'data'],
    ['Numbers Desk, Halden analyst price targets, May 2026', 'data'],
    ['Halden Robotik AG, Halbjahresbericht 2026, 12 August 2026', 'filing'],
    ['Daily Desk, Halden spends more, 20 April 2026', 'press'],
  ])('an entry %j is %s', (entry, tier) => {
    expect(tierByWords({ id: 's1', ...readEntry(entry) })).toBe(tier);
  });
});

/** `half/full year` → `half year`, `full year`; `form # k/q/f` → `form 10-k` …: the phrases as titles are written. */
function spelled(phrase: string): readonly string[] {
  const words = phrase.split(' ').map((word) => word.split('/'));
  return words
    .reduce<string[]>((lines, forms) => lines.flatMap((line) => forms.map((form) => `${line} ${form}`)), [''])
    .map((line) =>
      line
        .trim()
        .replaceAll('_', '-')
        .replaceAll('#', '10')
        .replaceAll(/(\d+) ([kqf])\b/g, '$1-$2'),
    );
}

const phrases = [...english.sources, ...chinese.sources].flatMap((group) => group.phrases.flatMap(spelled));

describe('what the deciders take for the company’s own words', () => {
  test('there are such phrases', () => expect(phrases.length).toBeGreaterThan(50));
  test.each(phrases)('“%s” is primary for the rules too', (title) => {
    expect(isPrimaryTier(tierByWords(page(title)))).toBe(true);
  });
});

describe('the company’s own publisher and site', () => {
  test.each([
    ['its name as publisher', { publisher: 'Acorn Wind plc group pages' }, true],
    ['a site that spells its name', { URL: 'https://www.acorn-wind.com/news/1' }, true],
    ['another site', { URL: 'https://daily.example/acorn-wind' }, false],
    ['no address', {}, false],
  ])('%s', (_, csl, primary) => {
    const source = { id: 's1', type: 'webpage', title: 'News of the spring', ...csl };
    expect(isPrimaryTier(tierByWords(source, ['Acorn Wind']))).toBe(primary);
    expect(isPrimaryTier(tierByWords(source))).toBe(false);
  });
});

describe('a tier that a person set', () => {
  const others = TIERS.flatMap((set) => ['FY25 10-K', 'Some Daily', 'FactSet'].map((title) => ({ set, title })));
  test.each(others)('$set decides over “$title”', ({ set, title }) => {
    expect(tierOf({ ...page(title), setTier: set })).toBe(set);
  });

  const own = { ...page('News'), URL: 'https://acorn-wind.com/a' };
  test.each([
    ['nobody set one', undefined, 'company'],
    ['it was taken back', null, 'company'],
    ['it is what the words alone give', 'press', 'press'],
    ['it is another one', 'research', 'research'],
  ] as const)('beside the company’s own site, where %s', (_, setTier, tier) => {
    expect(tierByWords(own)).toBe('press');
    expect(tierOf({ ...own, setTier }, ['Acorn Wind'])).toBe(tier);
  });
});
