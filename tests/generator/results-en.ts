/** Sentences on what a company reported, in English: four voices, several forms each. */
import type { Line, Period } from './company';
import type { Desk } from './desk';
import { TERMS } from './facts';
import { type Parts, say, type Slot, word } from './page';
import { either, move } from './words';

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A wrong growth rate: off by more than any rounding. */
export const spoilRate = (desk: Desk, slot: Slot, value: number): (() => void) => {
  const off = desk.chance.real(4, 9);
  return () => slot.restate(Math.abs(value) + off);
};

/** A line of the accounts against a period before. */
export function moved(desk: Desk, line: Line, now: Period, before: Period, named = true): Parts {
  const { facts } = desk;
  const fact = facts.growth(line, now, before);
  if (Math.abs(fact.value) > 80 || Math.abs(fact.value) < 0.3 || before.books[line] <= 0 || now.books[line] <= 0)
    return level(desk, line, now);
  const [value, base, rate] = [
    desk.money(facts.line(line, now)),
    desk.money(facts.line(line, before)),
    desk.change(fact),
  ];
  const verb = move(desk, fact.value);
  const shown = Math.abs(fact.value) >= 0.5;
  desk.page.plant('growth', [rate, value, base], spoilRate(desk, rate, fact.value));
  if (shown && Math.abs(now.books[line] / before.books[line] - 1) > 0.03)
    desk.page.plant('direction', [verb.slot, rate, value, base], verb.flip);
  const name = desk.pick(TERMS[line].en);
  const when = named ? ` in ${desk.q(now)}` : '';
  const ago =
    now.kind === 'year'
      ? `in ${desk.y(before.year)}`
      : now.quarter === before.quarter
        ? desk.pick(['a year earlier', `in ${desk.q(before)}`, 'in the same quarter last year'])
        : `in ${desk.q(before)}`;
  const tone = fact.value >= 0 ? 'up' : 'down';
  const forms: Readonly<Record<string, readonly Parts[]>> = {
    broker: [
      say`${upper(name)}${when} ${value}, ${tone} ${rate} y/y from ${base} ${ago}.`,
      say`${upper(name)} came in at ${value}${when} (${upper(ago.replace(/^in (the )?/, ''))}: ${base}), ${tone} ${rate}.`,
    ],
    letter: [
      say`${upper(name)} ${verb.slot} ${rate} to ${value}${when}, against ${base} ${ago}.`,
      say`The company took ${lower(name)} from ${base} ${ago} to ${value}${when}, a change of ${rate} ${tone === 'up' ? 'upwards' : 'downwards'}.`,
    ],
    wire: [
      say`${upper(name)}${when} ${verb.slot} ${rate} to ${value}, compared with ${base} ${ago}.`,
      say`${upper(name)} of ${value}${when}, ${tone} ${rate} from ${base} ${ago}.`,
      say`${upper(name)} ${verb.slot} to ${value}${when} from ${base} ${ago}, ${tone === 'up' ? 'an increase' : 'a decrease'} of ${rate}.`,
    ],
    model: [
      say`${desk.label(upper(name))}${value}${when} vs. ${base} ${ago} (${tone} ${rate} YoY).`,
      say`${upper(name)} ${verb.slot} ${rate} year over year to ${value}${when} (from ${base} ${ago}).`,
    ],
  };
  if (now.quarter !== before.quarter && now.kind === 'quarter')
    return say`${upper(name)} ${verb.slot} ${rate} sequentially to ${value}${when} from ${base} ${ago}.`;
  return desk.pick(forms[desk.voice] ?? []);
}

export function level(desk: Desk, line: Line, period: Period): Parts {
  const slot = desk.exactMoney(desk.facts.line(line, period));
  const name = desk.pick(TERMS[line].en);
  return desk.pick([
    say`${upper(name)} came in at ${slot} in ${desk.q(period)}.`,
    say`In ${desk.q(period)}, ${lower(name)} came to ${slot}.`,
  ]);
}

export function perShare(desk: Desk): Parts {
  const { facts, now, yearAgo } = desk;
  const [net, eps, before] = [
    desk.exactMoney(facts.line('net', now)),
    desk.perShare(facts.line('eps', now)),
    desk.perShare(facts.line('eps', yearAgo)),
  ];
  return desk.pick([
    say`Net income was ${net}, or ${eps} per diluted share, compared with ${before} per diluted share in ${desk.q(yearAgo)}.`,
    say`Diluted EPS for ${desk.q(now)} were ${eps}, against ${before} a year ago; net income came to ${net}.`,
    say`The bottom line of ${net} in ${desk.q(now)} makes ${eps} a diluted share (${desk.q(yearAgo)}: ${before}).`,
  ]);
}

export function margins(desk: Desk): Parts {
  const { facts, now, yearAgo } = desk;
  const line = desk.pick(['gross', 'operating'] as const);
  const [here, there] = [facts.margin(line, now), facts.margin(line, yearAgo)];
  const [slot, base] = [desk.percent(here), desk.percent(there)];
  const [profit, revenue] = [desk.exactMoney(facts.line(line, now)), desk.exactMoney(facts.line('revenue', now))];
  const { slot: verb, flip } = either(here.value >= there.value, 'widened', 'narrowed');
  const off = desk.chance.real(3, 6);
  desk.page.plant('margin', [slot, profit, revenue], () => slot.restate(here.value + off));
  if (Math.abs(here.value - there.value) > 0.4) desk.page.plant('direction', [verb, slot, base], flip);
  return desk.pick([
    say`${upper(line)} profit of ${profit} on revenue of ${revenue} made for ${line === 'gross' ? 'a' : 'an'} ${line} margin of ${slot} in ${desk.q(now)}.`,
    say`The ${line} margin ${verb} to ${slot} in ${desk.q(now)} from ${base} in ${desk.q(yearAgo)}.`,
    say`With ${line} profit at ${profit} and revenue at ${revenue}, the ${line} margin was ${slot} in ${desk.q(now)}, after ${base} in ${desk.q(yearAgo)}.`,
    say`${upper(line)} margin: ${slot} in ${desk.q(now)}, versus ${base} in ${desk.q(yearAgo)}.`,
  ]);
}

export function cashFlow(desk: Desk): Parts {
  const { facts, now } = desk;
  const [ocf, capex, fcf] = [
    desk.exactMoney(facts.line('ocf', now)),
    desk.exactMoney(facts.line('capex', now)),
    desk.exactMoney(facts.line('fcf', now)),
  ];
  const value = now.books.fcf;
  desk.page.plant('identity', [fcf, ocf, capex], () => fcf.restate(value + 0.3 * now.books.ocf));
  if (value <= 0)
    return say`Operating cash flow was ${ocf} in ${desk.q(now)} and capital expenditures came to ${capex}.`;
  return desk.pick([
    say`Operating cash flow of ${ocf} less capital expenditures of ${capex} left free cash flow of ${fcf} in ${desk.q(now)}.`,
    say`Cash from operations was ${ocf} in ${desk.q(now)}; after capex of ${capex}, free cash flow was ${fcf}.`,
    say`In ${desk.q(now)} the business generated ${ocf} of operating cash flow, spent ${capex} on capital expenditures, and kept ${fcf} as free cash flow.`,
  ]);
}

export function balance(desk: Desk): Parts {
  const { facts, now } = desk;
  const { cash, debt } = now.books;
  const [c, b] = [desk.exactMoney(facts.line('cash', now)), desk.exactMoney(facts.line('debt', now))];
  const isNetDebt = debt >= cash;
  const name = isNetDebt ? 'net debt' : 'net cash';
  const fact = facts.of(
    Math.abs(debt - cash),
    'money',
    [name, isNetDebt ? 'net financial debt' : 'net cash position'],
    facts.computed,
    facts.line('cash', now).period,
  );
  const n = desk.exactMoney(fact);
  if (Math.abs(debt - cash) > 0.1 * cash)
    desk.page.plant('identity', [n, c, b], () => n.restate(Math.abs(debt - cash) * 1.5));
  const day = desk.date(now.end);
  return desk.pick([
    say`At ${day} the company held cash of ${c} and total debt of ${b}, that is, ${name} of ${n}.`,
    say`The balance sheet at ${day} shows ${c} in cash against ${b} of total debt, for ${name} of ${n}.`,
    say`${upper(name)} stood at ${n} on ${day}: total debt of ${b}, cash of ${c}.`,
  ]);
}

/** Which segments made the total, and which is the largest. */
export function segmentSentence(desk: Desk): Parts {
  const { facts, now, company } = desk;
  const values = now.books.segments;
  const top = values.indexOf(Math.max(...values));
  const slots = company.segments.map((_, i) => desk.exactMoney(facts.segment(i, now)));
  const total = desk.exactMoney(facts.line('revenue', now));
  const list = company.segments.flatMap(
    (name, i): Parts => [i === 0 ? '' : i === company.segments.length - 1 ? ' and ' : ', ', `${name} `, slots[i] ?? ''],
  );
  const largest = word(company.segments[top] ?? '');
  const other = company.segments[(top + 1) % company.segments.length] ?? '';
  const share = desk.percent(facts.share(top, now));
  const off = desk.chance.real(5, 11);
  desk.page.plant('sum', [total, ...slots], () => total.restate(now.books.revenue * 1.13));
  desk.page.plant('largest', [largest, ...slots], () => (largest.printed = { ...largest.printed, text: other }));
  desk.page.plant('share', [share, total, slots[top] ?? share], () => share.restate((share.fact?.value ?? 0) + off));
  return desk.pick([
    say`By segment in ${desk.q(now)}: ${list}, for a total of ${total}. The largest segment is ${largest}.`,
    say`In ${desk.q(now)}, ${list} made up total revenue of ${total}; ${largest} was the largest segment.`,
    say`${company.segments[top] ?? ''} contributed ${slots[top] ?? ''}, or ${share} of the revenue of ${total} in ${desk.q(now)}.`,
  ]);
}

export function users(desk: Desk): Parts {
  const { facts, now, yearAgo } = desk;
  const fact = facts.growth('users', now, yearAgo);
  const [count, base, rate] = [
    desk.count(facts.line('users', now)),
    desk.count(facts.line('users', yearAgo)),
    desk.change(fact),
  ];
  const verb = move(desk, fact.value);
  desk.page.plant('growth', [rate, count, base], spoilRate(desk, rate, fact.value));
  if (Math.abs(fact.value) > 2) desk.page.plant('direction', [verb.slot, rate, count, base], verb.flip);
  const revenue = facts.line('revenue', now);
  const arpu = desk.perShare(
    facts.of(
      revenue.value / now.books.users,
      'per_share',
      ['revenue per customer', 'average revenue per customer', 'ARPU', 'revenue per active customer'],
      facts.computed,
      revenue.period,
    ),
  );
  return desk.pick([
    say`Active customers ${verb.slot} ${rate} to ${count} in ${desk.q(now)} from ${base} in ${desk.q(yearAgo)}.`,
    say`The company ended ${desk.q(now)} with ${count} active customers, ${fact.value >= 0 ? 'up' : 'down'} ${rate} from ${base} in ${desk.q(yearAgo)}.`,
    say`Revenue per active customer was ${arpu} in ${desk.q(now)} on ${count} active customers.`,
  ]);
}
