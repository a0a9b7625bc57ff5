// better-sqlite3 for what this checkout runs on. Its prebuilt binaries want Node-API 10 (Node 22.14, Electron 35); where
// Node or Electron is older, the unmodified source of the same package is built once for both and kept in the cache.
// The binary stands in build/Release, which better-sqlite3 looks at before its prebuilds.
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readJson, readText, withLock } from './files.mjs';
import { Problem, step } from './log.mjs';
import { inCache, inRoot } from './paths.mjs';
import { collect, lastLines, must, nodeGyp, npm } from './run.mjs';
import { ensureCompiler } from './system.mjs';

/** Leaves out what Node-API 9 lacks; the header then offers the same calls as experimental ones. */
const COMPAT_FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';
const RECIPE = 1;

const packageDir = inRoot('node_modules/better-sqlite3');
const placed = join(packageDir, 'build/Release/better_sqlite3.node');
const marker = join(packageDir, 'build/Release/compat.txt');

/** Puts a binary in place that both this Node and an Electron of Node-API `electronNapi` can load. */
export async function ensureNativeBinding(electronNapi) {
  const needed = Math.min(Number(process.versions.napi), electronNapi) < 10;
  if (!needed) return removeCompat();
  const { version } = await readJson(join(packageDir, 'package.json'));
  const key = `better-sqlite3-${version}-${process.platform}-${process.arch}-${libc()}-compat-${RECIPE}`;
  if (existsSync(placed) && (await readText(marker)) === key) return;
  await put(await cachedBuild(key), key);
  await checkLoads();
}

function libc() {
  if (process.platform !== 'linux') return 'system';
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** Where everything is new enough, a compat binary left from before would only stand in the way of the prebuilt one. */
async function removeCompat() {
  if (existsSync(marker)) await rm(dirname(placed), { recursive: true, force: true });
}

async function cachedBuild(key) {
  const cached = inCache(`${key}.node`);
  if (!existsSync(cached)) {
    await withLock(`${cached}.lock`, async () => {
      if (!existsSync(cached)) await build(cached);
    });
  }
  return cached;
}

async function build(target) {
  await ensureCompiler();
  const gyp = nodeGyp();
  if (!gyp) throw new Problem("npm's own node-gyp was not found", 'Install Node.js with its npm and run this again');
  // In a scratch folder: an interrupted build leaves node_modules as it was, and make cannot do paths with spaces.
  const scratch = await mkdtemp(join(tmpdir(), 'tieout-sqlite-'));
  try {
    const source = join(scratch, 'better-sqlite3');
    await cp(packageDir, source, { recursive: true, filter: (path) => !/[\\/](build|prebuilds)$/.test(path) });
    await cp(inRoot('node_modules/node-addon-api'), join(source, 'node_modules/node-addon-api'), { recursive: true });
    await step('building better-sqlite3 for Node-API 9 (about two minutes, once)', async () =>
      compile(gyp, source, await headers(scratch)),
    );
    await replace(join(source, 'build/Release/better_sqlite3.node'), target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function compile(gyp, cwd, headersAt) {
  const args = [gyp, 'rebuild', '--release', '--force_build=1', `--jobs=${availableParallelism()}`];
  if (headersAt) args.push(`--nodedir=${headersAt}`);
  return must(process.execPath, args, {
    cwd,
    env: { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${COMPAT_FLAGS}`.trim() },
    what: 'better-sqlite3 did not build',
    remedy: 'Read the lines above; with Node 22.14 or newer and the shipped Electron no build is needed',
  });
}

/**
 * Where this Node's headers are: beside it, as most ways to install it leave them, else out of the npm package of the same
 * Node. Null lets node-gyp download them itself.
 */
async function headers(scratch) {
  const beside = dirname(dirname(process.execPath));
  if (existsSync(join(beside, 'include/node/node_api.h'))) return beside;
  const release = `node-${process.platform}-${process.arch}@${process.versions.node}`;
  const [program, args] = npm('pack', release, '--silent', '--pack-destination', scratch);
  const { code, stdout } = await collect(program, args, { cwd: scratch });
  if (code !== 0) return null;
  await collect('tar', ['-xzf', stdout.trim().split('\n').at(-1), 'package/include'], { cwd: scratch });
  const unpacked = join(scratch, 'package');
  return existsSync(join(unpacked, 'include/node/node_api.h')) ? unpacked : null;
}

async function put(cached, key) {
  await mkdir(dirname(placed), { recursive: true });
  await replace(cached, placed);
  await writeFile(marker, key);
}

/** Copies beside the target, then renames: a process that has the old file loaded keeps it. */
async function replace(from, to) {
  await mkdir(dirname(to), { recursive: true });
  const part = `${to}.${process.pid}.part`;
  await copyFile(from, part);
  await rename(part, to);
}

async function checkLoads() {
  const script = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()";
  const { code, output } = await collect(process.execPath, ['-e', script], { cwd: inRoot() });
  if (code === 0) return;
  await rm(dirname(placed), { recursive: true, force: true });
  const remedy = `Delete ${inCache()} and run this again`;
  throw new Problem('better-sqlite3 was built but does not load', remedy, lastLines(output, 5));
}
