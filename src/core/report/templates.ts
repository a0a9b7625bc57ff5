/**
 * Notes to start from, filled from a notebook: the company's figures by metric as live tables, and what its documents say of
 * thesis, scenarios, risks and the watch list, each number in it a live figure. A part for which nothing is known is an
 * empty paragraph under its heading.
 */
import { namesOf } from '../base/names';
import { comparePeriods } from '../figure/period/period-end';
import type { StructureType } from '../structure/model';
import { FIGURE_TABLE, LIVE_FIGURE, type ReportNode } from './body';

interface Part {
  readonly heading: string;
  /** Metrics of its table of figures, in order. */
  readonly metrics?: readonly string[];
  /** Kinds of thesis items that it lists. */
  readonly items?: readonly StructureType[];
}

interface Template {
  readonly label: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

const EARNINGS = [
  'revenue',
  'organic_growth',
  'gross_margin',
  'operating_income',
  'operating_margin',
  'net_income',
  'eps',
];
const CASH = ['operating_cash_flow', 'capex', 'free_cash_flow', 'cash', 'debt', 'net_debt'];
const VALUE = [
  'share_price',
  'market_cap',
  'enterprise_value',
  'pe_ratio',
  'ev_ebitda',
  'price_target',
  'implied_upside',
];

const TEMPLATES = {
  deepDive: {
    label: 'Deep dive',
    title: 'deep dive',
    parts: [
      { heading: 'Thesis', items: ['stance', 'thesis'] },
      { heading: 'What the business earns', metrics: EARNINGS },
      { heading: 'Cash and balance sheet', metrics: CASH },
      { heading: 'What drives it', items: ['driver'] },
      { heading: 'Valuation and scenarios', metrics: VALUE, items: ['scenario', 'target'] },
      { heading: 'What is priced in', items: ['priced_in', 'not_priced_in'] },
      { heading: 'Risks', items: ['risk'] },
      { heading: 'What to watch', items: ['indicator', 'catalyst', 'event'] },
    ],
  },
  earnings: {
    label: 'Earnings note',
    title: 'results',
    parts: [
      { heading: 'In short' },
      { heading: 'Reported', metrics: [...EARNINGS, 'free_cash_flow'] },
      { heading: 'Against what was expected', items: ['target'] },
      { heading: 'What changes in the thesis', items: ['thesis'] },
      { heading: 'What to watch until the next results', items: ['indicator', 'event'] },
    ],
  },
  memo: {
    label: 'Memo',
    title: 'memo',
    parts: [
      { heading: 'Recommendation', items: ['stance', 'horizon'] },
      { heading: 'Why', items: ['thesis', 'driver'] },
      {
        heading: 'Numbers that matter',
        metrics: ['revenue', 'operating_margin', 'eps', 'free_cash_flow', 'share_price'],
      },
      { heading: 'What could prove us wrong', items: ['risk', 'indicator'] },
    ],
  },
  credit: {
    label: 'Credit note',
    title: 'credit',
    parts: [
      { heading: 'View', items: ['stance'] },
      {
        heading: 'Earnings that serve the debt',
        metrics: ['revenue', 'ebitda', 'ebitda_margin', 'operating_income', 'interest_expense'],
      },
      {
        heading: 'Debt and liquidity',
        metrics: ['debt', 'net_debt', 'cash', 'leverage', 'interest_cover', 'debt_to_equity', 'credit_spread'],
      },
      { heading: 'Cash flow', metrics: ['operating_cash_flow', 'capex', 'free_cash_flow'] },
      { heading: 'Risks and what to watch', items: ['risk', 'indicator', 'event'] },
    ],
  },
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateId = keyof typeof TEMPLATES;
export const TEMPLATE_IDS: readonly TemplateId[] = namesOf<TemplateId>(TEMPLATES);
const templateOf = (id: TemplateId): Template => TEMPLATES[id];
/** What a person calls the template. */
export const templateLabel = (id: TemplateId): string => TEMPLATES[id].label;

export interface TemplateFigure {
  readonly id: string;
  readonly quote: string;
  readonly entity: string | null;
  readonly metric: string | null;
  readonly period: string | null;
  readonly provenance: string;
}
export interface TemplateItem {
  readonly type: StructureType;
  readonly label: string;
  /** The words of its document; empty for one made by hand. */
  readonly quote: string;
  readonly figures: readonly string[];
}

/** What a notebook has for a note about one company; null where its documents are about no one. */
export interface TemplateFilling {
  readonly company: string | null;
  readonly figures: readonly TemplateFigure[];
  readonly items: readonly TemplateItem[];
}

/** Periods of one metric in a table. */
const PERIODS = 2;
/** Items of one kind under a heading. */
const ITEMS = 12;

/** The newest periods of each metric of the company, one figure each; what the company discloses stands before what others say. */
export function figuresFor(metrics: readonly string[], { company, figures }: TemplateFilling): readonly string[] {
  return metrics.flatMap((metric) => {
    const own = figures.filter((one) => one.metric === metric && one.entity === company && one.period !== null);
    const ranked = own.toSorted(
      (a, b) =>
        comparePeriods(b.period ?? '', a.period ?? '') ||
        Number(b.provenance === 'disclosed') - Number(a.provenance === 'disclosed'),
    );
    const periods = new Set<string>();
    return ranked.flatMap(({ id, period }) => {
      if (period === null || periods.has(period) || periods.size === PERIODS) return [];
      periods.add(period);
      return [id];
    });
  });
}

/** Kinds of items whose figures say more than their words. */
const BY_FIGURES: ReadonlySet<StructureType> = new Set(['scenario', 'target', 'indicator']);

/** A label that was cut short stands in full in its document. */
const wholeOf = ({ label, quote }: TemplateItem): string =>
  (label.endsWith('…') && quote !== '' ? quote : label)
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** An item's words, with its figures live where they stand in them; behind them those that a scenario or target has besides. */
function wordsOf(item: TemplateItem, quotes: ReadonlyMap<string, string>): ReportNode[] {
  let rest = wholeOf(item);
  const out: ReportNode[] = [];
  const left: ReportNode[] = [];
  const text = (words: string): ReportNode[] => (words === '' ? [] : [{ type: 'text', text: words }]);
  for (const id of item.figures) {
    const quote = quotes.get(id);
    if (!quote) continue;
    const at = rest.indexOf(quote);
    if (at >= 0) {
      out.push(...text(rest.slice(0, at)), { type: LIVE_FIGURE, attrs: { figure: id, form: 'printed' } });
      rest = rest.slice(at + quote.length);
    } else if (BY_FIGURES.has(item.type)) {
      left.push(...text(left.length > 0 ? ', ' : ': '), { type: LIVE_FIGURE, attrs: { figure: id } });
    }
  }
  const said = [...out, ...text(rest)];
  return said.length === 0 ? [] : [...said, ...left];
}

function listOf(types: readonly StructureType[], filling: TemplateFilling): ReportNode[] {
  const quotes = new Map(filling.figures.map(({ id, quote }) => [id, quote]));
  const items = types.flatMap((type) => filling.items.filter((item) => item.type === type).slice(0, ITEMS));
  const content = items.flatMap((item): ReportNode[] => {
    const words = wordsOf(item, quotes);
    return words.length === 0 ? [] : [{ type: 'listItem', content: [{ type: 'paragraph', content: words }] }];
  });
  return content.length === 0 ? [] : [{ type: 'bulletList', content }];
}

/** The note's title and text. */
export function fromTemplate(
  id: TemplateId,
  filling: TemplateFilling,
): { readonly title: string; readonly body: ReportNode } {
  const { title, parts } = templateOf(id);
  const content = parts.flatMap(({ heading, metrics = [], items = [] }): ReportNode[] => {
    const figures = figuresFor(metrics, filling);
    const table: ReportNode[] = figures.length === 0 ? [] : [{ type: FIGURE_TABLE, attrs: { figures, caption: null } }];
    const list = listOf(items, filling);
    return [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: heading }] },
      ...table,
      ...(list.length > 0 ? list : [{ type: 'paragraph' }]),
    ];
  });
  return { title: `${filling.company ?? 'Company'}: ${title}`, body: { type: 'doc', content } };
}
