/** Reads and finishes printed pages: where headings fell, running heads laid over, metadata set. */
import { PDFDocument, PDFName, PDFOperator, PDFOperatorNames } from 'pdf-lib';
import type { PageSize } from './running-heads';

/** Page (from 1) of each heading `h-N`, by N. Chromium gives every link target inside the document a named destination. */
export async function headingPages(pdf: Uint8Array): Promise<ReadonlyMap<number, number>> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the buffer over: it gets its own copy.
  const task = getDocument({ data: pdf.slice(), isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const pages = new Map<number, number>();
  try {
    const document = await task.promise;
    const destinations: Record<string, unknown> = await document.getDestinations();
    for (const [name, destination] of Object.entries(destinations)) {
      const heading = /^h-(\d+)$/.exec(name)?.[1];
      const target: unknown = Array.isArray(destination) ? destination[0] : null;
      if (heading && isReference(target)) pages.set(Number(heading), (await document.getPageIndex(target)) + 1);
    }
  } finally {
    await task.destroy();
  }
  return pages;
}

const isReference = (value: unknown): value is { num: number; gen: number } =>
  typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;

export async function pageSizes(pdf: Uint8Array): Promise<readonly PageSize[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map((page) => page.getSize());
}

export interface Metadata {
  readonly title: string;
  readonly language: string;
  readonly author: string | null;
}

const artifact = PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]);
const endArtifact = PDFOperator.of(PDFOperatorNames.EndMarkedContent);

/** The note's pages with their running heads, marked as artifacts so that a screen reader passes over them. */
export async function layOver(pdf: Uint8Array, heads: Uint8Array, metadata: Metadata): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const pages = document.getPages();
  const overlays = await document.embedPdf(
    heads,
    pages.map((_, i) => i),
  );
  pages.forEach((page, i) => {
    const overlay = overlays[i];
    if (!overlay) return;
    page.pushOperators(artifact);
    page.drawPage(overlay, { x: 0, y: 0 });
    page.pushOperators(endArtifact);
  });
  document.setTitle(metadata.title, { showInWindowTitleBar: true });
  document.setLanguage(metadata.language);
  if (metadata.author) document.setAuthor(metadata.author);
  document.setCreator('Tieout');
  document.setProducer('Tieout');
  return document.save();
}
