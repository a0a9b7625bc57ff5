// *Find support*: a figure looked up in the notebook's other documents, and citing the one that has it.
import { expect, test } from 'vitest';
import { runImport } from '../../../../src/main/imports/run-import';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { figuresOf, notebookAt } from '../support';

const NOTE =
  'Harbour Mills: first look\n\nHarbour Mills revenue was $412.6 million in Q1 2026. Operating income was $61.3 million in Q1 2026.\n';
const RELEASE =
  'Harbour Mills reports first quarter\n\nHarbour Mills revenue was $412.6 million in Q1 2026, and operating income was $58.9 million in Q1 2026.\n';

async function read(notebook: Notebook, text: string, name: string): Promise<string> {
  const plan = notebook.stage(await runImport(new TextEncoder().encode(text), name));
  return notebook.call('import.commit', { id: plan.id }).id;
}

const figure = (notebook: Notebook, document: string, quote: string) =>
  figuresOf(notebook).find((one) => one.place?.document === document && one.quote === quote);

test('a figure that another document prints is supported, with its place there', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  const release = await read(notebook, RELEASE, 'release.txt');
  const revenue = figure(notebook, note, '$412.6 million');
  const found = notebook.call('figure.support', { id: revenue?.id ?? '' });
  expect(found).toMatchObject({ verdict: 'supported', kind: 'direct', searched: 1 });
  const [operand] = found.operands;
  expect(operand?.document).toBe(release);
  expect(RELEASE.slice(operand?.start, operand?.end)).toContain('412.6');
});

test('one of which the other document prints another value is not supported', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  await read(notebook, RELEASE, 'release.txt');
  const income = figure(notebook, note, '$61.3 million');
  expect(notebook.call('figure.support', { id: income?.id ?? '' }).verdict).not.toBe('supported');
});

test('alone in its notebook a document finds no support, and says so', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  const revenue = figure(notebook, note, '$412.6 million');
  expect(notebook.call('figure.support', { id: revenue?.id ?? '' })).toMatchObject({
    verdict: 'not_found',
    searched: 0,
  });
});

test('citing a document makes it a source once, and is one step', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  const release = await read(notebook, RELEASE, 'release.txt');
  const [first, second] = ['$412.6 million', '$61.3 million'].map((quote) => figure(notebook, note, quote)?.id ?? '');
  const before = notebook.call('source.list', {}).length;
  notebook.call('link.addDocument', { figure: first ?? '', document: release, locator: null });
  notebook.call('link.addDocument', { figure: second ?? '', document: release, locator: 'p. 2' });
  notebook.settle();
  const sources = notebook.call('source.list', {});
  expect(sources).toHaveLength(before + 1);
  const own = sources.find((source) => source.document === release);
  expect(own?.csl.title).toBe('Harbour Mills reports first quarter');
  expect(figure(notebook, note, '$412.6 million')).toMatchObject({ citations: [{ source: own?.id }] });
  notebook.call('history.undo', {});
  notebook.call('history.undo', {});
  expect(notebook.call('source.list', {})).toHaveLength(before);
});

const quarter = (value: number, filed: string, form = '10-Q') => ({
  start: '2026-01-01',
  end: '2026-03-31',
  val: value,
  form,
  filed,
});
const FACTS = JSON.stringify({
  cik: 1,
  entityName: 'Harbour Mills, Inc.',
  facts: {
    'us-gaap': {
      Revenues: { units: { USD: [quarter(412_600_000, '2026-05-01')] } },
      OperatingIncomeLoss: { units: { USD: [quarter(58_900_000, '2026-05-01')] } },
    },
  },
});

test('what the company tags in its filings decides, and the filing is named', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  await read(notebook, FACTS, 'facts.json');
  const support = (quote: string) => notebook.call('figure.support', { id: figure(notebook, note, quote)?.id ?? '' });
  expect(support('$412.6 million')).toMatchObject({ verdict: 'supported', operands: [{ quote: '412,600,000' }] });
  expect(support('$61.3 million')).toMatchObject({ verdict: 'contradicted', operands: [{ quote: '58,900,000' }] });
  expect(support('$61.3 million').operands[0]?.title).toContain('10-Q 2026-05-01');
  const findings = notebook.call('finding.list', { includeOk: true });
  expect(findings.filter(({ rule }) => rule === 'SRC04').map(({ claimed, computed }) => [claimed, computed])).toEqual([
    ['$61.3 million', '58.9M USD'],
  ]);
  // Tagged facts are their own source.
  expect(findings.filter(({ rule, document }) => rule === 'SRC01' && document !== note)).toEqual([]);
});

test.each([
  ['of another company', NOTE.replaceAll('Harbour', 'Northern')],
  ['of a part', 'Harbour Mills: first look\n\nHarbour Mills segment operating income was $61.3 million in Q1 2026.\n'],
  [
    'on another basis',
    'Harbour Mills: first look\n\nHarbour Mills adjusted operating income was $61.3 million in Q1 2026.\n',
  ],
  ['of another time', 'Harbour Mills: first look\n\nHarbour Mills operating income was $61.3 million in Q4 2025.\n'],
  [
    'that is only expected',
    'Harbour Mills: first look\n\nWe expect Harbour Mills operating income of $61.3 million in Q1 2026.\n',
  ],
])('a figure %s is not held against tags', async (_, text) => {
  const notebook = notebookAt();
  await read(notebook, text, 'note.txt');
  await read(notebook, FACTS, 'facts.json');
  expect(notebook.call('finding.list', { includeOk: true }).filter(({ rule }) => rule === 'SRC04')).toEqual([]);
});

test.each([
  ['$58.9 million', 'supported'],
  ['$59 million', 'supported'],
  ['$58 million', 'contradicted'],
  ['$58.95 million', 'contradicted'],
  ['some $58 million', 'supported'],
])('rounded as it is printed, %s is %s', async (printed, verdict) => {
  const notebook = notebookAt();
  const note = await read(
    notebook,
    `Harbour Mills: first look\n\nHarbour Mills operating income was ${printed} in Q1 2026.\n`,
    'note.txt',
  );
  await read(notebook, FACTS, 'facts.json');
  const [claimed] = figuresOf(notebook).filter(({ place }) => place?.document === note);
  expect(notebook.call('figure.support', { id: claimed?.id ?? '' }).verdict).toBe(verdict);
});
