/** What an import is asked to do, and what it says on the way: plain data between the processes and threads involved. */
import { z } from 'zod';
import type { WireError } from '../../contract/errors';
import { PASTE_KINDS } from '../../core/document/formats';
import type { Trace } from '../failures/failure';
import type { ImportResult, ImportStage } from './result';

export const importJob = z.union([
  z.object({ file: z.string(), password: z.string().max(1000).optional() }),
  z.object({ paste: z.string(), format: z.enum(PASTE_KINDS), title: z.string() }),
]);
export type ImportJob = z.infer<typeof importJob>;

export type JobMessage =
  | { readonly stage: ImportStage; readonly done: number }
  | { readonly result: ImportResult }
  /** `trace` is of what caused it, for the log. */
  | { readonly error: WireError; readonly trace: Trace | null };
