/** Export from the shell: what the person is looking at decides what is exported. */
import type { ExportOptions } from '../../../../contract/app';
import { call } from '../calls/client';
import { currentVisit, type Place, trail } from '../state/navigation';
import { ask, start } from '../calls/run';
import { mayGoOut } from './publish';
import { dismissToastOf, showToast } from '../state/toasts';

/** The report or document on show; elsewhere the newest report, else the newest document, else nothing. */
export async function exportTarget(place: Place): Promise<ExportOptions['what'] | null> {
  if (place.view === 'report' && place.report) return { report: place.report };
  if (place.view === 'reader' && place.document) return { document: place.document };
  const [report] = await call('report.list', {});
  if (report) return { report: report.id };
  const documents = await call('document.list', {});
  const newest = documents.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt))[0];
  return newest ? { document: newest.id } : null;
}

export async function exportPdf(): Promise<void> {
  const what = await exportTarget(currentVisit(trail.get()).place);
  if (!what) {
    showToast({ kind: 'error', text: 'There is nothing to export yet. Import a document or write a report first.' });
    return;
  }
  await exportTo({ what, format: 'pdf' });
}

/** An export that takes longer than this says so, and can be stopped. */
const LONG_MS = 2500;

async function stoppable<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => start(offerToStop(timer)), LONG_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    dismissToastOf(EXPORTING);
  }
}

const EXPORTING = 'Exporting the PDF.';

async function offerToStop(timer: ReturnType<typeof setInterval>): Promise<void> {
  const { stage } = await call('export.progress', { of: 'save' });
  if (stage === null) return;
  clearInterval(timer);
  const stop = () => start(call('export.cancel', { of: 'save' }));
  showToast({ kind: 'done', text: EXPORTING, action: { label: 'Stop', run: stop } });
}

/** Asks where to, writes, and offers to show the file. */
export async function exportTo(options: ExportOptions): Promise<void> {
  if (!(await mayGoOut(options))) return;
  const done = await stoppable(ask('export.save', options));
  const saved = done?.saved;
  if (!saved) return;
  showToast({
    kind: 'done',
    text: [`Exported to ${saved}`, ...done.warnings].join('. '),
    action: { label: 'Show in folder', run: () => start(ask('export.reveal', { path: saved })) },
  });
}
