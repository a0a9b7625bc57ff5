/**
 * What main asks of the notebook process beyond the contract: to open a file, to take a port, to stage an import, to
 * make an export. Both sides parse what arrives; the process itself is ours, the data in it is not.
 */
import { z } from 'zod';
import { copyOfNotebook, exportOptions, IMPORT_STAGES } from '../../contract/app';
import { ERROR_CODES } from '../../contract/errors';
import { workProgress } from '../../contract/work';
import { trace } from '../failures/failure';

/**
 * `create` makes the file where there is none; `read` changes nothing, not even beside the file; `as-it-is` opens one from
 * which changes are known to be missing.
 */
const OPEN_MODES = ['write', 'create', 'read', 'as-it-is'] as const;
export type OpenMode = (typeof OPEN_MODES)[number];

const nothing = z.object({}).strict();
/** `repaired`: where the damaged file is kept, if the notebook was made anew from it without loss. */
const opened = z.object({ path: z.string(), readOnly: z.boolean(), repaired: z.string().nullable() });
export type Opened = z.infer<typeof opened>;
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const controlMessages = {
  open: { request: z.object({ path: z.string(), mode: z.enum(OPEN_MODES) }), response: opened },
  /** With one port: a window's. */
  connect: { request: nothing, response: nothing },
  /** With one port: an import process's, which sends one result or closes. */
  receiveImport: { request: z.object({ job: z.string() }), response: z.object({ plan: z.string() }) },
  /** How far the plan of an import is that was received; null where none is being made. */
  planning: { request: z.object({ job: z.string() }), response: workProgress },
  /** Stops the plan of an import; `receiveImport` then fails with `E_CANCELLED`. */
  stopPlanning: { request: z.object({ job: z.string() }), response: z.object({ stopped: z.boolean() }) },
  /** A message of the contract, from main itself. */
  call: { request: z.object({ message: z.string(), request: z.unknown() }), response: z.unknown() },
  /** Bytes of any format but PDF. */
  exportBytes: { request: exportOptions, response: bytes },
  /** What a PDF is printed from, `what` null for the newest report or document. */
  printable: {
    request: z.object({
      what: z
        .union([
          z.object({ report: z.string(), since: z.string() }),
          z.object({ report: z.string() }),
          z.object({ document: z.string() }),
          z.object({ audit: z.literal(true) }),
        ])
        .nullable(),
    }),
    /** The exports' own business. */
    response: z.unknown(),
  },
  /** Puts a backup in the place of the notebook at `path`, open here or one that could not be opened, and opens it. */
  restore: { request: z.object({ path: z.string(), name: z.string() }), response: opened },
  /** Writes the open notebook under another name, lets go of the old file and goes on with the new one. */
  saveAs: { request: z.object({ path: z.string() }), response: opened },
  /** The backups of the notebook at `path` with what is in each; no notebook need be open. */
  copies: { request: z.object({ path: z.string() }), response: z.array(copyOfNotebook) },
  /** Writes all that can be read of a damaged notebook into a new one; no notebook need be open. */
  salvage: {
    request: z.object({ from: z.string(), to: z.string() }),
    response: z.object({ lost: z.array(z.string()) }),
  },
  close: { request: nothing, response: nothing },
} as const;

type Messages = typeof controlMessages;
export type Control = keyof Messages;
type Requests = { readonly [C in Control]: z.output<Messages[C]['request']> };
type Responses = { readonly [C in Control]: z.output<Messages[C]['response']> };
export type ControlRequest<C extends Control> = Requests[C];
export type ControlResponse<C extends Control> = Responses[C];

export const controlSchemas: {
  readonly [C in Control]: {
    readonly request: z.ZodType<Requests[C]>;
    readonly response: z.ZodType<Responses[C]>;
  };
} = controlMessages;

export const controlCall = z.object({ id: z.int(), control: z.string(), request: z.unknown().optional() });

export const wireErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.unknown().optional(),
});
export const wireReply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown().optional() }),
  z.object({ ok: z.literal(false), error: wireErrorSchema }),
]);

/** From the notebook process: ready to be asked, the file was taken away, or an answer. */
export const controlAnswer = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ lost: wireErrorSchema }),
  z.object({ id: z.int(), reply: wireReply }),
]);

/** From an import process to the notebook process in place of a result: what caused the failure, for the log. */
export const importFailure = z.object({ code: z.enum(ERROR_CODES), trace });

/** From an import process: ready, still there, how far, done or failed. */
export const importNews = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ alive: z.literal(true) }),
  z.object({ sent: z.literal(true) }),
  z.object({ stage: z.enum(IMPORT_STAGES), done: z.number() }),
  z.object({ failed: wireErrorSchema }),
]);
