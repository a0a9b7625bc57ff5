// Brings a fresh checkout to where the app can be built and run. Plain Node, no dependencies; every step can be
// interrupted and run again, and costs nothing when it has been done.
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main, Problem } from './lib/log.mjs';
import { ensureNativeBinding } from './lib/native.mjs';
import { ensureElectronRuns } from './lib/system.mjs';
import { electronRuntime } from './electron-runtime.mjs';

const OLDEST_NODE = [20, 18];

/** Everything the app needs. Answers the Electron to run, and names it to the programs started after. */
export async function bootstrap() {
  checkNode();
  await ensureDependencies();
  const runtime = await electronRuntime();
  await ensureNativeBinding(runtime.napi);
  await ensureElectronRuns(runtime.program);
  process.env.TIEOUT_ELECTRON = runtime.program;
  return runtime;
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = OLDEST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  throw new Problem(`Node ${process.versions.node} is too old`, `Install Node ${OLDEST_NODE.join('.')} or newer`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(bootstrapAndSay);

async function bootstrapAndSay() {
  const { program, version, carried } = await bootstrap();
  process.stdout.write(`Electron ${version}${carried ? ' (carried runtime)' : ''}: ${program}\n`);
}
