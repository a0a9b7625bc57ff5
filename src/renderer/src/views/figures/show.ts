/** The way into the figures view from elsewhere with a scope: those resting on a metric, those without a citation. */
import { open } from '../../app/navigation';
import { createStore } from '../../app/store';
import type { Scope } from './scope';

/** Taken by the view when it is shown; null once taken. */
export const askedScope = createStore<Scope | null>(null);

export function showFigures(scope: Scope): void {
  askedScope.set(scope);
  open({ view: 'figures' });
}
