/** What a source is called, as a title, on a chip and in a list. Window, exports and the notebook all ask here. */
import { firstOf } from './fields';

/** Its title, else its short one, else who publishes it; empty where it says none of them. */
export const sourceTitle = (csl: unknown): string =>
  firstOf(csl, ['title', 'title-short', 'publisher', 'container-title']);

/** Short words for a citation's chip: its own short name, else who publishes it, else its title or address; empty without. */
export const sourceChip = (csl: unknown): string =>
  firstOf(csl, ['title-short', 'publisher', 'container-title', 'title', 'URL']);

/** `Daily Ledger · Wheat is up`: who publishes it and its title; empty where it says neither. */
export const sourceName = (csl: unknown): string =>
  [firstOf(csl, ['publisher', 'container-title']), firstOf(csl, ['title'])].filter(Boolean).join(' · ');
