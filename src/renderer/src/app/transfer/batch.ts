/**
 * Many files at once: read two at a time, each to a plan that waits; the list stands until the person closes it. Nothing is
 * in the notebook before it is imported from here or looked over.
 */
import type { Granted, ImportProgress } from '../../../../contract/app';
import type { ImportPlan } from '../../../../contract/records';
import { summaryOf } from './plan-summary';
import { asTieoutError, call } from '../calls/client';
import { watched } from '../calls/watched';
import { createStore } from '../state/store';
import { showError } from '../state/toasts';

export type BatchState =
  | 'waiting'
  | 'reading'
  | 'planned'
  | 'here'
  | 'imported'
  | 'discarded'
  | 'refused'
  | 'password'
  | 'cancelled'
  | 'left';

export interface BatchFile {
  /** The grant's token, which names the file here. */
  readonly key: string;
  readonly name: string;
  readonly state: BatchState;
  readonly job: string | null;
  readonly plan: string | null;
  /** For one more try, where a password is needed. */
  readonly again: string | null;
  /** Nothing about the plan asks for a person's eye. */
  readonly clean: boolean;
  readonly says: string;
}

export const batch = createStore<readonly BatchFile[] | null>(null);
export const batchShown = createStore(false);
/** True while plans are being imported one after the other. */
export const batchBusy = createStore(false);

const AT_ONCE = 2;

const NEW = { state: 'waiting', job: null, plan: null, again: null, clean: false, says: '' } as const;

/** Adds to the list that is there, or begins one. */
export function beginBatch({ grants, left }: Granted): void {
  const added: readonly BatchFile[] = [
    ...grants.map(({ token, name }) => ({ ...NEW, key: token, name })),
    ...left.map(({ name, reason }) => ({ ...NEW, key: `left ${name}`, name, state: 'left' as const, says: reason })),
  ];
  batch.update((known) => [...(known ?? []), ...added]);
  batchShown.set(true);
  goOn();
}

export function counts(files: readonly BatchFile[]): { readonly done: number; readonly all: number } {
  const asked = files.filter(({ state }) => state !== 'left');
  return { done: asked.filter((file) => !isUnderWay(file)).length, all: asked.length };
}

export const isUnderWay = ({ state }: BatchFile): boolean => state === 'waiting' || state === 'reading';

/** True where the job is one of the batch's, and its news has been taken. */
export function addToBatch(news: ImportProgress): boolean {
  const file = batch.get()?.find(({ job }) => job === news.job);
  if (file === undefined) return false;
  if (news.stage === 'planned' && news.plan !== null) void planned(file.key, news.plan);
  else if (news.stage === 'cancelled') change(file.key, { state: 'cancelled', job: null });
  else if (news.stage === 'failed') {
    const state = news.error?.code === 'E_PASSWORD' ? 'password' : 'refused';
    change(file.key, { state, job: null, again: news.again, says: news.error?.message ?? '' });
  } else return true;
  if (news.stage !== 'planned') goOn();
  return true;
}

/** Stops the files that are being read and leaves out those that wait; plans that were made stay. */
export function cancelBatch(): void {
  for (const file of batch.get() ?? []) {
    if (file.state === 'waiting') change(file.key, { state: 'cancelled' });
    if (file.job !== null) call('import.cancel', { job: file.job }).catch(report);
  }
}

/** Plans that were not imported are discarded. */
export function closeBatch(): void {
  cancelBatch();
  for (const { plan, state } of batch.get() ?? []) {
    if (plan !== null && isWaiting(state)) call('import.discard', { id: plan }).catch(report);
  }
  forgetBatch();
}

export function forgetBatch(): void {
  batch.set(null);
  batchShown.set(false);
}

export const isWaiting = (state: BatchState): boolean => state === 'planned' || state === 'here';

export const isInBatch = (plan: string): boolean => batch.get()?.some((file) => file.plan === plan) ?? false;

/** A plan of the batch was looked over. `now` is the plan's id after it was read another way. */
export function lookedOver(plan: string, outcome: 'imported' | 'discarded' | 'kept', now: string): void {
  const file = batch.get()?.find((one) => one.plan === plan);
  if (file === undefined) return;
  if (outcome === 'kept') change(file.key, { plan: now });
  else change(file.key, { state: outcome, plan: null, clean: false, says: '' });
  void renewPlans();
}

/**
 * Imports every plan about which there is no doubt, or all of them as they are proposed, an undo step each; one that is a
 * duplicate or in doubt by then stays.
 */
export async function importPlanned(which: 'clean' | 'all'): Promise<void> {
  if (batchBusy.get()) return;
  batchBusy.set(true);
  try {
    for (const { key } of (batch.get() ?? []).filter(
      ({ clean, state }) => clean || (which === 'all' && state === 'planned'),
    )) {
      // oxlint-disable-next-line no-await-in-loop -- each is planned over what the one before has added
      await importAsAsked(key, which);
    }
  } catch (reason) {
    report(reason);
  } finally {
    batchBusy.set(false);
  }
  await renewPlans();
}

async function importAsAsked(key: string, which: 'clean' | 'all'): Promise<void> {
  const plan = await renew(key);
  if (plan === null) return;
  const summary = summaryOf(plan);
  if (which === 'clean' ? !summary.clean : summary.state !== 'planned') return;
  const asked = call('import.commit', { id: plan.id, revision: plan.revision });
  await watched('import.commit', `Importing “${plan.title}”`, asked);
  change(key, { state: 'imported', plan: null, clean: false, says: summary.says });
}

async function planned(key: string, plan: string): Promise<void> {
  change(key, { job: null, plan, state: 'planned' });
  await renew(key).catch(report);
  goOn();
}

/** Updates the entry of each plan in the list after the notebook has changed. */
async function renewPlans(): Promise<void> {
  for (const { key, state } of batch.get() ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- one thing at a time is asked of the notebook
    if (isWaiting(state)) await renew(key).catch(report);
  }
}

async function renew(key: string): Promise<ImportPlan | null> {
  const id = batch.get()?.find((file) => file.key === key)?.plan ?? null;
  if (id === null) return null;
  const plan = await call('import.plan', { id });
  change(key, summaryOf(plan));
  return plan;
}

/** Starts as many as may run. */
function goOn(): void {
  const files = batch.get() ?? [];
  const running = files.filter(({ state }) => state === 'reading').length;
  for (const { key } of files.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, AT_ONCE - running))) {
    change(key, { state: 'reading' });
    void begin(key);
  }
}

/** Tries a file of the list once more with its password. */
export async function unlock(key: string, token: string, password: string): Promise<void> {
  change(key, { state: 'reading', again: null });
  await begin(key, { token, password });
}

async function begin(
  key: string,
  how: { readonly token: string; readonly password?: string } = { token: key },
): Promise<void> {
  try {
    const { job } = await call('import.start', how);
    change(key, { job });
    // The list was closed, or stopped, before the job had a name.
    if (batch.get()?.find((file) => file.key === key)?.state !== 'reading') await call('import.cancel', { job });
  } catch (reason) {
    change(key, { state: 'refused', says: asTieoutError(reason).message });
    goOn();
  }
}

function change(key: string, set: Partial<BatchFile>): void {
  batch.update((files) => files?.map((file) => (file.key === key ? { ...file, ...set } : file)) ?? null);
}

const report = (reason: unknown): void => showError(asTieoutError(reason));
