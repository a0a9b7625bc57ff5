/**
 * Draws pages of a PDF with pdf.js: pictures only, without scripts, forms, links or network. Fonts are those embedded in
 * the file, else the ones that ship with the app. Each file has a worker of its own, which ends when the file is closed.
 */
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Pdf {
  readonly document: PDFDocumentProxy;
  /** Frees the memory of the file; drawings under way are dropped. */
  readonly close: () => void;
}

const asset = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;

/** Takes the bytes over. Rejects with a reason that `isPasswordWanted` knows for an encrypted file without the right password. */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<Pdf> {
  const thread = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url), { type: 'module' });
  const task = getDocument({
    data: bytes,
    password,
    worker: PDFWorker.create({ port: thread, verbosity: 0 }),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: true,
    cMapUrl: asset('cmaps'),
    standardFontDataUrl: asset('standard_fonts'),
    wasmUrl: asset('wasm'),
    verbosity: 0,
  });
  const end = (): void => {
    void task.destroy().finally(() => thread.terminate());
  };
  try {
    return { document: await task.promise, close: end };
  } catch (reason) {
    end();
    throw reason;
  }
}

export const isPasswordWanted = (reason: unknown): boolean =>
  reason instanceof Error && reason.name === 'PasswordException';

/** Larger canvases take too much memory; those pages are drawn less sharply. */
const MOST_PIXELS = 40_000_000;

/** Draws page `number` (from 1) onto the canvas at `width` CSS pixels; the old picture stays until the new one is whole. */
export async function drawPage(pdf: Pdf, number: number, canvas: HTMLCanvasElement, width: number): Promise<void> {
  try {
    const page = await pdf.document.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const sharp = (width / natural.width) * window.devicePixelRatio;
    const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
    const viewport = page.getViewport({ scale: Math.min(sharp, most) });
    const next = document.createElement('canvas');
    next.width = Math.max(1, Math.floor(viewport.width));
    next.height = Math.max(1, Math.floor(viewport.height));
    await page.render({ canvas: next, viewport }).promise;
    canvas.width = next.width;
    canvas.height = next.height;
    canvas.style.aspectRatio = `${natural.width} / ${natural.height}`;
    canvas.getContext('2d')?.drawImage(next, 0, 0);
    page.cleanup();
  } catch (reason) {
    if (!pdf.document.loadingTask.destroyed) throw reason;
  }
}

/** Width over height of each page, for laying pages out before they are drawn. */
export async function pageRatios({ document: pdf }: Pdf): Promise<readonly number[]> {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  return pages.map((page) => {
    const { width, height } = page.getViewport({ scale: 1 });
    return width / height;
  });
}
