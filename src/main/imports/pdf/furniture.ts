/** Running heads, feet and page numbers: what stands at the same height of many pages and differs in digits at most. */
import type { PageContent, Row, Run } from './model';
import { rowsOf, segmentsOf } from './rows';

const MARGIN = 0.12;
const PAGE_NUMBER = /^\W*(?:page|p\.|seite|第)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:页|(?:of|\/|von)\s*\d{1,4})?\W*$/i;

/** Runs that belong to the page and not to the text. */
export function furnitureOf(pages: readonly PageContent[]): ReadonlySet<Run> {
  const body = usualSize(pages);
  const seen = new Map<string, { readonly pages: Set<number>; readonly rows: Row[] }>();
  for (const page of pages) {
    for (const row of marginRows(page)) {
      // Headings stand at the top of pages too, and so do the rows of long tables.
      if (row.size > 1.15 * body || row.segments.length > 3) continue;
      for (const part of row.segments) {
        const words = PAGE_NUMBER.test(part.text) ? '#' : part.text.replace(/\d+/g, '#').trim();
        const key = `${Math.round(row.base / 4)} ${words}`;
        const entry = seen.get(key) ?? { pages: new Set<number>(), rows: [] };
        entry.pages.add(page.number);
        entry.rows.push({ ...part, segments: [part] });
        seen.set(key, entry);
      }
    }
  }
  const enough = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.5)));
  const repeated = [...seen.values()].filter((entry) => entry.pages.size >= enough);
  return new Set(repeated.flatMap((entry) => entry.rows.flatMap((row) => originals(row))));
}

function usualSize(pages: readonly PageContent[]): number {
  const letters = new Map<number, number>();
  for (const run of pages.flatMap((page) => page.runs)) {
    letters.set(run.size, (letters.get(run.size) ?? 0) + run.text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

const originals = (row: Row): readonly Run[] => row.runs;

function marginRows(page: PageContent): Row[] {
  const edge = page.runs.filter(
    (run) => run.box.y < page.height * MARGIN || run.box.y + run.box.h > page.height * (1 - MARGIN),
  );
  return rowsOf(segmentsOf(edge));
}
