/** What the company's numbers are called, when they are of, and who vouches for them in which kind of document. */
import type { Company, Line, Period } from './company';
import type { Fact, GoldUnit, Kind, Letter } from './truth';

/** Names a reader would accept, the plain term first; the labels a statement or a sentence may use. */
interface Term {
  readonly names: readonly string[];
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

export const TERMS = {
  revenue: {
    names: ['revenue', 'sales', 'net sales'],
    en: ['Revenue', 'Net sales', 'Total revenue', 'Net revenue'],
    zh: ['营业收入', '收入', '总收入'],
  },
  cogs: {
    names: ['cost of revenue', 'cost of sales', 'cost of goods sold'],
    en: ['Cost of revenue', 'Cost of sales'],
    zh: ['营业成本'],
  },
  gross: { names: ['gross profit'], en: ['Gross profit'], zh: ['毛利'] },
  research: {
    names: ['research and development', 'R&D expense', 'R&D'],
    en: ['Research and development'],
    zh: ['研发费用'],
  },
  selling: {
    names: ['selling, general and administrative', 'SG&A'],
    en: ['Selling, general and administrative', 'Selling and administrative expenses'],
    zh: ['销售及管理费用'],
  },
  opex: {
    names: ['operating expenses', 'opex'],
    en: ['Total operating expenses', 'Operating expenses'],
    zh: ['期间费用合计'],
  },
  operating: {
    names: ['operating income', 'operating profit', 'EBIT'],
    en: ['Operating income', 'Operating profit', 'Income from operations'],
    zh: ['营业利润'],
  },
  interest: {
    names: ['interest expense', 'net interest expense'],
    en: ['Interest expense, net', 'Interest expense'],
    zh: ['利息支出'],
  },
  pretax: {
    names: ['pretax income', 'income before taxes', 'profit before tax'],
    en: ['Income before income taxes', 'Profit before tax'],
    zh: ['利润总额'],
  },
  tax: {
    names: ['income tax', 'income tax expense', 'provision for income taxes'],
    en: ['Provision for income taxes', 'Income tax expense'],
    zh: ['所得税'],
  },
  net: {
    names: ['net income', 'net profit', 'net earnings'],
    en: ['Net income', 'Net earnings'],
    zh: ['净利润', '归母净利润'],
  },
  shares: {
    names: ['diluted shares', 'shares outstanding', 'weighted average shares', 'share count'],
    en: ['Diluted weighted average shares', 'Diluted shares'],
    zh: ['总股本'],
  },
  eps: {
    names: ['EPS', 'diluted EPS', 'earnings per share'],
    en: ['Diluted earnings per share', 'Diluted EPS', 'Earnings per diluted share'],
    zh: ['每股收益', '基本每股收益'],
  },
  depreciation: {
    names: ['depreciation and amortization', 'D&A'],
    en: ['Depreciation and amortization'],
    zh: ['折旧与摊销'],
  },
  ebitda: { names: ['EBITDA'], en: ['EBITDA'], zh: ['EBITDA'] },
  ocf: {
    names: ['operating cash flow', 'cash from operations', 'net cash provided by operating activities'],
    en: ['Net cash provided by operating activities', 'Operating cash flow', 'Cash from operations'],
    zh: ['经营活动现金流净额', '经营性现金流'],
  },
  capex: {
    names: ['capex', 'capital expenditure', 'purchases of property and equipment'],
    en: ['Capital expenditures', 'Purchases of property and equipment', 'Capex'],
    zh: ['资本开支'],
  },
  fcf: { names: ['free cash flow', 'FCF'], en: ['Free cash flow'], zh: ['自由现金流'] },
  users: {
    names: ['users', 'active users', 'active customers', 'customers'],
    en: ['Active customers'],
    zh: ['活跃客户'],
  },
  cash: {
    names: ['cash', 'cash and cash equivalents', 'cash and equivalents'],
    en: ['Cash and cash equivalents', 'Cash and equivalents'],
    zh: ['货币资金', '现金及等价物'],
  },
  debt: { names: ['debt', 'total debt', 'borrowings'], en: ['Total debt', 'Long-term debt'], zh: ['有息负债'] },
  receivables: {
    names: ['receivables', 'accounts receivable'],
    en: ['Accounts receivable, net', 'Trade receivables'],
    zh: ['应收账款'],
  },
  inventory: { names: ['inventory', 'inventories'], en: ['Inventories'], zh: ['存货'] },
  plant: {
    names: ['property, plant and equipment', 'PP&E', 'property and equipment'],
    en: ['Property, plant and equipment, net'],
    zh: ['固定资产'],
  },
  assets: { names: ['total assets', 'assets'], en: ['Total assets'], zh: ['资产总计'] },
  payables: { names: ['accounts payable', 'payables'], en: ['Accounts payable', 'Trade payables'], zh: ['应付账款'] },
  liabilities: { names: ['total liabilities', 'liabilities'], en: ['Total liabilities'], zh: ['负债合计'] },
  equity: {
    names: ['shareholders equity', 'equity', 'total equity'],
    en: ["Total shareholders' equity", 'Total equity'],
    zh: ['股东权益合计'],
  },
} as const satisfies Readonly<Record<Line, Term>>;

const STOCKS: ReadonlySet<Line> = new Set([
  'cash',
  'debt',
  'receivables',
  'inventory',
  'plant',
  'assets',
  'payables',
  'liabilities',
  'equity',
  'users',
]);

const unitOf = (line: Line): GoldUnit =>
  line === 'eps' ? 'per_share' : line === 'shares' || line === 'users' ? 'count' : 'money';

/** Accepted names of a period: fiscal label first, then the dates it spans. */
export function periodNames(period: Period): readonly string[] {
  const range = `${period.start}/${period.end}`;
  switch (period.kind) {
    case 'quarter':
      return [`${period.year}Q${period.quarter}`, range];
    case 'year':
      return [`FY${period.year}`, range];
    case 'ttm':
      return [`TTM-${period.year}Q${period.quarter}`, range, ...(period.quarter === 4 ? [`FY${period.year}`] : [])];
    case 'ytd': {
      const { year, quarter } = period;
      const names = [`${year}Q1`, `${year}H1`, `9M-${year}`, `FY${year}`];
      return [
        names[quarter - 1] ?? '',
        range,
        `${year}Q1/${year}Q${quarter}`,
        ...(quarter === 2 ? [`6M-${year}`] : []),
      ];
    }
  }
}

/** When a stock is of: the day, or the period that ends on it. */
export const instantNames = (period: Period): readonly string[] => [
  period.end,
  `${period.year}Q${period.quarter}`,
  ...(period.quarter === 4 ? [`FY${period.year}`] : []),
  period.end.slice(0, 7),
];

export class Facts {
  constructor(
    readonly company: Company,
    readonly kind: Kind,
  ) {}

  get names(): readonly string[] {
    const { name } = this.company;
    return [name.ticker, name.short, name.full];
  }

  /** The letters of what the company reports. */
  get reported(): readonly Letter[] {
    return this.kind === 'transcript' ? ['M', 'D'] : this.kind === 'note' || this.kind === 'memo' ? ['D', 'I'] : ['D'];
  }

  /** What follows from reported values: it keeps their class, or is the author's own arithmetic. */
  get computed(): readonly Letter[] {
    return [...this.reported, 'S'];
  }

  of(
    value: number,
    unit: GoldUnit,
    metric: readonly string[],
    letters: readonly Letter[],
    period: readonly (string | null)[] = [null],
    entity: readonly string[] = this.names,
  ): Fact {
    const currency = unit === 'money' || unit === 'per_share' ? this.company.currency : null;
    return { value, unit, currency, metric, letters, period, entity };
  }

  line(line: Line, period: Period): Fact {
    const when = STOCKS.has(line) ? [...instantNames(period), ...periodNames(period)] : periodNames(period);
    return this.of(period.books[line], unitOf(line), TERMS[line].names, this.reported, when);
  }

  segment(index: number, period: Period): Fact {
    const name = this.company.segments[index] ?? '';
    const metric = ['revenue', 'sales', 'segment revenue', `${name} revenue`, name];
    return this.of(period.books.segments[index] ?? 0, 'money', metric, this.reported, periodNames(period), [
      name,
      ...this.names,
    ]);
  }

  /** Percent change of a line from one period to another. */
  growth(line: Line, now: Period, before: Period): Fact {
    const value = (now.books[line] / before.books[line] - 1) * 100;
    const metric = TERMS[line].names.flatMap((name) => [`${name} growth`, name]);
    const when = STOCKS.has(line) ? [...instantNames(now), ...periodNames(now)] : periodNames(now);
    return { ...this.of(value, 'percent', metric, this.computed, when), change: true };
  }

  segmentGrowth(index: number, now: Period, before: Period): Fact {
    const name = this.company.segments[index] ?? '';
    const value = ((now.books.segments[index] ?? 0) / (before.books.segments[index] ?? 1) - 1) * 100;
    const fact = this.of(
      value,
      'percent',
      ['revenue growth', 'growth', 'sales growth', `${name} revenue growth`, `${name} growth`, `${name} revenue`],
      this.computed,
      periodNames(now),
      [name, ...this.names],
    );
    return { ...fact, change: true };
  }

  margin(line: 'gross' | 'operating' | 'net' | 'fcf' | 'ebitda', period: Period): Fact {
    const names = {
      gross: ['gross margin'],
      operating: ['operating margin', 'EBIT margin'],
      net: ['net margin', 'net income margin'],
      fcf: ['FCF margin', 'free cash flow margin'],
      ebitda: ['EBITDA margin'],
    }[line];
    return this.of(
      (period.books[line] / period.books.revenue) * 100,
      'percent',
      names,
      this.computed,
      periodNames(period),
    );
  }

  share(index: number, period: Period): Fact {
    const name = this.company.segments[index] ?? '';
    const metric = [
      'revenue share',
      'share of revenue',
      'revenue mix',
      'share',
      '% of revenue',
      'percent of revenue',
      'percent of total',
    ];
    return this.of(
      ((period.books.segments[index] ?? 0) / period.books.revenue) * 100,
      'percent',
      metric,
      this.computed,
      periodNames(period),
      [name, ...this.names],
    );
  }
}
