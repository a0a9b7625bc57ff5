/** What crosses of the watch list: the readings of each indicator, and what an import changed in them. */
import { z } from 'zod';
import { WATCH_STATES } from '../core/watch/states';

const state = z.enum(WATCH_STATES).nullable();

const reading = z.object({
  figure: z.string(),
  /** As it is read: `24%`. */
  text: z.string(),
  period: z.string().nullable(),
  /** Null where the band says nothing that the value can be held against. */
  state,
});
export type WatchReading = z.infer<typeof reading>;

/** The readings of an indicator that takes its figures by itself, oldest first; none where no figure says what it watches. */
export const watchRecord = z.object({ item: z.string(), label: z.string(), readings: z.array(reading) });
export type WatchRecord = z.infer<typeof watchRecord>;

/** An indicator whose newest reading is another than before. */
export const watchChange = z.object({
  item: z.string(),
  label: z.string(),
  before: reading.nullable(),
  after: reading,
});
export type WatchChange = z.infer<typeof watchChange>;
