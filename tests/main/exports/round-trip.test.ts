// What the app exports it can read: a note saved as Word document or HTML comes back with its figures.
import { expect, test, vi } from 'vitest';
import type { CitationStyle } from '../../../src/core/citation/styles';
import { exportBytes, printable } from '../../../src/main/exports';
import { makeNote } from '../../../src/main/exports/make-note';
import { runImport } from '../../../src/main/imports/run-import';
import { notebookAt } from '../notebook/support';
import { documentOf } from '../imports/kinds';
import { comesBack, sampleBytes, SAMPLES } from './round-trip';

const FORMATS = ['docx', 'html', 'md'] as const;

/** Shares of figures that come back with reading, metric, period and class; raised with the engine, never lowered. */
const FLOORS: Readonly<Record<(typeof SAMPLES)[number], Readonly<Record<(typeof FORMATS)[number], number>>>> = {
  'amazon-q1-2026.md': { docx: 1, html: 1, md: 1 },
  'northlight-half-year.txt': { docx: 1, html: 1, md: 1 },
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

/** Authors and years, marks that are raised, notes at the foot: each kind of style. */
const STYLES: readonly CitationStyle[] = ['apa', 'gb-7714-2015-numeric', 'chicago-notes'];

test.each(SAMPLES.flatMap((sample) => STYLES.map((style) => [sample, style] as const)))(
  '%s with citations in %s',
  async (sample, style) => {
    const notebook = notebookAt();
    const original = sampleBytes(sample);
    const plan = notebook.stage(await runImport(original, sample));
    const { id } = notebook.call('import.commit', { id: plan.id });
    const made = await printable(async (name, request) => notebook.call(name, request), { document: id ?? '' });
    for (const format of FORMATS) {
      const options = { paper: 'A4', contents: true, appendix: false } as const;
      const copy = await makeNote({ printable: made, options, format, style }, () => undefined);
      const { share, more, lost, citations } = await comesBack(original, copy.bytes, `copy.${format}`);
      expect(share, `${format}: ${lost.join('\n')}`).toBe(1);
      expect(citations.after).toBe(citations.before);
      expect(more).toBeLessThanOrEqual(MOST_MORE);
    }
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
