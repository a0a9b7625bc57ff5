/**
 * The typesetting process: one note, then gone, so that what it took goes with it. It runs under Electron and, for the
 * command line, under plain Node; it sees the note alone, never the notebook.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { TYPESET_LIMITS, typesetJob, type TypesetJob, typesetNews, type TypesetNews } from './exports/pdf/job';

const LOOK_MS = 100;
const start = z.object({ start: typesetJob });

/** Undefined under plain Node, whatever the types say. */
const electronPort: Electron.ParentPort | undefined = process.parentPort;

function say(news: TypesetNews, then: () => void = () => undefined): void {
  if (electronPort) {
    electronPort.postMessage(news);
    then();
  } else process.send?.(news, then);
}

function work(job: TypesetJob): void {
  const worker = new Worker(join(import.meta.dirname, 'typeset-worker.js'), { workerData: job });
  const most = process.memoryUsage.rss() + TYPESET_LIMITS.processMb * 1024 * 1024;
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > most) tooGreedy();
  }, LOOK_MS);
  const end = (news: TypesetNews): void => {
    clearInterval(watch);
    // Under Electron the one who asked ends this process; Node's is disconnected once the words are out.
    say(news, () => process.disconnect?.());
    if (!electronPort) void worker.terminate();
  };
  const tooGreedy = (): void =>
    end({
      failed: {
        code: 'E_MEMORY',
        message: `The PDF needed more than ${TYPESET_LIMITS.processMb} MB and was stopped. Export a part of the note.`,
      },
    });
  worker.on('message', (message: unknown) => {
    const news = typesetNews.parse(message);
    if ('stage' in news) say(news);
    else end(news);
  });
  worker.on('error', (reason) => {
    process.stderr.write(`tieout: the typesetter stopped: ${String(reason)}\n`);
    end({ failed: { code: 'E_BUG', message: 'The PDF could not be set. Export to Word or HTML instead.' } });
  });
}

if (electronPort) electronPort.once('message', ({ data }) => work(start.parse(data).start));
else process.once('message', (message) => work(start.parse(message).start));

say({ ready: true });
