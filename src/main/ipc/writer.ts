/** What the notebook process asks of its writing thread, and what that tells it. Both sides parse what arrives. */
import { z } from 'zod';
import { changedEvent } from '../../contract/notebook';
import type { Effort } from '../../contract/work';
import { controlMessages, wireErrorSchema, wireReply } from './control';

const { open, call, exportBytes, printable, restore, saveAs, copies, salvage, close } = controlMessages;

const writerMessages = {
  open,
  /** With `effort` the work can be watched and stopped. */
  call: {
    request: z.object({
      message: z.string(),
      request: z.unknown(),
      effort: z.custom<Effort>((value) => value instanceof Int32Array).optional(),
    }),
    response: call.response,
  },
  exportBytes,
  printable,
  restore,
  saveAs,
  copies,
  salvage,
  close,
  /** An import's result as `v8.serialize` gives it: bytes go from thread to thread without being copied. */
  stage: {
    request: z.object({
      result: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      effort: z.custom<Effort>((value) => value instanceof Int32Array),
    }),
    response: z.object({ plan: z.string() }),
  },
} as const;

type Messages = typeof writerMessages;
export type WriterMessage = keyof Messages;
type Requests = { readonly [M in WriterMessage]: z.output<Messages[M]['request']> };
type Responses = { readonly [M in WriterMessage]: z.output<Messages[M]['response']> };
export type WriterRequest<M extends WriterMessage> = Requests[M];
export type WriterResponse<M extends WriterMessage> = Responses[M];

export const writerSchemas: {
  readonly [M in WriterMessage]: {
    readonly request: z.ZodType<Requests[M]>;
    readonly response: z.ZodType<Responses[M]>;
  };
} = writerMessages;

/** Whether the writing thread knows a message of this name. */
export const isWriterMessage = (name: string): name is WriterMessage => Object.hasOwn(writerMessages, name);

export const writerNews = z.union([
  z.object({ changed: changedEvent }),
  z.object({ lost: wireErrorSchema }),
  z.object({ id: z.int(), reply: wireReply }),
]);
