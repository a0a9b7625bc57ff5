/** The window's end of the port to the notebook process: numbers calls, matches answers, and never leaves a call open. */
import type { Reply, WireError } from '../contract/errors';
import type { ChangedEvent } from '../contract/notebook';
import type { PortAnswer, PortRequest } from '../contract/port';

export interface NotebookPort {
  readonly call: (message: string, request: unknown) => Promise<Reply<unknown>>;
  readonly attach: (port: MessagePort) => void;
  /** Answers all open calls with `error`; with `lasting`, later ones too, until a port is attached. */
  readonly detach: (error: WireError, lasting: boolean) => void;
  readonly onChanged: (listener: (event: ChangedEvent) => void) => () => void;
}

interface Waiting {
  readonly question: PortRequest;
  readonly answer: (reply: Reply<unknown>) => void;
}

export function makeNotebookPort(): NotebookPort {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: ChangedEvent) => void>();
  let port: MessagePort | null = null;
  let failure: WireError | null = null;
  let lastId = 0;

  const receive = (answer: PortAnswer): void => {
    if ('changed' in answer) {
      for (const listener of listeners) listener(answer.changed);
      return;
    }
    waiting.get(answer.id)?.answer(answer.reply);
    waiting.delete(answer.id);
  };

  const failAll = (error: WireError): void => {
    for (const { answer } of waiting.values()) answer({ ok: false, error });
    waiting.clear();
  };

  return {
    call: (message, request) =>
      new Promise((answer) => {
        if (failure) return answer({ ok: false, error: failure });
        const question = { id: ++lastId, message, request };
        waiting.set(question.id, { question, answer });
        // Before the first port, calls wait for it.
        port?.postMessage(question);
      }),
    attach: (next) => {
      port?.close();
      port = next;
      failure = null;
      next.addEventListener('message', (event: MessageEvent<PortAnswer>) => receive(event.data));
      next.start();
      for (const { question } of waiting.values()) next.postMessage(question);
    },
    detach: (error, lasting) => {
      port?.close();
      port = null;
      failure = lasting ? error : null;
      failAll(error);
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
