/** What is shown over the window now: one of these, or nothing. */
import type { ExportOptions } from '../../../../contract/app';
import { createStore } from './store';

export type Overlay =
  | { readonly kind: 'palette' }
  | { readonly kind: 'help' }
  | { readonly kind: 'about' }
  | { readonly kind: 'licences' }
  | { readonly kind: 'log' }
  | { readonly kind: 'guide' }
  | { readonly kind: 'backups' }
  | { readonly kind: 'drafts' }
  /** The metric of this figure over time. */
  | { readonly kind: 'series'; readonly figure: string }
  | {
      readonly kind: 'paste';
      readonly text: string;
      readonly html: string | null;
      /** Asked for as a table; else what was pasted decides. */
      readonly as?: 'table';
    }
  | { readonly kind: 'export'; readonly what: ExportOptions['what']; readonly sourcesOnly?: boolean };

export const overlay = createStore<Overlay | null>(null);

export function closeOverlay(): void {
  overlay.set(null);
}
