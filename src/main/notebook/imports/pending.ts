/**
 * Imports that were read and are being looked over, until they are committed or discarded. A few stay in memory; of a
 * folder's many the others lie as files in a private folder of the machine's temporary ones, and are planned anew when
 * they are looked at. So is a plan from before the notebook's last change.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { TieoutError } from '../../../contract/errors';
import type { DocumentPlan, SourcesPlan, TablePlan } from '../../../contract/records';
import type { DocumentImport, SourcesImport, TableImport } from '../../imports/result';
import type { PlannedTable } from './planned-table';

export interface PendingDocument {
  readonly kind: 'document';
  readonly plan: DocumentPlan;
  readonly result: DocumentImport;
}

export interface PendingSources {
  readonly kind: 'sources';
  readonly plan: SourcesPlan;
  readonly result: SourcesImport;
}

export interface PendingTable {
  readonly kind: 'table';
  readonly plan: TablePlan;
  readonly result: TableImport;
  /** What the commit writes: exactly what the plan counts and shows the first of. */
  readonly planned: PlannedTable;
}

export type PendingImport = PendingDocument | PendingSources | PendingTable;

/** Makes the plan of an import anew, under its id, at the notebook's present revision. */
export type Replan = (old: PendingImport) => PendingImport;

/** That are in memory. */
const KEPT = 4;
/** That wait at all: more lie about only when a window forgot them; the oldest is dropped. */
const WAITING = 2000;

export class PendingImports {
  /** In order of last use. */
  readonly #kept = new Map<string, PendingImport>();
  /** In the order in which they came; the value is the file it lies in, else null. */
  readonly #waiting = new Map<string, string | null>();
  #folder: string | null = null;

  constructor(
    private readonly revision: () => number,
    private readonly replan: Replan,
  ) {}

  keep(pending: PendingImport): void {
    const { id } = pending.plan;
    if (!this.#waiting.has(id)) this.#waiting.set(id, null);
    this.#kept.delete(id);
    this.#kept.set(id, pending);
    const [leastUsed] = this.#kept.values();
    if (this.#kept.size > KEPT && leastUsed !== undefined) this.#putAway(leastUsed);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > WAITING && oldest !== undefined) this.discard(oldest);
  }

  /** As it was planned last. Throws `E_NOT_FOUND`. */
  get(id: string): PendingImport {
    const pending = this.#kept.get(id) ?? this.#fetch(id);
    this.keep(pending);
    return pending;
  }

  /** Planned at the present revision. Throws `E_NOT_FOUND`. */
  current(id: string): PendingImport {
    const pending = this.get(id);
    if (pending.plan.revision === this.revision()) return pending;
    const again = this.replan(pending);
    this.keep(again);
    return again;
  }

  discard(id: string): void {
    const file = this.#waiting.get(id);
    if (typeof file === 'string') rmSync(file, { force: true });
    this.#waiting.delete(id);
    this.#kept.delete(id);
  }

  close(): void {
    this.#kept.clear();
    this.#waiting.clear();
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  /** Written anew each time: a table read another way is another plan. */
  #putAway(pending: PendingImport): void {
    const { id } = pending.plan;
    this.#folder ??= makeFolder();
    const file = join(this.#folder, id);
    writeFileSync(file, serialize(pending), { mode: 0o600 });
    this.#waiting.set(id, file);
    this.#kept.delete(id);
  }

  #fetch(id: string): PendingImport {
    const file = this.#waiting.get(id);
    if (typeof file !== 'string') {
      throw new TieoutError('E_NOT_FOUND', 'This import is no longer open: import the file again.');
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this object, in a folder of this user alone
    return deserialize(readFileSync(file)) as PendingImport;
  }
}

const FOLDER = 'tieout-imports-';

/** Named after its process, so that what one left that was killed is cleared by the next. */
function makeFolder(): string {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(FOLDER))) {
    if (!isRunning(Number.parseInt(name.slice(FOLDER.length), 10))) clear(join(tmpdir(), name));
  }
  return mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked; it runs.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function clear(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another user's.
  }
}
