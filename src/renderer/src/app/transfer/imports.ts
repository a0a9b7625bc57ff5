/** Imports under way, from a grant or a paste to a plan to look over. One row a job; the plan that is shown is one of them. */
import type { AppRequest, Granted, ImportProgress } from '../../../../contract/app';
import type { PasteKind } from '../../../../core/document/formats';
import { batch, addToBatch, beginBatch, forgetBatch, lookedOver, unlock } from './batch';
import { asTieoutError, call, grantDropped } from '../calls/client';
import { ask } from '../calls/run';
import { createStore } from '../state/store';
import { showError, showToast } from '../state/toasts';

export const jobs = createStore<readonly ImportProgress[]>([]);
/** Plans waiting to be looked over, oldest first; the first is on show. */
export const plans = createStore<readonly string[]>([]);

/** Files that only open with a password, oldest first; the first is asked for. */
export const locked = createStore<readonly LockedFile[]>([]);

export interface LockedFile {
  /** For one more try. */
  readonly token: string;
  readonly name: string;
  /** What there is to do: that a password is needed, or that the one given was wrong. */
  readonly message: string;
}

type StartRequest = AppRequest<'import.start'>;

/** Main's dialog, then the file's plan, or the list of several. */
export async function importPicked(): Promise<void> {
  await importGranted(await ask('import.pick', {}));
}

export async function importFolder(): Promise<void> {
  const granted = await ask('import.pick', { folder: true });
  if (granted !== null && granted.grants.length + granted.left.length > 0) beginBatch(granted);
}

/** Files dropped on the window or pasted. */
export async function importFiles(files: readonly File[]): Promise<void> {
  try {
    const granted = await grantDropped(files);
    if (granted.grants.length + granted.left.length === 0) {
      showToast({ kind: 'error', text: 'That is not a file on this machine. Save it first, or paste its text.' });
    }
    await importGranted(granted);
  } catch (reason) {
    showError(asTieoutError(reason));
  }
}

export async function importText(paste: string, format: PasteKind, title: string): Promise<void> {
  await startJob({ paste, format, title });
}

export async function cancelImport(job: string): Promise<void> {
  await ask('import.cancel', { job });
}

/** Follows main's progress events; returns the function that stops. */
export function followImports(): () => void {
  const stopSwitched = window.tieout.on('notebook.switched', () => {
    forgetBatch();
    plans.set([]);
  });
  const stopProgress = window.tieout.on('import.progress', (progress) => {
    if (addToBatch(progress)) return;
    jobs.update((known) => withProgress(known, progress));
    if (progress.stage === 'planned' && progress.plan !== null) addPlan(progress.plan);
    if (progress.again !== null && progress.error) addLocked(progress.again, progress.name, progress.error.message);
    else if (progress.stage === 'failed' && progress.error) {
      showToast({ kind: 'error', text: `${progress.name}: ${progress.error.message}`, code: progress.error.code });
    }
  });
  return () => {
    stopSwitched();
    stopProgress();
  };
}

/** Tries a file once more with its password; without one it stays outside. */
export async function answerLocked(token: string, password: string | null): Promise<void> {
  locked.update((waiting) => waiting.filter((one) => one.token !== token));
  if (password === null) return;
  const listed = batch.get()?.find(({ again }) => again === token);
  if (listed) await unlock(listed.key, token, password);
  else await startJob({ token, password });
}

/** Takes the plan off those to look over; one of a batch stays in its list. `now` is its id, read another way. */
export function closePlan(id: string, outcome: 'imported' | 'discarded' | 'kept', now = id): void {
  plans.update((waiting) => waiting.filter((plan) => plan !== id));
  lookedOver(id, outcome, now);
}

const ENDED: readonly ImportProgress['stage'][] = ['planned', 'failed', 'cancelled'];

/** The jobs with one job's news in its place; a job that has ended leaves the list. */
export function withProgress(known: readonly ImportProgress[], news: ImportProgress): readonly ImportProgress[] {
  if (ENDED.includes(news.stage)) return known.filter((job) => job.job !== news.job);
  const isKnown = known.some((job) => job.job === news.job);
  return isKnown ? known.map((job) => (job.job === news.job ? news : job)) : [...known, news];
}

/** First, because a wrong password is asked for again where it was just typed. */
export function addLocked(token: string, name: string, message: string): void {
  locked.update((waiting) => [{ token, name, message }, ...waiting]);
}

export function addPlan(id: string): void {
  plans.update((waiting) => (waiting.includes(id) ? waiting : [...waiting, id]));
}

async function importGranted(granted: Granted | null): Promise<void> {
  const [only, ...others] = granted?.grants ?? [];
  if (granted === null) return;
  if (only !== undefined && others.length === 0 && granted.left.length === 0) await startJob({ token: only.token });
  else if (only !== undefined || granted.left.length > 0) beginBatch(granted);
}

async function startJob(request: StartRequest): Promise<void> {
  try {
    await call('import.start', request);
  } catch (reason) {
    showError(asTieoutError(reason));
  }
}
