/** Sentences on what a share is worth, in English: guidance, the Street, the market, targets, scenarios, the sector. */
import type { Desk } from './desk';
import { type Parts, say, type Slot, word } from './page';
import type { Fact } from './truth';
import { either } from './words';

/** Market data is of its day; a document that speaks as of one day need not say it again. */
const day = (desk: Desk): readonly (string | null)[] => [
  desk.company.market.date,
  null,
  desk.company.market.date.slice(0, 7),
];
const ttm = (desk: Desk): readonly (string | null)[] => {
  const { year, quarter } = desk.now;
  return [`TTM-${year}Q${quarter}`, 'TTM', ...day(desk), ...(quarter === 4 ? [`FY${year}`] : [])];
};

export const priceFact = (desk: Desk): Fact =>
  desk.facts.of(desk.company.market.price, 'per_share', ['share price', 'price', 'stock price'], ['T', 'I'], day(desk));
export const capFact = (desk: Desk): Fact =>
  desk.facts.of(desk.company.market.cap, 'money', ['market cap', 'market capitalisation'], ['T', 'S'], day(desk));
export const sharesFact = (desk: Desk): Fact =>
  desk.facts.of(
    desk.company.market.shares,
    'count',
    ['shares outstanding', 'diluted shares', 'share count', 'shares'],
    [...desk.facts.reported, 'T'],
    [...day(desk), ...desk.facts.line('shares', desk.now).period],
  );
export const evFact = (desk: Desk): Fact =>
  desk.facts.of(desk.company.market.ev, 'money', ['enterprise value', 'EV'], ['S', 'T'], day(desk));
export const ttmFact = (desk: Desk, line: 'eps' | 'ebitda' | 'revenue' | 'fcf'): Fact => {
  const { ttm: period } = desk.company;
  const fact = desk.facts.line(line, period);
  return { ...fact, period: ttm(desk).filter((name) => name !== null), letters: desk.facts.computed };
};

export const ratioFact = (desk: Desk, which: 'pe' | 'ps' | 'evEbitda' | 'fcfYield' | 'dividendYield'): Fact => {
  const { market, ttm: period } = desk.company;
  const { eps, revenue, ebitda, fcf } = period.books;
  const table = {
    pe: [
      market.price / eps,
      'multiple',
      [
        'P/E',
        'price to earnings',
        'trailing P/E',
        'P/E (TTM)',
        'price/earnings',
        'PE ratio',
        'trailing earnings multiple',
      ],
    ],
    ps: [market.cap / revenue, 'multiple', ['P/S', 'price to sales', 'price/sales', 'P/S (TTM)', 'PS ratio']],
    evEbitda: [market.ev / ebitda, 'multiple', ['EV/EBITDA', 'EV/EBITDA (TTM)']],
    fcfYield: [(fcf / market.cap) * 100, 'percent', ['FCF yield', 'free cash flow yield']],
    dividendYield: [(market.dividend / market.price) * 100, 'percent', ['dividend yield', 'yield']],
  } as const;
  const [value, unit, names] = table[which];
  return desk.facts.of(value, unit, names, ['S', 'T', 'I'], ttm(desk));
};

/** A multiple that was right at another price. */
const stale = (desk: Desk, slot: Slot): (() => void) => {
  const factor = desk.chance.pick([0.72, 0.8, 1.22, 1.35]);
  return () => slot.restate((slot.fact?.value ?? 0) * factor);
};

export function priced(desk: Desk): Parts {
  const [price, cap, shares] = [
    desk.perShare(priceFact(desk)),
    desk.exactMoney(capFact(desk)),
    desk.count(sharesFact(desk)),
  ];
  desk.page.plant('market-cap', [cap, price, shares], stale(desk, cap));
  const name = desk.company.name.short;
  return desk.pick([
    say`At ${price} and ${shares} diluted shares, ${name} has a market cap of ${cap}.`,
    say`The share price of ${price} puts the market cap at ${cap} on ${shares} shares outstanding.`,
    say`${name} trades at ${price}; with ${shares} shares outstanding the market cap is ${cap}.`,
  ]);
}

export function multiples(desk: Desk): Parts {
  const { books } = desk.company.ttm;
  if (books.eps < 0.2) return priced(desk);
  const [price, eps, pe] = [
    desk.perShare(priceFact(desk)),
    desk.perShare(ttmFact(desk, 'eps')),
    desk.multiple(ratioFact(desk, 'pe')),
  ];
  const [ev, ebitda, ee] = [
    desk.exactMoney(evFact(desk)),
    desk.exactMoney(ttmFact(desk, 'ebitda')),
    desk.multiple(ratioFact(desk, 'evEbitda')),
  ];
  const [cap, revenue, ps] = [
    desk.exactMoney(capFact(desk)),
    desk.exactMoney(ttmFact(desk, 'revenue')),
    desk.multiple(ratioFact(desk, 'ps')),
  ];
  desk.page.plant('multiple', [pe, price, eps], stale(desk, pe));
  desk.page.plant('multiple', [ee, ev, ebitda], stale(desk, ee));
  desk.page.plant('multiple', [ps, cap, revenue], stale(desk, ps));
  return desk.pick([
    say`The stock trades at ${pe} trailing earnings: a price of ${price} over trailing twelve-month EPS of ${eps}.`,
    say`On trailing twelve-month EPS of ${eps} and a share price of ${price}, the P/E is ${pe}.`,
    say`Enterprise value of ${ev} is ${ee} trailing twelve-month EBITDA of ${ebitda}.`,
    say`EV/EBITDA works out at ${ee} (EV ${ev}, TTM EBITDA ${ebitda}).`,
    say`With a market cap of ${cap} and trailing twelve-month revenue of ${revenue}, the P/S is ${ps}.`,
  ]);
}

export function dividend(desk: Desk): Parts {
  const { market } = desk.company;
  const paid = desk.perShare(
    desk.facts.of(
      market.dividend,
      'per_share',
      ['dividend per share', 'dividend', 'annual dividend'],
      [...desk.facts.reported, 'M'],
      [...day(desk), `FY${desk.now.year}`],
    ),
  );
  const [yielded, price] = [desk.percent(ratioFact(desk, 'dividendYield')), desk.perShare(priceFact(desk))];
  desk.page.plant('multiple', [yielded, paid, price], () => yielded.restate((yielded.fact?.value ?? 1) + 1.6));
  return desk.pick([
    say`The annual dividend of ${paid} a share yields ${yielded} at a price of ${price}.`,
    say`Dividend yield is ${yielded}: ${paid} a share a year on a share price of ${price}.`,
  ]);
}

/** What management expects, and where the middle of it lies against the Street. */
export function guidance(desk: Desk): readonly Parts[] {
  const { guidance: g, consensus } = desk.company;
  const { year, quarter } = desk.now;
  const next = quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 };
  const label = desk.q({ ...desk.now, ...next });
  const when = [`${next.year}Q${next.quarter}`];
  const names = ['revenue', 'revenue guidance', 'sales'];
  const range = desk.moneyRange({ ...desk.facts.of(g.low, 'money', names, ['M'], when), upper: g.high });
  const middle = desk.exactMoney(
    desk.facts.of((g.low + g.high) / 2, 'money', [...names, 'midpoint', 'guidance midpoint'], ['M', 'S'], when),
  );
  const street = desk.exactMoney(
    desk.facts.of(consensus.next.revenue, 'money', ['revenue', 'consensus revenue', 'revenue consensus'], ['C'], when),
  );
  const isAbove = (g.low + g.high) / 2 >= consensus.next.revenue;
  const gap = (g.low + g.high) / 2 / consensus.next.revenue - 1;
  const side = Math.abs(gap) < 0.008 ? either(true, 'in line with', 'far from') : either(isAbove, 'above', 'below');
  desk.page.plant('midpoint', [middle, range], () => middle.restate(g.high * 1.06));
  if (Math.abs((g.low + g.high) / 2 / consensus.next.revenue - 1) > 0.012)
    desk.page.plant('direction', [side.slot, middle, street], side.flip);
  if (desk.kind === 'release' || desk.kind === 'transcript')
    return [
      desk.pick([
        say`For ${label}, we expect revenue of ${range}.`,
        say`For ${label}, the company expects revenue of ${range}, or ${middle} at the midpoint.`,
        say`We are guiding to revenue of ${range} in ${label}, with a midpoint of ${middle}.`,
      ]),
    ];
  return [
    desk.pick([
      say`Management guides to revenue of ${range} for ${label}, a midpoint of ${middle}.`,
      say`Guidance for ${label} is revenue of ${range}; the midpoint is ${middle}.`,
    ]),
    desk.pick([
      say`The midpoint of ${middle} is ${side.slot} the consensus of ${street} for ${label}.`,
      say`Consensus revenue for ${label} was ${street}.`,
    ]),
  ];
}

export function beat(desk: Desk): Parts {
  const { facts, now, company } = desk;
  const when = facts.line('revenue', now).period;
  const isEps = desk.chance.yes(0.4);
  const expected = isEps ? company.consensus.now.eps : company.consensus.now.revenue;
  const real = isEps ? now.books.eps : now.books.revenue;
  const line = isEps ? 'eps' : 'revenue';
  const label = isEps ? 'EPS' : 'revenue';
  const set = (fact: Fact): Slot => (isEps ? desk.perShare(fact) : desk.exactMoney(fact));
  const names = facts.line(line, now).metric;
  const actual = set(facts.line(line, now));
  const street = set(
    facts.of(expected, isEps ? 'per_share' : 'money', [...names, ...names.map((n) => `consensus ${n}`)], ['C'], when),
  );
  const gap = (real / expected - 1) * 100;
  const rate = desk.change({
    ...facts.of(gap, 'percent', [`${label} surprise`, `${label} beat`, 'surprise', label], ['S', 'D', 'I'], when),
    change: true,
  });
  const side = either(gap >= 0, 'ahead of', 'short of');
  if (Math.abs(gap) > 2) desk.page.plant('direction', [side.slot, actual, street], side.flip);
  if (Math.abs(gap) < 1.2 || (isEps && expected < 0.4))
    return say`${label === 'EPS' ? 'EPS' : 'Revenue'} of ${actual} in ${desk.q(now)} compares with a consensus of ${street}.`;
  desk.page.plant('growth', [rate, actual, street], () => rate.restate(Math.abs(gap) + 5.5));
  return desk.pick([
    say`${label === 'EPS' ? 'EPS' : 'Revenue'} of ${actual} in ${desk.q(now)} was ${side.slot} the consensus of ${street} by ${rate}.`,
    say`Analysts had expected ${label} of ${street} for ${desk.q(now)}; the company reported ${actual}, ${gap >= 0 ? 'a beat' : 'a miss'} of ${rate}.`,
  ]);
}

const targetNames = ['price target', 'target price', 'target', 'fair value'];

export function ownTarget(desk: Desk): readonly Parts[] {
  const { company, facts } = desk;
  const own = company.own[0];
  if (!own || own.eps < 0.3) return [];
  const target = desk.perShare(
    facts.of(company.target.price, 'per_share', targetNames, ['I'], [null, ...day(desk)]),
    0,
  );
  const price = desk.perShare(priceFact(desk));
  const gap = (company.target.price / company.market.price - 1) * 100;
  const upside = desk.change({
    ...facts.of(
      gap,
      'percent',
      [gap >= 0 ? 'upside' : 'downside', 'implied upside', 'implied downside', 'upside to target'],
      ['I', 'S'],
      [null, ...day(desk)],
    ),
    change: true,
  });
  const eps = desk.perShare(
    facts.of(own.eps, 'per_share', ['EPS', 'EPS estimate', 'diluted EPS'], ['I'], [`FY${own.year}`]),
  );
  const multiple = desk.multiple(
    facts.of(
      company.target.multiple,
      'multiple',
      ['P/E', 'target multiple', 'target P/E', 'multiple', 'earnings multiple'],
      ['I'],
      [null, `FY${own.year}`],
    ),
    0,
  );
  const sayUp = gap >= 0 ? 'upside' : 'downside';
  desk.page.plant('upside', [upside, target, price], () => upside.restate(Math.abs(gap) + desk.chance.pick([9, 14])));
  desk.page.plant('identity', [target, eps, multiple], () => target.restate(company.target.price * 1.25));
  const when = desk.y(own.year, true);
  return [
    desk.pick([
      say`We apply ${multiple} to our ${when} EPS estimate of ${eps} and reach a price target of ${target}.`,
      say`Our price target of ${target} is ${multiple} our ${when} EPS estimate of ${eps}.`,
    ]),
    desk.pick([
      say`At ${price} that leaves ${upside} ${sayUp}.`,
      say`The target of ${target} means ${upside} ${sayUp} from the current price of ${price}.`,
    ]),
  ];
}

export function weighted(desk: Desk): Parts {
  const { company, facts } = desk;
  const value = company.scenarios.reduce((sum, { probability, value: v }) => sum + (probability / 100) * v, 0);
  const slot = desk.perShare(
    facts.of(
      value,
      'per_share',
      ['probability-weighted value', 'expected value', 'weighted value', 'probability weighted price', ...targetNames],
      ['S', 'I'],
      [null],
    ),
  );
  const cases = company.scenarios.map(({ name, value: v, probability }) => ({
    name,
    v: desk.perShare(
      facts.of(
        v,
        'per_share',
        [`${name} case value`, `${name} case`, 'value per share', ...targetNames],
        ['I'],
        [null],
      ),
      0,
    ),
    p: desk.percent(
      facts.of(probability, 'percent', ['probability', `${name} case probability`, 'weight'], ['I'], [null]),
      0,
    ),
  }));
  desk.page.plant('weighted', [slot, ...cases.map(({ v }) => v), ...cases.map(({ p }) => p)], () =>
    slot.restate(value * 1.12),
  );
  const list = cases.flatMap(
    ({ name, v, p }, i): Parts => [i === 0 ? '' : i === 2 ? ' and ' : ', ', `${name} `, v, ' (', p, ')'],
  );
  return desk.pick([
    say`Our cases are ${list}, which gives a probability-weighted value of ${slot}.`,
    say`Weighting ${list} comes to an expected value of ${slot} a share.`,
  ]);
}

export function sector(desk: Desk): Parts {
  const { chance, company, facts } = desk;
  const { year } = desk.now;
  const [from, span] = [year - chance.whole(0, 1), chance.whole(4, 6)];
  const start = chance.whole(12, 90) * 1e9;
  const cagr = chance.whole(6, 19);
  const end = start * (1 + cagr / 100) ** span;
  const names = [`${company.sector} market`, 'market size', `${company.sector} market size`, 'market', 'revenue'];
  const whom = [company.sector, `${company.sector} market`, 'market', company.firm, `global ${company.sector} market`];
  const size = (value: number, when: number): Slot =>
    desk.exactMoney(facts.of(value, 'money', names, ['T'], [`FY${when}`, String(when)], whom));
  const [a, b] = [size(start, from), size(end, from + span)];
  const rate = desk.percent(
    facts.of(
      cagr,
      'percent',
      ['CAGR', 'growth', 'market growth', 'annual growth', 'market CAGR', `${company.sector} market growth`],
      ['T', 'S'],
      [`${from}/${from + span}`, `FY${from}/FY${from + span}`, null, `FY${from + span}`],
      whom,
    ),
    0,
  );
  desk.page.plant('cagr', [rate, a, b], () => rate.restate(cagr + 7));
  return desk.pick([
    say`${company.firm} sees the ${company.sector} market growing from ${a} in ${String(from)} to ${b} in ${String(from + span)}, a CAGR of ${rate}.`,
    say`According to ${company.firm}, the ${company.sector} market was worth ${a} in ${String(from)} and will reach ${b} by ${String(from + span)} (CAGR ${rate}).`,
  ]);
}

/** The largest of the brokers' targets by name: a word that the list beside it proves. */
export function highestBroker(desk: Desk): Parts {
  const { brokers } = desk.company;
  const best = [...brokers].sort((a, b) => b.target - a.target)[0];
  return best ? say`${word(best.name)} has the highest target on the Street.` : [];
}
