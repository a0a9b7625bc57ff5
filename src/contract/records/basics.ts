/** What records of every kind share on the wire: ids, places in a text, exact numbers. */
import { z } from 'zod';

/** Ids are opaque strings made by the notebook (`d_…`, `f_…`, `s_…`): unique in the file, never reused. */
export const id = z.string().min(1).max(64);
export const offset = z.int().min(0);
/** An exact decimal in words, without exponent: `-12.50`. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
/** A stretch of a text, in UTF-16 units, its end not included. */
export const span = z.object({ start: offset, end: offset });

/** Why a figure has its class: the rule, the words that decided and where they stand. */
export const cue = z.object({ rule: z.string(), text: z.string(), start: offset, end: offset, reason: z.string() });
