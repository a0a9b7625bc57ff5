/**
 * How far a reading is from a hand-made annotation: figures are paired one to one by the largest overlap, then each
 * member is compared. Shares run from 0 to 1; a share of nothing is 1.
 */
import type { Analysis } from '../../../src/core/analysis';
import type { Span } from '../../../src/core/document/model';
import type { Figure } from '../../../src/core/figure/model';

export interface GoldFigure extends Span {
  readonly coreStart?: number;
  readonly coreEnd?: number;
  readonly quote: string;
  readonly valueLow: number | null;
  readonly valueHigh: number | null;
  readonly unit: string;
  readonly expression: string;
  readonly qualifier: string;
  readonly direction: string | null;
  readonly period: string | null;
  readonly entity: string;
  readonly provenance: string;
  readonly provenanceAlternatives?: readonly string[];
  readonly attribution?: string;
  /** Ids of the annotation's citations. */
  readonly clauseCitations: readonly string[];
  readonly inheritedCitations?: readonly string[];
}

export interface GoldCitation extends Span {
  readonly id: string;
  readonly publisher: string;
}

export interface GoldNote {
  readonly figures: readonly GoldFigure[];
  readonly citations: readonly GoldCitation[];
}

export interface Pair {
  readonly gold: GoldFigure;
  readonly found: Figure;
}

/** One to one, by the largest overlap with the annotation's core. */
export function pairUp(golds: readonly GoldFigure[], found: readonly Figure[]): readonly Pair[] {
  const all = golds.flatMap((gold) =>
    found.flatMap((figure) => {
      const overlap =
        Math.min(gold.coreEnd ?? gold.end, figure.end) - Math.max(gold.coreStart ?? gold.start, figure.start);
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

const UNITS: Readonly<Record<string, string>> = {
  USD: 'money',
  'USD/share': 'per_share',
  'USD/month': 'money',
  'USD/unit': 'money',
  x: 'multiple',
  'USD/USD': 'multiple',
  members: 'count',
  users: 'count',
  customers: 'count',
  analysts: 'count',
  points: 'score',
  GW: 'power_gw',
};
const ALIKE: readonly ReadonlySet<string>[] = [
  new Set(['money', 'per_share']),
  new Set(['score', 'count']),
  new Set(['percent', 'percentage_points']),
];

function sameUnit(gold: string, found: string): boolean {
  const unit = UNITS[gold] ?? gold;
  return unit === found || ALIKE.some((pair) => pair.has(unit) && pair.has(found));
}

function near(gold: number | null, found: string | null): boolean {
  if (gold === null || found === null) return (gold ?? null) === found;
  return Math.abs(Math.abs(gold) - Math.abs(Number(found))) <= 1e-9 * Math.max(1, Math.abs(gold));
}

/** Value, bounds and unit. */
export function isRead({ gold, found }: Pair): boolean {
  return near(gold.valueLow, found.low) && near(gold.valueHigh, found.high) && sameUnit(gold.unit, found.unit);
}

export function isVouchedRight({ gold, found }: Pair): boolean {
  const allowed = [gold.provenance, ...(gold.provenanceAlternatives ?? [])];
  return allowed.includes(found.provenance) || (gold.attribution === 'none' && found.provenance === 'unclassified');
}

const plain = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same name, or one inside the other; what the annotation leaves open is not asked. */
export function isOwnedRight({ gold, found }: Pair): boolean {
  const [own, other] = [plain(gold.entity), plain(found.entity)];
  return own === '' || (other !== '' && (own.includes(other) || other.includes(own)));
}

const FIRM = /^(?:\d{4}[QH]\d|FY\d{4}|TTM-\d{4}Q\d)$/;
const share = (hits: number, all: number): number => (all === 0 ? 1 : hits / all);
const f1 = (hits: number, found: number, all: number): number => share(2 * hits, found + all);

/** Figure–marker links as `figure|publisher`, of the annotation and of the reading. */
function links(pairs: readonly Pair[], note: GoldNote, analysis: Analysis): readonly [Set<string>, Set<string>] {
  const publishers = new Map(note.citations.map(({ id, publisher }) => [id, plain(publisher)]));
  const gold = new Set<string>();
  const found = new Set<string>();
  for (const pair of pairs) {
    const id = `${pair.gold.start}`;
    for (const citation of [...pair.gold.clauseCitations, ...(pair.gold.inheritedCitations ?? [])])
      gold.add(`${id}|${publishers.get(citation) ?? plain(citation)}`);
    for (const { citation } of pair.found.citations)
      found.add(`${id}|${plain(analysis.citations[citation]?.marker ?? '')}`);
  }
  return [gold, found];
}

export interface Measure {
  readonly found: number;
  readonly right: number;
  readonly provenance: number;
  readonly strict: number;
  readonly direction: number;
  readonly qualifier: number;
  readonly period: number;
  readonly entity: number;
  readonly markers: number;
  readonly links: number;
}

/** Only numeric figures of the annotation count, as spelled-out ones are its conventions; none may be extra. */
export function measure(note: GoldNote, analysis: Analysis): Measure {
  const all = note.figures.filter(({ expression }) => expression === 'numeric');
  const pairs = pairUp(note.figures, analysis.figures);
  const ours = pairs.filter(({ gold }) => gold.expression === 'numeric');
  const shown = analysis.figures.length - pairs.length + ours.length;
  const hits = (ok: (pair: Pair) => boolean): number => ours.filter(ok).length;
  const markers = note.citations.filter((gold) =>
    analysis.citations.some((found) => found.start < gold.end && found.end > gold.start),
  ).length;
  const [goldLinks, foundLinks] = links(pairs, note, analysis);
  const dated = all.filter(({ period }) => FIRM.test(period ?? ''));
  return {
    found: f1(ours.length, shown, all.length),
    right: f1(hits(isRead), shown, all.length),
    provenance: share(hits(isVouchedRight), all.length),
    strict: share(
      hits(({ gold, found }) => gold.provenance === found.provenance),
      all.length,
    ),
    direction: share(
      hits(({ gold, found }) => gold.direction !== null && gold.direction === found.direction),
      all.filter(({ direction }) => direction !== null).length,
    ),
    qualifier: share(
      hits(({ gold, found }) => gold.qualifier === found.qualifier),
      all.length,
    ),
    period: share(
      hits(({ gold, found }) => FIRM.test(gold.period ?? '') && gold.period === found.period),
      dated.length,
    ),
    entity: share(hits(isOwnedRight), all.length),
    markers: share(markers, note.citations.length),
    links: f1([...goldLinks].filter((link) => foundLinks.has(link)).length, foundLinks.size, goldLinks.size),
  };
}
