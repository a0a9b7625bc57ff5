// The command line as a person or a script runs it: a process of its own, its output, its exit code.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder } from '../notebook/support';
import { bundle } from '../../support/bundle.mjs';
import { encryptedPdf } from '../../support/encrypted-pdf';

const SAMPLE = resolve(import.meta.dirname, '../../../resources/samples/northlight-half-year.txt');

let programs = '';
/** A notebook with the sample in it; a closed notebook is one file, so a test takes a copy. */
let pattern = '';
beforeAll(async () => {
  programs = await bundle({
    cli: 'src/main/cli/main.ts',
    'import-worker': 'src/main/imports/worker.ts',
    'typeset-process': 'src/main/typeset-process.ts',
    'typeset-worker': 'src/main/typeset-worker.ts',
  });
  pattern = join(mkdtempSync(join(tmpdir(), 'tieout-cli-')), 'pattern.tieout');
  expect((await tieout(['import', SAMPLE, '--notebook', pattern])).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(dirname(pattern), { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function tieout(
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [join(programs, 'cli.js'), ...args], {
    cwd: options.cwd ?? folder(),
    env: { ...process.env, INIT_CWD: options.cwd ?? '' },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(options.input ?? '');
  return new Promise((done) => {
    child.on('close', (code) => done({ code: code ?? -1, out, err }));
  });
}

function imported(): string {
  const notebook = join(folder(), 'nb.tieout');
  copyFileSync(pattern, notebook);
  return notebook;
}

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

describe('import and inspect', () => {
  test('a file becomes a notebook whose places quote the text', async () => {
    const at = folder();
    const run = await tieout(['import', SAMPLE, '--notebook', 'nb.tieout', '--json'], { cwd: at });
    expect(run).toMatchObject({ code: 0 });
    expect(JSON.parse(run.out)).toMatchObject({ documents: [{ duplicate: null, file: SAMPLE }] });
    const seen = await tieout(['inspect', 'nb.tieout', '--json'], { cwd: at });
    const { documents, sources, audit, findings } = JSON.parse(seen.out) as Inspected;
    const [document] = documents;
    expect(document?.text).toBe(readFileSync(SAMPLE, 'utf8'));
    expect(document?.figures.length).toBeGreaterThan(10);
    for (const figure of document?.figures ?? []) {
      expect(document?.text.slice(figure.start, figure.end)).toBe(figure.quote);
    }
    expect(Object.keys(document?.figures[0] ?? {})).toEqual(expect.arrayContaining(FIGURE_KEYS));
    expect(sources.every((source) => typeof source.id === 'string')).toBe(true);
    // The score is of those that need a source, one a fact.
    expect(audit.figures).toBeGreaterThan(0);
    expect(audit.figures).toBeLessThan(document?.figures.length ?? 0);
    expect(findings.length).toBeGreaterThan(0);
  });

  test('the same file again doubles nothing', async () => {
    const notebook = imported();
    const again = await tieout(['import', SAMPLE, '--notebook', notebook]);
    expect(again.out).toMatch(/here already/);
    expect(JSON.parse((await tieout(['inspect', notebook, '--json'])).out)).toMatchObject({
      documents: [{ version: 1 }],
    });
  });

  interface Inspected {
    readonly documents: readonly {
      readonly text: string;
      readonly figures: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
    }[];
    readonly sources: readonly { readonly id: unknown }[];
    readonly audit: { readonly figures: number };
    readonly findings: readonly unknown[];
  }

  const FIGURE_KEYS = [
    'quote',
    'start',
    'end',
    'metric',
    'entity',
    'kind',
    'low',
    'high',
    'unit',
    'currency',
    'qualifier',
    'direction',
    'period',
    'basis',
    'assertion',
    'provenance',
    'inheritedClass',
    'cue',
    'citations',
    'tiedOut',
    'review',
    'id',
  ];
});

describe('audit', () => {
  test('prints the score, and fails where it was asked to', async () => {
    const notebook = imported();
    const plain = await tieout(['audit', notebook]);
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toMatch(/^tie-out \d/);
    expect((await tieout(['audit', notebook, '--fail-on', 'info'])).code).toBe(3);
    const { findings } = JSON.parse((await tieout(['audit', notebook, '--json'])).out) as { findings: unknown[] };
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe('files', () => {
  test('check, backup and restore', async () => {
    const notebook = imported();
    expect(await tieout(['check', notebook])).toMatchObject({ code: 0, out: `${notebook}: whole\n` });
    const copy = join(folder(), 'copy.tieout');
    expect((await tieout(['backup', notebook, '--to', copy])).code).toBe(0);
    expect((await tieout(['backup', notebook, '--to', copy])).code).toBe(1);
    const target = join(folder(), 'back.tieout');
    expect((await tieout(['restore', copy, '--to', target])).code).toBe(0);
    const inspect = async (path: string): Promise<unknown> =>
      JSON.parse((await tieout(['inspect', path, '--json'])).out);
    expect(await inspect(target)).toEqual(await inspect(notebook));
  });

  test.each(['pdf', 'md', 'html', 'csv', 'xlsx', 'json', 'bib', 'ris', 'csljson', 'xml'])(
    'export writes .%s',
    async (ending) => {
      const notebook = imported();
      const target = join(folder(), `out.${ending}`);
      expect(await tieout(['export', notebook, '--to', target])).toMatchObject({ code: 0, out: `${target}\n` });
      expect(existsSync(target)).toBe(true);
    },
  );

  test('export replaces what a link leads to, whole, and leaves nothing beside it', async () => {
    const [here, notebook] = [folder(), imported()];
    const [kept, link] = [join(here, 'kept.md'), join(here, 'link.md')];
    writeFileSync(kept, 'old');
    symlinkSync(kept, link);
    expect((await tieout(['export', notebook, '--to', link])).code).toBe(0);
    expect(readFileSync(kept, 'utf8')).toContain('Northlight');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(here).toSorted()).toEqual(['kept.md', 'link.md']);
  });
});

test('import takes a bibliography, twice without doubling, and says what differs', async () => {
  const notebook = imported();
  const bib = join(folder(), 'refs.bib');
  writeFileSync(bib, '@article{a, title={The wheat of small towns}, year={2024}}\n@misc{broken}\n');
  const { code, out } = await tieout(['import', bib, '--notebook', notebook]);
  expect(code).toBe(0);
  expect(out).toMatch(/1 entry: 1 new.*\n {2}Line 2: “broken”/);
  const again = await tieout(['import', bib, '--notebook', notebook, '--json']);
  expect(JSON.parse(again.out)).toMatchObject({
    documents: [],
    bibliographies: [{ format: 'bibtex', found: { items: 1, new: 0, same: 1, changed: 0, merged: 0 } }],
  });
});

describe('what cannot be done is said in one line', () => {
  test.each<[string, string[], number, RegExp]>([
    ['no command', [], 2, /name a command/],
    ['an unknown command', ['bogus'], 2, /no command bogus/],
    ['an unknown option', ['check', 'x.tieout', '--fast'], 2, /--fast/],
    ['a missing option', ['import', SAMPLE], 2, /--notebook/],
    ['a missing notebook name', ['check'], 2, /notebook is missing/],
    ['two notebooks', ['check', 'a.tieout', 'b.tieout'], 2, /one notebook/],
    ['inspect without --json', ['inspect', 'x.tieout'], 2, /--json/],
    ['an unknown level', ['audit', 'x.tieout', '--fail-on', 'fatal'], 2, /fatal/],
    ['an ending nobody writes', ['export', 'x.tieout', '--to', 'x.doc'], 2, /\.md/],
    ['figures without --batch', ['figures'], 2, /--batch/],
    ['a notebook that is not there', ['check', 'none.tieout'], 1, /no notebook at/],
    ['a file that is not there', ['import', 'none.txt', '--notebook', 'x.tieout'], 1, /none\.txt/],
    ['an option that names an object member', ['constructor'], 2, /no command constructor/],
  ])('%s', async (_, args, code, words) => {
    const run = await tieout(args);
    const said = lines(run.err).filter((line) => line.startsWith('tieout: '));
    expect({ code: run.code, out: run.out }).toEqual({ code, out: '' });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(words);
  });

  test('a foreign file is left alone', async () => {
    const path = join(folder(), 'diary.tieout');
    writeFileSync(path, 'Dear diary');
    expect(await tieout(['import', SAMPLE, '--notebook', path])).toMatchObject({ code: 1 });
    expect(readFileSync(path, 'utf8')).toBe('Dear diary');
  });

  test('a folder is not a notebook', async () => {
    const path = join(folder(), 'dir.tieout');
    mkdirSync(path);
    expect((await tieout(['check', path])).code).toBe(1);
  });

  test('a file that is not there leaves no notebook behind', async () => {
    const at = folder();
    const run = await tieout(['import', SAMPLE, 'typo.txt', '--notebook', 'nb.tieout'], { cwd: at });
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(/^tieout: There is no file .*typo\.txt: check the name\.$/m);
    expect(existsSync(join(at, 'nb.tieout'))).toBe(false);
  });

  test.each([
    {
      what: 'a notebook',
      args: ['import', SAMPLE, '--notebook', 'no/nb.tieout'],
      words: /There is no folder .*no: make/,
    },
    { what: 'an export', args: ['export', '', '--to', 'no/note.md'], words: /The folder .*no does not exist: choose/ },
    { what: 'an export', args: ['export', '', '--to', 'here.md'], words: /here\.md is a folder: choose/ },
  ])('$what that cannot stand where it was asked for says so of the place', async ({ args, words }) => {
    const at = folder();
    mkdirSync(join(at, 'here.md'));
    const run = await tieout(
      args.map((arg) => arg || pattern),
      { cwd: at },
    );
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(words);
  });

  test('--help says what there is', async () => {
    const run = await tieout(['--help']);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/tieout restore FILE --to NB/);
    expect((await tieout(['import', '--help'])).out).toBe(run.out);
  });
});

describe('encrypted files', () => {
  test('are read with the password that stands in a file', async () => {
    const here = folder();
    const [pdf, right, wrong] = [join(here, 'locked.pdf'), join(here, 'right.txt'), join(here, 'wrong.txt')];
    writeFileSync(pdf, encryptedPdf(['Harbour Parcels carried 412 million parcels in FY2025.'], 'tide table'));
    writeFileSync(right, 'tide table\n');
    writeFileSync(wrong, 'low tide\n');
    const notebook = join(here, 'nb.tieout');
    const asked = await tieout(['import', pdf, '--notebook', notebook]);
    expect(asked.code).toBe(1);
    expect(asked.err).toMatch(/--password-file/);
    const refused = await tieout(['import', pdf, '--notebook', notebook, '--password-file', wrong]);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/does not open/);
    const opened = await tieout(['import', pdf, '--notebook', notebook, '--password-file', right, '--json']);
    expect(opened.code).toBe(0);
    expect(opened.out + opened.err).not.toMatch(/tide table/);
    const inspected = await tieout(['inspect', notebook, '--json']);
    expect(JSON.parse(inspected.out)).toMatchObject({ documents: [{ figures: [{ page: '1' }] }] });
    expect(JSON.parse(opened.out)).toMatchObject({ documents: [{ found: { figures: 1 } }] });
  });
});

describe('batches', () => {
  const ask = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

  test('figures: one line out for each line in, in order, offsets into the text', async () => {
    const rows = [
      { id: 'a', text: 'Revenue rose 8% to $12.4 billion in Q1 2026.' },
      { id: 7, text: 'Nothing here.' },
    ];
    const run = await tieout(['figures', '--batch'], { input: `${ask(rows)}\n` });
    const answers = lines(run.out).map(
      (line) =>
        JSON.parse(line) as { id: unknown; figures: { quote: string; start: number; end: number; low: string }[] },
    );
    expect(answers.map((answer) => answer.id)).toEqual(['a', 7]);
    expect(answers[0]?.figures.map((figure) => figure.low)).toEqual(['8', '12400000000']);
    for (const figure of answers[0]?.figures ?? []) {
      expect(rows[0]?.text.slice(figure.start, figure.end)).toBe(figure.quote);
    }
    expect(answers[1]?.figures).toEqual([]);
  });

  test('audit: a claim that does not follow is accused', async () => {
    const text = 'Revenue rose 28% to $2.1 billion from $1.4 billion a year earlier.';
    const run = await tieout(['audit', '--batch'], { input: ask([{ id: 1, text }]) });
    const { findings } = JSON.parse(run.out) as { findings: { rule: string; verdict: string }[] };
    expect(findings.some((finding) => finding.rule.startsWith('CALC') && finding.verdict === 'conflict')).toBe(true);
  });

  test('classify: the kind of statement and who vouches for it', async () => {
    const run = await tieout(['classify', '--batch'], {
      input: ask([{ id: 1, text: 'We expect revenue to grow next year.' }]),
    });
    const answer = JSON.parse(run.out) as { id: number; assertion: string; cue: { rule: string } };
    expect({ ...answer, rule: typeof answer.cue.rule }).toMatchObject({ id: 1, rule: 'string' });
    expect(['guidance', 'forecast']).toContain(answer.assertion);
  });

  test('a byte-order mark before the first line and CRLF after each are no part of the JSON', async () => {
    const run = await tieout(['figures', '--batch'], {
      input: '\uFEFF{"id":1,"text":"8%"}\r\n{"id":2,"text":"9%"}\r\n',
    });
    expect(run.code).toBe(0);
    expect(lines(run.out)).toHaveLength(2);
  });

  test('a line that is not JSON is named, after the answers before it', async () => {
    const run = await tieout(['figures', '--batch'], { input: `${ask([{ id: 1, text: '8%' }])}oops\n` });
    expect(run.code).toBe(1);
    expect(lines(run.out)).toHaveLength(1);
    expect(run.err).toMatch(/line 2/);
  });

  test('a reader that stops reading ends it without a complaint', async () => {
    const input = ask(Array.from({ length: 3000 }, (_, id) => ({ id, text: 'Margin was 14.2% in 2026.' })));
    const path = join(folder(), 'in.jsonl');
    writeFileSync(path, input);
    const child = spawn(process.execPath, [join(programs, 'cli.js'), 'figures', '--batch']);
    createReadStream(path).pipe(child.stdin);
    child.stdin.on('error', () => undefined);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => {
      child.on('close', done);
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
