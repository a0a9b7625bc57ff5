/** Between a document's text and its printed pages: on which page a place stands, in which boxes, and how the page is cited. */
import type { Page, Span } from '../model';

/** In points from the page's top left corner. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const RUN = 6;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/**
 * The page that a place in the text is printed on, or null where none is. Notes stand at the foot of their page and a
 * paragraph may run past them, so the spans of pages can overlap: the run decides.
 */
export function pageAt(pages: readonly Page[], at: number): Page | null {
  const near = pages.filter((page) => page.start <= at && at < page.end);
  if (near.length < 2) return near[0] ?? pages.findLast((page) => page.end > page.start && page.start <= at) ?? null;
  return near.find((page) => hasRun(page.runs, at)) ?? near[0] ?? null;
}

function hasRun(runs: readonly number[], at: number): boolean {
  for (let index = 0; index < runs.length; index += RUN) {
    if ((runs[index] ?? 0) <= at && at < (runs[index + 1] ?? 0)) return true;
  }
  return false;
}

/** Boxes of a stretch of `text`, one a run that it touches: of a run that is touched in part, about that part. */
export function boxesOf(runs: readonly number[], span: Span, text: string): PageBox[] {
  const boxes: PageBox[] = [];
  for (let index = 0; index < runs.length; index += RUN) {
    const [start = 0, end = 0, left = 0, top = 0, width = 0, height = 0] = runs.slice(index, index + RUN);
    if (start >= span.end || end <= span.start || end <= start) continue;
    const isLevel = width >= height || end - start === 1;
    // Letters of turned or right-to-left text do not follow one another from the left: the whole run is shown.
    const whole = !isLevel || RIGHT_TO_LEFT.test(text.slice(start, end));
    const from = whole ? 0 : (Math.max(start, span.start) - start) / (end - start);
    const to = whole ? 1 : (Math.min(end, span.end) - start) / (end - start);
    boxes.push({ left: left + from * width, top, width: (to - from) * width, height });
  }
  return boxes;
}

/** `iv` or `12`: as printed, else as counted. */
export const pageName = (page: Pick<Page, 'number' | 'label'>): string => page.label?.trim() || String(page.number);

/** As a page is cited: `p. 12`. */
export const pageLocator = (page: Pick<Page, 'number' | 'label'>): string => `p. ${pageName(page)}`;
