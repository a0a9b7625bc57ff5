/**
 * A slice of the measure on generated documents: what is read right may not fall, and the generator itself must be
 * right, because a wrong truth would teach the wrong thing. `npm run measure` shows the whole.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Chance } from '../generator/chance';
import { makeCompany } from '../generator/company';
import { generate } from '../generator/generate';
import { fieldShares, measure, plantsFound } from '../generator/measure';
import type { GoldFigure } from '../generator/truth';

const seeds = fc.nat({ max: 1_000_000 });

/** Half a unit of the last printed digit each way; a word for nearness widens it to a whole one. */
function interval({ low, high, exponent, qualifier }: GoldFigure): readonly [number, number] {
  const slack = 10 ** exponent * (qualifier === 'approx' ? 1 : 0.5) * 1.001;
  return [Number(low) - slack, Number(high) + slack];
}

describe('a generated document', () => {
  test('has each figure where its truth says', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { text, figures } = generate({ seed });
        expect(figures.length).toBeGreaterThan(5);
        for (const { start, end, text: quote } of figures) expect(text.slice(start, end)).toBe(quote);
        const ends = figures.map(({ end }) => end);
        expect(figures.slice(1).every(({ start }, i) => start >= (ends[i] ?? 0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same for the same seed', () => {
    expect(generate({ seed: 77 })).toEqual(generate({ seed: 77 }));
  });

  test('differs from its spoilt twin only where the error was planted', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [clean, spoilt] = [generate({ seed }), generate({ seed, plant: 'any' })];
        fc.pre(spoilt.planted !== null);
        expect(spoilt.text).not.toBe(clean.text);
        expect(spoilt.planted?.spoilt.length).toBeGreaterThan(0);
        for (const { start, end, text } of [...(spoilt.planted?.spoilt ?? []), ...(spoilt.planted?.beside ?? [])])
          expect(spoilt.text.slice(start, end)).toBe(text);
        const first = Math.min(...(spoilt.planted?.spoilt ?? []).map(({ start }) => start));
        const line = clean.text.lastIndexOf('\n\n', first) + 1;
        expect(spoilt.figures.length).toBe(clean.figures.length);
        if (!/^ |\+-/m.test(clean.text)) expect(spoilt.text.slice(0, line)).toBe(clean.text.slice(0, line));
      }),
      { numRuns: 40 },
    );
  });

  test('prints one fact with values that agree within their rounding', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { figures } = generate({ seed });
        const facts = new Map<string, GoldFigure>();
        for (const figure of figures.filter(
          ({ qualifier, direction }) => qualifier !== 'range' && direction === null,
        )) {
          const key = [figure.unit, figure.metric[0], figure.entity[0], figure.period[0]].join('|');
          const before = facts.get(key);
          facts.set(key, figure);
          if (before === undefined || figure.period[0] === null || figure.letters.join('') !== before.letters.join(''))
            continue;
          const [[low, high], [from, to]] = [interval(figure), interval(before)];
          const isNegated = Math.max(-high, from) <= Math.min(-low, to);
          expect({
            key,
            agree: isNegated || Math.max(low, from) <= Math.min(high, to),
            texts: [figure.text, before.text],
          }).toMatchObject({ agree: true });
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('a made-up company adds up', () => {
  fc.assert(
    fc.property(seeds, fc.boolean(), (seed, chinese) => {
      const { quarters, years, market, scenarios } = makeCompany(new Chance(seed), chinese);
      for (const { books } of [...quarters, ...years]) {
        expect(books.segments.reduce((a, b) => a + b, 0)).toBeCloseTo(books.revenue, 2);
        expect(books.revenue - books.cogs - books.opex - books.interest - books.tax).toBeCloseTo(books.net, 2);
        expect(books.ocf - books.capex).toBeCloseTo(books.fcf, 2);
        expect(books.cash + books.receivables + books.inventory + books.plant).toBeCloseTo(
          books.liabilities + books.equity,
          2,
        );
      }
      for (const year of years) {
        const own = quarters.filter((quarter) => quarter.year === year.year);
        expect(own.reduce((sum, { books }) => sum + books.revenue, 0)).toBeCloseTo(year.books.revenue, 2);
      }
      expect(market.cap).toBeCloseTo(market.price * market.shares, 2);
      expect(scenarios.reduce((sum, { probability }) => sum + probability, 0)).toBe(100);
    }),
    { numRuns: 60 },
  );
});

/** A bit under what was true when this was last raised. */
const FLOORS = { found: 0.99, five: 0.85, planted: 0.6 };
const MOST_ACCUSED = 0.1;

test('generated documents are read at least as well as before', async () => {
  const { clean, spoilt } = await measure({ documents: 24, seed: 1000 });
  const { found, five } = fieldShares(clean.flatMap(({ reading }) => reading.judged));
  const planted = plantsFound(spoilt);
  const accused = clean.filter(({ accusations }) => accusations.length > 0).length / clean.length;
  expect.soft(found).toBeGreaterThanOrEqual(FLOORS.found);
  expect.soft(five).toBeGreaterThanOrEqual(FLOORS.five);
  expect.soft(planted.found / planted.all).toBeGreaterThanOrEqual(FLOORS.planted);
  expect.soft(accused).toBeLessThanOrEqual(MOST_ACCUSED);
});
