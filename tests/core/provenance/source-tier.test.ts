/** Step 5 [P5] asks the judge of sources: a tier that a person set decides the class before the source's words do. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { isPrimaryTier, type Tier, tierByWords } from '../../../src/core/citation/tier';
import { documentOf } from './support';

const textOf = (entry: string): string => `Cedar Mills note

Storage capacity stood at 41 sites[1]

References

[1] ${entry}
`;

const read = (entry: string, setTier: Tier | null) =>
  analyse(documentOf(textOf(entry)), { setTiers: ({ sources }) => sources.map(() => setTier) }).figures.find(
    ({ quote }) => quote.startsWith('41'),
  );

describe('a source by the tier that a person set', () => {
  const PRESS = 'Daily Desk, Cedar Mills builds on, 20 April 2026';
  const FILING = 'Cedar Mills, Form 10-K for fiscal 2025, 21 February 2026';
  test.each([
    ['press, set to a filing', PRESS, 'filing', 'disclosed'],
    ['press, set to the company', PRESS, 'company', 'disclosed'],
    ['press, set to a transcript', PRESS, 'transcript', 'management'],
    ['a filing, set to a transcript', FILING, 'transcript', 'management'],
  ] as const)('%s', (_, entry, tier, provenance) => {
    expect(read(entry, tier)).toMatchObject({ provenance, cue: { rule: 'source.set', text: '[1]' } });
  });

  test('press by its words only relays', () => {
    const figure = read(PRESS, null);
    expect(figure?.citations).toHaveLength(1);
    expect(figure?.cue.rule).not.toMatch(/^source\./);
  });

  test.each(['press', 'data', 'research', 'other'] as const)('a filing, set to %s, only relays', (tier) => {
    expect(read(FILING, null)).toMatchObject({ provenance: 'disclosed', cue: { rule: 'source.filing' } });
    expect(read(FILING, tier)?.cue.rule).not.toMatch(/^source\./);
  });

  test('the sources of the reading stay as the document says them', () => {
    const { sources } = analyse(documentOf(textOf(PRESS)), { setTiers: () => ['filing'] });
    expect(sources).toHaveLength(1);
    expect(sources[0]).not.toHaveProperty('setTier');
  });
});

describe('a source that is primary to the judge of tiers is primary to the decider', () => {
  test.each([
    'Cedar Mills, trading update, 5 August 2026',
    'Cedar Mills, Pressemitteilung, 5 August 2026',
    'Cedar Mills, S-1, 5 August 2026',
    'Cedar Mills, universal registration document, 5 August 2026',
    'Cedar Mills, company website, 5 August 2026',
    'Cedar Mills, Quartalsmitteilung, 5 August 2026',
    'Cedar Mills, Halbjahresbericht 2026, 12 August 2026',
    'Cedar Mills, Form 10-K for fiscal 2025, 21 February 2026',
    'Cedar Mills, press release, 5 August 2026',
    'Cedar Mills, earnings call transcript, 5 August 2026',
    'Cedar Mills, capital markets day, 5 August 2026',
    'FactSet, Cedar Mills consensus data, 5 August 2026',
    'Acorn Securities research, Cedar Mills, 5 August 2026',
    'Daily Desk, Cedar Mills builds on, 20 April 2026',
  ])('%s', (entry) => {
    const { sources } = analyse(documentOf(textOf(entry)), {});
    const isPrimary = sources.map((source) => isPrimaryTier(tierByWords(source)));
    expect(isPrimary).toHaveLength(1);
    expect([read(entry, null)?.cue.rule.startsWith('source.')]).toEqual(isPrimary);
  });
});

test.each([
  ['its own site', 'Sites and capacity, https://www.cedarmills.com/sites, 5 August 2026', true],
  ['another site', 'Sites and capacity, https://www.daily.example/cedar, 5 August 2026', false],
])('what the company of the note publishes is its own: %s', (_, entry, isOwn) => {
  const text = `Cedar Mills plc (LON: CML)\n\n${textOf(entry).replace('Cedar Mills note', 'Cedar Mills runs sites.')}`;
  const figure = analyse(documentOf(text)).figures.find(({ quote }) => quote.startsWith('41'));
  expect(figure?.citations).toHaveLength(1);
  expect(figure?.cue.rule === 'source.tier').toBe(isOwn);
});
