/** Chinese documents: research notes, results announcements and memos, with amounts in 亿元 and tables in 百万元. */
import type { Line, Period } from './company';
import { addDays } from './calendar';
import type { Desk } from './desk';
import { TERMS } from './facts';
import { capFact, priceFact, ratioFact, sharesFact, ttmFact } from './market-en';
import { type Parts, say, Slot, word } from './page';
import { point, rounded } from './print';
import { balanceSheet, cashTable, headsOf, incomeStatement, segmentTable, unitLine, yearTable } from './tables';
import { brokerTable, compsTable, keyValues, marketRows, scenarioTable } from './tables-market';
import type { Fact, Printed } from './truth';
import { either, move } from './words';

const TEXT = ['pipe', 'fence', 'tab', 'space'] as const;

function moved(desk: Desk, line: Line, now: Period, before: Period): Parts {
  const { facts } = desk;
  const fact = facts.growth(line, now, before);
  const name = desk.pick(TERMS[line].zh);
  const value = desk.money(facts.line(line, now));
  const when = now.kind === 'year' ? `${now.year}年` : desk.q(now);
  if (before.books[line] <= 0 || now.books[line] <= 0 || Math.abs(fact.value) > 80)
    return say`${when}，公司${name}为${value}。`;
  const [base, rate] = [desk.money(facts.line(line, before)), desk.change(fact)];
  const verb = move(desk, fact.value);
  desk.page.plant('growth', [rate, value, base], () => rate.restate(Math.abs(fact.value) + 6));
  if (Math.abs(fact.value) > 2) desk.page.plant('direction', [verb.slot, rate, value, base], verb.flip);
  return desk.pick([
    say`${when}，公司实现${name}${value}，${verb.slot}${rate}（上年同期为${base}）。`,
    say`${name}方面，${when}为${value}，${verb.slot}${rate}，上年同期${base}。`,
    say`公司${when}${name}${value}，${verb.slot}${rate}。`,
  ]);
}

function margins(desk: Desk): Parts {
  const { facts, now, yearAgo } = desk;
  const line = desk.pick(['gross', 'net'] as const);
  const name = line === 'gross' ? '毛利率' : '净利率';
  const [here, there] = [facts.margin(line, now), facts.margin(line, yearAgo)];
  const [slot, base] = [
    desk.percent({ ...here, metric: [...here.metric, name] }),
    desk.percent({ ...there, metric: [...there.metric, name] }),
  ];
  const side = either(here.value >= there.value, '上升', '下降');
  const [profit, revenue] = [desk.exactMoney(facts.line(line, now)), desk.exactMoney(facts.line('revenue', now))];
  if (Math.abs(here.value - there.value) > 0.4) desk.page.plant('direction', [side.slot, slot, base], side.flip);
  desk.page.plant('margin', [slot, profit, revenue], () => slot.restate(here.value + 5));
  return desk.pick([
    say`${name}由${desk.q(yearAgo)}的${base}${side.slot}至${desk.q(now)}的${slot}。`,
    say`${desk.q(now)}营业收入${revenue}，${line === 'gross' ? '毛利' : '净利润'}${profit}，${name}为${slot}。`,
  ]);
}

/** 毛利率 against the year before, told in points. */
function points(desk: Desk): Parts {
  const { facts, now, yearAgo } = desk;
  const [here, there] = [facts.margin('gross', now), facts.margin('gross', yearAgo)];
  const gap = here.value - there.value;
  const slot = desk.percent({ ...here, metric: [...here.metric, '毛利率'] });
  const fact: Fact = {
    ...facts.of(
      gap,
      'percentage_points',
      ['毛利率', '毛利率变动', 'gross margin change', 'gross margin'],
      facts.computed,
      here.period,
    ),
    change: true,
  };
  const print = (value: number): Printed => {
    const r = rounded(Math.abs(value), 0, 1);
    return point(`${(r.digits / 10).toFixed(1)}个百分点`, r);
  };
  const change = new Slot(print(gap), fact, print);
  if (Math.abs(gap) < 0.2) return say`${desk.q(now)}毛利率为${slot}，与上年同期基本持平。`;
  const side = either(gap > 0, '提升', '下降');
  return desk.pick([
    say`${desk.q(now)}毛利率为${slot}，同比${side.slot}${change}。`,
    say`毛利率同比${side.slot}${change}至${slot}（${desk.q(now)}）。`,
  ]);
}

/** Own estimates of three years in one sentence. */
function forecasts(desk: Desk): Parts {
  const { own } = desk.company;
  const slots = own.map((e) =>
    desk.exactMoney(desk.facts.of(e.revenue, 'money', ['revenue', '营业收入', '收入'], ['I'], [`FY${e.year}`])),
  );
  const first = own[0]?.year ?? 0;
  const list = slots.flatMap((slot, i): Parts => [i === 0 ? '' : '/', slot]);
  const years = own.map((e) => String(e.year)).join('/');
  const told = own.flatMap((e, i): Parts => [i === 0 ? '' : '、', `${e.year}年`, slots[i] ?? '']);
  return desk.pick([
    say`我们预计公司${years}年营业收入分别为${list}。`,
    say`我们预计${String(first)}年起三年收入依次为：${told}。`,
  ]);
}

function segments(desk: Desk): Parts {
  const { facts, now, company } = desk;
  const slots = company.segments.map((_, i) => desk.exactMoney(facts.segment(i, now)));
  const total = desk.exactMoney(facts.line('revenue', now));
  const values = now.books.segments;
  const top = values.indexOf(Math.max(...values));
  const share = desk.percent({
    ...facts.share(top, now),
    metric: [...facts.share(top, now).metric, '占比', '收入占比'],
  });
  const largest = word(company.segments[top] ?? '');
  desk.page.plant('sum', [total, ...slots], () => total.restate(now.books.revenue * 1.12));
  desk.page.plant('share', [share, slots[top] ?? share, total], () => share.restate((share.fact?.value ?? 0) + 8));
  desk.page.plant(
    'largest',
    [largest, ...slots],
    () => (largest.printed = { ...largest.printed, text: company.segments[(top + 1) % company.segments.length] ?? '' }),
  );
  const list = company.segments.flatMap((name, i): Parts => [i === 0 ? '' : '、', `${name}收入`, slots[i] ?? '']);
  return desk.pick([
    say`分业务看，${desk.q(now)}${list}，合计${total}，其中${largest}收入最高。`,
    say`${desk.q(now)}${company.segments[top] ?? ''}收入${slots[top] ?? ''}，占总收入${total}的${share}。`,
  ]);
}

function cash(desk: Desk): Parts {
  const { facts, now } = desk;
  const [ocf, capex, fcf] = [
    desk.exactMoney(facts.line('ocf', now)),
    desk.exactMoney(facts.line('capex', now)),
    desk.exactMoney(facts.line('fcf', now)),
  ];
  desk.page.plant('identity', [fcf, ocf, capex], () => fcf.restate(now.books.fcf + 0.3 * now.books.ocf));
  if (now.books.fcf <= 0) return say`${desk.q(now)}经营性现金流为${ocf}，资本开支${capex}。`;
  return say`${desk.q(now)}经营性现金流${ocf}，资本开支${capex}，自由现金流${fcf}。`;
}

function guidance(desk: Desk): Parts {
  const { guidance: g } = desk.company;
  const year = desk.year.year + 1;
  const fact = {
    ...desk.facts.of(g.yearLow, 'money', ['revenue', '营业收入', '收入', 'revenue guidance'], ['M'], [`FY${year}`]),
    upper: g.yearHigh,
  };
  const middle = desk.exactMoney({
    ...fact,
    value: (g.yearLow + g.yearHigh) / 2,
    metric: [...fact.metric, '中值', 'midpoint'],
    letters: ['M', 'S'],
  });
  const range = desk.moneyRange(fact);
  desk.page.plant('midpoint', [middle, range], () => middle.restate(g.yearHigh * 1.05));
  return desk.pick([
    say`公司指引${String(year)}年营业收入为${range}，中值为${middle}。`,
    say`管理层预计${String(year)}年营业收入${range}。`,
  ]);
}

function valuation(desk: Desk): readonly Parts[] {
  const { company, facts } = desk;
  const [price, cap, shares] = [
    desk.perShare(priceFact(desk)),
    desk.exactMoney(capFact(desk)),
    desk.count(sharesFact(desk), '股'),
  ];
  desk.page.plant('market-cap', [cap, price, shares], () => cap.restate(company.market.cap * 1.3));
  const first = say`当前股价${price}，总股本${shares}，对应总市值${cap}。`;
  const own = company.own[0];
  if (!own || own.eps < 0.3 || company.ttm.books.eps < 0.2) return [first];
  const [pe, eps] = [desk.multiple(ratioFact(desk, 'pe')), desk.perShare(ttmFact(desk, 'eps'))];
  desk.page.plant('multiple', [pe, price, eps], () => pe.restate((pe.fact?.value ?? 1) * 1.35));
  const gap = (company.target.price / company.market.price - 1) * 100;
  const target = desk.perShare(
    facts.of(
      company.target.price,
      'per_share',
      ['price target', 'target price', '目标价'],
      ['I'],
      [null, company.market.date],
    ),
    0,
  );
  const upside = desk.change({
    ...facts.of(
      gap,
      'percent',
      ['upside', 'implied upside', 'downside', '上行空间', '下行空间', '空间'],
      ['I', 'S'],
      [null, company.market.date],
    ),
    change: true,
  });
  const [forward, multiple] = [
    desk.perShare(facts.of(own.eps, 'per_share', ['EPS', '每股收益'], ['I'], [`FY${own.year}`])),
    desk.multiple(
      facts.of(company.target.multiple, 'multiple', ['P/E', '市盈率', '目标市盈率'], ['I'], [null, `FY${own.year}`]),
      0,
    ),
  ];
  desk.page.plant('upside', [upside, target, price], () => upside.restate(Math.abs(gap) + 12));
  desk.page.plant('identity', [target, forward, multiple], () => target.restate(company.target.price * 1.25));
  return [
    first,
    say`过去十二个月每股收益${eps}，市盈率为${pe}。`,
    say`我们预计${String(own.year)}年每股收益${forward}，给予${multiple}市盈率，目标价${target}，较现价有${upside}${gap >= 0 ? '上行空间' : '下行空间'}。`,
  ];
}

function sector(desk: Desk): Parts {
  const { chance, company, facts } = desk;
  const from = desk.now.year - 1;
  const span = chance.whole(4, 6);
  const [start, cagr] = [chance.whole(200, 3000) * 1e8, chance.whole(6, 19)];
  const end = start * (1 + cagr / 100) ** span;
  const whom = [company.sector, `${company.sector}行业`, `${company.sector}市场`];
  const size = (value: number, year: number): Slot =>
    desk.exactMoney(
      facts.of(
        value,
        'money',
        ['market size', '市场规模', `${company.sector}市场规模`],
        ['T'],
        [`FY${year}`, String(year)],
        whom,
      ),
    );
  const [a, b] = [size(start, from), size(end, from + span)];
  const rate = desk.percent(
    facts.of(
      cagr,
      'percent',
      ['CAGR', '复合增速', '年复合增长率', '年均复合增速'],
      ['T', 'S'],
      [`FY${from}/FY${from + span}`, `${from}/${from + span}`, null, `FY${from + span}`],
      whom,
    ),
    0,
  );
  desk.page.plant('cagr', [rate, a, b], () => rate.restate(cagr + 7));
  return say`据${company.firm}统计，${String(from)}年${company.sector}市场规模为${a}，预计${String(from + span)}年达到${b}，年复合增长率${rate}。`;
}

function head(desk: Desk, text: string): void {
  desk.title = text;
  desk.page.add([desk.markdown ? `# ${text}\n\n` : `${text}\n\n`]);
  const { asOf, market } = desk.company;
  const [own, prices] = [word(desk.date(asOf)), word(desk.date(market.date))];
  desk.page.plant(
    'as-of',
    [prices, own],
    () => (prices.printed = { ...prices.printed, text: desk.date(addDays(asOf, 40)) }),
  );
  desk.page.add([
    ...say`${desk.label('日期')}${own}\n`,
    ...(desk.kind === 'note' ? say`${desk.label('股价日期')}${prices}\n` : []),
    '\n',
  ]);
}

export function noteZh(desk: Desk): void {
  const { name } = desk.company;
  head(desk, `${name.short}（${name.ticker}）${desk.pick(['：季报点评', '深度跟踪', '：业绩符合预期'])}`);
  desk.page.add([`${desk.label('评级')}${desk.pick(['买入', '增持', '中性'])}\n\n`]);
  if (desk.chance.yes(0.6)) {
    desk.heading('市场数据');
    keyValues(desk, marketRows(desk));
  }
  desk.heading('业绩回顾');
  desk.paragraph(
    moved(desk, 'revenue', desk.now, desk.yearAgo),
    moved(desk, 'net', desk.now, desk.yearAgo),
    margins(desk),
  );
  desk.paragraph(segments(desk), cash(desk), desk.chance.yes(0.5) ? points(desk) : ['公司经营稳健。']);
  const blocks = [
    () => (desk.heading('分部收入'), desk.table(segmentTable(desk), TEXT)),
    () => (desk.heading('行业'), desk.paragraph(sector(desk))),
    () => (desk.heading('可比公司'), desk.table(compsTable(desk), TEXT)),
    () => (desk.heading('情景分析'), desk.table(scenarioTable(desk), TEXT)),
    () => (desk.heading('卖方目标价'), desk.table(brokerTable(desk), TEXT)),
    () => (desk.heading('业绩指引'), desk.paragraph(guidance(desk))),
  ];
  for (const block of desk.chance.some(blocks, desk.chance.whole(2, 4))) block();
  const years = yearTable(desk);
  if (years && desk.chance.yes(0.5)) {
    desk.heading('财务摘要');
    desk.table(years, TEXT);
  }
  if (desk.chance.yes(0.4)) {
    desk.heading('盈利预测');
    desk.paragraph(forecasts(desk));
  }
  desk.heading('估值');
  desk.paragraph(...valuation(desk));
  desk.heading('风险提示');
  desk.bullets([['下游需求不及预期。'], ['行业竞争加剧。'], ['原材料价格波动。']]);
}

export function releaseZh(desk: Desk): void {
  const { company, now, yearAgo } = desk;
  const annual = desk.kind === 'statement';
  const periods = annual ? company.years.slice(-2).toReversed() : [now, yearAgo];
  head(
    desk,
    `${company.name.short}（${company.name.ticker}）${annual ? `${desk.year.year}年年度报告` : `${now.year}年第${'一二三四'[now.quarter - 1] ?? ''}季度业绩公告`}`,
  );
  desk.heading('主要经营情况');
  const [a, b] = [periods[0] ?? now, periods[1] ?? yearAgo];
  desk.paragraph(moved(desk, 'revenue', a, b), moved(desk, 'net', a, b), moved(desk, 'ocf', a, b));
  if (!annual) desk.paragraph(segments(desk));
  if (!annual && desk.chance.yes(0.5)) desk.paragraph(guidance(desk));
  const layouts = ['tab', 'space', 'pipe', 'fence'] as const;
  desk.page.add([`合并利润表\n${unitLine(desk)}\n\n`]);
  desk.table(incomeStatement(desk, periods, headsOf(desk, periods)), layouts);
  desk.page.add([`合并资产负债表\n${unitLine(desk)}\n\n`]);
  desk.table(balanceSheet(desk), layouts);
  desk.page.add([`现金流量摘要\n${unitLine(desk)}\n\n`]);
  desk.table(cashTable(desk, periods, headsOf(desk, periods)), layouts);
}
