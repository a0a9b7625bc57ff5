/** What every card of the thesis is given. */
import type { ByType, Item } from '../model';
import type { ThesisActions } from '../thesis-actions';

export interface CardProps {
  readonly items: ByType;
  readonly actions: ThesisActions;
}

export const NONE: readonly Item[] = [];
