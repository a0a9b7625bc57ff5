// What the app exports it can read: a note saved as Word document or HTML comes back with its figures.
import { expect, test, vi } from 'vitest';
import { exportBytes } from '../../../src/main/exports';
import { runImport } from '../../../src/main/imports/run-import';
import { notebookAt } from '../notebook/support';
import { documentOf } from '../imports/kinds';
import { comesBack, sampleBytes, SAMPLES } from './round-trip';

const FORMATS = ['docx', 'html', 'md'] as const;

/** Shares of figures that come back with reading, metric, period and class; raised with the engine, never lowered. */
const FLOORS: Readonly<Record<(typeof SAMPLES)[number], Readonly<Record<(typeof FORMATS)[number], number>>>> = {
  'amazon-q1-2026.md': { docx: 1, html: 1, md: 1 },
  'northlight-half-year.txt': { docx: 0.98, html: 0.98, md: 0.83 },
};

const MOST_MORE = 3;

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
    const { share, more, lost, citations } = await comesBack(original, copy, `copy.${format}`);
    expect(share, lost.join('\n')).toBeGreaterThanOrEqual(FLOORS[sample][format]);
    expect(citations.after).toBe(citations.before);
    // The legend counts the figures; nothing else of the print may be taken for one.
    expect(more).toBeLessThanOrEqual(MOST_MORE);
    const read = documentOf(await runImport(copy, `copy.${format}`));
    expect(read.normalised.format).toBe(format === 'md' ? 'markdown' : format);
  },
);

test('the same note gives the same Word document', async () => {
  const notebook = notebookAt();
  const plan = notebook.stage(await runImport(sampleBytes('amazon-q1-2026.md'), 'note.md'));
  const { id } = notebook.call('import.commit', { id: plan.id });
  vi.useFakeTimers({ now: new Date('2026-05-01T10:00:00Z'), toFake: ['Date'] });
  const made = () =>
    exportBytes(async (name, request) => notebook.call(name, request), {
      format: 'docx',
      what: { document: id ?? '' },
      paper: 'A4',
      contents: true,
      appendix: false,
      inspect: () => null,
    });
  const first = await made();
  vi.setSystemTime(new Date('2027-06-02T11:00:00Z'));
  expect(Buffer.from(await made()).equals(Buffer.from(first))).toBe(true);
  vi.useRealTimers();
});
