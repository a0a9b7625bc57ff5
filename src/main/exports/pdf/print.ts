/**
 * Prints a note to PDF in a hidden, sandboxed window that has no preload, no script of its own and no network. Two
 * passes: the first tells on which page each heading falls, the second prints the contents with those numbers. Running
 * heads and page numbers are a print of their own laid over the pages, because Chromium's header templates can use
 * neither our fonts nor Chinese.
 */
import { BrowserWindow, session } from 'electron';
import type { Printable } from '../gather';
import { noteHtml } from '../html';
import { headingPages, layOver, pageSizes } from './pages';
import { runningHeads } from './running-heads';

export interface PdfOptions {
  readonly paper: 'A4' | 'Letter';
  readonly contents: boolean;
  readonly appendix: boolean;
}

export interface PrintedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

const ISOLATED_WORLD = 999;
const PAGE_URL = 'app://print/note.html';
let printers = 0;

/** A window that shows one page at a time, handed to it as text, and can reach nothing else. */
class Printer {
  readonly #window: BrowserWindow;
  #html = '';

  constructor() {
    // A session of its own, in memory: nothing of a notebook is left in a cache.
    const partition = session.fromPartition(`print-${++printers}`);
    partition.setSpellCheckerEnabled(false);
    partition.protocol.handle(
      'app',
      () => new Response(this.#html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    );
    partition.webRequest.onBeforeRequest((details, decide) => {
      decide({ cancel: details.url !== PAGE_URL && !details.url.startsWith('data:') });
    });
    partition.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    this.#window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: partition,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    });
    this.#window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  }

  async print(html: string): Promise<Uint8Array> {
    this.#html = html;
    const { webContents } = this.#window;
    await webContents.loadURL(PAGE_URL);
    // Printing before the fonts are in would print the fallback.
    await webContents.executeJavaScriptInIsolatedWorld(ISOLATED_WORLD, [
      { code: 'document.fonts.ready.then(() => document.fonts.size)' },
    ]);
    // A Buffer is a view that pdf.js refuses: plain bytes leave this window.
    return Uint8Array.from(
      await webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    );
  }

  close(): void {
    this.#window.destroy();
  }
}

/** The finished PDF: tagged, with bookmarks, title, language, running heads and page numbers. */
export async function printPdf({ note, appendix }: Printable, options: PdfOptions): Promise<PrintedPdf> {
  const blocks = options.appendix ? appendix : [];
  const html = (pages: ReadonlyMap<number, number>) =>
    noteHtml(note, blocks, { paper: options.paper, contents: options.contents, pages });
  const printer = new Printer();
  try {
    const draft = await printer.print(await html(new Map()));
    const body = options.contents ? await printer.print(await html(await headingPages(draft))) : draft;
    const sizes = await pageSizes(body);
    const heads = await printer.print(await runningHeads(note, sizes));
    return {
      pdf: await layOver(body, heads, { title: note.title, language: note.language, author: note.author }),
      pages: sizes.length,
    };
  } finally {
    printer.close();
  }
}
