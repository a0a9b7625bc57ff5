/**
 * How far the readings are from a hand-made annotation of a real note, as it stands and with every name in it replaced,
 * and from labelled numbers of filings. The data is not part of the project: `TIEOUT_SHARED` says where it is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { findCitations } from '../../../src/core/citation/find';
import { layOut } from '../../../src/core/document/layout/layout';
import { plainDocument } from '../../../src/core/document/plain';
import { readContext } from '../../../src/core/figure/placing/context';
import type { PlacedFigure } from '../../../src/core/figure/model';
import { readFigures } from '../../../src/core/figure/placing/read';
import { type GoldNote, measure as measureAll } from '../support/measure';

const dataFolder = process.env['TIEOUT_SHARED'] ?? '';
const here = dataFolder !== '' && existsSync(join(dataFolder, 'data'));

interface GoldFigure {
  readonly coreStart: number;
  readonly coreEnd: number;
  readonly valueLow: number | null;
  readonly valueHigh: number | null;
  readonly qualifier: string;
  readonly direction: string | null;
  readonly period: string | null;
  readonly entity: string;
  readonly expression: string;
}

/** Every company, product, person and outlet of the note, and what stands for it in the test. */
const RENAMED: readonly (readonly [string, string])[] = (
  'Amazon=Norvale AMZN=NRVL AWS=NVC Anthropic=Lumenix Jassy=Harlow Alexa=Sonora Rufus=Bento Trainium=Quarzite ' +
  'Graviton=Feldspar Nitro=Basalt Bedrock=Keystone CIRP=PQRS Yahoo=Quotely TNW=DLY GeekWire=WireDesk CNBC=MKTV ' +
  'AlgeriaTech=CairoBits Investing.com=Tradeup.com Axios=Briefly Stifel=Corwin Prime=Circle Microsoft=Brontek ' +
  'Azure=Cirrus Google=Sellit GCP=SCP Nvidia=Vantor Tesla=Zenda OpenAI=DeepCo OurAlpha=TheirBeta Claude=Marcel'
)
  .split(' ')
  .map((pair): [string, string] => {
    const [from = '', to = ''] = pair.split('=');
    return [from, to];
  });

interface Note {
  readonly text: string;
  readonly figures: readonly GoldFigure[];
}

function note(): Note {
  const text = readFileSync(join(dataFolder, 'data/amzn-deep-dive.txt'), 'utf8').replace(/\r\n/g, '\n');
  const gold = JSON.parse(readFileSync(join(dataFolder, 'data/amzn-gold.json'), 'utf8')) as {
    figures: (GoldFigure & { start: number; end: number })[];
  };
  const figures = gold.figures.map((figure) => ({
    ...figure,
    coreStart: figure.coreStart ?? figure.start,
    coreEnd: figure.coreEnd ?? figure.end,
  }));
  return { text, figures };
}

function renamed({ text, figures }: Note): Note {
  const to = new Map(RENAMED);
  const pattern = new RegExp(RENAMED.map(([from]) => from.replace('.', '\\.')).join('|'), 'g');
  const moves: (readonly [number, number])[] = [];
  let shift = 0;
  const changed = text.replace(pattern, (name: string, at: number) => {
    const other = to.get(name) ?? name;
    shift += other.length - name.length;
    moves.push([at + name.length, shift]);
    return other;
  });
  const moved = (at: number) => at + (moves.findLast(([from]) => from <= at)?.[1] ?? 0);
  return {
    text: changed,
    figures: figures.map((figure) => ({
      ...figure,
      coreStart: moved(figure.coreStart),
      coreEnd: moved(figure.coreEnd),
      entity: figure.entity.replace(pattern, (name) => to.get(name) ?? name),
    })),
  };
}

function read(text: string): readonly PlacedFigure[] {
  const layout = layOut(plainDocument(text));
  const { citations } = findCitations(layout);
  return readFigures(layout, readContext(layout, {}), citations);
}

interface Pair {
  readonly gold: GoldFigure;
  readonly found: PlacedFigure;
}

/** One to one, by the largest overlap. */
function pairUp(golds: readonly GoldFigure[], found: readonly PlacedFigure[]): Pair[] {
  const all = golds.flatMap((gold) =>
    found.flatMap((figure) => {
      const overlap = Math.min(gold.coreEnd, figure.end) - Math.max(gold.coreStart, figure.start);
      return overlap > 0 ? [{ gold, found: figure, overlap }] : [];
    }),
  );
  all.sort((a, b) => b.overlap - a.overlap);
  const used = new Set<object>();
  return all.filter((pair) => {
    if (used.has(pair.gold) || used.has(pair.found)) return false;
    used.add(pair.gold).add(pair.found);
    return true;
  });
}

const near = (gold: number | null, found: string | null) =>
  gold === null || found === null
    ? (gold ?? null) === found
    : Math.abs(Math.abs(gold) - Math.abs(Number(found))) <= 1e-9 * Math.max(1, Math.abs(gold));

const FIRM = /^(?:\d{4}Q\d|FY\d{4}|TTM-\d{4}Q\d)$/;

function share(hits: number, all: number): number {
  return all === 0 ? 1 : hits / all;
}

function measure({ text, figures }: Note) {
  const found = read(text);
  const pairs = pairUp(figures, found);
  const numeric = figures.filter((figure) => figure.expression === 'numeric');
  const ours = pairs.filter((pair) => pair.gold.expression === 'numeric');
  const right = ours.filter(
    ({ gold, found: figure }) => near(gold.valueLow, figure.low) && near(gold.valueHigh, figure.high),
  );
  const extra = found.length - pairs.length;
  const f1 = (hits: number) => (2 * hits) / (extra + ours.length + numeric.length);
  const directed = numeric.filter((figure) => figure.direction);
  const dated = numeric.filter((figure) => FIRM.test(figure.period ?? ''));
  return {
    found: f1(ours.length),
    right: f1(right.length),
    direction: share(
      ours.filter(({ gold, found: f }) => gold.direction && gold.direction === f.direction).length,
      directed.length,
    ),
    qualifier: share(ours.filter(({ gold, found: f }) => gold.qualifier === f.qualifier).length, numeric.length),
    period: share(
      ours.filter(({ gold, found: f }) => FIRM.test(gold.period ?? '') && gold.period === f.period).length,
      dated.length,
    ),
  };
}

describe.skipIf(!here)('a real note', () => {
  test('is read as its annotation has it', () => {
    const score = measure(note());
    expect(score.found).toBeGreaterThanOrEqual(0.97);
    expect(score.right).toBeGreaterThanOrEqual(0.95);
    expect(score.period).toBeGreaterThanOrEqual(0.92);
    expect(score.direction).toBeGreaterThanOrEqual(0.92);
    expect(score.qualifier).toBeGreaterThanOrEqual(0.92);
  });

  test('scores within two points of that with every name in it replaced', () => {
    const plain = measure(note());
    const other = measure(renamed(note()));
    for (const key of ['found', 'right', 'direction', 'qualifier', 'period'] as const) {
      expect(Math.abs(plain[key] - other[key])).toBeLessThanOrEqual(0.02);
    }
  });

  test('has the same owners under other names', () => {
    const to = new Map(RENAMED);
    const other = read(renamed(note()).text).map((figure) => figure.entity);
    const plain = read(note().text).map((figure) =>
      (figure.entity ?? '').replace(/[A-Za-z.]+/g, (word) => to.get(word) ?? word),
    );
    const same = plain.filter((entity, at) => entity === (other[at] ?? '')).length;
    expect(share(same, plain.length)).toBeGreaterThanOrEqual(0.97);
  });
});

interface Annotation extends GoldNote {
  readonly text: string;
}

function annotation(): Annotation {
  const text = readFileSync(join(dataFolder, 'data/amzn-deep-dive.txt'), 'utf8').replace(/\r\n/g, '\n');
  const gold = JSON.parse(readFileSync(join(dataFolder, 'data/amzn-gold.json'), 'utf8')) as GoldNote;
  return { text, figures: gold.figures, citations: gold.citations };
}

/** Every digit of every figure but 0 and 9 is one higher: ranges keep their order, mentions of one fact stay one. */
function renumbered(note: Annotation): Annotation {
  const characters = note.text.split('');
  for (const { start, end, quote } of note.figures) {
    // A score is out of five or ten.
    if (quote.includes('/')) continue;
    for (let at = start; at < end; at += 1)
      characters[at] = (note.text[at] ?? '').replace(/[1-8]/, (digit) => `${Number(digit) + 1}`);
  }
  return { ...note, text: characters.join('') };
}

function renamedWhole(given: Annotation): Annotation {
  const to = new Map(RENAMED);
  const pattern = new RegExp(RENAMED.map(([from]) => from.replace('.', '\\.')).join('|'), 'g');
  const other = (words: string) => words.replace(pattern, (name) => to.get(name) ?? name);
  const moved = (at: number) => other(given.text.slice(0, at)).length;
  const figures = given.figures.map((figure) => ({
    ...figure,
    start: moved(figure.start),
    end: moved(figure.end),
    coreStart: moved(figure.coreStart ?? figure.start),
    coreEnd: moved(figure.coreEnd ?? figure.end),
    entity: other(figure.entity),
    clauseCitations: figure.clauseCitations.map(other),
    inheritedCitations: (figure.inheritedCitations ?? []).map(other),
  }));
  const citations = given.citations.map((citation) => ({
    ...citation,
    start: moved(citation.start),
    end: moved(citation.end),
    publisher: other(citation.publisher),
  }));
  return { text: other(given.text), figures, citations };
}

const scoreOf = (note: Annotation) => measureAll(note, analyse(plainDocument(note.text)));

describe.skipIf(!here)('who vouches, and the links to sources', () => {
  test('are as the annotation has them', () => {
    const score = scoreOf(annotation());
    expect(score.strict).toBeGreaterThanOrEqual(0.85);
    expect(score.provenance).toBeGreaterThanOrEqual(0.93);
    expect(score.links).toBeGreaterThanOrEqual(0.92);
    expect(score.markers).toBe(1);
  });

  test.each([
    ['names and outlets', renamedWhole],
    ['numbers', renumbered],
    ['names, outlets and numbers', (note: Annotation) => renamedWhole(renumbered(note))],
  ])('score within two points of that with other %s', (_, change) => {
    const plain = scoreOf(annotation());
    const other = scoreOf(change(annotation()));
    for (const key of [
      'found',
      'provenance',
      'strict',
      'links',
      'markers',
      'direction',
      'qualifier',
      'period',
    ] as const)
      expect(Math.abs(plain[key] - other[key]), key).toBeLessThanOrEqual(0.02);
  });
});

interface Labelled {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly kind: string;
}

describe.skipIf(!here)('labelled numbers', () => {
  test.each([
    ['numbers-filings.jsonl', 0.993],
    ['numbers-reports.jsonl', 0.985],
  ])('%s', (file, least) => {
    const rows = readFileSync(join(dataFolder, 'data/dev', file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Labelled);
    const texts = new Map<string, readonly PlacedFigure[]>();
    const counted = { digits: [0, 0], word: [0, 0] };
    for (const { text, start, end, value, kind } of rows) {
      const found = texts.get(text) ?? read(text);
      texts.set(text, found);
      const at = found.filter((figure) => figure.start < end && figure.end > start && figure.end - figure.start <= 80);
      const ok =
        value === null ? at.length === 0 : at.some((figure) => near(value, figure.low) || near(value, figure.high));
      const tally = kind === 'word' ? counted.word : counted.digits;
      tally[0] = (tally[0] ?? 0) + (ok ? 1 : 0);
      tally[1] = (tally[1] ?? 0) + 1;
    }
    expect(share(counted.digits[0] ?? 0, counted.digits[1] ?? 0)).toBeGreaterThanOrEqual(least - 0.0005);
    expect(share(counted.word[0] ?? 0, counted.word[1] ?? 0)).toBeGreaterThanOrEqual(0.85);
  });
});
