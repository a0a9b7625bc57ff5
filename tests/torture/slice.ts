/** One round of one case in the app, for the Electron tests. */
import { join } from 'node:path';
import type { LaunchedApp, LaunchOptions } from '../../scripts/lib/app.mjs';
import { APP_CASES } from './app';
import type { Result } from './case';
import { makeNotebook } from './notebooks';
import { seeded } from './run';

export async function appSlice(
  name: string,
  folder: string,
  size: number,
  launch: (options: LaunchOptions) => Promise<LaunchedApp>,
  program: string,
): Promise<Result> {
  const path = join(folder, 'nb.tieout');
  await makeNotebook(path, 20);
  const found = APP_CASES[name];
  if (found === undefined) throw new Error(`no case ${name}`);
  return found.work({ random: seeded(20_261_130), path, launch, program, size });
}
