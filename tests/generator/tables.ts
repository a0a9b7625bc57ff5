/** Tables of every kind, as grids of cells; the layout is chosen by the desk. Labels come in English or Chinese. */
import type { Line, Period } from './company';
import type { Desk, TableScale } from './desk';
import { TERMS } from './facts';
import type { Grid, Row } from './grid';
import { say, Slot } from './page';
import { printMoney, printMultiple, printPercent, symbolOf } from './print';
import { capFact, evFact, priceFact, ratioFact, sharesFact, ttmFact } from './market-en';
import type { Fact } from './truth';

const perShareScale: TableScale = { power: 0, decimals: 2 };
export const label = (desk: Desk, line: Line): string =>
  (desk.company.chinese ? TERMS[line].zh : TERMS[line].en)[0] ?? line;

/** Says in which unit a table's amounts are. */
export function unitLine(desk: Desk): string {
  const { currency, chinese } = desk.company;
  const { power } = desk.scale;
  if (chinese) return `单位：${power === 3 ? '千元' : '百万元'}`;
  const word = power === 3 ? 'thousands' : 'millions';
  const name = { USD: 'U.S. dollars', EUR: 'euros', GBP: 'pounds sterling' }[currency] ?? currency;
  const sign = symbolOf(currency);
  const short = power === 3 ? "'000" : 'm';
  return desk.pick([
    `(in ${word}, except per share data; ${name})`,
    `(${sign} in ${word}, except per share amounts)`,
    `(${name} in ${word}, except per share data)`,
    `Amounts in ${sign}${short} unless stated otherwise`,
  ]);
}

export function headsOf(desk: Desk, periods: readonly Period[]): Pick<Grid, 'heads' | 'over'> {
  return { heads: periods.map((p) => (p.kind === 'year' ? desk.y(p.year) : desk.qHead(p))) };
}

/** "Three Months Ended June 30," over two years, and the year so far beside it. */
export function stackedHeads(desk: Desk): {
  readonly grid: Pick<Grid, 'heads' | 'over'>;
  readonly periods: readonly Period[];
} {
  const { now, yearAgo, company } = desk;
  const { quarter } = now;
  const day = desk.monthDay(now.end);
  const comma = company.currency === 'USD' ? ',' : '';
  const calendar = (p: Period): string => p.end.slice(0, 4);
  const over: (readonly [string, number])[] = [[`Three Months Ended ${day}${comma}`, 2]];
  const periods = [now, yearAgo];
  if (quarter > 1) {
    const span = ['', 'Six Months', 'Nine Months', desk.pick(['Twelve Months', 'Fiscal Year'])][quarter - 1] ?? '';
    over.push([`${span} Ended ${day}${comma}`, 2]);
    periods.push(company.ytd, company.ytdBefore);
  }
  return { grid: { heads: periods.map(calendar), over }, periods };
}

function lineRow(desk: Desk, line: Line, periods: readonly Period[], sign?: string): Row {
  const scale = line === 'eps' ? perShareScale : desk.scale;
  const cells = periods.map((p) => desk.cell(desk.facts.line(line, p), scale));
  return { label: label(desk, line), cells, ...(sign === undefined ? {} : { sign }) };
}

/** Parts over their total: a wrong total, or two columns of one part changed round. */
function plantSums(desk: Desk, parts: readonly Row[], total: Row): void {
  total.cells.forEach((cell, i) => {
    if (!(cell instanceof Slot)) return;
    const own = parts.map((row) => row.cells[i]).filter((c): c is Slot => c instanceof Slot);
    desk.page.plant('sum', [cell, ...own], () => cell.restate((cell.fact?.value ?? 0) * 1.09));
  });
  const row = parts[0];
  const [a, b] = row?.cells ?? [];
  const [x, y] = [a instanceof Slot ? a : null, b instanceof Slot ? b : null];
  if (!x || !y || Math.abs((x.fact?.value ?? 0) / (y.fact?.value ?? 1) - 1) < 0.04) return;
  const beside = [...parts.slice(1), total]
    .flatMap((r) => r.cells.slice(0, 2))
    .filter((c): c is Slot => c instanceof Slot);
  desk.page.plant('swapped', [x, y, ...beside], () => {
    [x.printed, y.printed] = [y.printed, x.printed];
  });
}

export function incomeStatement(desk: Desk, periods: readonly Period[], heads: Pick<Grid, 'heads' | 'over'>): Grid {
  const { company, facts } = desk;
  const sign = symbolOf(company.currency);
  const segments = company.segments.map(
    (name, i): Row => ({
      label: name,
      cells: periods.map((p) => desk.cell(facts.segment(i, p), desk.scale)),
      ...(i === 0 ? { sign } : {}),
    }),
  );
  const row = (line: Line, mark?: string): Row => lineRow(desk, line, periods, mark);
  const revenue = {
    ...row('revenue'),
    label: company.chinese ? '营业收入合计' : desk.pick(['Total revenue', 'Total net sales']),
  };
  const expenses = [row('research'), row('selling')];
  const opex = row('opex');
  plantSums(desk, segments, revenue);
  plantSums(desk, expenses, opex);
  const group = (text: string): Row => ({ label: text, cells: [], group: true });
  const zh = company.chinese;
  return {
    corner: '',
    metrics: 'rows',
    ...heads,
    rows: [
      group(zh ? '营业收入：' : 'Revenue:'),
      ...segments,
      revenue,
      row('cogs'),
      row('gross'),
      group(zh ? '费用：' : 'Operating expenses:'),
      ...expenses,
      opex,
      row('operating'),
      row('interest'),
      row('pretax'),
      row('tax'),
      row('net', sign),
      row('eps', sign),
    ],
  };
}

export function balanceSheet(desk: Desk): Grid {
  const { now, company } = desk;
  const prior = company.years.filter((y) => y.end < now.end).at(-1);
  const periods = prior ? [now, prior] : [now];
  const row = (line: Line, mark?: string): Row => lineRow(desk, line, periods, mark);
  const sign = symbolOf(company.currency);
  const [assets, liabilities] = [
    [row('cash', sign), row('receivables'), row('inventory'), row('plant')],
    [row('payables'), row('debt')],
  ];
  const [all, owed] = [row('assets', sign), row('liabilities')];
  plantSums(desk, assets, all);
  plantSums(desk, liabilities, owed);
  return {
    corner: '',
    metrics: 'rows',
    heads: periods.map((p) => desk.date(p.end)),
    rows: [...assets, all, ...liabilities, owed, row('equity')],
  };
}

export function cashTable(desk: Desk, periods: readonly Period[], heads: Pick<Grid, 'heads' | 'over'>): Grid {
  const rows = [lineRow(desk, 'ocf', periods, symbolOf(desk.company.currency))];
  const capex: Row = {
    label: label(desk, 'capex'),
    cells: periods.map((p) => {
      const fact = desk.facts.line('capex', p);
      return desk.cell({ ...fact, value: -fact.value }, desk.scale);
    }),
  };
  const fcf = lineRow(desk, 'fcf', periods);
  fcf.cells.forEach((cell, i) => {
    const [ocf, out] = [rows[0]?.cells[i], capex.cells[i]];
    if (cell instanceof Slot && ocf instanceof Slot && out instanceof Slot)
      desk.page.plant('sum', [cell, ocf, out], () =>
        cell.restate((cell.fact?.value ?? 0) + 0.2 * (ocf.fact?.value ?? 0)),
      );
  });
  return { corner: '', metrics: 'rows', ...heads, rows: [...rows, capex, fcf] };
}

/** Segments by quarter with their growth; amounts in their own words, not in a table's unit. */
export function segmentTable(desk: Desk): Grid {
  const { company, facts, now, yearAgo, style } = desk;
  const amount = (fact: Fact): Slot =>
    new Slot(printMoney(fact.value, company.currency, style, 1), fact, (v) =>
      printMoney(v, company.currency, style, 1),
    );
  const zh = company.chinese;
  const rows = company.segments.map((name, i): Row => {
    const [a, b, rate] = [
      amount(facts.segment(i, now)),
      amount(facts.segment(i, yearAgo)),
      desk.signed(facts.segmentGrowth(i, now, yearAgo)),
    ];
    desk.page.plant('growth', [rate, a, b], () => rate.restate((rate.fact?.value ?? 0) + 8));
    return { label: name, cells: [a, b, rate] };
  });
  const [a, b, rate] = [
    amount(facts.line('revenue', now)),
    amount(facts.line('revenue', yearAgo)),
    desk.signed(facts.growth('revenue', now, yearAgo)),
  ];
  const total: Row = { label: zh ? '合计' : 'Total', cells: [a, b, rate] };
  plantSums(
    desk,
    rows.map((row) => ({ ...row, cells: row.cells.slice(0, 2) })),
    { ...total, cells: [a, b] },
  );
  return {
    corner: zh ? '分部收入' : desk.pick(['Segment revenue', 'Revenue by segment']),
    metrics: 'rows',
    heads: [desk.qHead(now), desk.qHead(yearAgo), zh ? '同比' : desk.pick(['YoY', 'Change', 'Growth'])],
    rows: [...rows, total],
  };
}

/** Several years of a few lines, with the growth of revenue between them. */
export function yearTable(desk: Desk): Grid | null {
  const { years } = desk.company;
  if (years.length < 2) return null;
  const { company, facts, style } = desk;
  const amount = (fact: Fact): Slot =>
    new Slot(printMoney(fact.value, company.currency, style, 1), fact, (v) =>
      printMoney(v, company.currency, style, 1),
    );
  const row = (line: Line): Row => ({ label: label(desk, line), cells: years.map((y) => amount(facts.line(line, y))) });
  const revenue = row('revenue');
  const growth: Row = {
    label: company.chinese ? '收入增速' : 'Revenue growth',
    cells: years.map((y, i) =>
      i === 0 ? (desk.markdown ? '—' : 'n/a') : desk.signed(facts.growth('revenue', y, years[i - 1] ?? y)),
    ),
  };
  growth.cells.forEach((cell, i) => {
    const [a, b] = [revenue.cells[i], revenue.cells[i - 1]];
    if (cell instanceof Slot && a instanceof Slot && b instanceof Slot)
      desk.page.plant('growth', [cell, a, b], () => cell.restate((cell.fact?.value ?? 0) + 7));
  });
  const margin: Row = {
    label: company.chinese ? '营业利润率' : 'Operating margin',
    cells: years.map((y) => desk.percent(facts.margin('operating', y))),
  };
  const operating = row('operating');
  margin.cells.forEach((cell, i) => {
    const [a, b] = [operating.cells[i], revenue.cells[i]];
    if (cell instanceof Slot && a instanceof Slot && b instanceof Slot)
      desk.page.plant('margin', [cell, a, b], () => cell.restate((cell.fact?.value ?? 0) + 5));
  });
  return {
    corner: company.chinese ? '年度' : desk.pick(['', 'Fiscal year', 'Metric']),
    metrics: 'rows',
    heads: years.map((y) => desk.y(y.year)),
    rows: [revenue, growth, operating, margin, row('net'), row('fcf')],
  };
}

/** Market data, one line each. */
export function marketRows(desk: Desk): readonly Row[] {
  const { market, ttm, chinese } = desk.company;
  const [price, shares, cap, ev] = [
    desk.perShare(priceFact(desk)),
    desk.count(sharesFact(desk)),
    desk.exactMoney(capFact(desk)),
    desk.exactMoney(evFact(desk)),
  ];
  const [eps, pe, ps, revenue] = [
    desk.perShare(ttmFact(desk, 'eps')),
    desk.multiple(ratioFact(desk, 'pe')),
    desk.multiple(ratioFact(desk, 'ps')),
    desk.exactMoney(ttmFact(desk, 'revenue')),
  ];
  const factor = desk.chance.pick([0.75, 1.3]);
  desk.page.plant('market-cap', [cap, price, shares], () => cap.restate(market.cap * factor));
  desk.page.plant('multiple', [pe, price, eps], () => pe.restate((market.price / ttm.books.eps) * factor));
  desk.page.plant('multiple', [ps, cap, revenue], () => ps.restate((market.cap / ttm.books.revenue) * factor));
  const rows: Row[] = [
    { label: chinese ? '股价' : desk.pick(['Share price', 'Price', 'Current price']), cells: [price] },
    { label: chinese ? '总股本' : desk.pick(['Shares outstanding', 'Diluted shares']), cells: [shares] },
    { label: chinese ? '总市值' : desk.pick(['Market cap', 'Market capitalization']), cells: [cap] },
    { label: chinese ? '企业价值' : desk.pick(['Enterprise value', 'EV']), cells: [ev] },
  ];
  if (ttm.books.eps < 0.2) return rows;
  return [
    ...rows,
    { label: chinese ? '每股收益（TTM）' : desk.pick(['EPS (TTM)', 'TTM EPS']), cells: [eps] },
    { label: chinese ? '市盈率（TTM）' : desk.pick(['P/E (TTM)', 'Trailing P/E']), cells: [pe] },
    { label: chinese ? '收入（TTM）' : desk.pick(['Revenue (TTM)', 'TTM revenue']), cells: [revenue] },
    { label: chinese ? '市销率（TTM）' : 'P/S (TTM)', cells: [ps] },
  ];
}

export function compsTable(desk: Desk): Grid {
  const { peers, currency, chinese, market } = desk.company;
  const when = [null, market.date, market.date.slice(0, 7), `TTM-${desk.now.year}Q${desk.now.quarter}`];
  const rows = peers.map((peer): Row => {
    const whom = [peer.name.ticker, peer.name.short, peer.name.full];
    const of = (value: number, unit: Fact['unit'], metric: readonly string[]): Fact =>
      desk.facts.of(value, unit, metric, ['T', 'S', 'I', 'D'], when, whom);
    const [price, eps] = [
      desk.perShare(of(peer.price, 'per_share', ['share price', 'price'])),
      desk.perShare(of(peer.eps, 'per_share', ['EPS', 'earnings per share'])),
    ];
    const pe = new Slot(
      printMultiple(peer.price / peer.eps, desk.style),
      of(peer.price / peer.eps, 'multiple', ['P/E', 'price to earnings']),
      (v) => printMultiple(v, desk.style),
    );
    desk.page.plant('multiple', [pe, price, eps], () => pe.restate((peer.price / peer.eps) * 1.4));
    const cap = new Slot(
      printMoney(peer.price * peer.shares, currency, desk.style),
      of(peer.price * peer.shares, 'money', ['market cap']),
    );
    const margin = new Slot(
      printPercent(peer.margin, desk.style),
      of(peer.margin, 'percent', ['operating margin', 'EBIT margin']),
    );
    return {
      label: desk.pick([peer.name.short, `${peer.name.short} (${peer.name.ticker})`]),
      cells: [price, eps, pe, cap, margin],
    };
  });
  return {
    corner: chinese ? '公司' : desk.pick(['Company', 'Peer', 'Name']),
    metrics: 'columns',
    heads: chinese
      ? ['股价', '每股收益', '市盈率', '总市值', '营业利润率']
      : ['Price', 'EPS', 'P/E', 'Market cap', 'Operating margin'],
    rows,
  };
}

export function scenarioTable(desk: Desk): Grid {
  const { scenarios, market, chinese } = desk.company;
  const zh = { bear: '悲观', base: '中性', bull: '乐观' };
  const rows = scenarios.map(({ name, probability, value }): Row => {
    const title = chinese ? zh[name] : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const v = desk.perShare(
      desk.facts.of(
        value,
        'per_share',
        ['price target', 'target price', 'value', 'value per share', 'fair value', `${name} case`],
        ['I'],
        [null],
      ),
      0,
    );
    const p = desk.percent(desk.facts.of(probability, 'percent', ['probability', 'weight'], ['I'], [null]), 0);
    const gap = (value / market.price - 1) * 100;
    const u = desk.signed({
      ...desk.facts.of(
        gap,
        'percent',
        ['upside', 'return', 'implied upside', 'implied return', 'upside / downside', 'downside'],
        ['I', 'S'],
        [null, market.date],
      ),
      change: true,
    });
    return { label: title, cells: [p, v, u] };
  });
  const value = scenarios.reduce((sum, { probability, value: v }) => sum + (probability / 100) * v, 0);
  const slot = desk.perShare(
    desk.facts.of(
      value,
      'per_share',
      ['probability-weighted value', 'weighted value', 'expected value', 'price target'],
      ['S', 'I'],
      [null],
    ),
  );
  const all = rows.flatMap((row) => row.cells.slice(0, 2)).filter((c): c is Slot => c instanceof Slot);
  const sum = desk.percent(desk.facts.of(100, 'percent', ['probability', 'total probability'], ['I', 'S'], [null]), 0);
  desk.page.plant('weighted', [slot, ...all], () => slot.restate(value * 1.13));
  const last: Row = {
    label: chinese ? '概率加权' : desk.pick(['Probability-weighted', 'Weighted', 'Expected value']),
    cells: [sum, slot, null],
  };
  return {
    corner: chinese ? '情景' : desk.pick(['Scenario', 'Case']),
    metrics: 'columns',
    heads: chinese
      ? ['概率', '目标价', '较现价']
      : [
          'Probability',
          desk.pick(['Target', 'Value per share', 'Fair value']),
          desk.pick(['Upside', 'vs. price', 'Implied return']),
        ],
    rows: [...rows, last],
  };
}

export function brokerTable(desk: Desk): Grid {
  const { brokers, market, chinese } = desk.company;
  const fact = (value: number, whom: readonly string[]): Fact =>
    desk.facts.of(
      value,
      'per_share',
      ['price target', 'target price', 'target', 'average price target', 'average target'],
      ['C', 'S'],
      [null, market.date],
      [...whom, ...desk.facts.names],
    );
  const rows = brokers.map(
    ({ name, target }): Row => ({ label: name, cells: [desk.perShare(fact(target, [name]), 0)] }),
  );
  const average = brokers.reduce((sum, { target }) => sum + target, 0) / brokers.length;
  const slot = desk.perShare(fact(average, []));
  const own = rows.flatMap((row) => row.cells).filter((c): c is Slot => c instanceof Slot);
  desk.page.plant('sum', [slot, ...own], () => slot.restate(average * 1.11));
  return {
    corner: chinese ? '机构' : desk.pick(['Broker', 'Firm']),
    metrics: 'columns',
    heads: [chinese ? '目标价' : desk.pick(['Price target', 'Target'])],
    rows: [...rows, { label: chinese ? '平均' : 'Average', cells: [slot] }],
  };
}

/** Rows as bullets with bold labels. */
export function keyValues(desk: Desk, rows: readonly Row[]): void {
  for (const row of rows)
    for (const cell of row.cells)
      if (cell instanceof Slot) [cell.layout, cell.metric] = ['key-value', [...cell.metric, row.label]];
  desk.bullets(rows.map((row) => say`${desk.label(row.label)}${row.cells[0] ?? ''}`));
}
