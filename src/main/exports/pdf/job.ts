/** What is asked of the typesetting process and what it says: plain data between the processes and the thread involved. */
import { z } from 'zod';
import { CITATION_STYLES, LONGEST_CSL } from '../../../core/citation/styles';
import { NOTE_FORMATS, PAPERS } from '../../../core/report/exports';
import { ERROR_CODES, type WireError } from '../../../contract/errors';
import type { Printable } from '../note/note';
import type { PdfOptions } from './lower';

/** Made by our own exports from checked records: its inside is not gone over again. */
export const printable = z.custom<Printable>((value) => typeof value === 'object' && value !== null && 'note' in value);

const options: z.ZodType<PdfOptions> = z.object({
  paper: z.enum(PAPERS),
  contents: z.boolean(),
  appendix: z.boolean(),
});

const ownStyle = z.object({ csl: z.string().max(LONGEST_CSL) });
/** By name, or the text of a .csl file. */
const askedStyle = z.union([z.enum(CITATION_STYLES), ownStyle]);

export const typesetJob = z.object({ printable, options, format: z.enum(NOTE_FORMATS), style: askedStyle });
export type TypesetJob = z.infer<typeof typesetJob>;

const STAGES = ['citing', 'fitting', 'setting', 'writing', 'reading back'] as const;
export type TypesetStage = (typeof STAGES)[number];

const typeset = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** None where the format has no pages of its own. */
  pages: z.int(),
  /** What a reader of the file should know: what was made smaller, split, or could not be shown. */
  warnings: z.array(z.string()),
});
export type Typeset = z.infer<typeof typeset>;

const wireError = z.object({ code: z.enum(ERROR_CODES), message: z.string(), details: z.unknown().optional() });

/** From the process, and from its thread. */
export const typesetNews = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ stage: z.enum(STAGES) }),
  z.object({ typeset }),
  z.object({ failed: wireError }),
]);
export type TypesetNews =
  | { readonly ready: true }
  | { readonly stage: TypesetStage }
  | { readonly typeset: Typeset }
  | { readonly failed: WireError };

/** A hundred pages take seconds and a few hundred megabytes; what takes far more is no note. */
export const TYPESET_LIMITS = { deadlineMs: 180_000, processMb: 1800 } as const;
