/** Tables of every kind, as grids of cells; the layout is chosen by the desk. Labels come in English or Chinese. */
import type { Line, Period } from './company';
import type { Desk, TableScale } from './desk';
import { TERMS } from './facts';
import type { Grid, Row } from './grid';
import { Slot } from './page';
import { printMoney, symbolOf } from './print';
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

/** A unit that stands in the labels of the rows, with bare numbers beside them. */
function unitInLabel(desk: Desk): { readonly words: string; readonly scale: TableScale } {
  const { chinese, currency } = desk.company;
  if (chinese) return { words: desk.pick(['（亿元）', '(亿元)']), scale: { power: 8, decimals: 2 } };
  const sign = symbolOf(currency);
  return desk.pick([
    { words: ` (${sign}M)`, scale: { power: 6, decimals: 1 } },
    { words: ` (${sign} millions)`, scale: { power: 6, decimals: 1 } },
    { words: ` (${currency} m)`, scale: { power: 6, decimals: 1 } },
    { words: ` (${sign}B)`, scale: { power: 9, decimals: 3 } },
  ]);
}

const labelledRow = (desk: Desk, line: Line, years: readonly Period[], unit: ReturnType<typeof unitInLabel>): Row => ({
  label: `${label(desk, line)}${unit.words}`,
  cells: years.map((y) => desk.cell(desk.facts.line(line, y), unit.scale)),
});

/** Several years of a few lines, with the growth of revenue between them. */
export function yearTable(desk: Desk): Grid | null {
  const { years } = desk.company;
  if (years.length < 2) return null;
  const { company, facts, style } = desk;
  const amount = (fact: Fact): Slot =>
    new Slot(printMoney(fact.value, company.currency, style, 1), fact, (v) =>
      printMoney(v, company.currency, style, 1),
    );
  const inLabels = desk.chance.yes(0.35) ? unitInLabel(desk) : null;
  const row = (line: Line): Row =>
    inLabels
      ? labelledRow(desk, line, years, inLabels)
      : { label: label(desk, line), cells: years.map((y) => amount(facts.line(line, y))) };
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
