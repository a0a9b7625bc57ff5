// What tests of tables share: a page out of rows, and its figures in short.
import { analyse } from '../../../../src/core/analyse';
import { htmlParser } from '../../../../src/main/imports/html/parser';
import { sourceOf } from '../../../../src/main/imports/source';

/** A figure as its kind tells it. */
export type Told = readonly [
  quote: string,
  low: string | null,
  unit: string,
  currency: string | null,
  period: string | null,
];

/** The figures of a document in their order, quotes without white space. */
export const told = ({ figures }: ReturnType<typeof analyse>): Told[] =>
  figures.map(({ quote, low, unit, currency, period }) => [quote.replaceAll(/\s+/g, ''), low, unit, currency, period]);

/** A page with this body, read whole. */
export const html = (body: string) =>
  analyse(
    htmlParser.parse(sourceOf(new TextEncoder().encode(`<html><body>${body}</body></html>`), 'release.htm'), {
      whole: true,
    }),
  );

/** Rows of cells between bars as an HTML table. */
export const table = (rows: readonly string[]): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell.trim()}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;

/** A kind of table with figures that its reading must hold. */
export interface Kind {
  readonly what: string;
  readonly body: string;
  readonly holds: readonly Told[];
}
