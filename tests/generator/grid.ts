/** One table, many ways to set it: pipes, tabs, spaces, a code fence, or one bullet a row. */
import type { Page, Part, Parts } from './page';
import { Slot } from './page';

export interface Row {
  readonly label: string;
  /** Null is an empty cell. */
  readonly cells: readonly (Part | null)[];
  /** A line over a group of rows, without cells. */
  readonly group?: boolean;
  /** Prints the currency before the cells, as the first and last rows of a statement do. */
  readonly sign?: string;
}

export interface Grid {
  readonly corner: string;
  /** Which heads name metrics: those of the rows or those of the columns. */
  readonly metrics: 'rows' | 'columns';
  /** Over several columns each: [text, columns]. */
  readonly over?: readonly (readonly [string, number])[];
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

export const LAYOUTS = ['pipe', 'tab', 'space', 'fence', 'box', 'split'] as const;
export type TableLayout = (typeof LAYOUTS)[number];

const widthOf = (part: Part | null): number =>
  Array.from(part === null ? '' : typeof part === 'string' ? part : part.printed.text).reduce(
    (sum, c) => sum + (c > '\u2e80' ? 2 : 1),
    0,
  );
const parts = (cell: Part | null): Parts => (cell === null ? [] : [cell]);

/** Rows and columns change places; group lines have no column of their own and are dropped. */
export function transposed(grid: Grid): Grid {
  const rows = grid.rows.filter((row) => !row.group);
  return {
    corner: grid.corner,
    metrics: grid.metrics === 'rows' ? 'columns' : 'rows',
    heads: rows.map((row) => row.label),
    rows: grid.heads.map((label, i) => ({ label, cells: rows.map((row) => row.cells[i] ?? null) })),
  };
}

/** Every row as cells, label first; stacked heads come before the heads. */
function lines(grid: Grid): readonly (readonly (Part | null)[])[] {
  const over = grid.over
    ? [[null, ...grid.over.flatMap(([text, columns]) => [text, ...Array.from({ length: columns - 1 }, () => null)])]]
    : [];
  return [
    ...over,
    [grid.corner, ...grid.heads],
    ...grid.rows.map((row) => (row.group ? [row.label, ...grid.heads.map(() => null)] : [row.label, ...row.cells])),
  ];
}

function pipe(grid: Grid): Parts {
  const [head, ...body] = lines(grid);
  const row = (cells: readonly (Part | null)[]): Parts => [
    ...cells.flatMap((cell) => ['| ', ...parts(cell), ' ']),
    '|\n',
  ];
  const rule = `|${['---', ...grid.heads.map(() => '---:')].join('|')}|\n`;
  return [...row(head ?? []), rule, ...body.flatMap(row)];
}

const tab = (grid: Grid): Parts =>
  lines(grid).flatMap((cells) => [...cells.flatMap((cell, i) => [...(i > 0 ? ['\t'] : []), ...parts(cell)]), '\n']);

/** A closing bracket in a cell of its own. */
function torn(cell: Part | null): Parts {
  if (!(cell instanceof Slot)) return [...parts(cell), '\t '];
  const { text } = cell.printed;
  const isNegative = /^\(.*[^\t]\)$/.test(text);
  if (isNegative) cell.printed = { ...cell.printed, text: `${text.slice(0, -1)}\t)` };
  return [cell, cell.printed.text.endsWith('\t)') ? '' : '\t '];
}

/** As pasted from a newswire: currency and closing bracket in cells of their own. */
function split(grid: Grid): Parts {
  const head = lines({ ...grid, rows: [] }).flatMap((cells) => [
    ...cells.flatMap((cell, i) => (i === 0 ? [...parts(cell)] : ['\t', ...parts(cell), '\t \t'])),
    '\n',
  ]);
  const body = grid.rows.flatMap((row) => [
    row.label,
    ...(row.group ? [] : row.cells.flatMap((cell) => ['\t', row.sign ?? ' ', '\t', ...torn(cell)])),
    '\n',
  ]);
  return [...head, ...body];
}

/** Columns stand under each other by spaces. */
function space(grid: Grid, gap = 3): Parts {
  const all = lines(grid);
  const widths = [grid.corner, ...grid.heads].map((_, i) =>
    Math.max(...all.map((cells, n) => (grid.over && n === 0 ? 0 : widthOf(cells[i] ?? null)))),
  );
  let first = 1;
  for (const [text, columns] of grid.over ?? []) {
    const room = widths.slice(first, first + columns).reduce((sum, w) => sum + w + gap, 0);
    const missing = Math.ceil((text.length + gap - room) / columns);
    for (let i = first; i < first + columns; i++) widths[i] = (widths[i] ?? 0) + Math.max(0, missing);
    first += columns;
  }
  const cellAt = (cell: Part | null, i: number): Parts => {
    const room = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell)));
    return i === 0 ? [...parts(cell), room] : [' '.repeat(gap), room, ...parts(cell)];
  };
  const over = (): Parts => {
    let line = ' '.repeat(widths[0] ?? 0);
    let at = 1;
    for (const [text, columns] of grid.over ?? []) {
      const room = widths.slice(at, at + columns).reduce((sum, w) => sum + w + gap, 0);
      const left = Math.max(gap, Math.floor((room - text.length) / 2));
      line += (' '.repeat(left) + text).padEnd(room);
      at += columns;
    }
    return [line.trimEnd(), '\n'];
  };
  return all.flatMap((cells, n) => (grid.over && n === 0 ? over() : [...cells.flatMap(cellAt), '\n']));
}

/** Drawn with plus and bar. */
function box(grid: Grid): Parts {
  const all = lines(grid);
  const widths = [grid.corner, ...grid.heads].map((_, i) => Math.max(...all.map((cells) => widthOf(cells[i] ?? null))));
  const rule = `+${widths.map((w) => '-'.repeat(w + 2)).join('+')}+\n`;
  const row = (cells: readonly (Part | null)[]): Parts => [
    ...cells.flatMap((cell, i) => ['| ', ...parts(cell), ' '.repeat((widths[i] ?? 0) - widthOf(cell) + 1)]),
    '|\n',
  ];
  const heads = grid.over ? 2 : 1;
  return [rule, ...all.flatMap((cells, n) => [...row(cells), ...(n === heads - 1 ? [rule] : [])]), rule];
}

function set(grid: Grid, layout: TableLayout): Parts {
  switch (layout) {
    case 'pipe':
      return pipe(grid);
    case 'tab':
      return tab(grid);
    case 'split':
      return split(grid);
    case 'space':
      return space(grid);
    case 'fence':
      return ['```\n', ...space(grid), '```\n'];
    case 'box':
      return ['```\n', ...box(grid), '```\n'];
  }
}

/** Figures in a table may be called as their row or column is; the layout is noted with each. */
export function putTable(page: Page, grid: Grid, layout: TableLayout, name: string = layout): void {
  for (const row of grid.rows)
    row.cells.forEach((cell, i) => {
      if (!(cell instanceof Slot)) return;
      cell.layout = name;
      cell.metric = [...cell.metric, grid.metrics === 'rows' ? row.label : (grid.heads[i] ?? '')];
    });
  page.later(() => [...set(grid, layout), '\n']);
}
