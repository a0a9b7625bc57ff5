// `npm run -s tieout -- …`: the command line in a checkout, on the built code under Node. What it makes ready first is
// said on standard error; standard output belongs to the command.
import { pathToFileURL } from 'node:url';
import { checkNode } from './bootstrap.mjs';
import { electronAtHand } from './electron-runtime.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { logTo, main } from './lib/log.mjs';
import { ensureNativeBinding } from './lib/native.mjs';
import { inRoot } from './lib/paths.mjs';

await main(async () => {
  logTo(process.stderr);
  checkNode();
  await ensureDependencies();
  // Not needed here, but where it is the binding must fit both.
  const runtime = await electronAtHand();
  await ensureNativeBinding(runtime?.napi ?? Number(process.versions.napi));
  await ensureBuilt();
  const program = inRoot('out/main/cli.js');
  process.argv[1] = program;
  // Paths are meant from where the person stands; npm itself changes to the checkout.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  await import(pathToFileURL(program).href);
});
