// Files made to break an import, through the thread that ships: each gets its own error or a harmless result.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TieoutError } from '../../../src/contract/errors';
import { checkImportResult } from '../../../src/main/imports/check-result';
import { readGrantedFile } from '../../../src/main/imports/read-file';
import type { ImportResult } from '../../../src/main/imports/result';
import { runImport } from '../../../src/main/imports/run-import';
import { runInWorker } from '../../../src/main/imports/run-in-worker';
import { BROKEN, type Hostile, HOSTILE } from '../../corpus/hostile';
import { bundle } from '../../support/bundle.mjs';

let programs = '';
let folder = '';
beforeAll(async () => {
  programs = await bundle({ 'import-worker': 'src/main/imports/worker.ts' });
  folder = mkdtempSync(join(tmpdir(), 'tieout-hostile-'));
}, 120_000);
afterAll(() => {
  for (const path of [programs, folder]) rmSync(path, { recursive: true, force: true });
});

type Outcome = { readonly code: string; readonly message: string } | { readonly result: ImportResult };

async function outcomeOf(read: () => Promise<ImportResult>): Promise<Outcome> {
  try {
    return { result: await read() };
  } catch (error) {
    if (error instanceof TieoutError) return { code: error.code, message: error.message };
    throw error;
  }
}

/** All that comes out of an import, as words. */
const wordsOf = (result: ImportResult): string =>
  result.kind === 'document'
    ? `${result.normalised.text}\n${result.normalised.problems.map(({ message }) => message).join('\n')}`
    : JSON.stringify({ ...result, bytes: null });

function check(one: Hostile, outcome: Outcome): void {
  if ('code' in outcome) {
    expect(one.expected, outcome.message).toContain(outcome.code);
    if (one.says) expect(outcome.message).toMatch(one.says);
    // Whoever reads it must know what to do.
    expect(outcome.message).toMatch(/\. \S|: \S/);
    return;
  }
  expect(one.expected).toContain('result');
  expect(() => checkImportResult(outcome.result)).not.toThrow();
  const words = wordsOf(outcome.result);
  if (one.says) expect(words).toMatch(one.says);
  if (one.never) expect(words).not.toMatch(one.never);
}

test.each(HOSTILE.map((one) => [one.name, one] as const))('%s', { timeout: 120_000 }, async (_, one) => {
  const file = join(folder, one.fileName);
  writeFileSync(file, await one.make());
  check(one, await outcomeOf(() => runInWorker({ file }, { entry: join(programs, 'import-worker.js') })));
});

test.each(BROKEN.map((one) => [one.name, one] as const))('%s', { timeout: 120_000 }, async (_, one) => {
  const bytes = await one.make();
  check(one, await outcomeOf(() => runImport(bytes, one.fileName)));
});

describe('what is no file', () => {
  let server: Server | null = null;
  afterAll(() => server?.close());

  test.each([
    [
      'a pipe',
      () => {
        const path = join(folder, 'pipe');
        execFileSync('mkfifo', [path]);
        return path;
      },
      /device or pipe/,
    ],
    [
      'a folder',
      () => {
        const path = join(folder, 'folder.pdf');
        mkdirSync(path);
        return path;
      },
      /folder/,
    ],
    ['a device', () => '/dev/zero', /device or pipe/],
  ])('%s is refused at once', async (_, make, says) => {
    await expect(readGrantedFile(make())).rejects.toThrow(says);
  });

  test('a socket is refused at once', async () => {
    const path = join(folder, 'socket');
    await new Promise<void>((resolve) => {
      server = createServer().listen(path, resolve);
    });
    await expect(readGrantedFile(path)).rejects.toBeInstanceOf(TieoutError);
  });
});
