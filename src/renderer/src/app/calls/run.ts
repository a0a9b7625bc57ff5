/** Runs a command of the contract: the window shows that it is saving meanwhile, and a failure becomes a toast. */
import { asTieoutError, type CommandMessage, call, type Message, type RequestOf, type ResponseOf } from './client';
import { tracked } from '../state/save-state';
import { showError } from '../state/toasts';

/** Runs a notebook command. Resolves to its response, or to null after showing why it failed. Never rejects. */
export async function run<M extends CommandMessage>(message: M, request: RequestOf<M>): Promise<ResponseOf<M> | null> {
  return orToast(tracked(call(message, request)));
}

/** Asks for something that is not saved (a dialog, an export). Resolves to null after showing why it failed. */
export async function ask<M extends Message>(message: M, request: RequestOf<M>): Promise<ResponseOf<M> | null> {
  return orToast(call(message, request));
}

async function orToast<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (reason) {
    const error = asTieoutError(reason);
    if (error.code !== 'E_CANCELLED') showError(error);
    return null;
  }
}

/** For event handlers: starts work whose failures are already shown to the person, and reports anything else as a bug. */
export function start(work: Promise<unknown>): void {
  work.catch((reason: unknown) => showError(asTieoutError(reason)));
}
