// Sections, markers, links and structure of a real note against its annotation, and of the same note under other
// names, other headings, other numbering and hard wraps: the measures must not depend on its words.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import type { Span } from '../../../src/core/document/model';
import { plainDocument } from '../../../src/core/document/plain';
import type { StructureType } from '../../../src/core/structure/model';
import { type Edit, edited, type Gold, hasGold, readGold, replaceWords } from '../support/gold';

const KINDS: Partial<Record<StructureType, readonly string[]>> = {
  thesis: ['thesis'],
  stance: ['stance'],
  horizon: ['horizon'],
  score: ['scorecard_row'],
  driver: ['driver'],
  scenario: ['scenario'],
  priced_in: ['priced_in'],
  not_priced_in: ['not_priced_in'],
  risk: ['risk_item'],
  indicator: ['watch_indicator'],
  target: ['consensus_item', 'consensus_rating'],
  event: ['event'],
  undisclosed: ['undisclosed_item'],
  disclaimer: ['disclaimer'],
};

const overlap = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const stands = (item: Span, on: Span) =>
  overlap(item, on) > 0.5 * Math.min(item.end - item.start, on.end - on.start) &&
  item.end - item.start <= 4 * (on.end - on.start);
const f1 = (hits: number, found: number, wanted: number) => (2 * hits) / (found + wanted || 1);

function measure(gold: Gold) {
  const { layout, citations, figures, structure } = analyse(plainDocument(gold.text));
  const sections = layout.sections.filter((section) => section.heading !== '');
  const sectionHits = gold.sections.filter((want) => sections.some((section) => section.start === want.start)).length;
  const markerHits = gold.citations.filter((want) => citations.some((citation) => overlap(citation, want) > 0)).length;
  const items = structure.filter(({ type }) => KINDS[type] !== undefined);
  const wanted = gold.statements.flatMap((want) =>
    Object.entries(KINDS).flatMap(([type, kinds]) => (kinds.includes(want.type) ? [{ want, type }] : [])),
  );
  const foundItems = wanted.filter(({ want, type }) =>
    items.some((item) => item.type === type && stands(item, want)),
  ).length;
  const grounded = items.filter((item) => gold.statements.some((want) => stands(item, want))).length;
  const wantedLinks = new Set<string>();
  const foundLinks = new Set<string>();
  gold.figures.forEach((want, at) => {
    for (const publisher of [...want.clauseCitations, ...want.inheritedCitations])
      wantedLinks.add(`${at} ${publisher}`);
    const figure = figures.find((each) => overlap(each, want) > 0);
    for (const link of figure?.citations ?? []) foundLinks.add(`${at} ${citations[link.citation]?.marker ?? ''}`);
  });
  return {
    sections: f1(sectionHits, sections.length, gold.sections.length),
    markers: f1(markerHits, citations.length, gold.citations.length),
    links: f1([...foundLinks].filter((link) => wantedLinks.has(link)).length, foundLinks.size, wantedLinks.size),
    structure: foundItems / wanted.length,
    grounded: grounded / (items.length || 1),
  };
}

function expectGood(gold: Gold): void {
  const { sections, markers, links, structure, grounded } = measure(gold);
  expect(markers).toBe(1);
  expect(sections).toBeGreaterThanOrEqual(0.96);
  expect(links).toBeGreaterThanOrEqual(0.92);
  expect(structure).toBeGreaterThanOrEqual(0.88);
  expect(grounded).toBeGreaterThanOrEqual(0.85);
}

/** Every outlet gets another name. */
function otherOutlets(gold: Gold): Gold {
  const outlets = [...new Set(gold.citations.map(({ publisher }) => publisher))];
  const names = new Map(
    outlets.map((outlet, at) => [
      outlet,
      [
        'Bluefin Wire',
        'Kestrel',
        'marketdesk.io',
        'The Hardware Post',
        'QZ',
        '5 Minute Markets',
        'TargetTracker Pro',
        'Stackly',
        'Oslo Review',
        'NPR',
      ][at] ?? `Outlet ${at}`,
    ]),
  );
  const renamed = edited(gold, replaceWords(gold.text, names));
  const name = (publisher: string) => names.get(publisher) ?? publisher;
  return {
    ...renamed,
    citations: renamed.citations.map((citation) => ({ ...citation, publisher: name(citation.publisher) })),
    figures: renamed.figures.map((figure) => ({
      ...figure,
      clauseCitations: figure.clauseCitations.map(name),
      inheritedCitations: figure.inheritedCitations.map(name),
    })),
  };
}

/** Breaks lines of prose after 88 characters, as mail and terminals do. */
function wraps(text: string): Edit[] {
  const edits: Edit[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const prose = line.length > 95 && /[.:;\])"]\s|[.:]$/.test(line) && !/\d\s\S*\d\s\S*\d%/.test(line);
    let column = 0;
    for (const word of prose ? line.matchAll(/\S+/g) : []) {
      if (word.index + word[0].length - column <= 88 || word.index < column + 5) continue;
      const indent = line.startsWith(' ') ? '    ' : '';
      edits.push({ start: offset + word.index - 1, end: offset + word.index, to: `\n${indent}` });
      column = word.index - indent.length;
    }
    offset += line.length + 1;
  }
  return edits;
}

describe.skipIf(!hasGold)('a real note against its annotation (TIEOUT_SHARED)', { timeout: 30_000 }, () => {
  it('as it stands', () => expectGood(readGold()));
  it('with its outlets renamed', () => expectGood(otherOutlets(readGold())));

  it('with its headings in capitals', () => {
    const gold = readGold();
    expectGood(
      edited(
        gold,
        gold.sections.map(({ start, end }) => ({ start, end, to: gold.text.slice(start, end).toUpperCase() })),
      ),
    );
  });

  it('with its section numbers gone', () => {
    const gold = readGold();
    const numbers = gold.sections.flatMap(({ start, end }) => {
      const number = /^(?:[IVX]+|\d)\.\s/.exec(gold.text.slice(start, end))?.[0];
      return number === undefined ? [] : [{ start, end: start + number.length, to: '' }];
    });
    expectGood(edited(gold, numbers));
  });

  it('with dashes for bullets', () => {
    const gold = readGold();
    expectGood(
      edited(
        gold,
        [...gold.text.matchAll(/^ {2}• /gm)].map((bullet) => ({
          start: bullet.index,
          end: bullet.index + bullet[0].length,
          to: '- ',
        })),
      ),
    );
  });

  it('hard-wrapped', () => {
    const gold = readGold();
    expectGood(edited(gold, wraps(gold.text)));
  });
});
