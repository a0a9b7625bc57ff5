// A folder from the command line: a line a file, what is refused does not keep the others out, the exit code tells of it.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../support/bundle.mjs';
import { folder } from '../notebook/support';

let programs = '';
beforeAll(async () => {
  programs = await bundle({ cli: 'src/main/cli/main.ts', 'import-worker': 'src/main/imports/worker.ts' });
}, 60_000);

function tieout(cwd: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [join(programs, 'cli.js'), ...args], {
    cwd,
    env: { ...process.env, INIT_CWD: cwd },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((done) => {
    child.on('close', (code) => done({ code: code ?? -1, out, err }));
  });
}

const NOTE = '# Alder Rail: freight returns\n\nAs of 2026-06-01.\n\nRevenue was $210 million in Q1 2026, up 4%.\n';
const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

function notes(): string {
  const at = folder();
  mkdirSync(join(at, 'notes/inner'), { recursive: true });
  writeFileSync(join(at, 'notes/a.md'), NOTE);
  writeFileSync(join(at, 'notes/b-same.md'), NOTE);
  writeFileSync(join(at, 'notes/c-picture.txt'), PICTURE);
  writeFileSync(join(at, 'notes/inner/d.csv'), 'Metric,Company,Period,Value\nRevenue,Alder Rail,2026Q1,5\n');
  writeFileSync(join(at, 'notes/.hidden.md'), NOTE);
  return at;
}

interface Report {
  readonly files: readonly { readonly file: string; readonly status: string }[];
  readonly left: readonly unknown[];
  readonly documents: readonly { readonly id: string; readonly replaces: string | null }[];
}

describe('import of a folder', () => {
  test('a line a file, in order; one refused is told of by the exit code', async () => {
    const at = notes();
    const run = await tieout(at, 'import', 'notes', '--notebook', 'nb.tieout');
    expect(run.code).toBe(1);
    expect(run.out.split('\n').map((line) => line.replaceAll(`${at}/`, '').slice(0, 41))).toEqual([
      'imported  notes/a.md: 2 figures',
      'duplicate notes/b-same.md: 2 figures',
      'refused   notes/c-picture.txt: notes/c-pi',
      'imported  notes/inner/d.csv: 1 figures',
      'left out  notes/.hidden.md: It is hidden.',
      expect.stringMatching(/^tie-out/),
      '',
    ]);
  });

  test('as JSON, with what became of each', async () => {
    const at = notes();
    const run = await tieout(at, 'import', 'notes', 'notes/a.md', '--notebook', 'nb.tieout', '--json');
    const { files, left } = JSON.parse(run.out) as Report;
    expect(files.map(({ status }) => status)).toEqual(['imported', 'duplicate', 'refused', 'imported', 'duplicate']);
    expect(left).toEqual([{ name: 'notes/.hidden.md', reason: 'It is hidden.' }]);
  });

  test('with nothing in it is refused, and no notebook is made', async () => {
    const at = folder();
    mkdirSync(join(at, 'empty'));
    const run = await tieout(at, 'import', 'empty', '--notebook', 'nb.tieout');
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/can be imported: name another/);
    expect(() => readFileSync(join(at, 'nb.tieout'))).toThrow(/ENOENT/);
  });
});

describe('versions', () => {
  const more = 'Freight volumes came back as the quarry contracts began, and the yards were full again by the spring. ';
  const whole = `${NOTE}\n${more}${more.toUpperCase()}The board left the plan as it was and will speak of it in the autumn.\n`;
  const next = whole.replace('$210 million', '$213 million');

  async function imported(...flags: string[]): Promise<Report['documents'][number]> {
    const at = folder();
    writeFileSync(join(at, 'a.md'), whole);
    const first = JSON.parse((await tieout(at, 'import', 'a.md', '--notebook', 'nb.tieout', '--json')).out) as Report;
    writeFileSync(join(at, 'a.md'), next);
    const named = flags.map((flag) => (flag === 'FIRST' ? (first.documents[0]?.id ?? '') : flag));
    const run = await tieout(at, 'import', 'a.md', '--notebook', 'nb.tieout', '--json', ...named);
    expect(run.err).not.toMatch(/^tieout:/m);
    const [document] = (JSON.parse(run.out) as Report).documents;
    if (document === undefined) throw new Error('there is no document');
    return { ...document, replaces: document.replaces === first.documents[0]?.id ? 'FIRST' : document.replaces };
  }

  test.each([
    ['what is proposed is taken', [], 'FIRST'],
    ['--as-new refuses it', ['--as-new'], null],
    ['--replaces names it', ['--replaces', 'FIRST'], 'FIRST'],
  ] as const)('%s', async (_, flags, replaces) => {
    expect((await imported(...flags)).replaces).toBe(replaces);
  });

  test.each([
    ['a document that was not offered', ['a.md', '--replaces', 'd_none'], 1, /not offered/],
    ['both', ['a.md', '--as-new', '--replaces', 'd_none'], 2, /contradict/],
    ['--replaces for several files', ['a.md', 'a.md', '--replaces', 'd_none'], 2, /one file/],
  ] as const)('%s is refused', async (_, args, code, words) => {
    const at = folder();
    writeFileSync(join(at, 'a.md'), NOTE);
    const run = await tieout(at, 'import', ...args, '--notebook', 'nb.tieout');
    expect(run.code).toBe(code);
    expect(run.err).toMatch(words);
  });
});
