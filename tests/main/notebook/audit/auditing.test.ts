// Findings and tie-out follow the records by themselves, the analyst's answers follow the findings.
import { expect, test, vi } from 'vitest';
import type { ChangedEvent } from '../../../../src/contract/notebook';
import { Notebook } from '../../../../src/main/notebook/notebook';
import { commit, figuresOf, file, importOf, notebookAt } from '../support';

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
  // A cell that cannot be read costs only its cell: it takes a table out of reach to stop an audit.
  notebook.context.db.exec('ALTER TABLE citation RENAME TO out_of_reach');
  notebook.call('finding.list', { includeOk: false });
  expect(said.mock.calls.join()).toMatch(/bug in job audit/);
  expect(notebook.call('log.read', {}).lines.join()).toMatch(/bug in job audit: SqliteError[^]+ at /);
  expect(notebook.handle('note.save', { id: null, body: 'still here', figure: null, document: null }).ok).toBe(true);
  expect(notebook.handle('audit.run', {}).ok).toBe(false);
});

test('a rule that is switched off says nothing until it is on again, and undo takes either back', () => {
  const notebook = notebookAt();
  commit(notebook);
  const [found] = notebook.call('finding.list', { includeOk: false });
  if (found === undefined) throw new Error('nothing found');
  const ofRule = () => notebook.call('finding.list', { includeOk: true }).filter(({ rule }) => rule === found.rule);
  notebook.call('rule.set', { rule: found.rule, off: 'our house style has no citations' });
  expect(ofRule()).toEqual([]);
  const setting = notebook.call('rule.list', {}).find(({ id }) => id === found.rule);
  expect(setting).toMatchObject({ findings: 0, off: { reason: 'our house style has no citations' } });
  notebook.call('history.undo', {});
  expect(ofRule().map(({ key }) => key)).toContain(found.key);
  notebook.call('history.redo', {});
  expect(ofRule()).toEqual([]);
  notebook.call('rule.set', { rule: found.rule, off: null });
  expect(ofRule().length).toBeGreaterThan(0);
});

test('a rule there is none of, and a reason that is none, are refused', () => {
  const notebook = notebookAt();
  expect(notebook.handle('rule.set', { rule: 'XYZ99', off: 'why not' })).toMatchObject({
    error: { code: 'E_NOT_FOUND' },
  });
  expect(notebook.handle('rule.set', { rule: 'CALC01', off: '  ' })).toMatchObject({ error: { code: 'E_INPUT' } });
});

test('a finding on changed evidence is open again and says what had been answered', () => {
  const notebook = notebookAt();
  commit(notebook);
  const found = notebook.call('finding.list', { includeOk: false }).find(({ rule }) => rule === 'SRC01');
  const figure = found?.figures[0]?.figure ?? '';
  notebook.call('finding.setStatus', { keys: [found?.key ?? ''], status: 'dismissed', reason: 'known from the call' });
  notebook.call('figure.update', { edits: [{ id: figure, set: { value: '>4' } }] });
  const again = notebook
    .call('finding.list', { includeOk: false })
    .find(({ rule, figures }) => rule === 'SRC01' && figures[0]?.figure === figure);
  expect(again).toMatchObject({ status: 'open', reopened: { status: 'dismissed', reason: 'known from the call' } });
  expect(again?.key).not.toBe(found?.key);
});

test('of two values in conflict one stands: ticked, the other disputed, the finding explained, in one step', () => {
  const notebook = notebookAt();
  commit(notebook);
  const [revenue] = figuresOf(notebook);
  if (revenue === undefined) throw new Error('no figure');
  // The same fact once more, with another value.
  notebook.call('figure.update', {
    edits: [{ id: figuresOf(notebook)[3]?.id ?? '', set: { unit: 'money', currency: 'USD', value: '13.4', scale: 9 } }],
  });
  const finding = notebook.call('finding.list', { includeOk: true }).find(({ figures }) => figures.length > 0);
  const figures = [...new Set(finding?.figures.map(({ figure }) => figure))];
  const [stands = ''] = figures;
  notebook.call('finding.choose', { key: finding?.key ?? '', figure: stands, reason: 'the filing has it' });
  const after = new Map(figuresOf(notebook).map((figure) => [figure.id, figure.review]));
  expect(figures.map((id) => after.get(id))).toEqual(figures.map((id) => (id === stands ? 'ticked' : 'disputed')));
  notebook.call('history.undo', {});
  expect(figuresOf(notebook).every(({ review }) => review === 'unreviewed')).toBe(true);
  expect(() =>
    notebook.call('finding.choose', { key: 'no such', figure: stands, reason: 'the filing has it' }),
  ).toThrow(/no longer there/);
});

test('the score is kept as it went, one line a change, and cannot be rewritten', () => {
  const notebook = notebookAt();
  commit(notebook);
  const before = notebook.call('audit.history', { limit: 10 });
  expect(before).toHaveLength(1);
  notebook.call('audit.run', {});
  expect(notebook.call('audit.history', { limit: 10 })).toEqual(before);
  const untied = figuresOf(notebook).find(({ tiedOut }) => !tiedOut);
  notebook.call('figure.update', { edits: [{ id: untied?.id ?? '', set: { review: 'ticked' } }] });
  const after = notebook.call('audit.history', { limit: 10 });
  expect(after.map(({ tied }) => tied)).toEqual([before[0]?.tied, (before[0]?.tied ?? 0) + 1]);
  expect(() => notebook.context.db.exec('UPDATE score_history SET tied = 0')).toThrow(/append-only/);
});
