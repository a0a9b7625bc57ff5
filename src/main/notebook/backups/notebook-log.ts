/**
 * The notebook's own log: slow queries and commands by name, and bugs with their stack. Help shows it. It holds names,
 * times and places in the program only, never text of a note or a file, so that a person can pass it on.
 */
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ErrorCode } from '../../../contract/errors';
import { reportToStderr, traceOf } from '../../failures/failure';
import { backupFolder } from './backup-folder';

export type Kind = 'query' | 'command' | 'job';

/** Answers that take longer than this are noted. */
export const SLOW_MS = 100;
/** Lines that are kept at hand and shown. */
const SHOWN = 500;
/** A log that is longer when the notebook is opened keeps its second half. */
const LARGEST_BYTES = 256_000;

export class NotebookLog {
  /** Null where nothing may be written beside the notebook. */
  readonly #file: string | null;
  readonly #lines: string[] = [];

  /** `now` gives ISO 8601 in UTC. The log stands among the notebook's backups, once there is such a folder. */
  constructor(
    path: string,
    mayWrite: boolean,
    private readonly now: () => string,
  ) {
    this.#file = mayWrite ? join(backupFolder(path), 'log.txt') : null;
    this.#quietly(() => this.#shorten());
  }

  /** Notes an answer that took `ms` milliseconds, where that is slow. */
  took(kind: Kind, name: string, ms: number): void {
    if (ms > SLOW_MS) this.#write(`slow ${kind} ${name} ${Math.round(ms)} ms`);
  }

  /**
   * Notes a bug (`E_BUG`), or the cause of the expected failure `code`, with its kind and its places in the program. Its
   * words are left out, because they may quote a note.
   */
  failed(kind: Kind, name: string, reason: unknown, code: ErrorCode = 'E_BUG'): void {
    const { name: what, places } = traceOf(reason);
    reportToStderr(`${kind} ${name}`, reason instanceof Error ? reason : [what, ...places].join('\n'), code);
    this.#write([`${code === 'E_BUG' ? 'bug' : code} in ${kind} ${name}: ${what}`, ...places].join('\n'));
  }

  /** The newest lines, oldest first: of the file where there is one, else of this opening. */
  lines(): readonly string[] {
    const file = this.#existing();
    const kept = file === null ? this.#lines : readFileSync(file, 'utf8').trimEnd().split('\n');
    return kept.slice(-SHOWN);
  }

  #write(entry: string): void {
    const dated = `${this.now()} ${entry}`;
    this.#lines.push(...dated.split('\n'));
    this.#lines.splice(0, this.#lines.length - SHOWN);
    const file = this.#file;
    if (file === null || !existsSync(dirname(file))) return;
    this.#quietly(() => appendFileSync(file, `${dated}\n`));
  }

  #existing(): string | null {
    return this.#file !== null && existsSync(this.#file) ? this.#file : null;
  }

  #shorten(): void {
    const file = this.#existing();
    if (file === null || statSync(file).size <= LARGEST_BYTES) return;
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.slice(lines.length / 2).join('\n'));
  }

  /** A log that cannot be written must stop nothing. */
  #quietly(work: () => void): void {
    try {
      work();
    } catch (reason) {
      reportToStderr('the notebook log', reason, 'E_BUG');
    }
  }
}
