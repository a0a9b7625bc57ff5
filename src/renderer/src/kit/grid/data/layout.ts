/** How a person has arranged a grid: column order, width, freezing, hiding, sorting, filters. Kept in prefs and in saved views. */
import { z } from 'zod';

const columnLayout = z.object({
  colId: z.string().max(100),
  width: z.number().min(20).max(4000).optional(),
  /** Its share of the room that is left, until a person gives it a width. */
  flex: z.number().min(0).max(100).nullish(),
  hide: z.boolean().nullish(),
  pinned: z.union([z.enum(['left', 'right']), z.boolean()]).nullish(),
  sort: z.enum(['asc', 'desc']).nullish(),
  sortIndex: z.number().nullish(),
});

export const gridLayout = z.object({
  columns: z.array(columnLayout).max(200),
  filters: z.record(z.string(), z.string()),
  filterRow: z.boolean(),
});
export type GridLayout = z.infer<typeof gridLayout>;
export type ColumnLayout = z.infer<typeof columnLayout>;

/** That of a grid which has not been made yet. */
export const EMPTY_LAYOUT: GridLayout = { columns: [], filters: {}, filterRow: false };

/** A layout as it was stored, or null where it is missing or of another shape. */
export function parseLayout(stored: unknown): GridLayout | null {
  const parsed = gridLayout.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/**
 * A stored layout brought up to the columns there are now: columns that went are dropped, columns that came are put
 * where the view defines them, after the last stored column that stands before them.
 */
export function reconcile(layout: GridLayout, ids: readonly string[]): GridLayout {
  const known = new Set(ids);
  const columns = layout.columns.filter((column) => known.has(column.colId));
  const placed = new Set(columns.map((column) => column.colId));
  ids.forEach((id, index) => {
    if (placed.has(id)) return;
    const before = ids.slice(0, index).reverse();
    const after = before.find((other) => placed.has(other));
    const at = after === undefined ? 0 : columns.findIndex((column) => column.colId === after) + 1;
    columns.splice(at, 0, { colId: id });
    placed.add(id);
  });
  const filters = Object.fromEntries(Object.entries(layout.filters).filter(([id]) => known.has(id)));
  return { ...layout, columns, filters };
}
