/** The notebook that is tortured: made once, copied for each round. */
import { readFileSync } from 'node:fs';
import { Notebook } from '../../src/main/notebook/notebook';
import { runImport } from '../../src/main/imports/run-import';
import type { Records } from '../../src/core/change/changeset';
import { openNotebook } from '../../src/main/storage/open';
import { readAllRecords } from '../../src/main/storage/records';

const NOTE = `Northwind Foods: margins turn

I. Results

Revenue reached $12.4B, +8% YoY[Ledger]; management said services exceed $3B
Operating margin was 14.2%[Ledger]

II. View

We think margin reaches 16-17% by FY2027.
`;

/** A document, notes, a report and a backup, so that every kind of record and of page is there. */
export async function makeNotebook(path: string, notes = 120): Promise<void> {
  const notebook = Notebook.open(path, { create: true, automaticBackups: false });
  try {
    const plan = notebook.stage(await runImport(new TextEncoder().encode(NOTE), 'note.txt'));
    notebook.call('import.commit', { id: plan.id });
    for (let n = 0; n < notes; n += 1) saveNote(notebook, `note ${n} ${'x'.repeat(150)}`);
    notebook.call('report.create', { title: 'Report', body: { type: 'doc' }, language: 'en' });
    notebook.settle();
    notebook.call('backup.now', {});
  } finally {
    notebook.close();
  }
}

export const saveNote = (notebook: Notebook, body: string): string =>
  notebook.call('note.save', { id: null, body, figure: null, document: null }).id;

/** All records of a closed notebook. */
export function recordsAt(path: string): Records {
  const open = openNotebook(path, { readOnly: true });
  try {
    return new Map(readAllRecords(open.db));
  } finally {
    open.close();
  }
}

export const isEqualFile = (path: string, bytes: Buffer): boolean => readFileSync(path).equals(bytes);
