/** `--print-pdf NB OUT`: prints one PDF without showing a window, for the command line, and ends. */
import type { PrintJob } from './args';
import { printFrom, saveWhole } from './exporting';
import { openNotebookHost } from './notebook-host';
import type { Places } from './places';

/** The exit code: 0 done, 1 with one line on standard error. */
export async function printHeadless(job: PrintJob, places: Places): Promise<number> {
  const ignored = { gone: () => undefined, restarted: () => undefined, failed: () => undefined, lost: () => undefined };
  try {
    const notebook = await openNotebookHost(places.notebookProcess, job.notebook, 'read', ignored);
    try {
      const { paper, contents, appendix } = job;
      const what = job.what ?? { notebook: true as const };
      const { pdf } = await printFrom(notebook, { what, format: 'pdf', paper, contents, appendix });
      saveWhole(job.output, pdf);
    } finally {
      await notebook.close();
    }
    return 0;
  } catch (reason) {
    process.stderr.write(`tieout: ${reason instanceof Error ? reason.message : String(reason)}\n`);
    return 1;
  }
}
