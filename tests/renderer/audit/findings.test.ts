import { describe, expect, it } from 'vitest';
import type { FindingRecord } from '../../../src/contract/records';
import { expressionParts, shortDecimal } from '../../../src/core/audit/model/expression';
import { findingRows, matches, nextFinding, OPEN_FINDINGS } from '../../../src/renderer/src/views/audit/findings';
import { classGroups } from '../../../src/renderer/src/views/audit/class-groups';
import { figure } from '../figures/record';

function finding(key: string, set: Partial<FindingRecord> = {}): FindingRecord {
  return {
    key,
    rule: 'SRC01',
    title: 'No source',
    severity: 'warning',
    message: 'It has no source.',
    document: 'd_1',
    section: 'Capex',
    figures: [{ document: 'd_1', figure: 'f_1', start: 10, end: 15 }],
    spans: [],
    claimed: null,
    computed: null,
    gap: null,
    expression: null,
    verdict: null,
    status: 'open',
    reason: '',
    statusAt: null,
    reopened: null,
    ...set,
  };
}
const names = { document: () => 'Deep dive', entity: () => 'Cloud' };
const all = [
  finding('later', { figures: [{ document: 'd_1', figure: 'f_2', start: 90, end: 95 }] }),
  finding('first'),
  finding('bad', { severity: 'error', rule: 'CALC01', title: 'Change', section: 'Results' }),
  finding('done', { status: 'dismissed', reason: 'Known.' }),
  finding('holds', { severity: 'ok', status: 'holds', rule: 'CALC01' }),
];
const ids = (...args: Parameters<typeof findingRows>) => findingRows(...args).map(({ id }) => id);

describe('the list of findings', () => {
  it('shows what is open, worst first, then in reading order', () => {
    expect(ids(all, OPEN_FINDINGS, 'none', names)).toEqual(['bad', 'first', 'later']);
  });
  it('shows resolved ones and checks that hold where asked for', () => {
    expect(ids(all, { ...OPEN_FINDINGS, status: 'resolved' }, 'none', names)).toEqual(['done']);
    expect(ids(all, { ...OPEN_FINDINGS, severities: ['ok'] }, 'none', names)).toEqual(['holds']);
    expect(ids(all, { ...OPEN_FINDINGS, status: 'all' }, 'none', names)).toHaveLength(5);
  });
  it('narrows by rule and by words', () => {
    expect(ids(all, { ...OPEN_FINDINGS, rule: 'CALC01' }, 'none', names)).toEqual(['bad']);
    expect(ids(all, { ...OPEN_FINDINGS, words: 'results' }, 'none', names)).toEqual(['bad']);
    expect(matches(finding('x'), { ...OPEN_FINDINGS, words: 'nowhere' })).toBe(false);
  });
  it('puts a head with its count before each group', () => {
    const rows = findingRows(all, OPEN_FINDINGS, 'section', names);
    expect(rows.map((row) => (row.kind === 'head' ? `${row.label} ${row.count}` : row.id))).toEqual([
      'Results 1',
      'bad',
      'Capex 2',
      'first',
      'later',
    ]);
  });
  it('sorts by a column where asked', () => {
    expect(ids(all, OPEN_FINDINGS, 'none', names, [{ column: 'rule', descending: true }])).toEqual([
      'first',
      'later',
      'bad',
    ]);
  });
  it('walks from finding to finding, over heads, and stops at the ends', () => {
    const rows = findingRows(all, OPEN_FINDINGS, 'section', names);
    expect(nextFinding(rows, null, 1)).toBe(1);
    expect(nextFinding(rows, 1, 1)).toBe(3);
    expect(nextFinding(rows, 4, 1)).toBe(4);
    expect(nextFinding(rows, 1, -1)).toBe(1);
    expect(nextFinding([], null, 1)).toBeNull();
  });
});

describe('a recomputation as links', () => {
  const a = figure({ id: 'a', value: '181.5', quote: '$181.5B', low: '181500000000', high: '181500000000' });
  const b = figure({ id: 'b', value: '177.3', quote: '$177.3B', low: '177300000000', high: '177300000000' });
  const linked = (expression: string, ...figures: readonly ReturnType<typeof figure>[]) =>
    expressionParts(expression, figures).flatMap((part) => (part.figure ? [`${part.text}→${part.figure.id}`] : []));

  it('ties operands to their figures and leaves constants alone', () => {
    expect(linked('181.5 ÷ 177.3 − 1', a, b)).toEqual(['181.5→a', '177.3→b']);
    expect(linked('$181.5B ÷ $177.3B − 1', a, b)).toEqual(['181.5→a', '177.3→b']);
    expect(
      expressionParts('181.5 ÷ 177.3 − 1', [a, b])
        .map(({ text }) => text)
        .join(''),
    ).toBe('181.5 ÷ 177.3 − 1');
  });
  it('takes each place once where the same number stands twice', () => {
    const again = { ...a, id: 'again' };
    expect(linked('181.5 − 181.5', a, again)).toEqual(['181.5→a', '181.5→again']);
  });
  it('knows thousands separators and trailing zeros', () => {
    expect(linked('1,200 + 3', figure({ id: 'n', value: '1200', quote: '1200' }))).toEqual(['1,200→n']);
    expect(linked('2.50 × 4', figure({ id: 'h', value: '2.5', quote: '2.5' }))).toEqual(['2.50→h']);
  });
});

describe('a computed decimal', () => {
  it.each([
    ['3.323529', '3.32'],
    ['3', '3'],
    ['-0.5', '-0.5'],
    ['0.000372', '0.0003'],
    ['12.004', '12'],
  ])('%s reads %s', (exact, shown) => {
    expect(shortDecimal(exact)).toBe(shown);
  });
});

describe('the three sides', () => {
  it('adds up and leaves unclassified out', () => {
    expect(
      classGroups({
        disclosed: 1,
        management: 2,
        consensus: 3,
        third_party: 4,
        inferred: 5,
        derived: 6,
        unclassified: 7,
      }),
    ).toEqual({ disclosed: 1, others: 9, inferred: 11, unclassified: 7 });
  });
});
