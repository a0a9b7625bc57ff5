/** The saved views of the figures grid as the notebook keeps them: what one holds, and saving, renaming and showing one first. */
import { z } from 'zod';
import type { ViewRecord } from '../../../../../contract/records';
import { run } from '../../../app/calls/run';
import { useQuery } from '../../../app/calls/use-query';
import { type GridLayout, gridLayout } from '../../../kit/grid/data/layout';
import { type Scope, scopeSchema } from './scope';

const PLACE = 'figures';
/** `first`: shown when the notebook is opened; one view at most. */
const savedState = z.object({ layout: gridLayout, scope: scopeSchema, first: z.boolean().optional() });

/** What a saved view brings back. */
export interface Shown {
  readonly layout: GridLayout;
  readonly scope: Scope;
}

export const isFirst = (state: unknown): boolean => savedState.safeParse(state).data?.first === true;

/** The state of a view; null where another version saved it in a shape of its own. */
export const readState = (state: unknown): Shown | null => savedState.safeParse(state).data ?? null;

/** The state of the view that is shown first; null where none is. */
export function firstView(views: readonly ViewRecord[]): Shown | null {
  const found = views.find(({ state }) => isFirst(state));
  return found === undefined ? null : readState(found.state);
}

export interface SavedViewsState {
  /** Undefined until they have been read. */
  readonly views: readonly ViewRecord[] | undefined;
  /** Saves what is shown under a name, over the view that has it; false where it was not saved. */
  readonly save: (name: string, shown: Shown) => Promise<boolean>;
  readonly rename: (view: ViewRecord, name: string) => Promise<void>;
  /** Shows a view first, or no longer first where it is. */
  readonly toggleFirst: (view: ViewRecord) => Promise<void>;
  readonly remove: (view: ViewRecord) => Promise<unknown>;
}

export function useSavedViews(): SavedViewsState {
  const { data: views } = useQuery('view.list', { place: PLACE });
  const put = (id: string | null, name: string, state: unknown) => run('view.save', { id, place: PLACE, name, state });
  return {
    views,
    save: async (name, shown) => {
      const known = views?.find((view) => view.name === name);
      return (await put(known?.id ?? null, name, shown)) !== null;
    },
    rename: async (view, name) => {
      if (name !== '' && name !== view.name) await put(view.id, name, view.state);
    },
    toggleFirst: async (view) => {
      for (const other of views ?? []) {
        const parsed = savedState.safeParse(other.state).data;
        const first = other.id === view.id && !isFirst(view.state);
        if (!parsed || (parsed.first ?? false) === first) continue;
        // At most two are changed, and the one that stops being first goes before.
        // oxlint-disable-next-line no-await-in-loop
        await put(other.id, other.name, { ...parsed, first });
      }
    },
    remove: ({ id }) => run('view.remove', { id }),
  };
}
