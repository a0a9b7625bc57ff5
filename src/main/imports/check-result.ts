/**
 * What comes from an import process is data from outside: its shape is checked before the notebook takes it in, and every
 * span in it must lie inside the text. Texts and names are only stored and drawn as text, so they need no more.
 */
import { z } from 'zod';
import { TieoutError } from '../../contract/errors';
import { cslItem } from '../../contract/records';
import { DOCUMENT_FORMATS, SOURCE_FORMATS, TABLE_FORMATS } from '../../core/document/formats';
import { SET_ASIDE } from '../../core/document/model';
import { IMPORT_LIMITS } from './limits';
import { wrongCell } from './check-table';
import type { ImportResult } from './result';

const words = z.string().max(10_000).nullable();
const list = z.array(z.looseObject({}));

const page = z.looseObject({ number: z.int(), runs: z.array(z.number()) });

const file = {
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= IMPORT_LIMITS.bytes),
  fileName: z.string().max(1000).nullable(),
  encoding: z.string().max(60),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  parser: z.string().max(60),
  parserVersion: z.int(),
};

const problems = z.array(z.looseObject({ code: z.string(), message: z.string() }));

const setAside = z.object({
  why: z.enum(SET_ASIDE),
  text: z.string().max(1000),
  times: z.int().min(1),
});

const reading = {
  normalised: z.looseObject({
    format: z.enum(DOCUMENT_FORMATS),
    text: z.string(),
    marks: list,
    title: words,
    author: words,
    publisher: words,
    published: words,
    url: words,
    language: words,
    problems,
    pages: z.array(page).optional(),
    facts: list.optional(),
    comments: list.optional(),
    setAside: z.array(setAside).max(10_000).optional(),
  }),
  analysis: z.looseObject({
    layout: z.looseObject({ text: z.string(), blocks: list, sections: list, sentences: list, tables: list }),
    context: z.looseObject({}),
    citations: list,
    sources: list,
    figures: list,
    structure: list,
    undisclosed: list,
  }),
};

const documentEnvelope = z.object({
  ...file,
  kind: z.literal('document'),
  ...reading,
  whole: z.object(reading).optional(),
});

const sourcesEnvelope = z.object({
  ...file,
  kind: z.literal('sources'),
  format: z.enum(SOURCE_FORMATS),
  items: z
    .array(z.object({ csl: cslItem, raw: z.string().max(10_000), line: z.int().min(1) }))
    .min(1)
    .max(IMPORT_LIMITS.sources),
  problems,
});

/** Its rows are checked by hand: a schema over a million cells takes seconds. */
const tableEnvelope = z.object({
  ...file,
  kind: z.literal('table'),
  title: z.string().max(1000).nullable(),
  format: z.enum(TABLE_FORMATS),
  sheets: z
    .array(z.looseObject({ name: z.string().max(1000), hidden: z.boolean() }))
    .min(1)
    .max(IMPORT_LIMITS.tableSheets),
  delimiter: z.string().max(1).nullable(),
  problems,
});

const envelope = z.discriminatedUnion('kind', [documentEnvelope, sourcesEnvelope, tableEnvelope]);

/** Throws `E_FORMAT` for anything that no import of ours would give. */
export function checkImportResult(value: unknown): ImportResult {
  assertImportResult(value);
  return value;
}

function assertImportResult(value: unknown): asserts value is ImportResult {
  const checked = envelope.safeParse(value);
  if (!checked.success) throw wrong(z.prettifyError(checked.error));
  if (checked.data.kind === 'sources') return;
  if (checked.data.kind === 'table') {
    const found = wrongCell(checked.data.sheets);
    if (found !== null) throw wrong(found);
    return;
  }
  checkReading(checked.data);
  if (checked.data.whole) checkReading(checked.data.whole);
}

function checkReading({ normalised, analysis }: z.infer<z.ZodObject<typeof reading>>): void {
  if (analysis.layout.text !== normalised.text) throw wrong('the reading is of another text');
  const { marks, pages, facts, comments } = normalised;
  checkSpans([marks, pages, facts, comments, analysis], normalised.text.length);
}

const wrong = (why: string): TieoutError =>
  new TieoutError('E_FORMAT', `The import gave something that cannot be kept (${why}). Nothing was changed.`);

/** Every object with a start and an end, at any depth, without recursion: depth is the sender's to choose. */
function checkSpans(roots: readonly unknown[], length: number): void {
  const open = [...roots];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if ('start' in value && 'end' in value && !isSpanWithin(value.start, value.end, length)) {
      throw wrong(`a span from ${String(value.start)} to ${String(value.end)} is not in the text`);
    }
    for (const member of Object.values(value)) if (typeof member === 'object') open.push(member);
  }
}

const isSpanWithin = (start: unknown, end: unknown, length: number): boolean =>
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  0 <= Number(start) &&
  Number(start) <= Number(end) &&
  Number(end) <= length;
