// The crash harness: streams edits at something that acknowledges them, kills it at a random moment, and then asks the
// notebook which acknowledged edits are there. What is killed is up to the caller: a Node child here, the whole app
// elsewhere; both only need to take an edit and to say when it is committed.
import { expect } from 'vitest';
import { checkNotebook } from '../../src/main/notebook/check';
import { Notebook } from '../../src/main/notebook/notebook';

/** One edit as the harness sends it: a figure's note gets a text that no other edit has. */
export interface Edit {
  readonly figure: string;
  readonly note: string;
}

export interface Victim {
  /** Sends one edit and resolves when it was acknowledged as committed; rejects or stays open when it was not. */
  readonly edit: (edit: Edit) => Promise<void>;
  /** Ends it at once, as SIGKILL does, and resolves when the processes are gone. */
  readonly kill: () => Promise<void>;
}

export interface CrashRun {
  readonly acknowledged: number;
  /** Sent when the kill came, not acknowledged: it may be there or not, but never in part. */
  readonly underWay: number;
}

/**
 * Streams edits over the figures in turn, kills `afterMs` after the first one is acknowledged, and asserts: every acknowledged edit is in the notebook
 * and its log, undo still works, and `check` is clean.
 */
export async function crashOnce(
  path: string,
  victim: Victim,
  options: { readonly figures: readonly string[]; readonly afterMs: number; readonly run: number },
): Promise<CrashRun> {
  const acknowledged = new Map<string, string>();
  const sent = new Map<string, string>();
  let count = 0;
  let underWay = 0;
  const death = new AbortController();
  let arm = (): void => undefined;
  const killed = new Promise<void>((resolve) => {
    // Armed by the first acknowledgement, so that a slow machine is not killed before it has promised anything.
    arm = () => {
      arm = () => undefined;
      setTimeout(() => {
        death.abort();
        void victim.kill().then(resolve);
      }, options.afterMs);
    };
  });
  for (let n = 0; !death.signal.aborted; n += 1) {
    const figure = options.figures[n % options.figures.length] ?? '';
    const note = `run ${options.run} edit ${n}`;
    sent.set(figure, note);
    underWay = 1;
    const outcome = await Promise.race([
      victim.edit({ figure, note }).then(
        () => 'done' as const,
        () => 'lost' as const,
      ),
      killed.then(() => 'lost' as const),
    ]);
    if (outcome === 'lost') break;
    underWay = 0;
    acknowledged.set(figure, note);
    count += 1;
    arm();
  }
  await killed;
  expectAll(path, acknowledged, sent);
  return { acknowledged: count, underWay };
}

function expectAll(path: string, acknowledged: ReadonlyMap<string, string>, sent: ReadonlyMap<string, string>): void {
  const notebook = Notebook.open(path, { automaticBackups: false });
  try {
    for (const [figure, note] of acknowledged) {
      const { figure: found, history } = notebook.call('figure.detail', { id: figure });
      // The edit under way when the kill came may have been committed without having been acknowledged.
      expect([note, sent.get(figure)], `figure ${figure}`).toContain(found.note);
      expect(history.map((entry) => entry.after)).toContain(note);
    }
    expect(checkNotebook(notebook.context)).toEqual([]);
  } finally {
    notebook.close();
  }
}
