/** Reads the JSON columns of records: written by this layer, but read from a file that anybody may have written. */
import { z } from 'zod';
import type { RecordTable } from '../../storage/db/rows';
import { EXPRESSIONS } from '../../../core/figure/model';
import { VIAS } from '../../../core/base/via';

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
  expression: z.enum(EXPRESSIONS),
  rule: z.string(),
  mention: z.int(),
});
const scopes = z.array(z.object({ start: z.int(), end: z.int(), via: z.enum(VIAS) }));

/** What the extraction read of a figure besides its columns. */
export type FigureReading = z.infer<typeof reading>;

/** What stands in a cell is not ours to trust: what cannot be read is as if nothing stood there, and costs nothing else. */
function lenient<S extends z.ZodType>(schema: S, otherwise: z.output<S>): (json: string) => z.output<S> {
  return (json) => {
    const read = schema.safeParse(parseJson(json));
    return read.success ? read.data : structuredClone(otherwise);
  };
}

/** The value of `json`; where it is none, its letters. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

const UNREAD_CUE = { rule: '', text: '', start: 0, end: 0, reason: 'This record cannot be read.' };
const UNREAD: FigureReading = {
  block: 0,
  sentence: 0,
  cell: null,
  qualifierCue: null,
  periodCue: null,
  expression: 'numeric',
  rule: '',
  mention: 0,
};

export const parseStrings = lenient(strings, []);
export const parseFields = lenient(fields, {});
export const parseSpans = lenient(spans, []);
export const parseUndisclosed = lenient(undisclosedItems, []);
export const parseCue = lenient(cue, UNREAD_CUE);
export const parseReading = lenient(reading, UNREAD);
export const parseScopes = lenient(scopes, []);

/** The JSON columns of records and what must stand in them, for the check. */
export const JSON_CELLS: readonly (readonly [table: RecordTable, column: string, schema: z.ZodType])[] = [
  ['document', 'undisclosed', undisclosedItems],
  ['document', 'problems', z.array(z.unknown())],
  ['document', 'edited', strings],
  ['document', 'removed', spans],
  ['table_data', 'head', z.array(z.unknown())],
  ['table_data', 'body', z.array(z.unknown())],
  ['source', 'csl', z.looseObject({ type: z.string() })],
  ['citation', 'scopes', scopes],
  ['figure', 'cue', cue],
  ['figure', 'reading', reading],
  ['figure', 'edited', strings],
  ['annotation', 'tags', strings],
  ['structure_item', 'fields', fields],
  ['structure_item', 'figures', strings],
  ['report', 'figures', strings],
  ['report', 'sources', strings],
];
