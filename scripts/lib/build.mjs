// The built app in out/: made anew only when what it is made from has changed, and swapped in whole.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { digest, listFiles, readText, withLock } from './files.mjs';
import { step } from './log.mjs';
import { inRoot, root } from './paths.mjs';
import { must } from './run.mjs';

const stamp = inRoot('out/.made-from');
const SOURCES = ['src', 'resources'];
const CONFIGS = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** Builds unless out/ is what the sources give. */
export async function ensureBuilt() {
  if ((await readText(stamp)) === (await sourceDigest())) return;
  await withLock(inRoot('.build/build.lock'), async () => {
    const wanted = await sourceDigest();
    if ((await readText(stamp)) !== wanted) await step('building the app', () => build(wanted));
  });
}

async function sourceDigest() {
  const listed = await Promise.all(SOURCES.map((folder) => listFiles(inRoot(folder), root)));
  return digest(root, [...listed.flat(), ...CONFIGS]);
}

/** Into a folder of its own first: an app that is running keeps its files until the new ones are complete. */
async function build(wanted) {
  const part = inRoot('.build/out');
  const old = inRoot('.build/out.old');
  await mkdir(inRoot('.build'), { recursive: true });
  await rm(part, { recursive: true, force: true });
  const vite = inRoot('node_modules/electron-vite/bin/electron-vite.js');
  await must(process.execPath, [vite, 'build', '--outDir', part, '--logLevel', 'warn'], {
    cwd: root,
    what: 'the build failed',
    remedy: 'Correct what the lines above name, then run the same command again',
  });
  await writeFile(`${part}/.made-from`, wanted);
  await rm(old, { recursive: true, force: true });
  if (existsSync(inRoot('out'))) await rename(inRoot('out'), old);
  await rename(part, inRoot('out'));
  await rm(old, { recursive: true, force: true });
}
