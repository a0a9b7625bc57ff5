/** The notebook process's end of a window's port: takes numbered requests, asks the notebook, answers. */
import { z } from 'zod';
import type { Reply } from '../../contract/errors';
import type { ChangedEvent } from '../../contract/notebook';
import type { PortAnswer } from '../../contract/port';

/** The part of Electron's port that serving needs. */
export interface ServedPort {
  readonly on: (event: 'message', listener: (event: { data: unknown }) => void) => unknown;
  readonly postMessage: (message: PortAnswer) => void;
  readonly start: () => void;
}

/** Answers one message. It gets the request as it came and checks it against the contract. */
export type Ask = (message: string, request: unknown) => Promise<Reply<unknown>>;

const portRequest = z.object({ id: z.int(), message: z.string(), request: z.unknown().optional() });

/** Serves one port until it closes; gives a function that tells the window of a change. */
export function serveWindow(port: ServedPort, ask: Ask): (event: ChangedEvent) => void {
  port.on('message', ({ data }) => {
    const asked = portRequest.safeParse(data);
    // Without a number there is nobody to answer.
    if (!asked.success) return;
    const { id, message, request } = asked.data;
    ask(message, request)
      .then((reply) => port.postMessage({ id, reply }))
      .catch((reason: unknown) =>
        process.stderr.write(`tieout: ${message} could not be answered: ${String(reason)}\n`),
      );
  });
  port.start();
  return (changed) => port.postMessage({ changed });
}
