/** Export from the shell: what the person is looking at decides what is exported. */
import type { ExportOptions } from '../../../contract/app';
import { call } from './client';
import { currentVisit, type Place, trail } from './navigation';
import { ask, start } from './run';
import { showToast } from './toasts';

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

/** Asks where to, writes, and offers to show the file. */
export async function exportTo(options: ExportOptions): Promise<void> {
  const done = await ask('export.save', options);
  const saved = done?.saved;
  if (!saved) return;
  showToast({
    kind: 'done',
    text: [`Exported to ${saved}`, ...done.warnings].join('. '),
    action: { label: 'Show in folder', run: () => start(ask('export.reveal', { path: saved })) },
  });
}
