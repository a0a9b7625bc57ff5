// Findings and tie-out follow the records by themselves, the analyst's answers follow the findings.
import { expect, test, vi } from 'vitest';
import type { ChangedEvent } from '../../../src/contract/notebook';
import { Notebook } from '../../../src/main/notebook/notebook';
import { commit, figuresOf, file, importOf, notebookAt } from './support';

const openKeys = (notebook: Notebook): string[] =>
  notebook
    .call('finding.list', { includeOk: false })
    .filter((finding) => finding.status === 'open')
    .map((finding) => finding.key);

test('an import is audited at once where somebody asks, and tied figures say why', () => {
  const notebook = notebookAt();
  commit(notebook);
  const summary = notebook.call('audit.summary', {});
  expect(summary).toMatchObject({ figures: 5, withoutCitation: 2 });
  expect(summary.tied).toBeGreaterThan(0);
  for (const figure of figuresOf(notebook)) expect(figure.tieOutReason).not.toBe('Not audited yet.');
});

test('after an edit the run comes by itself, outside of the command, and is told of', async () => {
  const notebook = notebookAt();
  commit(notebook);
  notebook.settle();
  const events: ChangedEvent[] = [];
  notebook.onChanged((event) => events.push(event));
  const [, , spoken] = figuresOf(notebook);
  notebook.call('figure.update', { edits: [{ id: spoken?.id ?? '', set: { review: 'ticked' } }] });
  expect(events.map((event) => event.tables.includes('finding'))).toEqual([false]);
  await vi.waitFor(() => expect(events.some((event) => event.tables.includes('finding'))).toBe(true));
  expect(figuresOf(notebook)[2]).toMatchObject({ tiedOut: true });
});

test('a run whose outcome is the same is not told of', () => {
  const notebook = notebookAt();
  commit(notebook);
  notebook.settle();
  const told = vi.fn();
  notebook.onChanged(told);
  notebook.call('audit.run', {});
  expect(told).not.toHaveBeenCalled();
});

test('an answer to a finding survives a re-run, is counted apart, and can be taken back', () => {
  const notebook = notebookAt();
  commit(notebook);
  const [key] = openKeys(notebook);
  if (key === undefined) throw new Error('nothing found');
  const before = notebook.call('audit.summary', {}).openFindings;
  notebook.call('finding.setStatus', { keys: [key], status: 'dismissed', reason: 'seen in the filing' });
  notebook.call('audit.run', {});
  expect(notebook.call('finding.list', { includeOk: false }).find((finding) => finding.key === key)).toMatchObject({
    status: 'dismissed',
    reason: 'seen in the filing',
  });
  expect(notebook.call('audit.summary', {})).toMatchObject({ openFindings: before - 1, resolvedFindings: 1 });
  notebook.call('history.undo', {});
  expect(openKeys(notebook)).toContain(key);
});

test('the answer to a finding holds when its document is read again', () => {
  const notebook = notebookAt();
  commit(notebook);
  const [key] = openKeys(notebook);
  notebook.call('finding.setStatus', { keys: [key ?? ''], status: 'accepted', reason: '' });
  commit(notebook, importOf());
  expect(openKeys(notebook)).not.toContain(key);
});

test('what is behind is rebuilt on opening', () => {
  const path = file();
  const first = Notebook.open(path, { create: true, automaticBackups: false });
  commit(first);
  first.settle();
  first.context.db.exec(`DELETE FROM finding; DELETE FROM figure_audit; DELETE FROM meta WHERE key = 'audit_revision'`);
  first.close();
  const second = notebookAt(path);
  expect(second.isBehind).toBe(false);
  expect(figuresOf(second)[0]?.tiedOut).toBe(true);
});

test('an audit that fails keeps nobody from opening and editing', () => {
  const notebook = notebookAt();
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  commit(notebook);
  notebook.context.db.exec(`UPDATE figure SET reading = '{}' WHERE quote = '$3B'`);
  notebook.call('finding.list', { includeOk: false });
  expect(said.mock.calls.join()).toMatch(/the audit failed/);
  expect(notebook.handle('note.save', { id: null, body: 'still here', figure: null, document: null }).ok).toBe(true);
  expect(notebook.handle('audit.run', {}).ok).toBe(false);
});
