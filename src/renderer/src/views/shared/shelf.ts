/** A grid's shelf of texts that were not taken: the window's drafts, as cells. */
import { draftOf, drafts, dropDrafts, holdDrafts } from '../../app/drafts';
import type { Shelf } from '../../kit/grid/overlay';

/** `place` names the grid among the places that drafts belong to. */
export function shelfOf(place: string): Shelf {
  return {
    get: ({ id, column }) => {
      const draft = draftOf({ place, id, field: column });
      return draft && { id, column, text: draft.text, problem: draft.problem };
    },
    hold: (cells) =>
      holdDrafts(
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
