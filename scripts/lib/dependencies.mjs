// node_modules as the lock says: npm's own record of what it installed is compared with the lock, so that a start on an
// up-to-date checkout costs milliseconds and an interrupted install is seen.
import { inRoot } from './paths.mjs';
import { readJson } from './files.mjs';
import { Problem, step } from './log.mjs';
import { must, npm, npmErrors } from './run.mjs';

export async function ensureDependencies() {
  const lock = await readJson(inRoot('package-lock.json'));
  if (!lock) throw new Problem('package-lock.json is missing or damaged', 'Restore it: git checkout package-lock.json');
  const installed = await readJson(inRoot('node_modules/.package-lock.json'));
  if (installed && isInstalled(lock.packages, installed.packages)) return;
  // Install scripts stay off: the only native package is built by ./native.mjs with the flags it needs, the rest carry
  // prebuilt programs, and a supply chain that runs nothing while installing is a smaller one.
  const [program, args] = npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
  await step('installing dependencies with npm ci', () =>
    must(program, args, {
      cwd: inRoot(),
      telling: npmErrors,
      what: 'npm ci failed',
      remedy:
        'See that npm reaches its registry (once; later runs work offline) and that the lock fits package.json, then try again',
    }),
  );
}

/** Packages for other platforms are in the lock but not installed; every other one must be there in the locked version. */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === wanted.version : Boolean(wanted.optional);
  });
}
