/** Draws pages of a PDF with pdf.js: no scripts, no links, no network; fonts are those embedded in the file. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

GlobalWorkerOptions.workerPort = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url), {
  type: 'module',
});

export type Pdf = PDFDocumentProxy;

export function openPdf(bytes: Uint8Array): Promise<Pdf> {
  return getDocument({ data: bytes.slice(), isEvalSupported: false, disableAutoFetch: true, verbosity: 0 }).promise;
}

/** Draws page `number` (from 1) onto the canvas at `width` CSS pixels; the old picture stays until the new one is whole. */
export async function drawPage(pdf: Pdf, number: number, canvas: HTMLCanvasElement, width: number): Promise<void> {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width / natural.width) * window.devicePixelRatio });
  const next = document.createElement('canvas');
  next.width = Math.floor(viewport.width);
  next.height = Math.floor(viewport.height);
  await page.render({ canvas: next, viewport }).promise;
  canvas.width = next.width;
  canvas.height = next.height;
  canvas.style.aspectRatio = `${natural.width} / ${natural.height}`;
  canvas.getContext('2d')?.drawImage(next, 0, 0);
}

/** Width over height of each page, for laying pages out before they are drawn. */
export async function pageRatios(pdf: Pdf): Promise<readonly number[]> {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  return pages.map((page) => {
    const { width, height } = page.getViewport({ scale: 1 });
    return width / height;
  });
}
