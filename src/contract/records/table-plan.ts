/** The plan of an import of a table: how its columns are read, which can be corrected, and the figures that gives. */
import { z } from 'zod';
import { TABLE_FORMATS } from '../../core/document/formats';
import { UNITS } from '../../core/base/unit';
import { ASSERTIONS, PROVENANCES } from '../../core/figure/provenance';
import { KEY_FIELDS, DOUBTFUL } from '../../core/table/model';
import { DATE_MEANINGS, LOCALES, ROLES } from '../../core/figure/cell/cell';

const words = z.string().max(500).nullable();
const count = z.int().min(0);

const saying = z.object({
  metric: words,
  entity: words,
  period: words,
  basis: words,
  unit: z.enum(UNITS).nullable(),
  scale: z.int().min(0).max(15).nullable(),
  currency: z.string().max(8).nullable(),
  provenance: z.enum(PROVENANCES).nullable(),
  assertion: z.enum(ASSERTIONS).nullable(),
});

const head = z.object({ row: count, rows: z.int().min(0).max(10) });
const columns = z.array(z.object({ role: z.enum(ROLES), says: saying })).max(1000);

/** `TableMapping` of core as it crosses between processes. */
export const tableMapping = z.object({
  sheet: count,
  head,
  columns,
  locale: z.enum(LOCALES),
  dates: z.enum(DATE_MEANINGS),
  defaults: saying,
  source: z.string().max(1000),
  key: z.array(z.enum(KEY_FIELDS)).min(1),
  doubtful: z.enum(DOUBTFUL),
  dollar: z.string().max(8).nullish(),
  blocks: z
    .array(z.object({ from: count, head, columns, defaults: saying }))
    .max(100)
    .optional(),
});

/** `twice`: the same figure stands further up in the table, and this one is left out. */
const PLANNED = ['new', 'same', 'changed', 'twice'] as const;

/** A figure as it will be, or a cell that gives none. */
const plannedFigure = z.object({
  row: z.int(),
  /** As a spreadsheet names it: `C`. */
  column: z.string(),
  raw: z.string(),
  metric: words,
  entity: words,
  period: words,
  basis: words,
  /** As the grid will show it, with its scale. */
  value: z.string(),
  scale: z.int(),
  unit: z.enum(UNITS),
  currency: z.string().nullable(),
  provenance: z.enum(PROVENANCES),
  what: z.enum(PLANNED),
  /** What the figure that is here says now; null unless it changes. */
  old: z.string().nullable(),
  /** Why a person should look at it. */
  doubt: z.string().nullable(),
});
export type PlannedFigure = z.infer<typeof plannedFigure>;

/** What is shown of a table plan besides what every plan says. */
export const tablePlanBody = {
  kind: z.literal('table'),
  format: z.enum(TABLE_FORMATS),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: count, columns: count })),
  mapping: tableMapping,
  /** One for each column of the mapping. */
  columns: z.array(z.object({ letters: z.string(), head: z.string(), samples: z.array(z.string()) })),
  /** The first rows of the sheet as they stand, with their index among its rows, to choose the head from. */
  top: z.array(z.object({ index: count, row: z.int(), cells: z.array(z.string()) })),
  found: z.object({
    rows: count,
    figures: count,
    new: count,
    changed: count,
    same: count,
    twice: count,
    doubtful: count,
    empty: count,
    left: count,
  }),
  byProvenance: z.record(z.enum(PROVENANCES), count),
  /** The first of them. */
  figures: z.array(plannedFigure),
  changes: z.array(plannedFigure),
  doubts: z.array(plannedFigure),
  /** Cells that give no figure though something stands in them. */
  left: z.array(z.object({ row: z.int(), column: z.string(), raw: z.string(), reason: z.string() })),
  /** Mappings kept in the notebook whose heads stand in this sheet; `used` made this plan. */
  saved: z.array(z.object({ id: z.string(), name: z.string(), used: z.boolean() })),
};

/** How a table is to be read instead: a corrected mapping, another sheet or head to propose for, or a saved mapping. */
export const remapping = z.union([
  z.object({ mapping: tableMapping }),
  z.object({ sheet: count, head: z.object({ row: count, rows: z.int().min(0).max(10) }).optional() }),
  z.object({ saved: z.string().max(64) }),
]);
export type Remapping = z.infer<typeof remapping>;
