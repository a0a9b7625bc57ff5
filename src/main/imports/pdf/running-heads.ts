/** Running heads, feet and page numbers: what stands at the same height of many pages and differs in digits at most. */
import { isUnitLine } from '../../../core/figure/placing/cells/unit-line';
import { readPeriod } from '../../../core/figure/cell/period-cell';
import type { PageContent, Row, Run, Segment } from './printed/model';
import { rowsOf, segmentsOf } from './printed/rows';

const MARGIN = 0.12;
const PAGE_NUMBER = /^\W*(?:page|p\.|seite|第)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:页|(?:of|\/|von)\s*\d{1,4})?\W*$/i;

/** Pages, and share of them, that a line as large as a heading repeats on to be a running head. */
const [FEWEST_LARGE, LARGE_SHARE] = [4, 0.25];

interface Seen {
  readonly page: number;
  readonly part: Segment;
  /** Its numbers, in order. */
  readonly digits: readonly number[];
}

/**
 * Runs that belong to the page and not to the text. Rows of tables stand at the top of pages too, and their heads repeat:
 * a line is set aside only if its numbers stay the same or count with the pages, and if no other number stands in it.
 */
export function runningHeadsOf(pages: readonly PageContent[]): ReadonlySet<Run> {
  const body = usualSize(pages);
  const seen = new Map<string, Seen[]>();
  const rows: Row[] = [];
  for (const page of pages) {
    for (const row of marginRows(page)) {
      // The rows of long tables stand at the top of pages too.
      if (row.segments.length > 3 || headsTable(row)) continue;
      rows.push(row);
      for (const part of row.segments) {
        const key = keyOf(part);
        const entry = seen.get(key) ?? [];
        entry.push({ page: page.number, part, digits: (part.text.match(/\d{1,9}/g) ?? []).map(Number) });
        seen.set(key, entry);
      }
    }
  }
  const enough = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.5)));
  // Headings stand at the top of pages too: in their size, what repeats must do so on many.
  const many = Math.max(enough, FEWEST_LARGE, Math.ceil(pages.length * LARGE_SHARE));
  const repeated = new Set<Segment>();
  for (const entry of seen.values()) {
    const least = (entry[0]?.part.size ?? 0) > 1.15 * body ? many : enough;
    if (new Set(entry.map(({ page }) => page)).size < least || !countsWithPages(entry)) continue;
    for (const { part } of entry) repeated.add(part);
  }
  return new Set(rows.flatMap((row) => partsAside(row, repeated)).flatMap(({ runs }) => runs));
}

function keyOf(part: Segment): string {
  const words = PAGE_NUMBER.test(part.text) ? '#' : part.text.replace(/\d+/g, '#').trim();
  return `${Math.round(part.base / 4)} ${words}`;
}

/** `Page 3 of 12` goes on by one a page, a year stays: other numbers are a table's. */
function countsWithPages(entry: readonly Seen[]): boolean {
  const [first] = entry;
  if (first === undefined) return false;
  if (first.digits.length === 0 || entry.every(({ part }) => ROMAN.test(part.text.trim()))) return true;
  return entry.every(({ page, digits, part }) => {
    if (digits.length !== first.digits.length) return PAGE_NUMBER.test(part.text);
    return digits.every((value, at) => {
      const start = first.digits[at] ?? 0;
      return value === start || value - start === page - first.page;
    });
  });
}

const ROMAN = /^[ivxl]{1,6}$/i;

/** A row with a number that does not repeat is a table's, and so are the words beside it. */
function partsAside(row: Row, repeated: ReadonlySet<Segment>): readonly Segment[] {
  const others = row.segments.filter((part) => !repeated.has(part));
  return others.some((part) => /^[^\p{L}]*\d/u.test(part.text))
    ? []
    : row.segments.filter((part) => repeated.has(part));
}

/** Lines of units, and rows of periods, head the tables of every page that they repeat on. */
function headsTable(row: Row): boolean {
  if (isUnitLine(row.text)) return true;
  return row.segments.filter((part) => readPeriod(part.text) !== null).length >= 2;
}

function usualSize(pages: readonly PageContent[]): number {
  const letters = new Map<number, number>();
  for (const run of pages.flatMap((page) => page.runs)) {
    letters.set(run.size, (letters.get(run.size) ?? 0) + run.text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function marginRows(page: PageContent): Row[] {
  const edge = page.runs.filter(
    (run) => run.box.y < page.height * MARGIN || run.box.y + run.box.h > page.height * (1 - MARGIN),
  );
  return rowsOf(segmentsOf(edge));
}
