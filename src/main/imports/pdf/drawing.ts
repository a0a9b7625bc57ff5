/**
 * Runs through the drawing of pages for the fonts that it names, because pdf.js tells a font's name only then. It is taken
 * part by part, and no more of it than a page and a document may have: forms that draw forms twice each make of a few lines
 * more than any memory holds. Where there is more, it is left, and the weight of the fonts behind it stays unknown.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import { IMPORT_LIMITS } from '../limits';

/** What pdf.js sends of a page's drawing. */
interface Part {
  readonly fnArray?: readonly unknown[];
}
type Parts = ReadableStreamDefaultReader<Part>;

// As pdf.js has them: DISPLAY, OPLIST and ANNOTATIONS_DISABLE. Text on notes and fields is none of the page's.
const INTENT = 0x02 | 0x100 | 0x40;

export class Drawing {
  #left: number = IMPORT_LIMITS.pdf.drawn;
  /** Nobody reads on, so pdf.js waits. */
  readonly #halted: Parts[] = [];

  /** Resolves once the fonts of `page` are known, or no more is looked for. */
  async learnFonts(page: PDFPageProxy): Promise<void> {
    const reader = partsOf(page);
    const most = Math.min(this.#left, IMPORT_LIMITS.pdf.drawnPerPage);
    let drawn = 0;
    while (drawn < most) {
      // oxlint-disable-next-line no-await-in-loop -- a stream comes part by part
      const { done, value } = await reader.read();
      if (done) break;
      drawn += value.fnArray?.length ?? 0;
    }
    this.#left -= drawn;
    if (drawn >= most) this.#halted.push(reader);
  }

  /** Lets go of what waits, when the document is being closed: cancelled earlier, pdf.js would draw on to the end. */
  end(): void {
    for (const reader of this.#halted) reader.cancel(new Error('The document is closed.')).catch(() => undefined);
  }
}

/** pdf.js itself keeps all of a drawing until it is whole; this is how it asks for one. */
function partsOf(page: PDFPageProxy): Parts {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a message of the pinned pdf.js that its types leave out
  const { messageHandler } = page._transport as {
    readonly messageHandler: {
      readonly sendWithStream: (name: string, data: object, strategy: object) => ReadableStream<Part>;
    };
  };
  return messageHandler
    .sendWithStream(
      'GetOperatorList',
      {
        pageIndex: page.pageNumber - 1,
        intent: INTENT,
        cacheKey: String(INTENT),
        annotationStorage: null,
        modifiedIds: '',
      },
      {},
    )
    .getReader();
}
