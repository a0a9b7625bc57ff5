// A bibliography against what the notebook has: new, same, different; written as chosen, in one step that can be undone.
import { describe, expect, it } from 'vitest';
import { bibtex, ris } from '../../../../src/main/exports/sources/bibliography';
import { runImport } from '../../../../src/main/imports/run-import';
import { sourcesOf } from '../../imports/kinds';
import { notebookAt } from '../support';

const read = async (text: string, name = 'refs.bib') =>
  sourcesOf(await runImport(new TextEncoder().encode(text), name));

const MINE = {
  type: 'article-journal',
  title: 'The wheat of small towns',
  author: [{ family: 'Lind', given: 'Ana' }],
  issued: { 'date-parts': [[2024]] },
  DOI: '10.1000/x',
};
const BIB = `@article{same, title={The Wheat of Small Towns}, year={2024}, doi={10.1000/X}}
@article{conflict, title={Rye and its discontents}, author={Lind, A.}, journal={J. of Rye}, year={2021}}
@online{fresh, title={Barley prices}, url={https://a.example/barley}, date={2026-05-13}}
@online{fresh2, title={Barley prices}, url={https://www.a.example/barley/}, author={{Office of Grain}}}`;

describe('a bibliography', () => {
  async function staged() {
    const notebook = notebookAt();
    notebook.call('source.create', { csl: MINE });
    const rye = {
      type: 'article-journal',
      title: 'Rye and its Discontents',
      author: [{ family: 'Lind', given: 'Ana' }],
      issued: { 'date-parts': [[2021]] },
    };
    const { id } = notebook.call('source.create', { csl: rye });
    return { notebook, rye: id, plan: notebook.stage(await read(BIB)) };
  }
  const cslOf = (notebook: Awaited<ReturnType<typeof staged>>['notebook'], id: string) =>
    notebook.call('source.list', {}).find((source) => source.id === id)?.csl;

  it('is planned: what is new, the same, different field by field, twice in the file', async () => {
    const { plan, rye } = await staged();
    expect(plan.found).toEqual({ items: 4, new: 1, same: 1, changed: 1, merged: 1 });
    expect(plan.items.map(({ what, lines }) => [what, lines])).toEqual([
      ['same', [1]],
      ['changed', [2]],
      ['new', [3, 4]],
    ]);
    expect(plan.items[1]).toMatchObject({
      source: rye,
      fields: [
        { field: 'container-title', old: null, new: 'J. of Rye', take: true },
        { field: 'author', old: 'Lind, Ana', new: 'Lind, A.', take: false },
      ],
    });
  });

  it('fills gaps and keeps what is here unless told otherwise; one undo takes it all back', async () => {
    const { notebook, plan, rye } = await staged();
    const before = notebook.call('source.list', {});
    notebook.call('import.commit', { id: plan.id });
    expect(cslOf(notebook, rye)).toMatchObject({ author: [{ family: 'Lind' }], 'container-title': 'J. of Rye' });
    const added = notebook.call('source.list', {}).at(-1);
    expect(added?.csl).toMatchObject({ title: 'Barley prices', author: [{ literal: 'Office of Grain' }] });
    notebook.call('history.undo', {});
    expect(notebook.call('source.list', {})).toEqual(before);
  });

  it('takes theirs field by field', async () => {
    const { notebook, plan, rye } = await staged();
    notebook.call('import.commit', { id: plan.id, sources: [{ item: 1, take: ['author'] }] });
    expect(cslOf(notebook, rye)).toMatchObject({ author: [{ family: 'Lind', given: 'A.' }] });
    expect(cslOf(notebook, rye)).not.toHaveProperty('container-title');
  });

  it('comes in again without a change', async () => {
    const { notebook, plan } = await staged();
    notebook.call('import.commit', { id: plan.id });
    const again = notebook.stage(await read(BIB));
    expect(again.found).toMatchObject({ new: 0, same: 2, changed: 1 });
    expect(again.items[1]?.fields.map(({ take }) => take)).toEqual([false]);
    const { revision } = notebook.call('notebook.info', {});
    notebook.call('import.commit', { id: again.id });
    expect(notebook.call('notebook.info', {}).revision).toBe(revision);
  });

  it('that goes out as BibTeX or RIS comes back as the same sources', async () => {
    const { notebook, plan } = await staged();
    notebook.call('import.commit', { id: plan.id });
    const sources = notebook.call('source.list', {});
    for (const text of [bibtex(sources), ris(sources)]) {
      const back = notebook.stage(await read(text));
      expect(back.items.map(({ what }) => what)).toEqual(sources.map(() => 'same'));
    }
  });

  const OTHERS: readonly (readonly [string, string, string, number])[] = [
    ['another author', 'author={Lind, Ana}, year={2025}', 'author={Moss, Bo}, year={2025}', 2],
    ['another publisher', 'publisher={Northwind}, year={2025}', 'publisher={Southwind}, year={2025}', 2],
    ['another issue', 'journal={J}, number={1}, year={2025}', 'journal={J}, number={2}, year={2025}', 2],
    [
      'another year at one address',
      'url={https://a.example/r}, year={2024}',
      'url={https://a.example/r}, year={2025}',
      2,
    ],
    ['nothing else said', 'year={2025}', 'author={Lind, Ana}, year={2025}', 1],
    ['one address', 'url={https://a.example/r}', 'url={http://www.a.example/r/}, year={2025}', 1],
    ['one DOI', 'doi={10.1000/q}, year={2024}', 'doi={10.1000/Q}, year={2025}', 1],
  ];
  it.each(OTHERS)('of one title with %s', async (_what, one, other, count) => {
    const notebook = notebookAt();
    const type = one.startsWith('journal') ? 'article' : 'misc';
    const title = 'title={Quarterly results of the company}';
    const plan = notebook.stage(await read(`@${type}{a, ${title}, ${one}}\n@${type}{b, ${title}, ${other}}`));
    expect(plan.found).toMatchObject({ new: count, merged: 2 - count });
    expect(plan.problems.filter(({ code }) => code === 'W_TWICE')).toHaveLength(2 - count);
  });

  it('keeps a chapter and its book under one DOI apart', async () => {
    const plan = notebookAt().stage(
      await read('@book{a, title={Grain}, doi={10.1000/b}}\n@inbook{b, title={Prices of rye}, doi={10.1000/b}}'),
    );
    expect(plan.found).toMatchObject({ new: 2, merged: 0 });
  });
});
