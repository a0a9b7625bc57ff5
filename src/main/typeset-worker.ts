/** The thread that sets one note; the process around it watches its time and memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { typesetJob, type TypesetNews } from './exports/pdf/job';
import { makeNote } from './exports/make-note';
import { wireError } from './failures/failure';

const say = (news: TypesetNews): void => parentPort?.postMessage(news);

makeNote(typesetJob.parse(workerData), (stage) => say({ stage }))
  .then((done) => say({ typeset: done }))
  .catch((reason: unknown) => say({ failed: wireError('typesetting', reason) }));
