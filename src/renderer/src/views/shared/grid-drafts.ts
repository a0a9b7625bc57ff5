/** The window's drafts of one grid, as its cells. */
import { draftOf, drafts, dropDrafts, keepDrafts } from '../../app/drafts';
import type { DraftStore } from '../../kit/grid/data/overlay';

/** `place` names the grid among the places that drafts belong to. */
export function gridDrafts(place: string): DraftStore {
  return {
    get: ({ id, column }) => {
      const draft = draftOf({ place, id, field: column });
      return draft && { id, column, text: draft.text, problem: draft.problem };
    },
    keep: (cells) =>
      keepDrafts(
        cells.map(({ id, column, text, what, problem, unsent }) => ({
          place,
          id,
          field: column,
          text,
          what,
          problem,
          state: unsent ? 'unsent' : 'refused',
        })),
      ),
    drop: (cells) => dropDrafts(cells.map(({ id, column }) => ({ place, id, field: column }))),
    subscribe: drafts.subscribe,
  };
}
