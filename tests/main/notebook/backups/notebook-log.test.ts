// The notebook's own log names what was slow and what failed, and never quotes a note.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import { traceOf, wireError } from '../../../../src/main/failures/failure';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { handlers } from '../../../../src/main/notebook/handlers';
import { NotebookLog, SLOW_MS } from '../../../../src/main/notebook/backups/notebook-log';
import { file, notebookAt } from '../support';

const NOW = '2026-05-13T10:00:00.000Z';
const SECRET = 'revenue of the secret note';

const spyOnStderr = () => vi.spyOn(process.stderr, 'write').mockReturnValue(true);
let stderr: ReturnType<typeof spyOnStderr>;
beforeEach(() => {
  stderr = spyOnStderr();
});
afterEach(() => vi.restoreAllMocks());

const logOf = (path: string): string => join(`${path}.backups`, 'log.txt');

describe('the log', () => {
  test.each([
    [SLOW_MS, []],
    [SLOW_MS + 1, [`${NOW} slow query figure.page ${SLOW_MS + 1} ms`]],
  ])('of an answer in %i ms', (ms, lines) => {
    const log = new NotebookLog(file(), true, () => NOW);
    log.took('query', 'figure.page', ms);
    expect(log.lines()).toEqual(lines);
  });

  test('holds the stack of a bug, not its words', () => {
    const log = new NotebookLog(file(), true, () => NOW);
    log.failed('command', 'report.save', new RangeError(SECRET));
    expect(log.lines()[0]).toBe(`${NOW} bug in command report.save: RangeError`);
    expect(log.lines().some((line) => line.includes('notebook-log.test'))).toBe(true);
    expect(log.lines().join('\n')).not.toContain(SECRET);
  });

  test.each([
    ['has lines that look like frames', 'It rose\n    at the close of the secret note'],
    ['is empty', ''],
    ['stands in the stack twice', 'RangeError'],
  ])('holds frames alone where the message %s', (_what, words) => {
    const log = new NotebookLog(file(), true, () => NOW);
    log.failed('query', 'source.list', new RangeError(words));
    expect(log.lines().slice(1).length).toBeGreaterThan(2);
    expect(log.lines().slice(1).join('\n')).not.toMatch(/close|Error/);
  });

  test('holds frames alone where the words were changed after the stack was made', () => {
    const log = new NotebookLog(file(), true, () => NOW);
    log.failed('query', 'source.list', Object.assign(new RangeError(`${SECRET}\n    at the close`), { message: 'x' }));
    expect(log.lines().length).toBeGreaterThan(2);
    expect(log.lines().join('\n')).not.toMatch(/secret|close/);
  });

  test('holds the cause of an expected failure under its code', () => {
    const log = new NotebookLog(file(), true, () => NOW);
    const cause = new SyntaxError(SECRET);
    wireError('import', new TieoutError('E_DAMAGED', 'The file is damaged.', undefined, cause), {
      report: (what, reason, code) => log.failed('job', what, reason, code),
    });
    expect(log.lines()[0]).toBe(`${NOW} E_DAMAGED in job import: SyntaxError`);
    expect(log.lines().length).toBeGreaterThan(2);
    expect(log.lines().join('\n')).not.toContain(SECRET);
  });

  test('takes a trace from another process as it is', () => {
    const log = new NotebookLog(file(), true, () => NOW);
    const known = traceOf(new RangeError(SECRET));
    log.failed('job', 'import', structuredClone(known));
    expect(log.lines()).toEqual([`${NOW} bug in job import: RangeError`, ...known.places]);
  });

  test('stands among the backups where there are any, and is read from there at the next opening', () => {
    const path = file();
    new NotebookLog(path, true, () => NOW).took('query', 'source.list', 500);
    expect(existsSync(logOf(path))).toBe(false);
    mkdirSync(dirname(logOf(path)));
    new NotebookLog(path, true, () => NOW).took('query', 'source.list', 700);
    expect(new NotebookLog(path, true, () => NOW).lines()).toEqual([`${NOW} slow query source.list 700 ms`]);
  });

  test('writes nothing beside a notebook that may only be read', () => {
    const path = file();
    mkdirSync(dirname(logOf(path)));
    new NotebookLog(path, false, () => NOW).took('query', 'source.list', 700);
    expect(existsSync(logOf(path))).toBe(false);
  });

  test('keeps its second half where it has grown long', () => {
    const path = file();
    mkdirSync(dirname(logOf(path)));
    const lines = Array.from({ length: 20_000 }, (_, at) => `${NOW} slow query n${at} 200 ms`);
    writeFileSync(logOf(path), `${lines.join('\n')}\n`);
    const log = new NotebookLog(path, true, () => NOW);
    expect(readFileSync(logOf(path), 'utf8').length).toBeLessThan(lines.join('\n').length * 0.6);
    expect(log.lines().at(-1)).toBe(lines.at(-1));
  });
});

describe('a handler that throws what nobody expected', () => {
  const breaks = (message: 'source.list' | 'note.save') =>
    vi.spyOn(handlers, message).mockImplementation(() => {
      throw new TypeError(SECRET);
    });
  const replyOf = (notebook: Notebook, message: string, request: object) => {
    const reply = notebook.handle(message, request);
    if (reply.ok) throw new Error('It should have failed.');
    return reply.error;
  };

  test('says of a query that nothing was changed', () => {
    const notebook = notebookAt();
    breaks('source.list');
    const error = replyOf(notebook, 'source.list', {});
    expect(error.code).toBe('E_BUG');
    expect(error.message).toContain('source.list');
    expect(error.message).not.toMatch(/not saved/);
    expect(notebook.call('log.read', {}).lines[0]).toMatch(/bug in query source\.list: TypeError$/);
  });

  test('says of a command that the change was not saved', () => {
    const notebook = notebookAt();
    breaks('note.save');
    expect(replyOf(notebook, 'note.save', { id: null, body: 'x', figure: null, document: null }).message).toMatch(
      /last change was not saved/,
    );
  });

  test('keeps the cause of a failure of the file', () => {
    const notebook = notebookAt();
    vi.spyOn(handlers, 'note.save').mockImplementation(() => {
      throw Object.assign(new Error(SECRET), { code: 'SQLITE_IOERR_WRITE' });
    });
    const error = replyOf(notebook, 'note.save', { id: null, body: 'x', figure: null, document: null });
    expect(error.code).toBe('E_IO');
    expect(error).not.toHaveProperty('cause');
    const lines = notebook.call('log.read', {}).lines.join('\n');
    expect(lines).toMatch(/E_IO in command note\.save: Error SQLITE_IOERR_WRITE\n\s+at /);
    expect(lines).not.toContain(SECRET);
  });

  test('takes a broken schema of our own for a bug, not for a wrong request', () => {
    const notebook = notebookAt();
    vi.spyOn(handlers, 'source.list').mockImplementation(() => z.never().parse(SECRET));
    expect(replyOf(notebook, 'source.list', {}).code).toBe('E_BUG');
    expect(notebook.call('log.read', {}).lines[0]).toMatch(/bug in query source\.list: \$?ZodError/);
  });

  test('keeps the stack on stderr', () => {
    const notebook = notebookAt();
    breaks('source.list');
    replyOf(notebook, 'source.list', {});
    const written = stderr.mock.calls.map(([words]) => String(words)).join('');
    expect(written).toMatch(/bug in query source\.list: TypeError[^]+\n\s+at /);
  });
});
