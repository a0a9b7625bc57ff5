/** Sets a note in a process of plain Node: what the command line and the tests use. */
import { fork } from 'node:child_process';
import { awaitTypeset, type Watching } from './await-typeset';
import type { Typeset, TypesetJob } from './job';

/** `entry` is the built `typeset-process.js`. */
export function typesetWithNode(entry: string, job: TypesetJob, watching?: Watching): Promise<Typeset> {
  const child = fork(entry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return awaitTypeset(
    {
      send: (message) => void child.send(message),
      onMessage: (hear) => void child.on('message', hear),
      onExit: (hear) => void child.once('exit', (code) => hear(code ?? 1)),
      kill: () => void child.kill(),
    },
    job,
    watching,
  );
}
