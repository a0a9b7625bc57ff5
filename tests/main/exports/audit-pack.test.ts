// The audit pack: every figure with its class, cue, citations, verdict and status; every finding; the rules that were off.
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';
import { exportBytes, printable } from '../../../src/main/exports/index';
import type { Ask } from '../../../src/main/exports/gather';
import { textOf } from '../../../src/main/exports/note/note';
import type { Notebook } from '../../../src/main/notebook/notebook';
import { notebookAt } from '../notebook/support';

const NOTE = `Harbour Mills: first look

Harbour Mills revenue rose 9% to $412.6 million from $350.0 million, the company reported in its 10-Q. We think margin reaches 14% in 2027.
`;

async function notebookWith(text: string): Promise<Notebook> {
  const notebook = notebookAt();
  const plan = notebook.stage(await runImport(new TextEncoder().encode(text), 'note.txt'));
  notebook.call('import.commit', { id: plan.id });
  return notebook;
}

const asking =
  (notebook: Notebook): Ask =>
  (message, request) =>
    Promise.resolve(notebook.call(message, request));

test('prints every figure with its class and every finding with its status', async () => {
  const notebook = await notebookWith(NOTE);
  notebook.call('rule.set', { rule: 'DOC03', off: 'a draft has no disclaimer' });
  const { note } = await printable(asking(notebook), { audit: true });
  const words = note.blocks
    .map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.map((cell) => textOf(cell.inlines)).join(' | ')).join('\n')
        : block.kind === 'heading' || block.kind === 'paragraph'
          ? textOf(block.inlines)
          : '',
    )
    .join('\n');
  for (const quote of ['9%', '$412.6 million', '$350.0 million', '14%']) expect(words).toContain(quote);
  expect(words).toMatch(/CALC01 conflict \(open\)/);
  expect(words).toMatch(/DOC03 \| .* \| a draft has no disclaimer/);
});

test('and as a workbook, with the checks of each figure', async () => {
  const notebook = await notebookWith(NOTE);
  const bytes = await exportBytes(asking(notebook), {
    format: 'xlsx',
    what: { audit: true },
    paper: 'A4',
    contents: true,
    appendix: true,
    inspect: () => null,
  });
  const book = new ExcelJS.Workbook();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exceljs names an older Buffer than Node's
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Figures',
    'Sources',
    'Findings',
    'Checks by figure',
    'Undisclosed',
    'Rules',
  ]);
  const checks = book.getWorksheet('Checks by figure')?.getColumn(6).values;
  expect(JSON.stringify(checks)).toContain('CALC01 conflict (open)');
});
