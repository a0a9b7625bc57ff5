/**
 * What main asks of the notebook process beyond the contract: to open a file, to take a port, to stage an import, to make
 * an export. Both sides parse what arrives; the process itself is ours, the data in it is not.
 */
import { z } from 'zod';
import { exportOptions } from '../../contract/app';

const nothing = z.object({}).strict();

export const controlMessages = {
  open: z.object({ path: z.string(), create: z.boolean() }),
  /** With one port: a window's. */
  connect: nothing,
  /** With one port: an import process's, which sends one result or closes. Answers the plan. */
  receiveImport: z.object({ job: z.string() }),
  /** A message of the contract, from main itself. */
  call: z.object({ message: z.string(), request: z.unknown() }),
  /** Bytes of any format but PDF. */
  exportBytes: exportOptions,
  /** What a PDF is printed from, `what` null for the newest report or document. */
  printable: z.object({
    what: z.union([z.object({ report: z.string() }), z.object({ document: z.string() })]).nullable(),
  }),
  restore: z.object({ name: z.string() }),
  close: nothing,
} as const;

export type Control = keyof typeof controlMessages;
export type ControlRequest<C extends Control> = z.output<(typeof controlMessages)[C]>;

export const controlCall = z.object({ id: z.int(), control: z.string(), request: z.unknown() });

export const wireReply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.looseObject({ code: z.string(), message: z.string() }) }),
]);
/** From the process: ready to be asked, or an answer. */
export const controlAnswer = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.int(), reply: wireReply }),
]);

export const opened = z.object({ path: z.string(), readOnly: z.boolean() });
export const staged = z.object({ plan: z.string() });
