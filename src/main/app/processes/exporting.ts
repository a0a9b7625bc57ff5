/** Makes an export's bytes: a PDF is set in a process of its own, everything else comes from the notebook process. */
import { z } from 'zod';
import { USUAL_STYLE } from '../../../core/citation/styles';
import { isNoteFormat, isPacket, isTypeset, USUAL_PAPER } from '../../../core/report/exports';
import { TieoutError } from '../../../contract/errors';
import type { ExportOptions } from '../../../contract/app';
import { sourceRecord } from '../../../contract/records';
import type { Watching } from '../../exports/pdf/await-typeset';
import { printable, type Typeset } from '../../exports/pdf/job';
import { makeQueue } from '../../ipc/queue';
import type { NotebookHost } from './notebook-host';
import { cannotWrite } from '../../storage/errors';
import { refuseOverNotebook, throughLinks } from '../../storage/target';
import { writeWhole } from '../../storage/whole-file';
import { notebookName } from '../settings/recent';
import { typesetWithElectron } from './typesetting';

type What = ExportOptions['what'];

/** A preview asked for again and again must not start a process each time. */
const oneAtATime = makeQueue();

const named = z.array(z.object({ id: z.string(), title: z.string() }));

/** A file name to offer: the title of the report or document, else the notebook's name. */
export async function exportName(notebook: NotebookHost, what: What): Promise<string> {
  if ('notebook' in what) return notebookName(notebook.path);
  if ('audit' in what) return `${notebookName(notebook.path)} audit`;
  const [message, id] =
    'report' in what ? (['report.list', what.report] as const) : (['document.list', what.document] as const);
  const found = named.parse(await notebook.call(message, {})).find((entry) => entry.id === id);
  return found?.title ?? notebookName(notebook.path);
}

export type { Watching };

export interface Exporting extends Watching {
  /** The built `typeset-process.js`. */
  readonly typesetter: string;
}

/**
 * The bytes of an export and what a reader of the file should know of it. Errors as of the notebook process, and of the
 * typesetting process for a PDF: `E_MEMORY`, `E_DEADLINE`, `E_CANCELLED`.
 */
export async function makeExport(
  notebook: NotebookHost,
  options: ExportOptions,
  exporting: Exporting,
): Promise<{ readonly bytes: Uint8Array; readonly warnings: string[] }> {
  const { format, style = USUAL_STYLE } = options;
  if (isPacket(format)) {
    const { bytes: pdf, warnings } = await printFrom(notebook, { ...options, format: 'pdf' }, exporting);
    const { sealPacket } = await import('../../exports/packet');
    return { bytes: sealPacket(await notebook.exportBytes(options), pdf), warnings };
  }
  // Where the citations have a style, the note is made where its engine is.
  const apart = isTypeset(format) || (isNoteFormat(format) && style !== USUAL_STYLE);
  if (apart) return printFrom(notebook, options, exporting);
  // Loaded once something is exported: the program starts without it.
  const { leftOut } = await import('../../exports/index');
  const sources = async () => z.array(sourceRecord).parse(await notebook.call('source.list', {}));
  return { bytes: await notebook.exportBytes(options), warnings: [...(await leftOut(format, sources))] };
}

/** Sets what `options` name as a note's pages, for the notebook its newest text; one at a time in this run. Errors as of `makeExport`. */
export async function printFrom(
  notebook: NotebookHost,
  options: ExportOptions,
  { typesetter, ...watching }: Exporting,
): Promise<Typeset> {
  const { what, format, paper = USUAL_PAPER, contents = true, appendix = true, style = USUAL_STYLE } = options;
  const note = printable.parse(await notebook.printable('notebook' in what ? null : what));
  if (!isNoteFormat(format)) throw new TieoutError('E_FORMAT', `A note cannot be made as .${format}.`);
  const job = { printable: note, options: { paper, contents, appendix }, format, style };
  return oneAtATime(() => typesetWithElectron(typesetter, job, watching));
}

/** The characters of a note that no font of the app has. */
export async function unshownIn(notebook: NotebookHost, what: { readonly report: string }): Promise<string[]> {
  const { note } = printable.parse(await notebook.printable(what));
  const { unshownOf } = await import('../../exports/pdf/unshown');
  return unshownOf(note);
}

/** Whole or not at all, and never over a notebook: the old file stays until the new one is on the disk. */
export function saveWhole(path: string, bytes: Uint8Array): void {
  refuseOverNotebook(path);
  try {
    writeWhole(throughLinks(path), bytes);
  } catch (reason) {
    throw cannotWrite(path, reason);
  }
}
