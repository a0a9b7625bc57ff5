/** Waits for a typesetting process, of whichever kind: its answer, its end, the deadline or a cancel, whichever is first. */
import { TieoutError } from '../../../contract/errors';
import { TYPESET_LIMITS, type Typeset, type TypesetJob, typesetNews, type TypesetStage } from './job';

/** What both kinds of process can do. */
export interface TypesetProcess {
  readonly send: (message: { readonly start: TypesetJob }) => void;
  readonly onMessage: (hear: (message: unknown) => void) => void;
  readonly onExit: (hear: (code: number) => void) => void;
  readonly kill: () => void;
}

export interface Watching {
  readonly onStage?: (stage: TypesetStage) => void;
  readonly signal?: AbortSignal;
}

export async function awaitTypeset(
  child: TypesetProcess,
  job: TypesetJob,
  { onStage, signal }: Watching = {},
): Promise<Typeset> {
  let deadline: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Typeset>((resolve, reject) => {
      const stop = (): void => reject(new TieoutError('E_CANCELLED', 'The export was cancelled.'));
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      deadline = setTimeout(() => reject(tooLong()), TYPESET_LIMITS.deadlineMs);
      child.onExit((code) => reject(diedOf(code)));
      child.onMessage((message) => {
        const news = typesetNews.parse(message);
        if ('ready' in news) child.send({ start: job });
        else if ('stage' in news) onStage?.(news.stage);
        else if ('typeset' in news) resolve(news.typeset);
        else reject(new TieoutError(news.failed.code, news.failed.message, news.failed.details));
      });
    });
  } finally {
    clearTimeout(deadline);
    child.kill();
  }
}

const tooLong = (): TieoutError =>
  new TieoutError(
    'E_DEADLINE',
    `The PDF took longer than ${TYPESET_LIMITS.deadlineMs / 1000} s and was stopped. Export a part of the note.`,
  );

const diedOf = (code: number): TieoutError =>
  new TieoutError(
    'E_MEMORY',
    `The process that makes the PDF ended by itself (code ${code}), most likely out of memory. Export a part of the note.`,
  );
