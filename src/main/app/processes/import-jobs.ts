/**
 * Imports under way: one process each, with a way to stop it. The result goes from the import process straight to the
 * notebook process; main hears how far it is and, at the end, the plan's id.
 */
import { randomUUID } from 'node:crypto';
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron';
import type { ImportProgress } from '../../../contract/app';
import { asThrown, TieoutError } from '../../../contract/errors';
import { wireError } from '../../failures/failure';
import { IMPORT_LIMITS } from '../../imports/limits';
import type { ImportJob } from '../../imports/job';
import { importNews } from '../../ipc/control';
import type { NotebookHost } from './notebook-host';

export interface ImportJobs {
  /** Answers the job's id at once; `onProgress` hears the rest, last `planned`, `failed` or `cancelled`. */
  readonly start: (job: ImportJob, name: string, host: NotebookHost) => string;
  /** Runs a job to its plan, for main itself: the window hears nothing of it. */
  readonly run: (job: ImportJob, host: NotebookHost) => Promise<string>;
  readonly cancel: (id: string) => void;
  readonly cancelAll: () => void;
}

type ReportProgress = (stage: ImportProgress['stage'], done: number, plan?: string) => void;
type OnProgress = (progress: ImportProgress) => void;
/** Grants a file once more: its token. */
type Regrant = (path: string, name: string) => string;

/** The thread inside the process has its own deadline; this is for a process that no longer answers at all. */
const SILENT_MS = 15_000;
const DEADLINE_MS = IMPORT_LIMITS.deadlineMs + SILENT_MS;

/**
 * `entry` is the built import process. Errors reach `onProgress` as `failed`: those of `runImport`, and `E_DEADLINE` or `E_MEMORY`
 * of a process that stopped. A file that wants a password is granted once more by `regrant`.
 */
export function makeImportJobs(entry: string, onProgress: OnProgress, regrant: Regrant): ImportJobs {
  const running = new Map<string, () => void>();

  const run = async (id: string, job: ImportJob, host: NotebookHost, report: ReportProgress): Promise<string> => {
    const child = utilityProcess.fork(entry, [], { serviceName: 'Tieout import', stdio: 'inherit', env: {} });
    try {
      const { port1, port2 } = new MessageChannelMain();
      const planned = host.receiveImport(id, port2);
      planned.catch(() => undefined);
      await supervise(child, running, id, () => child.postMessage({ start: job }, [port1]), report);
      const plan = await watchPlanning(id, host, planned, running, report);
      report('planned', 1, plan);
      return plan;
    } finally {
      running.delete(id);
      child.kill();
    }
  };

  const fail = async (id: string, name: string, job: ImportJob, reason: unknown): Promise<void> => {
    const error = wireError('import', reason);
    const stage = error.code === 'E_CANCELLED' ? 'cancelled' : 'failed';
    const again = error.code === 'E_PASSWORD' && 'file' in job ? regrant(job.file, name) : null;
    onProgress({ job: id, name, stage, done: 1, plan: null, error, again });
  };

  return {
    start: (job, name, host) => {
      const id = randomUUID();
      const report: ReportProgress = (stage, done, plan) =>
        onProgress({ job: id, name, stage, done, plan: plan ?? null, error: null, again: null });
      run(id, job, host, report).catch((reason: unknown) => fail(id, name, job, reason));
      return id;
    },
    run: (job, host) => run(randomUUID(), job, host, () => undefined),
    cancel: (id) => running.get(id)?.(),
    cancelAll: () => {
      for (const stop of running.values()) stop();
    },
  };
}

const PARSED = 0.9;
const LOOK_EVERY_MS = 500;

/** The plan is made in the notebook's process: said how far it is, and stopped there. */
async function watchPlanning(
  id: string,
  host: NotebookHost,
  planned: Promise<string>,
  running: Map<string, () => void>,
  report: ReportProgress,
): Promise<string> {
  report('planning', PARSED);
  running.set(id, () => void host.stopPlanning(id).catch(() => undefined));
  let isOver = false;
  const look = async (): Promise<void> => {
    const progress = await host.planning(id);
    if (isOver || progress === null || progress.all === 0) return;
    report('planning', PARSED + (1 - PARSED) * Math.min(progress.done / progress.all, 1));
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
  try {
    return await planned;
  } finally {
    isOver = true;
    clearInterval(timer);
  }
}

/** Resolves once the process has sent its result to the notebook; rejects on failure, cancel, silence or deadline. */
function supervise(
  child: UtilityProcess,
  running: Map<string, () => void>,
  id: string,
  begin: () => void,
  report: ReportProgress,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      clearTimeout(deadline);
      clearTimeout(silence);
      then();
    };
    const fail = (error: TieoutError) => (): void => settle(() => reject(error));
    const deadline = setTimeout(fail(unanswered()), DEADLINE_MS);
    const silence = setTimeout(fail(unanswered()), SILENT_MS);
    running.set(id, fail(new TieoutError('E_CANCELLED', 'The import was cancelled.')));
    child.on('message', (message: unknown) => {
      const heard = importNews.parse(message);
      silence.refresh();
      if ('ready' in heard) begin();
      else if ('stage' in heard) report(heard.stage, heard.done * PARSED);
      else if ('sent' in heard) settle(resolve);
      else if ('failed' in heard) fail(asThrown(heard.failed))();
    });
    child.once('exit', (code) => fail(diedOf(code))());
  });
}

const unanswered = (): TieoutError =>
  new TieoutError('E_DEADLINE', 'The import stopped responding and was ended. Import a part of the file.');

const diedOf = (code: number): TieoutError =>
  new TieoutError(
    'E_MEMORY',
    `The import process ended by itself (code ${code}), most likely out of memory. Import a part of the file.`,
  );
