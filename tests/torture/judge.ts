/** What must hold after any end of any operation: a whole notebook under its name, with all that was acknowledged. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkNotebook } from '../../src/main/notebook/check';
import { Notebook } from '../../src/main/notebook/notebook';

export interface Verdict {
  readonly acknowledged: number;
  readonly faults: readonly string[];
}

export function judge(path: string, said: string, options: { readonly rawAllowed?: boolean } = {}): Verdict {
  const lines = said.split('\n');
  const kept = lines.filter((line) => line.startsWith('ack ')).map((line) => line.slice(4));
  const faults =
    options.rawAllowed === true
      ? []
      : lines.filter((line) => line.startsWith('raw ')).map((line) => `a raw error: ${line}`);
  if (!existsSync(path)) return { acknowledged: kept.length, faults: [...faults, 'there is no file under the name'] };
  return { acknowledged: kept.length, faults: [...faults, ...look(path, kept)] };
}

function look(path: string, kept: readonly string[]): readonly string[] {
  let notebook: Notebook;
  try {
    notebook = Notebook.open(path, { automaticBackups: false });
  } catch (error) {
    return [`locked out: ${String(error)}`];
  }
  try {
    const bodies = new Set(notebook.call('note.list', {}).map((note) => note.body));
    const lost = kept.filter((body) => !bodies.has(body)).map((body) => `lost: ${body}`);
    return [...lost, ...checkNotebook(notebook.context).map(({ check, message }) => `${check}: ${message}`)];
  } finally {
    notebook.close();
    sweepCheck(path);
  }
}

function sweepCheck(path: string): void {
  const strays = readdirSync(dirname(path)).filter((name) => /^\.tieout-|^nb\.tieout-(wal|shm|journal)$/.test(name));
  if (strays.length > 0) throw new Error(`strays: ${strays.join(', ')}`);
}
