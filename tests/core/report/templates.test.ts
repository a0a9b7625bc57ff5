// Notes to start from: what of a notebook stands where.
import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src/core/report/body';
import { figuresFor, fromTemplate, TEMPLATE_IDS, type TemplateFigure } from '../../../src/core/report/templates';

const figure = (id: string, set: Partial<TemplateFigure> = {}): TemplateFigure => ({
  id,
  quote: `$${id}`,
  entity: 'NWF',
  metric: 'revenue',
  period: '2025',
  provenance: 'disclosed',
  ...set,
});
const filling = {
  company: 'NWF',
  figures: [
    figure('old', { period: '2023' }),
    figure('said', { provenance: 'third_party' }),
    figure('now'),
    figure('before', { period: '2024' }),
    figure('other', { entity: 'ABC' }),
    figure('eps', { metric: 'eps' }),
    figure('loose', { period: null }),
  ],
  items: [
    { type: 'risk' as const, label: '**Debt** of $now and more', quote: '', figures: ['now'] },
    { type: 'thesis' as const, label: 'Sales grow', quote: '', figures: ['gone'] },
  ],
};

it('takes the newest periods of each metric of the company, what it discloses first', () => {
  expect(figuresFor(['eps', 'revenue', 'debt'], filling)).toEqual(['eps', 'now', 'before']);
});

it('takes the periods that ended last, however they are written', () => {
  const figures = [
    figure('year', { period: 'FY2024' }),
    figure('half', { period: '2025H1' }),
    figure('q3', { period: '2025Q3' }),
  ];
  expect(figuresFor(['revenue'], { ...filling, figures })).toEqual(['q3', 'half']);
});

describe.each(TEMPLATE_IDS)('%s', (id) => {
  it('holds figures and items where the notebook has them', () => {
    const { title, body } = fromTemplate(id, filling);
    expect(title).toMatch(/^NWF: /);
    expect(summarise(body).figures).toContain('now');
  });

  it('is headings alone where it has none', () => {
    const { body } = fromTemplate(id, { company: null, figures: [], items: [] });
    expect(new Set(body.content?.map(({ type }) => type))).toEqual(new Set(['heading', 'paragraph']));
  });
});

it('a target has its figure behind it, and a label that was cut is whole', () => {
  const items = [
    { type: 'target' as const, label: 'High target', quote: '', figures: ['now', 'gone'] },
    { type: 'scenario' as const, label: 'Sales keep…', quote: 'Sales keep growing', figures: [] },
  ];
  const { body } = fromTemplate('deepDive', { ...filling, items });
  const lists = body.content?.filter(({ type }) => type === 'bulletList') ?? [];
  const said = lists.flatMap(({ content = [] }) =>
    content.map((item) =>
      item.content?.[0]?.content?.map((one) => one.text ?? `<${String(one.attrs?.['figure'])}>`).join(''),
    ),
  );
  expect(said).toEqual(['Sales keep growing', 'High target: <now>']);
});

it('numbers of an item are live figures where they stand', () => {
  const { body } = fromTemplate('memo', { ...filling, figures: [figure('now', { entity: 'ABC' })] });
  const list = body.content?.filter(({ type }) => type === 'bulletList').at(-1);
  expect(list?.content?.[0]?.content?.[0]?.content).toEqual([
    { type: 'text', text: 'Debt of ' },
    { type: 'liveFigure', attrs: { figure: 'now', form: 'printed' } },
    { type: 'text', text: ' and more' },
  ]);
});
