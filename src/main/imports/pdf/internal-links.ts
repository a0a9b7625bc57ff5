/** Links inside a PDF, and which of them cite: those that lead into its list of sources. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { roleOf } from '../../../core/document/lines/role';
import type { Block, Box, PageContent, Row, Segment } from './printed/model';

/** Links of one document that are followed to where they lead. */
const MOST = 20_000;
/** How far above an entry a link to it may lead: browsers print such places too high by the margin of the page. */
const ABOVE = 90;
/** Fewer links into a list may lead to the section and not to its entries. */
const FEWEST = 3;

/** Where a link leads, `y` from the top of the page. */
export interface Place {
  readonly page: number;
  readonly y: number;
}

/** Boxes of citing links by page; links to one entry share a key. */
export type Citing = ReadonlyMap<number, readonly (Box & { readonly key: string })[]>;

/** Where the links of these pages lead, by the link's key; what cannot be found is left out. */
export async function placesOf(
  document: PDFDocumentProxy,
  pages: readonly PageContent[],
): Promise<ReadonlyMap<string, Place>> {
  const heights = new Map(pages.map((page) => [page.number, page.height]));
  const places = new Map<string, Place>();
  const known = new Set<string>();
  for (const { key, to } of pages.flatMap((page) => page.internalLinks)) {
    if (known.has(key)) continue;
    if (known.size >= MOST) break;
    known.add(key);
    const place = await placeOf(document, to, heights).catch(() => null);
    if (place) places.set(key, place);
  }
  return places;
}

async function placeOf(
  document: PDFDocumentProxy,
  to: unknown,
  heights: ReadonlyMap<number, number>,
): Promise<Place | null> {
  const target: unknown = typeof to === 'string' ? await document.getDestination(to) : to;
  if (!Array.isArray(target)) return null;
  const [page, kind, first, second] = [...target.values()].map((one: unknown) => one);
  const name = typeof kind === 'object' && kind !== null && 'name' in kind ? kind.name : null;
  const up = name === 'XYZ' ? second : name === 'FitH' ? first : null;
  const number = isReference(page) ? (await document.getPageIndex(page)) + 1 : null;
  const height = number === null ? undefined : heights.get(number);
  return number !== null && height !== undefined && typeof up === 'number' ? { page: number, y: height - up } : null;
}

const isReference = (value: unknown): value is { num: number; gen: number } =>
  typeof value === 'object' &&
  value !== null &&
  'num' in value &&
  typeof value.num === 'number' &&
  'gen' in value &&
  typeof value.gen === 'number';

/** Links that lead to an entry under a heading of sources. */
export function citingLinks(
  pages: readonly PageContent[],
  blocks: readonly Block[],
  places: ReadonlyMap<string, Place>,
): Citing {
  if (places.size === 0) return new Map();
  const entries = entryRows(blocks);
  const leads = ({ page, y }: Place): boolean =>
    (entries.get(page) ?? []).some((row) => y >= row.y - ABOVE && y <= row.y + row.h);
  const cited = new Set([...places].flatMap(([key, place]) => (leads(place) ? [key] : [])));
  if (cited.size < FEWEST) return new Map();
  return new Map(pages.map((page) => [page.number, page.internalLinks.filter(({ key }) => cited.has(key))]));
}

/** Rows of source lists, by page. */
function entryRows(blocks: readonly Block[]): ReadonlyMap<number, readonly (Row | Segment)[]> {
  const entries = new Map<number, (Row | Segment)[]>();
  let isList = false;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      isList = roleOf(block.rows.map((row) => row.text).join(' ')) === 'references';
      continue;
    }
    if (!isList) continue;
    for (const row of block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flat()) : block.rows) {
      const known = entries.get(row.page) ?? [];
      entries.set(row.page, known);
      known.push(row);
    }
  }
  return entries;
}
