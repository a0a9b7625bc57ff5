/** Work that a person can watch and stop while it runs. */
import { z } from 'zod';

/** Messages whose work may take long enough to be watched. */
export const WATCHED = ['import.commit', 'audit.run', 'search.query'] as const;
export type WatchedMessage = (typeof WATCHED)[number];

export const watchedWork = z.object({ what: z.enum(WATCHED) }).strict();

/** `all` is 0 where nobody knows how many steps there are; null where no such work runs. */
export const workProgress = z.object({ done: z.int(), all: z.int(), stopping: z.boolean() }).nullable();
export type WorkProgress = z.infer<typeof workProgress>;

/** Memory shared with who asked for the work: it sets STOP to 1, and reads how many steps of how many are done. */
export type Effort = Int32Array<SharedArrayBuffer>;
export const STOP = 0;
export const DONE = 1;
/** 0 where nobody knows. */
export const ALL = 2;

/** Of work that is about to be asked for. */
export const newEffort = (): Effort => new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
