/** Opens a PDF in this thread, without scripts, fonts or anything fetched, and says in our words why one cannot be opened. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { TieoutError } from '../../../contract/errors';
import { withTrailer } from './repair';

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

/** Throws `E_PASSWORD` for an encrypted file without the right password, `E_DAMAGED` for one that has no readable structure. */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<OpenPdf> {
  try {
    return await open(bytes, password);
  } catch (reason) {
    const repaired = isPassword(reason) ? null : withTrailer(bytes);
    if (repaired === null) throw refusal(reason);
    return open(repaired, password).catch((again: unknown) => {
      throw refusal(again);
    });
  }
}

async function open(bytes: Uint8Array, password: string | undefined): Promise<OpenPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the buffer over, and the original bytes are kept in the notebook: it gets its own copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    password,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    // Pictures are of no use here: none is decoded.
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (reason) {
    await task.destroy();
    throw reason;
  }
}

const isPassword = (reason: unknown): reason is Error => reason instanceof Error && reason.name === 'PasswordException';

function refusal(reason: unknown): TieoutError {
  if (isPassword(reason)) {
    const wrong = 'code' in reason && reason.code === 2;
    return new TieoutError(
      'E_PASSWORD',
      wrong
        ? 'The password does not open this PDF. Type it again, or save a copy without a password.'
        : 'This PDF is protected by a password. Give the password to import it.',
    );
  }
  return damaged(reason);
}

/** `cause`: what pdf.js said, where it said something. */
export const damaged = (cause?: unknown): TieoutError =>
  new TieoutError(
    'E_DAMAGED',
    'The PDF is damaged and none of its pages can be read. Get the file again from its source.',
    undefined,
    cause,
  );
