/** The window's only way to the notebook and to main: typed calls over `window.tieout` that throw a typed error. */
import type { TieoutApi } from '../../../../contract/api';
import type { AppMessage, AppRequest, AppResponse } from '../../../../contract/app';
import { asThrown, type Reply, TieoutError } from '../../../../contract/errors';
import type {
  NotebookMessage,
  NotebookMessages,
  NotebookRequest,
  NotebookResponse,
} from '../../../../contract/notebook';

declare global {
  interface Window {
    readonly tieout: TieoutApi<File>;
  }
}

export type Message = NotebookMessage | AppMessage;
export type RequestOf<M extends Message> = M extends NotebookMessage
  ? NotebookRequest<M>
  : M extends AppMessage
    ? AppRequest<M>
    : never;
export type ResponseOf<M extends Message> = M extends NotebookMessage
  ? NotebookResponse<M>
  : M extends AppMessage
    ? AppResponse<M>
    : never;
export type CommandMessage = {
  [M in NotebookMessage]: NotebookMessages[M]['kind'] extends 'command' ? M : never;
}[NotebookMessage];

type Calls = { readonly [M in Message]: (request: RequestOf<M>) => Promise<Reply<ResponseOf<M>>> };

/** Asks and returns the value; throws `TieoutError` with the code and sentence of the failure. */
export async function call<M extends Message>(message: M, request: RequestOf<M>): Promise<ResponseOf<M>> {
  const calls: Calls = window.tieout;
  return unwrap(await calls[message](request).catch(asBug));
}

/** Turns dropped files into grants; their paths never pass through the window. */
export async function grantDropped(files: readonly File[]) {
  return unwrap(await window.tieout['import.grantDropped'](files).catch(asBug));
}

export function asTieoutError(reason: unknown): TieoutError {
  if (reason instanceof TieoutError) return reason;
  return new TieoutError('E_BUG', reason instanceof Error ? reason.message : String(reason));
}

function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw asThrown(reply.error);
}

function asBug(reason: unknown): never {
  throw asTieoutError(reason);
}
