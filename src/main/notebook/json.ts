/** Reads the JSON columns of records. What stands in them was written by this layer and checked by the schema. */
import { z } from 'zod';

const strings = z.array(z.string());
const fields = z.record(z.string(), z.string().nullable());
const spans = z.array(z.tuple([z.int(), z.int()]));
const undisclosedItems = z.array(
  z.object({
    label: z.string(),
    entity: z.string().nullable(),
    metrics: strings,
    start: z.int(),
    end: z.int(),
  }),
);
const cue = z.object({ rule: z.string(), text: z.string(), start: z.int(), end: z.int(), reason: z.string() });
const words = z.object({ text: z.string(), start: z.int(), end: z.int() });
const reading = z.object({
  block: z.int(),
  sentence: z.int(),
  cell: z.object({ table: z.int(), row: z.int(), column: z.int() }).nullable(),
  qualifierCue: words.nullable(),
  periodCue: words.extend({ rule: z.string() }).nullable(),
  expression: z.enum(['numeric', 'verbal']),
  rule: z.string(),
  mention: z.int(),
});
const scopes = z.array(z.object({ start: z.int(), end: z.int(), via: z.enum(['clause', 'lead-in']) }));

/** What the extraction read of a figure besides its columns. */
export type FigureReading = z.infer<typeof reading>;

export const parseStrings = (json: string): string[] => strings.parse(JSON.parse(json));
export const parseFields = (json: string): Record<string, string | null> => fields.parse(JSON.parse(json));
export const parseSpans = (json: string): [number, number][] => spans.parse(JSON.parse(json));
export const parseUndisclosed = (json: string): z.infer<typeof undisclosedItems> =>
  undisclosedItems.parse(JSON.parse(json));
export const parseCue = (json: string): z.infer<typeof cue> => cue.parse(JSON.parse(json));
export const parseReading = (json: string): FigureReading => reading.parse(JSON.parse(json));
export const parseScopes = (json: string): z.infer<typeof scopes> => scopes.parse(JSON.parse(json));
