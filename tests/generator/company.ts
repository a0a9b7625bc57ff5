/**
 * A company whose numbers hold together: every total is the sum of its parts, every quarter part of its year, and the
 * market values it at price times shares. What is printed later is only ever rounded from here.
 */
import { addDays, monthEnd, pad } from './calendar';
import type { Chance } from './chance';
import { brokerName, companyName, type CompanyName, firmName, personName, sectorName, segmentNames } from './names';

/** Flows of a stretch of time and stocks at its end, in base units of the currency (shares and users in units). */
export interface Books {
  readonly segments: readonly number[];
  readonly revenue: number;
  readonly cogs: number;
  readonly gross: number;
  readonly research: number;
  readonly selling: number;
  readonly opex: number;
  readonly operating: number;
  readonly interest: number;
  readonly pretax: number;
  readonly tax: number;
  readonly net: number;
  readonly shares: number;
  readonly eps: number;
  readonly depreciation: number;
  readonly ebitda: number;
  readonly ocf: number;
  readonly capex: number;
  readonly fcf: number;
  readonly users: number;
  readonly cash: number;
  readonly debt: number;
  readonly receivables: number;
  readonly inventory: number;
  readonly plant: number;
  readonly assets: number;
  readonly payables: number;
  readonly liabilities: number;
  readonly equity: number;
}

export type Line = Exclude<keyof Books, 'segments'>;

/** A reporting period: a quarter, the year so far, a whole year, or the last four quarters. */
export interface Period {
  readonly kind: 'quarter' | 'ytd' | 'year' | 'ttm';
  readonly year: number;
  readonly quarter: number;
  /** Last day, ISO. */
  readonly end: string;
  readonly start: string;
  readonly books: Books;
}

export interface Estimate {
  readonly revenue: number;
  readonly eps: number;
}

export interface Scenario {
  readonly name: 'bear' | 'base' | 'bull';
  readonly probability: number;
  readonly value: number;
}

export interface Company {
  readonly name: CompanyName;
  readonly currency: string;
  readonly chinese: boolean;
  readonly fye: number;
  readonly segments: readonly string[];
  readonly sector: string;
  readonly firm: string;
  readonly chief: string;
  readonly finance: string;
  /** One unit of the smallest amount the statements print. */
  readonly step: number;
  /** Oldest first; the last is the one reported. */
  readonly quarters: readonly Period[];
  readonly years: readonly Period[];
  readonly ytd: Period;
  readonly ytdBefore: Period;
  readonly ttm: Period;
  readonly guidance: {
    readonly low: number;
    readonly high: number;
    readonly yearLow: number;
    readonly yearHigh: number;
  };
  readonly consensus: { readonly now: Estimate; readonly next: Estimate; readonly year: Estimate };
  /** Own estimates for the running year and the two after it. */
  readonly own: readonly {
    readonly year: number;
    readonly revenue: number;
    readonly operating: number;
    readonly eps: number;
  }[];
  readonly market: {
    readonly date: string;
    readonly price: number;
    readonly shares: number;
    readonly cap: number;
    readonly ev: number;
    readonly dividend: number;
  };
  readonly target: { readonly price: number; readonly multiple: number };
  readonly brokers: readonly { readonly name: string; readonly target: number }[];
  readonly scenarios: readonly Scenario[];
  readonly peers: readonly Peer[];
  readonly asOf: string;
}

export interface Peer {
  readonly name: CompanyName;
  readonly price: number;
  readonly eps: number;
  readonly shares: number;
  readonly ev: number;
  readonly revenue: number;
  readonly margin: number;
}

/** Calendar year and month in which a fiscal quarter ends. */
function endOf(year: number, quarter: number, fye: number): { readonly year: number; readonly month: number } {
  const back = (4 - quarter) * 3;
  const month = ((fye - back - 1 + 24) % 12) + 1;
  return { year: month > fye ? year - 1 : year, month };
}

const FLOWS = [
  'revenue',
  'cogs',
  'gross',
  'research',
  'selling',
  'opex',
  'operating',
  'interest',
  'pretax',
  'tax',
  'net',
  'depreciation',
  'ebitda',
  'ocf',
  'capex',
  'fcf',
] as const;

/** Several quarters as one period: flows add up, stocks are those of the last. */
export function joined(quarters: readonly Period[], kind: Period['kind']): Period {
  const first = quarters[0];
  const last = quarters.at(-1);
  if (!first || !last) throw new Error('no quarters');
  const flows = Object.fromEntries(FLOWS.map((line) => [line, quarters.reduce((sum, q) => sum + q.books[line], 0)]));
  const segments = last.books.segments.map((_, i) => quarters.reduce((sum, q) => sum + (q.books.segments[i] ?? 0), 0));
  const books: Books = { ...last.books, ...flows, segments };
  return { ...last, kind, start: first.start, books: { ...books, eps: books.net / books.shares } };
}

interface Shape {
  readonly step: number;
  readonly base: number;
  readonly growth: number;
  readonly gross: number;
  readonly research: number;
  readonly selling: number;
  readonly capex: number;
  readonly weights: readonly number[];
}

function shapeOf(chance: Chance, segments: number): Shape {
  const step = chance.pick([1e3, 1e5, 1e6]);
  const base =
    step * (step === 1e3 ? chance.whole(40_000, 600_000) : chance.whole(4_000, 60_000)) * (step === 1e6 ? 0.4 : 1);
  return {
    step,
    base,
    growth: chance.real(-0.03, 0.07),
    gross: chance.real(0.32, 0.74),
    research: chance.real(0.05, 0.12),
    selling: chance.real(0.08, 0.16),
    capex: chance.real(0.03, 0.12),
    weights: Array.from({ length: segments }, (_, i) => chance.real(0.8, 1.6) * (1 + 0.9 * i)),
  };
}

/** One quarter's books; each line is a whole number of steps, so that a printed statement adds up exactly. */
function quarterBooks(chance: Chance, shape: Shape, index: number, shares: number): Books {
  const round = (value: number): number => Math.round(value / shape.step) * shape.step;
  const total = shape.base * (1 + shape.growth) ** index;
  const sum = shape.weights.reduce((a, b) => a + b, 0);
  const segments = shape.weights.map((w, i) =>
    round(((total * w) / sum) * chance.real(0.96, 1.04) * (1 + 0.01 * i * index)),
  );
  const revenue = segments.reduce((a, b) => a + b, 0);
  const cogs = round(revenue * (1 - shape.gross + chance.real(-0.015, 0.015)));
  const research = round(revenue * shape.research * chance.real(0.95, 1.05));
  const selling = round(revenue * shape.selling * chance.real(0.95, 1.05));
  const gross = revenue - cogs;
  const opex = research + selling;
  const operating = gross - opex;
  const interest = round(revenue * chance.real(0.006, 0.015));
  const pretax = operating - interest;
  const tax = round(pretax * chance.real(0.18, 0.26));
  const net = pretax - tax;
  const depreciation = round(revenue * chance.real(0.03, 0.06));
  const ocf = net + depreciation + round(revenue * chance.real(-0.02, 0.03));
  const capex = round(revenue * shape.capex * chance.real(0.85, 1.15));
  const stocks = balance(chance, shape, revenue);
  const users = Math.round((total / shape.step / 10) * (1 + index * 0.02)) * 1000;
  return {
    segments,
    revenue,
    cogs,
    gross,
    research,
    selling,
    opex,
    operating,
    interest,
    pretax,
    tax,
    net,
    shares,
    eps: net / shares,
    depreciation,
    ebitda: operating + depreciation,
    ocf,
    capex,
    fcf: ocf - capex,
    users,
    ...stocks,
  };
}

function balance(chance: Chance, shape: Shape, revenue: number) {
  const round = (share: number): number => Math.round((revenue * share) / shape.step) * shape.step;
  const cash = round(chance.real(0.5, 1.6));
  const debt = round(chance.real(0.3, 2.2));
  const receivables = round(chance.real(0.4, 0.8));
  const inventory = round(chance.real(0.2, 0.6));
  const plant = round(chance.real(1.5, 3));
  const payables = round(chance.real(0.3, 0.6));
  const assets = cash + receivables + inventory + plant;
  const liabilities = debt + payables;
  return { cash, debt, receivables, inventory, plant, payables, assets, liabilities, equity: assets - liabilities };
}

function history(chance: Chance, shape: Shape, fye: number, year: number, quarter: number): readonly Period[] {
  const base = Math.round(shape.base / chance.real(4, 40) / 1e5) * 1e5;
  const out: Period[] = [];
  for (let y = year - 2; y <= year; y++) {
    const shares = base + Math.round((base * 0.012 * (y - year + 2)) / 1e5) * 1e5;
    for (let q = 1; q <= (y === year ? quarter : 4); q++) {
      const end = endOf(y, q, fye);
      const before =
        end.month - 2 > 0 ? { year: end.year, month: end.month - 2 } : { year: end.year - 1, month: end.month + 10 };
      const books = quarterBooks(chance, shape, out.length, shares);
      out.push({
        kind: 'quarter',
        year: y,
        quarter: q,
        end: monthEnd(end.year, end.month),
        start: `${before.year}-${pad(before.month)}-01`,
        books,
      });
    }
  }
  return out;
}

const cents = (value: number): number => Math.round(value * 100) / 100;
const toStep = (value: number, step: number): number => Math.round(value / step) * step;

function peerOf(chance: Chance, currency: string, chinese: boolean): Peer {
  const eps = cents(chance.real(0.8, 9));
  const price = cents(eps * chance.real(9, 38));
  const shares = chance.whole(60, 900) * 1e6;
  const cap = price * shares;
  const ev = cap * chance.real(0.92, 1.25);
  return {
    name: companyName(chance, currency, chinese),
    price,
    eps,
    shares,
    ev,
    revenue: ev / chance.real(1.4, 9),
    margin: chance.real(8, 34),
  };
}

/** Three values and their chances; the chances are multiples of five and add to a hundred. */
function scenariosOf(chance: Chance, price: number): readonly Scenario[] {
  const bear = chance.whole(3, 6) * 5;
  const bull = chance.whole(3, 6) * 5;
  const round = (value: number): number => Math.max(1, Math.round(value));
  return [
    { name: 'bear', probability: bear, value: round(price * chance.real(0.55, 0.8)) },
    { name: 'base', probability: 100 - bear - bull, value: round(price * chance.real(1.02, 1.22)) },
    { name: 'bull', probability: bull, value: round(price * chance.real(1.35, 1.75)) },
  ];
}

function estimates(chance: Chance, shape: Shape, quarters: readonly Period[], years: readonly Period[]) {
  const now = quarters.at(-1)?.books;
  const full = years.at(-1)?.books;
  if (!now || !full) throw new Error('no history');
  const step = Math.max(shape.step, 10 ** (Math.floor(Math.log10(now.revenue)) - 2));
  const off = (value: number, low: number, high: number): number => toStep(value * chance.real(low, high), step);
  const low = off(now.revenue, 1.0, 1.03);
  const own = [1, 2, 3].map((n) => {
    const revenue = toStep(full.revenue * 1.09 ** n * chance.real(0.99, 1.01), step);
    return { year: n, revenue, operating: toStep(revenue * 0.2, step), eps: cents(full.eps * 1.11 ** n + 0.05) };
  });
  return {
    guidance: {
      low,
      high: low + 2 * step * chance.whole(1, 3),
      yearLow: off(full.revenue, 1.04, 1.06),
      yearHigh: off(full.revenue, 1.07, 1.09),
    },
    consensus: {
      now: { revenue: off(now.revenue, 0.96, 1.03), eps: cents(now.eps * chance.real(0.9, 1.08)) },
      next: { revenue: off(now.revenue, 0.99, 1.05), eps: cents(now.eps * chance.real(0.95, 1.1)) },
      year: { revenue: off(full.revenue, 1.05, 1.1), eps: cents(full.eps * chance.real(1.05, 1.2)) },
    },
    own,
  };
}

function marketOf(chance: Chance, ttm: Period, date: string) {
  const shares = ttm.books.shares;
  const price = Math.max(4, cents(Math.max(ttm.books.eps, 0.3) * chance.real(11, 34)));
  const cap = price * shares;
  return {
    date,
    price,
    shares,
    cap,
    ev: cap + ttm.books.debt - ttm.books.cash,
    dividend: cents(price * chance.real(0.008, 0.035)),
  };
}

export function makeCompany(chance: Chance, chinese: boolean): Company {
  const currency = chinese ? 'CNY' : chance.pick(['USD', 'USD', 'USD', 'EUR', 'GBP']);
  const fye = chinese ? 12 : chance.pick([12, 12, 12, 9, 6, 3]);
  const shape = shapeOf(chance, chance.whole(2, 4));
  const year = chance.whole(2023, 2026);
  const quarter = chance.whole(1, 4);
  const quarters = history(chance, shape, fye, year, quarter);
  const last = quarters.at(-1);
  if (!last) throw new Error('no history');
  const years = [year - 2, year - 1, year]
    .map((y) => quarters.filter((q) => q.year === y))
    .filter((qs) => qs.length === 4)
    .map((qs) => joined(qs, 'year'));
  const ttm = joined(quarters.slice(-4), 'ttm');
  const asOf = addDays(last.end, chance.whole(24, 52));
  const market = marketOf(chance, ttm, asOf);
  const { own, ...expected } = estimates(chance, shape, quarters, years);
  const nextYear = years.at(-1)?.year ?? year;
  const multiple = chance.whole(14, 30);
  return {
    name: companyName(chance, currency, chinese),
    currency,
    chinese,
    fye,
    segments: segmentNames(chance, shape.weights.length, chinese),
    sector: sectorName(chance, chinese),
    firm: firmName(chance),
    chief: personName(chance),
    finance: personName(chance),
    step: shape.step,
    quarters,
    years,
    ytd: joined(
      quarters.filter((q) => q.year === year),
      'ytd',
    ),
    ytdBefore: joined(
      quarters.filter((q) => q.year === year - 1 && q.quarter <= quarter),
      'ytd',
    ),
    ttm,
    ...expected,
    own: own.map((estimate) => ({ ...estimate, year: nextYear + estimate.year })),
    market,
    target: { multiple, price: Math.round(multiple * (own[0]?.eps ?? 1)) },
    brokers: Array.from({ length: chance.whole(3, 5) }, () => ({
      name: brokerName(chance),
      target: Math.max(2, Math.round(market.price * chance.real(0.85, 1.45))),
    })),
    scenarios: scenariosOf(chance, market.price),
    peers: Array.from({ length: chance.whole(3, 4) }, () => peerOf(chance, currency, chinese)),
    asOf,
  };
}
