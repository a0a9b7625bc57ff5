/** Sets a note in a utility process of Electron's: main only passes it on. */
import { utilityProcess } from 'electron';
import { awaitTypeset, type Watching } from '../../exports/pdf/await-typeset';
import type { Typeset, TypesetJob } from '../../exports/pdf/job';

/** `entry` is the built typesetting process. Errors as of `awaitTypeset`. */
export function typesetWithElectron(entry: string, job: TypesetJob, watching?: Watching): Promise<Typeset> {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Tieout typesetter', stdio: 'inherit', env: {} });
  return awaitTypeset(
    {
      send: (message) => child.postMessage(message),
      onMessage: (hear) => void child.on('message', hear),
      onExit: (hear) => void child.once('exit', hear),
      kill: () => void child.kill(),
    },
    job,
    watching,
  );
}
