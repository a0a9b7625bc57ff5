/** The places in the app, in the order of the rail. Each is loaded when first opened, and fetched ahead when idle. */
import { type ComponentType, lazy } from 'react';
import type { IconName } from '../kit/Icon';
import type { ViewId } from '../app/state/navigation';

type Module = { readonly default: ComponentType };
export interface ViewEntry {
  readonly id: ViewId;
  readonly label: string;
  readonly icon: IconName;
  readonly load: () => Promise<Module>;
  readonly View: ComponentType;
}

const view = (id: ViewId, label: string, icon: IconName, load: () => Promise<Module>): ViewEntry => ({
  id,
  label,
  icon,
  load,
  View: lazy(load),
});

export const VIEWS: readonly ViewEntry[] = [
  view('library', 'Library', 'library', () => import('../views/library')),
  view('reader', 'Reader', 'reader', () => import('../views/reader')),
  view('figures', 'Figures', 'figures', () => import('../views/figures')),
  view('sources', 'Sources', 'sources', () => import('../views/sources')),
  view('audit', 'Audit', 'audit', () => import('../views/audit')),
  view('thesis', 'Thesis', 'thesis', () => import('../views/thesis')),
  view('report', 'Report', 'report', () => import('../views/report')),
];

/** Fetches every view's code while nothing else is going on, so that the first switch does not wait. */
export function loadAhead(): void {
  requestIdleCallback(() => {
    for (const { load } of VIEWS) load().catch(() => undefined);
  });
}
