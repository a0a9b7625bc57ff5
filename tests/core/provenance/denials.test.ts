/** The undisclosed register: one item a metric named, over the item's own words. */
import { describe, expect, test } from 'vitest';
import { layOut } from '../../../src/core/document/layout/layout';
import { findDenials } from '../../../src/core/provenance/denials';
import { CONTEXT, documentOf } from './support';

const labels = (text: string): readonly string[] =>
  findDenials(layOut(documentOf(text)), CONTEXT).map(({ start, end, label }) => {
    expect(text.slice(start, end)).toBe(label);
    return label;
  });

describe('what is denied', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Acme does not break out advertising operating margin separately.', ['advertising operating margin']],
    ['The company does not disclose unit sales or average selling prices.', ['unit sales', 'average selling prices']],
    [
      'Acme does not separately disclose the following: AI revenue, chip revenue, advertising margin, or subscriber churn.',
      ['AI revenue', 'chip revenue', 'advertising margin', 'subscriber churn'],
    ],
    ['Note that Acme does not report “AI revenue” as a standalone segment.', ['AI revenue']],
    ['Membership base: ~64M per Helios estimates—not an Acme-disclosed figure.', ['Membership base']],
    [
      'The CEO said the robot business (two product lines) exceeds $7B (not a separately reported segment).',
      ['robot business'],
    ],
    ['Customer churn is not disclosed.', ['Customer churn']],
    ['Utilization rates have not been published.', ['Utilization rates']],
    ['The group stopped reporting daily active users last year.', ['daily active users last year']],
    ['Management declined to quantify the tariff impact.', ['tariff impact']],
    ['Acme doesn’t disclose gross margin by segment.', ['gross margin by segment']],
    [
      'No audited data on sell-through rates or capacity utilization has been provided.',
      ['sell-through rates', 'capacity utilization'],
    ],
    [
      'Not disclosed by the company: recurring revenue, software margin, customer churn.',
      ['recurring revenue', 'software margin', 'customer churn'],
    ],
    ['We think recurring sales, which the company does not disclose, are near 30%.', ['recurring sales']],
    ['公司未单独披露广告业务利润率。', ['广告业务利润率']],
    ['公司未披露AI收入、芯片收入和用户流失率。', ['AI收入', '芯片收入和用户流失率']],
    ['Store-level EBITDA (the company does not disclose, estimated at 12%) is thin.', ['Store-level EBITDA']],
    ['Order backlog: the group does not disclose.', ['Order backlog']],
    ['单店EBITDA（公司不披露，推算约 12%）偏低。', ['单店EBITDA']],
    ['客户集中度：公司通常不披露。', ['客户集中度']],
    ['研报未披露具体每股收益预测，无法评估稀释程度。', ['具体每股收益预测']],
    ['The data does not give us a firm view of the quarter.', []],
    ['Owners want control that the platform does not yet give them.', []],
    ['无数据就写未披露，后续再补充。', []],
    ['Revenue rose 5% and margins did not fall.', []],
    ['Most models do not include a separate line for the assistant.', []],
    ['We do not expect a cut.', []],
  ];
  test.each(rows)('%s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

test('a cell that says no more than "not disclosed" speaks of its row', () => {
  const text = [
    '| Item | Orbit | Helio |',
    '|---|---|---|',
    '| Net revenue (latest) | $331M (Q4, +47%) | Not separately disclosed |',
    '| **Backlog** (all terms) | Not disclosed | $15.8B |',
    '| Churn | 4%; pricing not disclosed | 5% |',
    '| Cash | $2B | $6B |',
  ].join('\n');
  expect(labels(text)).toEqual(['Net revenue', 'Backlog', 'pricing']);
});

test('where rows are companies, a cell that is not disclosed speaks of its column', () => {
  const text =
    '| Peer | Gross margin | Status |\n|---|---|---|\n| Orbit | Not disclosed | Private; not disclosed |\n| Helio | 41% | n/a; not disclosed |';
  expect(labels(text)).toEqual(['Gross margin']);
});

test('a denial that ends in a colon speaks of the list below it', () => {
  const text = 'Data note\n\nAcme does not disclose the following:\n\n• Chip revenue\n• Subscriber churn\n';
  expect(labels(text)).toEqual(['Chip revenue', 'Subscriber churn']);
});

test('metrics carry the names that figures carry', () => {
  const [item] = findDenials(layOut(documentOf('Acme does not break out advertising operating margin.')), CONTEXT);
  expect(item).toMatchObject({ entity: 'advertising' });
  expect(item?.metrics).toContain('operating_margin');
});
