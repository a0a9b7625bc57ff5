/** Exports from the window: the person says where, the notebook process says what, a process of its own sets the PDF. */
import { shell } from 'electron';
import { TieoutError } from '../../../contract/errors';
import { askWhereToSave } from '../files/dialogs';
import { exportName, makeExport, printFrom, saveWhole, unshownIn, type Watching } from '../processes/exporting';
import type { NotebookWindow } from '../windows/notebook-window';
import type { AppHandlers } from '../../ipc/gate';
import type { ExportUse } from '../../../contract/app';

type Handlers = Pick<
  AppHandlers<NotebookWindow>,
  'export.save' | 'export.preview' | 'export.unshown' | 'export.progress' | 'export.cancel' | 'export.reveal'
>;

/** What is being set, for whom it is: one preview and one file at a time. */
class UnderWay {
  readonly #jobs = new Map<ExportUse, { readonly abort: AbortController; stage: string }>();

  /** Runs `work`; a job of the same kind that is still under way is stopped first, because nobody waits for it any more. */
  async run<T>(of: ExportUse, work: (watching: Watching) => Promise<T>): Promise<T> {
    this.cancel(of);
    const job = { abort: new AbortController(), stage: 'gathering' };
    this.#jobs.set(of, job);
    try {
      return await work({
        signal: job.abort.signal,
        onStage: (stage) => {
          job.stage = stage;
        },
      });
    } finally {
      if (this.#jobs.get(of) === job) this.#jobs.delete(of);
    }
  }

  cancel(of: ExportUse): void {
    this.#jobs.get(of)?.abort.abort();
  }

  stage = (of: ExportUse): string | null => this.#jobs.get(of)?.stage ?? null;
}

/** `typesetter` is the built `typeset-process.js`. */
export function exportHandlers(typesetter: string): Handlers {
  /** Only what was saved here may be shown: the page cannot point the file manager anywhere else. */
  const saved = new Set<string>();
  const underWay = new UnderWay();
  return {
    'export.save': async (options, caller) => {
      const notebook = await caller.notebook();
      const path = await askWhereToSave(caller.window, await exportName(notebook, options.what), options.format);
      if (path === null) return { saved: null, warnings: [] };
      const { bytes, warnings } = await underWay.run('save', (watching) =>
        makeExport(notebook, options, { typesetter, ...watching }),
      );
      saveWhole(path, bytes);
      saved.add(path);
      return { saved: path, warnings };
    },
    'export.preview': async (options, caller) => {
      const notebook = await caller.notebook();
      const { bytes, pages, warnings } = await underWay.run('preview', (watching) =>
        printFrom(notebook, options, { typesetter, ...watching }),
      );
      return { pdf: new Uint8Array(bytes), pages, warnings };
    },
    'export.unshown': async (what, caller) => ({ characters: await unshownIn(await caller.notebook(), what) }),
    'export.progress': ({ of }) => ({ stage: underWay.stage(of) }),
    'export.cancel': ({ of }) => {
      underWay.cancel(of);
      return {};
    },
    'export.reveal': ({ path }) => {
      if (!saved.has(path)) throw new TieoutError('E_NOT_FOUND', 'Only a file exported just now can be shown.');
      shell.showItemInFolder(path);
      return {};
    },
  };
}
