/**
 * The one gate between a window and main: a message is heard only from our own top frame, parsed against the contract, and
 * handed to its handler; a message without a handler does not compile.
 */
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { appMessages, granted } from '../../contract/app';
import { demandBounded } from '../../contract/bounded';
import { TieoutError, type Reply } from '../../contract/errors';
import { APP_MESSAGES, CHANNEL } from '../../contract/names';
import { boundedReply } from '../../contract/reply-bounds';
import { demandShape } from '../failures/failure';
import { replyTo } from './reply';

/** Sent by the preload alone: paths of files that were dropped on the window. */
const grantDropped = {
  request: z.object({ paths: z.array(z.string().max(4096)).max(1000) }),
  response: granted,
};

const messages = { ...appMessages, 'import.grantDropped': grantDropped };
type Messages = typeof messages;
type Message = keyof Messages;
type Requests = { readonly [M in Message]: z.output<Messages[M]['request']> };
type Responses = { readonly [M in Message]: z.output<Messages[M]['response']> };

export type AppHandlers<Caller> = {
  readonly [M in Message]: (request: Requests[M], caller: Caller) => Responses[M] | Promise<Responses[M]>;
};

const schemas: { readonly [M in Message]: { readonly request: z.ZodType<Requests[M]> } } = messages;

const envelope = z.object({ message: z.string(), request: z.unknown().optional() });
const isMessage = (message: string): message is Message => Object.hasOwn(schemas, message);

/** Who calls: the window whose own top frame sent the event, or null for anybody else. */
export type CallerOf<Caller> = (event: IpcMainEvent | IpcMainInvokeEvent) => Caller | null;

/** Answers calls with a reply, never an exception; `connect` is called when a page of ours asks for its port. */
export function register<Caller>(
  ipc: Pick<IpcMain, 'handle' | 'on'>,
  handlers: AppHandlers<Caller>,
  callerOf: CallerOf<Caller>,
  connect: (caller: Caller) => void,
): void {
  ipc.handle(CHANNEL.call, (event, payload: unknown) =>
    bounded(
      payload,
      replyTo('call to main', () => answer(handlers, callerOf(event), payload)),
    ),
  );
  ipc.on(CHANNEL.connect, (event) => {
    const caller = callerOf(event);
    if (caller) connect(caller);
  });
}

/** Within the bound of its message; what is no message of ours is answered with an error alone. */
async function bounded(payload: unknown, reply: Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  const asked = envelope.safeParse(payload).data?.message ?? '';
  const known = APP_MESSAGES.find((message) => message === asked);
  return known === undefined ? reply : boundedReply(known, await reply);
}

/** Exported for tests: what happens to one payload of one caller. */
export function answer<Caller>(handlers: AppHandlers<Caller>, caller: Caller | null, payload: unknown): unknown {
  if (caller === null) throw new TieoutError('E_INPUT', 'Only the window itself may ask.');
  demandBounded('A call', payload);
  const { message, request } = demandShape('A call', envelope, payload);
  if (!isMessage(message)) throw new TieoutError('E_INPUT', `There is no message ${message.slice(0, 60)}.`);
  return dispatch(handlers, message, request, caller);
}

function dispatch<Caller, M extends Message>(
  handlers: AppHandlers<Caller>,
  message: M,
  request: unknown,
  caller: Caller,
): Responses[M] | Promise<Responses[M]> {
  return handlers[message](demandShape<Requests[M]>(message, schemas[message].request, request), caller);
}
