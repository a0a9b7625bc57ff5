// What the machine itself must have: shared libraries for Electron, a virtual display, a compiler. Installed when we are
// root on a Debian-like system; elsewhere the line to run is said.
import { Problem, step } from './log.mjs';
import { collect, must, which } from './run.mjs';

const DISPLAY_PACKAGES = ['xvfb', 'xauth'];
const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libxss1', 'libnotify4'];
const COMPILER_PACKAGES = ['g++', 'make', 'python3'];

export const isRoot = () => process.getuid?.() === 0;

/** Linux with neither X11 nor Wayland: windows then need a virtual display. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Makes sure that `program` (an Electron) can load its libraries and, where there is no display, that one can be had. */
export async function ensureElectronRuns(program) {
  if (process.platform !== 'linux') return;
  const missing = [
    ...((await missingLibraries(program)) ? ELECTRON_PACKAGES : []),
    ...(hasDisplay() || (which('xvfb-run') && which('xauth')) ? [] : DISPLAY_PACKAGES),
  ];
  await install(missing, 'system libraries');
  if ((await missingLibraries(program)) > 0) {
    throw new Problem('Electron still misses shared libraries', `See: ldd ${program} | grep "not found"`);
  }
}

/** Makes sure that C++ can be compiled. */
export async function ensureCompiler() {
  const missing = COMPILER_PACKAGES.filter((name) => !which(name));
  if (process.platform === 'linux') await install(missing, 'a C++ compiler');
  else if (missing.length > 0) throw new Problem(`${missing.join(', ')} not found`, 'Install them and run this again');
}

async function missingLibraries(program) {
  const { output } = await collect('ldd', [program]);
  return output.split('\n').filter((line) => line.includes('not found')).length;
}

async function install(packages, what) {
  if (packages.length === 0) return;
  const names = await currentNames(packages);
  const line = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!isRoot() || !which('apt-get')) {
    throw new Problem(
      `This machine lacks ${what}`,
      `Run: ${isRoot() ? line : line.replaceAll('apt-get', 'sudo apt-get')}`,
    );
  }
  const remedy = `Run it by hand to see why: ${line}`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`installing ${what} with apt (${packages.join(' ')})`, async () => {
    await must('apt-get', ['update', '-q'], { env, what: 'apt-get update failed', remedy });
    const current = await currentNames(packages);
    const args = ['install', '-y', '-q', '--no-install-recommends', ...current];
    await must('apt-get', args, { env, what: 'apt-get install failed', remedy });
  });
}

/** Newer Debian and Ubuntu name some libraries with a `t64` ending. */
async function currentNames(packages) {
  if (!which('apt-cache')) return packages;
  return Promise.all(
    packages.map(async (name) =>
      (await collect('apt-cache', ['show', `${name}t64`])).code === 0 ? `${name}t64` : name,
    ),
  );
}

/** Wraps a command in a virtual display where there is none. */
export function underDisplay(program, args) {
  if (hasDisplay()) return [program, args];
  const screen = ['-a', '-s', '-screen 0 1600x1000x24'];
  return ['xvfb-run', [...screen, program, ...args]];
}

/** Switches Electron needs here: as root there is no sandbox to be had, and only then is it left off. */
export const electronSwitches = () => (isRoot() && process.platform === 'linux' ? ['--no-sandbox'] : []);
