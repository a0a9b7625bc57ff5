/** Where a value can lie against a band. A module of its own: the table of fields needs the names and not the reader of bands. */
export const WATCH_STATES = ['inside', 'below', 'above'] as const;
export type WatchState = (typeof WATCH_STATES)[number];
