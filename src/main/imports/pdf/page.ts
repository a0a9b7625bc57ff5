/** Reads one page into runs: where each stretch of text stands, in what size, and whether it is bold. */
import type { PDFPageProxy, PageViewport } from 'pdfjs-dist';
import { TieoutError } from '../../../contract/errors';
import { IMPORT_LIMITS } from '../limits';
import { safeHref } from '../links';
import type { Box, PageContent, Run } from './printed/model';
import type { Drawing } from './drawing';
import { readOnce } from './overprint';
import { splitAtLinks } from './split-runs';
import { tagsOf } from './printed/tags';

/** Names of the fonts met so far, by pdf.js's own key: a font's name is only known once a page's drawing is read. */
export type FontNames = Map<string, boolean>;

export interface PageRead {
  readonly content: PageContent;
  readonly refusedActions: number;
  /** Pictures but no text: a scan. */
  readonly empty: boolean;
}

/** `tagged`: the file says that it is, and its tags are read. Throws `E_TOO_LARGE`, with the page's number. */
export async function readPage(
  page: PDFPageProxy,
  label: string | null,
  fonts: FontNames,
  tagged: boolean,
  drawing: Drawing,
): Promise<PageRead> {
  const viewport = page.getViewport({ scale: 1 });
  const items = await textOf(page, tagged);
  const texts = items.flatMap((item) => ('str' in item ? [item] : []));
  const contents = contentsOf(items);
  await learnFonts(page, new Set(texts.map((item) => item.fontName)), fonts, drawing);
  const sheet: Sheet = { number: page.pageNumber, viewport, fonts };
  const runs = texts.flatMap((item, index) => runOf(sheet, item, contents[index] ?? null) ?? []);
  const tags = tagged ? tagsOf(await page.getStructTree().catch(() => null)) : null;
  const { links, internalLinks, refused } = await linksOf(page, viewport.transform);
  const boxes = [...links, ...internalLinks];
  const once = readOnce(runs);
  const parted = boxes.length === 0 ? once : once.flatMap((run) => splitAtLinks(run, boxes));
  const { width, height } = viewport;
  return {
    content: { number: page.pageNumber, label, width, height, runs: parted, tags, links, internalLinks },
    refusedActions: refused,
    empty: runs.length === 0,
  };
}

/**
 * The text as it comes, and no more of it than a page may have: forms that draw forms twice each make of a few lines more
 * than any memory holds.
 */
async function textOf(page: PDFPageProxy, tagged: boolean): Promise<Items> {
  const reader: ReadableStreamDefaultReader<TextContent> = page
    .streamTextContent({ includeMarkedContent: tagged })
    .getReader();
  const items: Items = [];
  let texts = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream comes part by part
    const { done, value } = await reader.read();
    if (done) return items;
    for (const item of value.items) {
      items.push(item);
      if ('str' in item) texts += 1;
    }
    if (texts <= IMPORT_LIMITS.pdf.runsPerPage && items.length <= MOST_ITEMS) continue;
    const refusal = tooManyRuns(page.pageNumber);
    // oxlint-disable-next-line no-await-in-loop -- the last thing that is done
    await reader.cancel(refusal).catch(() => undefined);
    throw refusal;
  }
}

/** With the marks of tagged content, which stand around each piece of text. */
const MOST_ITEMS = 10 * IMPORT_LIMITS.pdf.runsPerPage;

const tooManyRuns = (number: number): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `Page ${number} has more than ${IMPORT_LIMITS.pdf.runsPerPage} pieces of text, the limit for a page. Print the pages you need to a new PDF.`,
  );

interface Sheet {
  readonly number: number;
  readonly viewport: PageViewport;
  readonly fonts: FontNames;
}

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type Items = TextContent['items'];
type TextItem = Extract<Items[number], { readonly str: string }>;

/** Null where nothing is seen: white space, no size, a place that is no number. */
function runOf(sheet: Sheet, item: TextItem, content: string | null): Run | null {
  const { viewport, number, fonts } = sheet;
  const text = item.str.replaceAll('\u0000', '');
  if (text.trim() === '' || !item.transform.every((value: unknown) => Number.isFinite(value))) return null;
  const [a, b, c, d, e, f] = times(viewport.transform, item.transform);
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  if (!(size > 0) || !Number.isFinite(size) || size > 2000) return null;
  const quarter = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const level = turned(quarter, e, f, viewport.width, viewport.height);
  return {
    text,
    size,
    base: level.y,
    x: level.x,
    y: level.y - size * 0.8,
    w: item.width,
    h: size,
    font: item.fontName,
    bold: fonts.get(item.fontName) ?? false,
    page: number,
    box: boxOf(quarter, e, f, item.width, size),
    content,
    raised: false,
  };
}

/** For each piece of text the marked content it stands in. */
function contentsOf(items: Items): (string | null)[] {
  const contents: (string | null)[] = [];
  const open: (string | null)[] = [];
  const closed = new Set<string>();
  let last: string | null = null;
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== null) ?? null;
      // Numbers begin anew in a form that is laid over the page: a number met again after others is not the page's own.
      if (id !== last && last !== null) closed.add(last);
      last = id;
      contents.push(id !== null && id !== 'artifact' && closed.has(id) ? null : id);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('tag' in item && item.tag === 'Artifact' ? 'artifact' : item.id || null);
  }
  return contents;
}

type Matrix = readonly [number, number, number, number, number, number];

function times(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** The origin of a run as if its page were turned so that it runs level. */
function turned(quarter: number, x: number, y: number, width: number, height: number): { x: number; y: number } {
  if (quarter === 1) return { x: y, y: width - x };
  if (quarter === 2) return { x: width - x, y: height - y };
  return quarter === 3 ? { x: height - y, y: x } : { x, y };
}

function boxOf(quarter: number, x: number, y: number, width: number, size: number): Box {
  const up = size * 0.8;
  if (quarter === 1) return { x: x - size + up, y, w: size, h: width };
  if (quarter === 2) return { x: x - width, y: y - size + up, w: width, h: size };
  return quarter === 3 ? { x: x - up, y: y - width, w: size, h: width } : { x, y: y - up, w: width, h: size };
}

async function learnFonts(
  page: PDFPageProxy,
  names: ReadonlySet<string>,
  fonts: FontNames,
  drawing: Drawing,
): Promise<void> {
  const unknown = [...names].filter((name) => !fonts.has(name));
  if (unknown.length === 0) return;
  for (const name of unknown) fonts.set(name, false);
  try {
    await drawing.learnFonts(page);
    for (const name of unknown) {
      if (!page.commonObjs.has(name)) continue;
      const font: unknown = page.commonObjs.get(name);
      fonts.set(name, isBold(font));
    }
  } catch {
    // A page whose drawing is broken still has its words; only their weight is not known.
  } finally {
    page.cleanup();
  }
}

function isBold(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false;
  if (('bold' in font && font.bold === true) || ('black' in font && font.black === true)) return true;
  return 'name' in font && typeof font.name === 'string' && /bold|black|heavy|semib|demi/i.test(font.name);
}

async function linksOf(page: PDFPageProxy, transform: readonly number[]) {
  const links: (Box & { href: string })[] = [];
  const internalLinks: (Box & { key: string; to: unknown })[] = [];
  let refused = 0;
  const annotations: unknown[] = await page.getAnnotations().catch(() => []);
  for (const one of annotations) {
    if (typeof one !== 'object' || one === null) continue;
    const target = 'unsafeUrl' in one ? one.unsafeUrl : null;
    const href = typeof target === 'string' ? safeHref(target) : null;
    const to = 'dest' in one ? one.dest : null;
    const acts = ('action' in one && Boolean(one.action)) || ('actions' in one && Boolean(one.actions));
    // Of an action that is not its business pdf.js tells nothing: a link that leads nowhere has one.
    const isLost = 'subtype' in one && one.subtype === 'Link' && !target && !to;
    if (acts || isLost || (target && href === null)) refused += 1;
    const box = 'rect' in one ? rectBox(one.rect, transform) : null;
    if (box && href !== null) links.push({ href, ...box });
    else if (box && to) internalLinks.push({ key: JSON.stringify(to), to, ...box });
  }
  return { links, internalLinks, refused };
}

function rectBox(rect: unknown, transform: readonly number[]): Box | null {
  if (!Array.isArray(rect) || !rect.every((value) => typeof value === 'number')) return null;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect;
  const [, , , , left, top] = times(transform, [1, 0, 0, 1, x0, y0]);
  const [, , , , right, bottom] = times(transform, [1, 0, 0, 1, x1, y1]);
  return { x: Math.min(left, right), y: Math.min(top, bottom), w: Math.abs(right - left), h: Math.abs(bottom - top) };
}
