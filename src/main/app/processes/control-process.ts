/** A utility process that is asked numbered questions: starts it, matches answers, and fails what is open when it ends. */
import { type MessagePortMain, utilityProcess } from 'electron';
import { asThrown, TieoutError, type WireError } from '../../../contract/errors';
import {
  type Control,
  controlAnswer,
  type ControlRequest,
  type ControlResponse,
  controlSchemas,
} from '../../ipc/control';

export interface ControlProcess {
  readonly ask: <C extends Control>(
    control: C,
    request: ControlRequest<C>,
    ports?: readonly MessagePortMain[],
  ) => Promise<ControlResponse<C>>;
  /** Resolves with the exit code. */
  readonly exited: Promise<number>;
  readonly kill: () => void;
  readonly pid: () => number | undefined;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: TieoutError) => void;
}

/**
 * Starts `entry` as a utility process called `name`. `onLost` is told when the open file was taken away. What is asked before it
 * is ready waits; an `ask` rejects with the failure of the process, or with `E_RESTARTED` where it ended first.
 */
export function startControlProcess(
  entry: string,
  name: string,
  onLost: (error: WireError) => void = () => undefined,
): ControlProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: name, stdio: 'inherit' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let becameReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    becameReady = resolve;
  });
  child.on('message', (message: unknown) => {
    const answer = controlAnswer.parse(message);
    if ('ready' in answer) return becameReady();
    if ('lost' in answer) return onLost(answer.lost);
    const open = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.reply.ok) open?.resolve(answer.reply.value);
    else open?.reject(asThrown(answer.reply.error));
  });
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(stopped());
      waiting.clear();
      resolve(code);
    });
  });
  return {
    ask: async (control, request, ports = []) => {
      await Promise.race([ready, exited.then(() => Promise.reject(stopped()))]);
      const id = ++lastId;
      const answer = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.postMessage({ id, control, request }, [...ports]);
      });
      return controlSchemas[control].response.parse(answer);
    },
    exited,
    kill: () => void child.kill(),
    pid: () => child.pid,
  };
}

const stopped = (): TieoutError =>
  new TieoutError('E_RESTARTED', 'The notebook stopped before it could answer. Check that your last change is there.');
