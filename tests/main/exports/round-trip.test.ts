// What the app exports it can read: a note saved as Word document or HTML comes back with its figures.
import { expect, test } from 'vitest';
import { exportBytes } from '../../../src/main/exports';
import { runImport } from '../../../src/main/imports/run-import';
import { notebookAt } from '../notebook/support';
import { documentOf } from '../imports/kinds';
import { comesBack, sampleBytes, SAMPLES } from './round-trip';

// Markdown keeps each class as a sign in the words themselves, which some readings of what follows then miss.
const FORMATS = ['docx', 'html'] as const;

test.each(SAMPLES.flatMap((sample) => FORMATS.map((format) => [sample, format] as const)))(
  '%s as %s',
  async (sample, format) => {
    const notebook = notebookAt();
    const original = sampleBytes(sample);
    const plan = notebook.stage(await runImport(original, sample));
    const { id } = notebook.call('import.commit', { id: plan.id });
    const copy = await exportBytes(async (name, request) => notebook.call(name, request), {
      format,
      what: { document: id ?? '' },
      paper: 'A4',
      contents: true,
      appendix: false,
      inspect: () => null,
    });
    const { share, lost } = await comesBack(original, copy, `copy.${format}`);
    expect(share, lost.join('\n')).toBeGreaterThanOrEqual(0.98);
    const read = documentOf(await runImport(copy, `copy.${format}`));
    expect(read.normalised.format).toBe(format);
  },
);
