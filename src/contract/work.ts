/** Work that a person can watch and stop while it runs. */
import { z } from 'zod';

/** Messages whose work may take long enough to be watched. */
export const WATCHED = ['import.commit', 'audit.run'] as const;
export type WatchedMessage = (typeof WATCHED)[number];

export const watchedWork = z.object({ what: z.enum(WATCHED) }).strict();

/** `all` is 0 where nobody knows how many steps there are; null where no such work runs. */
export const workProgress = z.object({ done: z.int(), all: z.int(), stopping: z.boolean() }).nullable();
export type WorkProgress = z.infer<typeof workProgress>;
