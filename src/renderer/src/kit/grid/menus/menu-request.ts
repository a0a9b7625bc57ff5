/** A context menu asked for in a grid, by pointer or key: on which cell or column head. */

export interface MenuRequest {
  readonly at: { readonly x: number; readonly y: number };
  /** Index of the row; null on a column's head. */
  readonly row: number | null;
  readonly column: string;
}

/** What lies under the event; null where it is neither a cell nor a head, or text is being typed. */
export function menuRequest(event: MouseEvent): MenuRequest | null {
  const target = event.target;
  if (!(target instanceof Element) || target.closest('input, textarea, .ag-floating-filter')) return null;
  const place = target.closest<HTMLElement>('.ag-cell, .ag-header-cell');
  const column = place?.getAttribute('col-id') ?? null;
  if (!place || column === null) return null;
  const row = place.closest('[row-index]')?.getAttribute('row-index') ?? null;
  const box = place.getBoundingClientRect();
  // Asked for by a key the event has no point of its own: under the cell then.
  const byKey = event.clientX === 0 && event.clientY === 0;
  const at = byKey ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY };
  return { at, row: place.classList.contains('ag-cell') && row !== null ? Number(row) : null, column };
}
