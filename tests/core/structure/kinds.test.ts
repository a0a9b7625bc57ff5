// The kinds of line, list, table and heading that carry an argument, each in several styles and in Chinese, with near misses.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import type { StructureType } from '../../../src/core/structure/model';
import { markdownParser } from '../../../src/main/imports/markdown/parser';
import { sourceOf } from '../../../src/main/imports/source';

const HEAD =
  '# Wexley Tools (WXT): initiation\n\nThis note looks at the order book and at what the shares discount.\n\n';

function read(body: string) {
  const document = markdownParser.parse(sourceOf(Buffer.from(HEAD + body, 'utf8'), 'note.md'));
  const { layout, structure } = analyse(document, {});
  return structure.map((item) => ({ ...item, quote: layout.text.slice(item.start, item.end) }));
}

/** The plain start of each item of a type: enough to say which line it is. */
function starts(body: string, type: StructureType): string[] {
  return read(body)
    .filter((item) => item.type === type)
    .map(({ quote }) =>
      quote
        .replace(/[*_|#]+/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
}

function expectStarts(body: string, type: StructureType, wanted: readonly string[]): void {
  const got = starts(body, type);
  expect(got.map((quote, at) => (quote.startsWith(wanted[at] ?? '\0') ? wanted[at] : quote))).toEqual(wanted);
}

type Row = readonly [body: string, wanted: readonly string[]];

describe('stance', () => {
  it.each<Row>([
    ['- **Rating:** **Reduce Position Only** (lean cautious)\n- **Sector:** tools', ['Rating: Reduce']],
    ['**Recommendation: HOLD**\n\nOrders turn.', ['Recommendation: HOLD']],
    ['### Recommendation: **ACCUMULATE** ✅\n\nOrders turn.', ['Recommendation: ACCUMULATE']],
    ['**BLUF: SELL — the order book is spent and the multiple has not noticed it yet.**', ['BLUF: SELL']],
    ['| Item | Detail |\n|---|---|\n| Rating | Buy |\n| Sector | Tools |', ['Rating']],
    ['**Verdict:** Avoid until the debt is refinanced.', ['Verdict: Avoid']],
    ['投资评级：买入\n\n订单回升。', ['投资评级：买入']],
    ['- **操作建议**：逢低加仓，等待订单确认', ['操作建议']],
    [
      '**Trade:**\n\n- Long WXT against the sector\n- Underweight the debt\n- The spread is 40 bps',
      ['Long WXT', 'Underweight'],
    ],
    [
      '| Price band | View | Action |\n|---|---|---|\n| $40–50 | Cheap | **BUY** |\n| $60+ | Full | SELL half |',
      ['$40–50', '$60+'],
    ],
    [
      '| Tier | Ticker | Why |\n|---|---|---|\n| Tier 1 | WXT | order book |\n| Tier 2 | HLD | margin |',
      ['Tier 1', 'Tier 2'],
    ],
  ])('is read in %j', (body, wanted) => {
    expectStarts(body, 'stance', wanted);
  });

  it.each([
    'We are cookie bullish, as Pat likes to say over lunch.',
    '| Broker | Rating | Target |\n|---|---|---|\n| North & Co | Buy | $60 |\n| Quill | Hold | $52 |',
    'Credit rating: BBB+ with a stable outlook',
    '**Rating:** 4.5/5 on the staff survey',
    'They are experiencing positive momentum in orders.',
  ])('is not read in %j', (body) => {
    expect(starts(body, 'stance')).toEqual([]);
  });
});

describe('thesis, horizon and scores', () => {
  it.each<readonly [string, StructureType, readonly string[]]>([
    ['**Core thesis:**\n\nService pays for the slump in tools, and nobody counts it.', 'thesis', ['Service pays']],
    ['**Core thesis:**\nService pays for the slump in tools, and nobody counts it.', 'thesis', ['Core thesis']],
    ['**一句话总结**：服务业务抵消了设备下滑，市场没有计入。', 'thesis', ['一句话总结']],
    ['## Conclusion\n\nService outlives the slump. The shares do not say so.', 'thesis', ['Service outlives']],
    ['**Time Horizon:** 12–18 months', 'horizon', ['Time Horizon']],
    ['- 持有期限：一到两年', 'horizon', ['持有期限']],
    ['**Conviction Level:** 7/10 (High)', 'score', ['Conviction Level']],
    ['- Balance sheet: 7.8/10\n- Moat: 3.5/5', 'score', ['Balance sheet', 'Moat']],
    ['- Earnings quality /100: **42**', 'score', ['Earnings quality']],
    ['**Management:** ★★★★☆', 'score', []],
    ['- 护城河评分：8/10', 'score', ['护城河评分']],
    [
      '| Pillar | Status | Confidence |\n|---|---|---|\n| Service | proven | 9/10 |\n| Tools | early | 6/10 |',
      'score',
      ['Service', 'Tools'],
    ],
    ['The board next meets: 5/10 at noon.', 'score', []],
    ['- Next report date: 7/10', 'score', []],
  ])('in %j: %s', (body, type, wanted) => {
    expectStarts(body, type, wanted);
  });
});

describe('targets', () => {
  it.each<readonly [string, readonly (string | null)[]]>([
    ['**Target Price (2028E):** £22–24 (midpoint £23)', ['£22–24']],
    ['- **Conservative Target:** $105 (no re-rating, 5% upside)', ['$105']],
    ['**Weighted target price:** (0.3 × $80) + (0.7 × $60) = $66.00', ['$66.00']],
    ['BUY at today’s $52 with a 12-month target of $61, representing 17% upside.', ['$61']],
    ['目标价：45 元（此前 40 元）', ['45 元']],
    ['**Target Levels:**\n\n- **3 months:** $140\n- **12 months:** $130', ['$140', '$130']],
    ['- **Revenue target:** $5 billion by 2030', []],
    ['- Upside to bull ($30): +83% (30% probability = 25% expected value)', []],
  ])('in %j', (body, wanted) => {
    expect(
      read(body)
        .filter(({ type }) => type === 'target')
        .map(({ fields }) => fields['value']),
    ).toEqual(wanted);
  });
});

describe('risks', () => {
  it.each<Row>([
    ['## Key risks\n\n- Tool prices fall\n- The yen strengthens', ['Tool prices', 'The yen']],
    [
      '## Risk factors\n\n1. **Debt:** the bond falls due in May\n   - Source: filing\n2. **Tariffs:** on cells',
      ['Debt', 'Tariffs'],
    ],
    [
      '## Register\n\n| Risk | Likelihood | Impact |\n|---|---|---|\n| Tool prices | 40% | high |\n| Yen | 20% | low |',
      ['Tool prices', 'Yen'],
    ],
    ['**Risk if wrong:** service contracts lapse faster than we model.', ['Risk if wrong']],
    ['## 风险提示\n\n- 订单不及预期\n- 汇率波动', ['订单不及预期', '汇率波动']],
    [
      '## What would kill the thesis?\n\n1. The bond is not refinanced\n2. Service is lost',
      ['The bond', 'Service is lost'],
    ],
    // Near misses: a bracket in a heading, evidence ticks, sizing, mitigation, cases.
    ['## Pillar 2: Robots (High-Risk, High-Reward)\n\n**Evidence:**\n\n- ✅ Orders rose\n- ✅ First line runs', []],
    ['## For the bold (High Risk Tolerance)\n\n- **Position Size:** 3–5% of portfolio\n- Expected swings are wide', []],
    ['## Sizing and risk management\n\n- Do not exceed 20% in one name\n- Rebalance each quarter', []],
    ['## Risks\n\n- Tool prices fall\n\n**Mitigation:**\n\n- Hedge the yen\n- Keep cash', ['Tool prices']],
    ['## Bear case (20% probability)\n\n- Sales: $3B\n- EPS: $0.70', []],
  ])('in %j', (body, wanted) => {
    expectStarts(body, 'risk', wanted);
  });
});

describe('watch lists and calendars', () => {
  it.each<readonly [string, StructureType, readonly string[]]>([
    [
      '## Indicators to watch\n\n1. **Dollar index**\n   - Current: 101\n   - Watch: above 105\n2. **Order intake**\n   - Current: 1.1x',
      'indicator',
      ['Dollar index', 'Order intake'],
    ],
    [
      '## Monitor\n\n| Metric to watch | Now | Threshold |\n|---|---|---|\n| Book-to-bill | 1.1x | 0.9x |\n| Churn | 4% | 6% |',
      'indicator',
      ['Book-to-bill', 'Churn'],
    ],
    [
      '## 跟踪\n\n| 指标 | 当前 | 预警阈值 |\n|---|---|---|\n| 订单 | 1.1 | 0.9 |\n| 库存 | 80 天 | 100 天 |',
      'indicator',
      ['订单', '库存'],
    ],
    ['**Monitoring:** order intake, service churn and the bond spread', 'indicator', ['Monitoring']],
    [
      '## Catalyst calendar\n\n| Date | Catalyst | Why |\n|---|---|---|\n| 2026-07-30 | Q2 results | first full quarter |\n| Late 2026 | Plant opens | capacity |',
      'event',
      ['2026-07-30', 'Late 2026'],
    ],
    [
      '## Catalyst calendar\n\n| Date | Catalyst | Why |\n|---|---|---|\n| 2026-07-30 | Q2 results | first full quarter |\n| Late 2026 | Plant opens | capacity |',
      'indicator',
      [],
    ],
    ['## Thesis watchlist update\n\n- **WXT** — RSI 24, $133\n- **HLD** — RSI 28, $90', 'indicator', []],
    [
      '## Watchlist\n\n| Ticker | Company | Rationale |\n|---|---|---|\n| WXT | Wexley | orders |\n| HLD | Halden | margin |',
      'indicator',
      [],
    ],
  ])('in %j: %s', (body, type, wanted) => {
    expectStarts(body, type, wanted);
  });

  it('dates a row of a calendar by its own column and names it by the event', () => {
    const [event] = read(
      '## Dates\n\n| Window | Event |\n|---|---|\n| Q3 2026 | Plant opens |\n| Q4 2026 | Bond due |',
    ).filter(({ type }) => type === 'event');
    expect([event?.label, event?.fields['date']]).toEqual(['Plant opens', 'Q3 2026']);
  });
});

describe('what is in the price', () => {
  it.each<readonly [string, StructureType, readonly string[]]>([
    [
      '### What everyone already knows\n\n- The plant opens in May\n- Tools are weak',
      'priced_in',
      ['The plant', 'Tools are'],
    ],
    ['### What the market may be underpricing\n\n- Service renews at 95%', 'not_priced_in', ['Service renews']],
    ['### What everyone already knows\n\n- The plant opens in May', 'not_priced_in', []],
    ['## 已被定价\n\n- 新厂五月投产', 'priced_in', ['新厂五月投产']],
    [
      '## Not priced in\n\n- Service\n\n### How we collected the data\n\n- Search the ticker\n- Export the page',
      'not_priced_in',
      ['Service'],
    ],
  ])('in %j: %s', (body, type, wanted) => {
    expectStarts(body, type, wanted);
  });
});

describe('scenarios and drivers', () => {
  it.each<readonly [string, StructureType, readonly string[]]>([
    [
      '| Scenario | Probability | Price |\n|---|---|---|\n| Conservative | 30% | $40 |\n| Base | 50% | $55 |\n| Optimistic | 20% | $70 |',
      'scenario',
      ['Conservative', 'Base', 'Optimistic'],
    ],
    [
      '### Scenario 1: Bull Case (30% probability)\n\nOrders grow.\n\n### Scenario 2: Base Case (70% probability)\n\nOrders hold.',
      'scenario',
      ['Scenario 1', 'Scenario 2'],
    ],
    ['## 情景分析\n\n- 乐观情景：订单增长 20%\n- 悲观情景：订单下降 10%', 'scenario', ['乐观情景', '悲观情景']],
    ['| Investor | Weight |\n|---|---|\n| Conservative | 5% |\n| Aggressive | 15% |', 'scenario', []],
    ['**Key Driver:** service attach rate on the installed base', 'driver', ['Key Driver']],
    [
      '| Driver | Base | +10% |\n|---|---|---|\n| Order growth | 8% | +12% value |\n| Margin | 20% | +9% value |',
      'driver',
      ['Order growth', 'Margin'],
    ],
    ['**核心驱动**：服务合同占比提升', 'driver', ['核心驱动']],
  ])('in %j: %s', (body, type, wanted) => {
    expectStarts(body, type, wanted);
  });
});
