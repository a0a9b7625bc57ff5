/** Builds small PDFs for tests: lines at given places, in given sizes. */
import { degrees, type PDFDocument, PDFDocument as Pdf, StandardFonts } from 'pdf-lib';

export interface Line {
  readonly text: string;
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Sets it right behind the line before, at its own height. */
  readonly behind?: boolean;
}

export interface Made {
  readonly rotate?: number;
  readonly lines: readonly Line[];
}

const HEIGHT = 800;

export async function makePdf(
  pages: readonly Made[],
  also?: (pdf: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const pdf = await Pdf.create();
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const strong = await pdf.embedFont(StandardFonts.HelveticaBold);
  for (const { lines, rotate = 0 } of pages) {
    const page = pdf.addPage([600, HEIGHT]);
    page.setRotation(degrees(rotate));
    let right = 0;
    for (const { text, x, y, size = 10, bold = false, behind = false } of lines) {
      const font = bold ? strong : plain;
      const left = behind ? right : x;
      page.drawText(text, { x: left, y: HEIGHT - y, size, font });
      right = left + font.widthOfTextAtSize(text, size);
    }
  }
  await also?.(pdf);
  // Objects stand by themselves, so that a broken index can be made anew.
  return pdf.save({ useObjectStreams: false });
}

/** Lines of running text under each other. */
export const column = (x: number, y: number, texts: readonly string[], size = 10): Line[] =>
  texts.map((text, at) => ({ text, x, y: y + at * size * 1.25, size }));
