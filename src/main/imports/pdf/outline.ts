/** Reads the bookmarks of a PDF as titles of headings with their depth. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { plainTitle } from './blocks';

const MOST = 20_000;

export async function outlineOf(document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
  const titles = new Map<string, number>();
  const roots: unknown = await document.getOutline().catch(() => null);
  const open: { readonly node: unknown; readonly depth: number }[] = [{ node: { items: roots }, depth: 0 }];
  for (let at = 0; at < open.length && at < MOST; at += 1) {
    const entry = open[at];
    const node = entry?.node;
    if (!entry || typeof node !== 'object' || node === null) continue;
    if (entry.depth > 0 && 'title' in node && typeof node.title === 'string') {
      const title = plainTitle(node.title);
      if (title !== '' && !titles.has(title)) titles.set(title, entry.depth);
    }
    if ('items' in node && Array.isArray(node.items)) {
      for (const item of node.items) open.push({ node: item, depth: entry.depth + 1 });
    }
  }
  return titles;
}
