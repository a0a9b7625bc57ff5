/** Tables of the market: key data, comparable companies, scenarios, the brokers' targets. */
import type { Desk } from './desk';
import type { Grid, Row } from './grid';
import { capFact, evFact, priceFact, ratioFact, sharesFact, ttmFact } from './market-en';
import { say, Slot } from './page';
import { printMoney, printMultiple, printPercent } from './print';
import type { Fact } from './truth';

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
