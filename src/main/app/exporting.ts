/** Makes an export's bytes and puts them on disk: PDF is printed here, everything else comes from the notebook process. */
import { z } from 'zod';
import type { ExportOptions } from '../../contract/app';
import type { Printable } from '../exports/gather';
import { type PrintedPdf, printPdf } from '../exports/pdf/print';
import { makeQueue } from '../ipc/queue';
import { cannotWrite } from '../storage/errors';
import { refuseOverNotebook } from '../storage/target';
import { writeWhole } from '../storage/whole-file';
import type { NotebookHost } from './notebook-host';
import { notebookName } from './recent';

type What = ExportOptions['what'];

/** A preview asked for again and again must not open a hidden window each time. */
const onePrint = makeQueue();

/** Made by our own exports from checked records and printed by our own templates: its inside is not gone over again. */
const printable = z.custom<Printable>((value) => typeof value === 'object' && value !== null && 'note' in value);

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

export async function makeExport(notebook: NotebookHost, options: ExportOptions): Promise<Uint8Array> {
  return options.format === 'pdf' ? (await printFrom(notebook, options)).pdf : notebook.exportBytes(options);
}

export async function printFrom(notebook: NotebookHost, options: ExportOptions): Promise<PrintedPdf> {
  const { what, paper = 'A4', contents = true, appendix = true } = options;
  const note = printable.parse(await notebook.printable('notebook' in what ? null : what));
  return onePrint(() => printPdf(note, { paper, contents, appendix }));
}

/** Whole or not at all, and never over a notebook: the old file stays until the new one is on the disk. */
export function saveWhole(path: string, bytes: Uint8Array): void {
  refuseOverNotebook(path);
  try {
    writeWhole(path, bytes);
  } catch (reason) {
    throw cannotWrite(path, reason);
  }
}
