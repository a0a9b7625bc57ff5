/** What every card of the thesis is given. */
import type { ByType, Item } from '../items/model';
import type { ThesisActions } from '../items/thesis-actions';

export interface CardProps {
  readonly items: ByType;
  readonly actions: ThesisActions;
}

export const NONE: readonly Item[] = [];
