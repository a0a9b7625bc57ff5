/** What a spreadsheet does beyond single cells: fills, one text for all, pastes that do not fit, runs of Tab. */
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../../src/renderer/src/kit/grid/clipboard/clipboard-html';
import { leftOut } from '../../../../src/renderer/src/kit/grid/write/clipboard-events';
import { overhang, planFillRight, planSame } from '../../../../src/renderer/src/kit/grid/data/edits';
import { lines } from '../../../../src/renderer/src/kit/grid/select/range';
import { TabRun } from '../../../../src/renderer/src/kit/grid/select/tab-run';

const at = (row: number, column: number) => `${row}/${column}`;

describe('filling', () => {
  it('goes right from the left column, or from the one before a single column', () => {
    expect(planFillRight({ top: 0, bottom: 1, left: 1, right: 3 }, at)).toEqual([
      { row: 0, column: 2, text: '0/1' },
      { row: 0, column: 3, text: '0/1' },
      { row: 1, column: 2, text: '1/1' },
      { row: 1, column: 3, text: '1/1' },
    ]);
    expect(planFillRight({ top: 0, bottom: 0, left: 2, right: 2 }, at)).toEqual([{ row: 0, column: 2, text: '0/1' }]);
    expect(planFillRight({ top: 0, bottom: 0, left: 0, right: 0 }, at)).toEqual([]);
  });
  it('puts one text everywhere', () => {
    expect(planSame({ top: 0, bottom: 1, left: 0, right: 0 }, 'x').map(({ text }) => text)).toEqual(['x', 'x']);
  });
});

describe('a paste that does not fit', () => {
  const size = { rows: 10, columns: 4 };
  const into = { top: 9, bottom: 9, left: 3, right: 3 };
  it('knows what stands below and right', () => {
    expect(overhang(into, [['a', 'b'], ['c'], ['d']], size)).toEqual({ rows: [['c'], ['d']], columns: 1 });
    expect(overhang({ ...into, top: 0 }, [['a'], ['c']], size)).toEqual({ rows: [], columns: 0 });
  });
  it.each<[number, number, string | null, string | null]>([
    [0, 0, null, null],
    [0, -2, null, null],
    [1, 0, 'no value', 'One line stood below the last row and was not pasted (no value).'],
    [
      2,
      1,
      null,
      '2 lines stood below the last row and were not pasted. One column of the clipboard stood right of the last one and was not pasted.',
    ],
  ])('%i lines and %i columns: %s', (rows, columns, reason, words) => {
    expect(leftOut(rows, columns, reason)).toBe(words);
  });
});

it('takes whole rows and columns of a range', () => {
  const range = { anchor: { row: 2, column: 1 }, head: { row: 4, column: 2 } };
  const size = { rows: 10, columns: 5 };
  expect(lines(range, 'row', size)).toEqual({ anchor: { row: 2, column: 0 }, head: { row: 4, column: 4 } });
  expect(lines(range, 'column', size)).toEqual({ anchor: { row: 0, column: 1 }, head: { row: 9, column: 2 } });
});

describe('a run of Tabs', () => {
  const press = (run: TabRun, keys: string, column: string): string | null =>
    keys
      .split(' ')
      .map((key) => run.key({ key, ctrlKey: false, altKey: false, metaKey: false }, column))
      .at(-1) ?? null;
  it('ends with Enter where it began', () => {
    const run = new TabRun();
    press(run, 'Tab', 'metric');
    press(run, 'Tab', 'entity');
    expect(press(run, '3 7 F2 Enter', 'period')).toBe('metric');
    expect(press(run, 'Enter', 'metric')).toBeNull();
  });
  it.each(['ArrowDown', 'Home', 'PageUp'])('is over after %s', (key) => {
    const run = new TabRun();
    press(run, 'Tab', 'metric');
    expect(press(run, `${key} Enter`, 'entity')).toBeNull();
  });
  it('is over after a click', () => {
    const run = new TabRun();
    press(run, 'Tab', 'metric');
    run.end();
    expect(press(run, 'Enter', 'entity')).toBeNull();
  });
});

it('writes a table for word processors, in which nothing can run', () => {
  expect(
    toHtml([
      ['a<b', 'x\ny'],
      ['=1+1', '-5'],
    ]),
  ).toBe("<table><tr><td>a&lt;b</td><td>x<br>y</td></tr><tr><td>'=1+1</td><td>-5</td></tr></table>");
});
