/** What a start shows: the notebook named, else the last one that is still there, else the sample. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Windows } from './windows';
import type { Prefs } from '../settings/prefs';
import { SAMPLE_NOTEBOOK } from '../samples/samples';

/** `named` is the path of the command line; `userData` the folder in which the sample notebook is made. */
export async function showFirst(windows: Windows, prefs: Prefs, named: string | null, userData: string): Promise<void> {
  const { recent, sampleMade } = prefs.get();
  const path = named ?? recent[0]?.path ?? null;
  if (path !== null && (named !== null || (await isThere(path)))) return windows.show(path);
  const sample = join(userData, SAMPLE_NOTEBOOK);
  return sampleMade && (await isThere(sample)) ? windows.show(sample) : windows.showSample(sample);
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
