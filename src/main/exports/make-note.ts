/** A note as the bytes of one format, its citations in the style asked for: what the typesetting process does. */
import { isTypeset, type NoteFormat, type TypesetFormat } from '../../core/report/exports';
import { inStyle } from './citations/apply';
import type { Printable } from './note/note';
import { noteHtml } from './html';
import { noteMarkdown } from './markdown/markdown';
import type { Typeset, TypesetJob, TypesetStage } from './pdf/job';
import type { PdfOptions } from './pdf/lower';

/** A note in a format that has no pages of ours. */
export async function noteBytes(
  { note, appendix }: Printable,
  format: Exclude<NoteFormat, TypesetFormat>,
  options: PdfOptions,
): Promise<Uint8Array> {
  const after = options.appendix ? appendix : [];
  switch (format) {
    case 'docx': {
      // A large library that nothing else needs: loaded once somebody asks.
      const { noteDocx } = await import('./docx/docx');
      return noteDocx(note, after, options.paper, options.contents);
    }
    case 'md':
      return new TextEncoder().encode(noteMarkdown(note, after));
    case 'html': {
      const { paper, contents } = options;
      return new TextEncoder().encode(await noteHtml(note, after, { paper, contents, pages: new Map() }));
    }
  }
}

/** `tell` hears what is under way. Rejects as of `inStyle` and `typeset`. */
export async function makeNote(job: TypesetJob, tell: (stage: TypesetStage) => void): Promise<Typeset> {
  if (job.style !== 'names') tell('citing');
  const printable = inStyle(job.printable, job.style);
  if (!isTypeset(job.format))
    return { bytes: await noteBytes(printable, job.format, job.options), pages: 0, warnings: [] };
  const { typeset } = await import('./pdf/typeset');
  return typeset({ printable, options: job.options }, tell);
}
