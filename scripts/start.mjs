// `npm start`: makes everything ready, builds, opens the workstation. Where there is no display it takes the tour under
// a virtual one instead: pictures of every view and the sample's PDF, and where they are.
import { attach } from './lib/run.mjs';
import { appArguments } from './lib/app.mjs';
import { bootstrap } from './bootstrap.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { main, say } from './lib/log.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { hasDisplay, underDisplay } from './lib/system.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  const { program } = await bootstrap();
  await ensureBuilt();
  if (args.includes('--tour') || !hasDisplay()) return tour(args.filter((argument) => argument !== '--tour'));
  return attach(program, appArguments({ args }), { cwd: startedFrom() });
});

function tour(args) {
  if (!hasDisplay()) say('No display here: taking the tour under a virtual one.');
  const [program, wrapped] = underDisplay(process.execPath, [inRoot('scripts/tour.mjs'), ...args]);
  return attach(program, wrapped, { cwd: startedFrom() });
}

/** Where the person stands, so that a notebook may be named by a relative path; npm itself changes to the checkout. */
function startedFrom() {
  return process.env.INIT_CWD ?? root;
}
