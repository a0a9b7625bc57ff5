/** The scope of the Figures view, kept while another view is shown, and how other views open it with a scope of their own. */
import { open } from '../../../app/state/navigation';
import { createStore } from '../../../app/state/store';
import { EVERYTHING, type Scope } from './scope';

interface StoredScope {
  readonly scope: Scope;
  /** Path of the notebook it was picked in: ids mean nothing in another one. Null until the view has seen it. */
  readonly notebook: string | null;
}

export const storedScope = createStore<StoredScope>({ scope: EVERYTHING, notebook: null });

/** The scope as it holds in this notebook. */
export function scopeIn(held: StoredScope, notebook: string | undefined): Scope {
  return held.notebook === null || held.notebook === notebook ? held.scope : EVERYTHING;
}

export function showFigures(scope: Scope): void {
  storedScope.set({ scope, notebook: null });
  open({ view: 'figures' });
}
