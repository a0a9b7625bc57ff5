/**
 * Harder English passages: changes in points, lists told in order, the year so far, estimates, the Street beside what was
 * reported; and such as look like contradictions and are none, because silence has to be tried as well.
 */
import { addDays } from './calendar';
import type { Period } from './company';
import type { Desk } from './desk';
import type { Grid, Row } from './grid';
import { priceFact } from './market-en';
import { type Parts, say, Slot } from './page';
import { point, printMoney, rounded } from './print';
import type { Fact } from './truth';
import { either } from './words';

/** Margin against the year before, told in basis points. */
export function marginPoints(desk: Desk): Parts {
  const { facts, now, yearAgo } = desk;
  const line = desk.pick(['gross', 'operating', 'net'] as const);
  const [here, there] = [facts.margin(line, now), facts.margin(line, yearAgo)];
  const gap = here.value - there.value;
  const [slot, base] = [desk.percent(here), desk.percent(there)];
  const metric = [`${line} margin change`, `${line} margin`, `${line} margin expansion`];
  const inPoints = desk.chance.yes(0.4);
  const fact: Fact = {
    ...facts.of(
      inPoints ? gap : gap * 100,
      inPoints ? 'percentage_points' : 'bps',
      metric,
      facts.computed,
      here.period,
    ),
    change: true,
  };
  const unit = inPoints
    ? desk.pick([' percentage points', 'pp', ' points'])
    : desk.pick([' basis points', ' bps', 'bp']);
  const print = (value: number) => {
    const r = rounded(Math.abs(value), 0, inPoints ? 1 : 0);
    return point(`${(r.digits / 10 ** r.decimals).toFixed(r.decimals)}${unit}`, r);
  };
  const change = new Slot(print(fact.value), fact, print);
  if (Math.abs(gap) < 0.2)
    return say`The ${line} margin of ${slot} in ${desk.q(now)} was little changed from ${base} a year earlier.`;
  const { slot: verb, flip } = either(gap > 0, 'expanded', 'contracted');
  desk.page.plant('growth', [change, slot, base], () =>
    change.restate(Math.abs(fact.value) * 2 + (inPoints ? 1 : 100)),
  );
  desk.page.plant('direction', [verb, change, slot, base], flip);
  return desk.pick([
    say`The ${line} margin ${verb} by ${change} to ${slot} in ${desk.q(now)}, from ${base} a year earlier.`,
    say`In ${desk.q(now)} the ${line} margin ${verb} ${change} year over year, to ${slot} from ${base}.`,
  ]);
}

/** Values and years in two lists that pair in order. */
export function respectively(desk: Desk): Parts {
  const { years } = desk.company;
  const line = desk.pick(['revenue', 'operating', 'fcf'] as const);
  const name = { revenue: 'Revenue', operating: 'Operating income', fcf: 'Free cash flow' }[line];
  const shown = [...years].toReversed().slice(0, 3);
  if (shown.length < 2 || shown.some((y) => y.books[line] <= 0))
    return [desk.title === '' ? '' : 'The accounts are unaudited.'];
  const slots = shown.map((y) => desk.exactMoney(desk.facts.line(line, y)));
  const listed = (items: readonly (string | Slot)[]): Parts =>
    items.flatMap((item, i): Parts => [i === 0 ? '' : i === items.length - 1 ? ' and ' : ', ', item]);
  const names = shown.map((y) => desk.y(y.year));
  const labelled = shown.flatMap((y, i): Parts => [i === 0 ? '' : ', ', `${desk.y(y.year)} `, slots[i] ?? '']);
  return desk.pick([
    say`${name} was ${listed(slots)} in ${listed(names)}, respectively.`,
    say`${name} by year: ${labelled}.`,
    say`In ${listed(names)}, ${name.toLowerCase()} came to ${listed(slots)}, respectively.`,
  ]);
}

/** The year so far against the same months of the year before. */
export function yearToDate(desk: Desk): Parts {
  const { company, facts } = desk;
  const { ytd, ytdBefore } = company;
  const span = { 2: ['six months', 'first half'], 3: ['nine months', 'first nine months'] }[desk.now.quarter];
  if (!span) return respectively(desk);
  const fact = facts.growth('revenue', ytd, ytdBefore);
  const [value, base, rate] = [
    desk.exactMoney(facts.line('revenue', ytd)),
    desk.exactMoney(facts.line('revenue', ytdBefore)),
    desk.change(fact),
  ];
  if (Math.abs(fact.value) < 0.3) return respectively(desk);
  desk.page.plant('growth', [rate, value, base], () => rate.restate(Math.abs(fact.value) + 6));
  const year = (p: Period): string => (company.fye === 12 ? String(p.year) : `fiscal ${p.year}`);
  const verb = fact.value > 0 ? 'up' : 'down';
  return desk.pick([
    say`For the first ${span[0] ?? ''} of ${year(ytd)}, revenue was ${value}, ${verb} ${rate} from ${base} in the first ${span[0] ?? ''} of ${year(ytdBefore)}.`,
    say`Revenue for the ${span[1] ?? ''} of ${year(ytd)} came to ${value} (${span[1] ?? ''} of ${year(ytdBefore)}: ${base}), ${verb} ${rate}.`,
  ]);
}

/** What was reported, what the Street had, and the gap between them. */
export function actualTable(desk: Desk): Grid {
  const { facts, now, company } = desk;
  const { consensus } = company;
  const when = facts.line('revenue', now).period;
  const row = (label: string, line: 'revenue' | 'eps', expected: number): Row => {
    const real = now.books[line];
    const actual = facts.line(line, now);
    const set = (fact: Fact): Slot =>
      line === 'eps'
        ? desk.perShare(fact)
        : new Slot(printMoney(fact.value, company.currency, desk.style, 1), fact, (v) =>
            printMoney(v, company.currency, desk.style, 1),
          );
    const street = set(
      facts.of(expected, line === 'eps' ? 'per_share' : 'money', [...actual.metric, `consensus ${label}`], ['C'], when),
    );
    const gap = (real / expected - 1) * 100;
    const rate = desk.signed({
      ...facts.of(
        gap,
        'percent',
        [`${label} surprise`, `${label} beat`, 'surprise', label, ...actual.metric],
        ['S', 'D', 'I'],
        when,
      ),
      change: true,
    });
    const own = set({ ...actual, letters: ['D', ...actual.letters] });
    if (expected > 0.4) desk.page.plant('growth', [rate, own, street], () => rate.restate(gap + 7));
    return { label, cells: [own, street, rate] };
  };
  return {
    corner: desk.pick(['', desk.qHead(now)]),
    metrics: 'rows',
    heads: ['Actual', 'Consensus', desk.pick(['Surprise', 'vs. consensus', 'Difference'])],
    rows: [row('Revenue', 'revenue', consensus.now.revenue), row('EPS', 'eps', consensus.now.eps)],
  };
}

/** Own estimates for the coming years. */
export function estimateTable(desk: Desk): Grid {
  const { facts, company } = desk;
  const { own } = company;
  const cell = (value: number, unit: Fact['unit'], metric: readonly string[], year: number): Fact =>
    facts.of(value, unit, metric, ['I'], [`FY${year}`]);
  const money = (fact: Fact): Slot =>
    new Slot(printMoney(fact.value, company.currency, desk.style, 1), fact, (v) =>
      printMoney(v, company.currency, desk.style, 1),
    );
  const revenue = own.map((e) => money(cell(e.revenue, 'money', ['revenue', 'revenue estimate'], e.year)));
  const operating = own.map((e) => money(cell(e.operating, 'money', ['operating income', 'EBIT'], e.year)));
  const margin = own.map((e) =>
    desk.percent({
      ...cell((e.operating / e.revenue) * 100, 'percent', ['operating margin', 'EBIT margin'], e.year),
      letters: ['I', 'S'],
    }),
  );
  const eps = own.map((e) => desk.perShare(cell(e.eps, 'per_share', ['EPS', 'EPS estimate'], e.year)));
  margin.forEach((slot, i) => {
    const [a, b] = [operating[i], revenue[i]];
    if (a && b) desk.page.plant('margin', [slot, a, b], () => slot.restate((slot.fact?.value ?? 0) + 6));
  });
  return {
    corner: desk.pick(['Our estimates', 'Forecast', 'Estimates']),
    metrics: 'rows',
    heads: own.map((e) => desk.y(e.year, true)),
    rows: [
      { label: 'Revenue', cells: revenue },
      { label: 'Operating income', cells: operating },
      { label: 'Operating margin', cells: margin },
      { label: 'EPS', cells: eps },
    ],
  };
}

/** Two values of one name on two bases, and the text says so. */
function twoBases(desk: Desk): Parts {
  const { facts, now } = desk;
  const gaap = facts.line('eps', now);
  const extra = Math.max(0.05, Math.round(gaap.value * 18) / 100);
  const other = {
    ...gaap,
    value: Math.round(gaap.value * 100) / 100 + extra,
    metric: ['adjusted EPS', 'non-GAAP EPS', ...gaap.metric],
  };
  const [own, adjusted, per] = [
    desk.perShare(gaap),
    desk.perShare(other),
    desk.perShare({ ...gaap, value: extra, metric: ['adjustment', 'charge per share', 'restructuring charge', 'EPS'] }),
  ];
  return say`Diluted EPS in ${desk.q(now)} were ${own} as reported and ${adjusted} adjusted, the difference being restructuring charges of ${per} a share.`;
}

/** Growth at constant currency beside growth as reported. */
function otherGrowth(desk: Desk): Parts {
  const { facts, now, yearAgo } = desk;
  const growth = facts.growth('revenue', now, yearAgo);
  if (growth.value < 1.5) return twoBases(desk);
  const constant = {
    ...growth,
    value: growth.value - 1.2,
    metric: ['constant currency growth', 'organic growth', ...growth.metric],
    letters: facts.reported,
  };
  return say`Revenue grew ${desk.change(growth)} in ${desk.q(now)} as reported and ${desk.change(constant)} at constant currency.`;
}

/** Targets in one sentence, each with the return it means; one of them down. */
function severalTargets(desk: Desk): Parts {
  const { scenarios, market } = desk.company;
  const cases = scenarios.map(({ name, value, probability }) => {
    const gap = (value / market.price - 1) * 100;
    const metric = ['return', 'upside', 'downside', 'implied upside', 'implied return', 'implied downside'];
    return {
      name,
      value: desk.perShare(
        desk.facts.of(
          value,
          'per_share',
          ['price target', 'target', 'fair value', 'value', `${name} case`, `${name} case value`],
          ['I'],
          [null],
        ),
        0,
      ),
      gap: desk.signed({ ...desk.facts.of(gap, 'percent', metric, ['I', 'S'], [null, market.date]), change: true }, 0),
      chance: desk.percent(
        desk.facts.of(probability, 'percent', ['probability', 'weight', `${name} case probability`], ['I'], [null]),
        0,
      ),
    };
  });
  const list = cases.flatMap(
    ({ name, value, gap, chance }, i): Parts => [
      i === 0 ? '' : '; ',
      `${name} case `,
      value,
      ' (',
      gap,
      ', ',
      chance,
      ' probability)',
    ],
  );
  const price = desk.perShare(priceFact(desk));
  return say`Against a price of ${price}: ${list}.`;
}

export const innocent = (desk: Desk): Parts => desk.pick([twoBases, otherGrowth, severalTargets])(desk);

/** Markets: levels and moves that belong to no company. */
export function markets(desk: Desk): Parts {
  const { chance, facts, company } = desk;
  const date = company.market.date;
  const when = [date, null, date.slice(0, 7)];
  const pair = chance.pick(['EUR/USD', 'GBP/USD', 'USD/JPY']);
  const level = pair === 'USD/JPY' ? chance.real(125, 162) : chance.real(1.02, 1.34);
  const rate = rounded(level, 0, 2);
  const fx = new Slot(
    point((rate.digits / 100).toFixed(2), rate),
    facts.of(level, 'rate', [pair, 'exchange rate', 'FX rate'], ['T'], when, [pair, pair.slice(0, 3), pair.slice(4)]),
  );
  const bond = chance.pick(['US 10-year Treasury yield', '10-year Bund yield', '10-year gilt yield']);
  const short = bond.replace(/^US |^10-year | yield$/g, '');
  const yielded = desk.percent(
    facts.of(
      chance.real(2.1, 4.8),
      'percent',
      [bond, 'yield', '10-year yield', 'Treasury yield', `${short} yield`],
      ['T'],
      when,
      [bond, short, 'Treasury', 'Bund', 'gilt', 'US', '10-year Treasury'],
    ),
    2,
  );
  const oil = {
    ...facts.of(
      chance.real(62, 95),
      'money',
      ['Brent', 'oil price', 'crude price', 'Brent price', 'Brent crude', 'price'],
      ['T'],
      when,
      ['Brent', 'Brent crude', 'oil'],
    ),
    currency: 'USD',
  };
  const barrel = rounded(oil.value, 0, 2);
  const brent = new Slot(point(`$${(barrel.digits / 100).toFixed(2)}`, barrel), oil);
  return desk.pick([
    say`Markets at the close on ${desk.date(date)}: ${pair} at ${fx}, the ${bond} at ${yielded}, Brent crude at ${brent} a barrel.`,
    say`The ${bond} stood at ${yielded} and ${pair} at ${fx}; Brent crude traded at ${brent} a barrel.`,
  ]);
}

/** An event ahead: its date is never the document's. */
export const ahead = (desk: Desk): Parts => [
  `The next results are due on ${desk.date(addDays(desk.company.asOf, desk.chance.whole(45, 80)))}.`,
];
