/** Starts the thread that writes and matches its answers to what was asked. The process does not outlive it. */
import { Worker } from 'node:worker_threads';
import type { WireError } from '../../contract/errors';
import type { ChangedEvent } from '../../contract/notebook';
import { valueOf } from './reply';
import { type WriterMessage, writerNews, type WriterRequest, type WriterResponse, writerSchemas } from './writer';

export interface WriterThread {
  /** `transfer` is handed over and gone here. */
  readonly ask: <M extends WriterMessage>(
    message: M,
    request: WriterRequest<M>,
    transfer?: readonly ArrayBuffer[],
  ) => Promise<WriterResponse<M>>;
  /** For a process that goes on without it; ours ends with it. */
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * `entry` is the built `notebook-writer.js`. `onEnded` hears why the thread ended; what was asked of it is then never answered.
 * `ask` rejects with the failure of the work.
 */
export function startWriterThread(
  entry: string,
  onChanged: (event: ChangedEvent) => void,
  onLost: (error: WireError) => void,
  onEnded: (reason: string) => void,
): WriterThread {
  const worker = new Worker(entry);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.on('message', (message: unknown) => {
    const news = writerNews.parse(message);
    if ('changed' in news) return onChanged(news.changed);
    if ('lost' in news) return onLost(news.lost);
    const asked = waiting.get(news.id);
    waiting.delete(news.id);
    try {
      const { reply } = news;
      asked?.resolve(valueOf(reply.ok ? { ok: true, value: reply.value } : reply));
    } catch (error) {
      asked?.reject(error);
    }
  });
  worker.once('error', (error) => onEnded(String(error)));
  worker.once('exit', (code) => onEnded(`code ${code}`));
  return {
    ask: async (message, request, transfer = []) => {
      const id = ++lastId;
      const answer = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, control: message, request }, [...transfer]);
      });
      return writerSchemas[message].response.parse(answer);
    },
    end: async () => {
      await worker.terminate();
    },
  };
}
