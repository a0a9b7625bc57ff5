/** The running head and page number of every page, as an HTML of its own with one page for each. */
import { fontFaces } from '../fonts';
import { escapeHtml } from '../html';
import type { Note } from '../note';

export interface PageSize {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

const styles = `
* { box-sizing: border-box; margin: 0; font-variant: none !important; font-feature-settings: "calt" 0 !important; }
.page { position: relative; width: 100%; height: 100%; overflow: hidden; break-inside: avoid; font: 7.6pt/1.3 "Inter", "Noto Sans SC", sans-serif; color: #57564f; }
.page + .page { break-before: page; }
.page div { position: absolute; left: 20mm; right: 20mm; display: flex; justify-content: space-between; gap: 12mm; }
.head { top: 11mm; } .foot { bottom: 10mm; }
.t { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .n { white-space: nowrap; }`;

function pageHtml(note: Note, at: number, count: number, name: string): string {
  // The first page opens with the title itself: a running head above it would say it twice.
  const head =
    at === 0
      ? ''
      : `<div class="head"><span class="t">${escapeHtml(note.title)}</span><span class="n">${escapeHtml(note.asOf ?? '')}</span></div>`;
  return `<section class="page ${name}">${head}<div class="foot"><span>Tieout</span><span class="n">${at + 1} / ${count}</span></div></section>`;
}

/** The HTML to print; page `i` belongs over page `i` of the note. */
export async function runningHeads(note: Note, sizes: readonly PageSize[]): Promise<string> {
  const names = new Map(
    [...new Set(sizes.map(({ width, height }) => `${width}pt ${height}pt`))].map((size, i) => [size, `s${i}`] as const),
  );
  const rules = [...names].map(([size, name]) => {
    const [width, height] = size.split(' ');
    return `@page ${name}{size:${size};margin:0} .${name}{page:${name};width:${width};height:calc(${height} - 1pt)}`;
  });
  const pages = sizes.map((size, i) =>
    pageHtml(note, i, sizes.length, names.get(`${size.width}pt ${size.height}pt`) ?? 's0'),
  );
  const first = sizes[0] ?? { width: 595, height: 842 };
  const body = pages.join('');
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><title>heads</title><style>${await fontFaces(body)}
@page{size:${first.width}pt ${first.height}pt;margin:0}
${styles}
${rules.join('\n')}</style></head><body>${body}</body></html>`;
}
