/** What is said of the watch list after an import. */
import { expect, test } from 'vitest';
import type { WatchChange, WatchReading } from '../../../src/contract/watch';
import { noticeOf, describeWatchChange } from '../../../src/renderer/src/views/library/plan/watch-notice';

const reading = (text: string, state: WatchReading['state']): WatchReading => ({
  figure: 'f',
  text,
  period: '2026Q2',
  state,
});
const change = (label: string, before: WatchReading | null, after: WatchReading): WatchChange => ({
  item: label,
  label,
  before,
  after,
});
const BELOW = change('Ports growth', reading('28%', 'inside'), reading('24%', 'below'));

test.each<[WatchChange, string]>([
  [BELOW, 'Ports growth 24%: below its band, was inside'],
  [change('Margin', reading('35%', 'inside'), reading('36%', 'inside')), 'Margin 36%: inside its band, was 35%'],
  [change('Margin', null, reading('36%', 'above')), 'Margin 36%: above its band'],
  [change('Cash', reading('$1.2B', null), reading('−$2.4B', null)), 'Cash −$2.4B, was $1.2B'],
])('%o', (one, words) => expect(describeWatchChange(one)).toBe(words));

test('what changed its state is said first, and a long list is cut', () => {
  const same = ['a', 'b', 'c', 'd'].map((label) => change(label, reading('1%', 'inside'), reading('2%', 'inside')));
  expect(noticeOf([...same, BELOW])).toMatch(
    /^Watch list: Ports growth 24%: below its band, was inside; a 2%.* and 1 more\.$/,
  );
  expect(noticeOf([])).toBeNull();
});
