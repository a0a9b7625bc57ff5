/** How often a process may be started again before the window says that it keeps stopping. */

const MOST = 3;
const WITHIN_MS = 60_000;

export interface Restarts {
  /** True if one more start is sensible. */
  readonly allow: (now: number) => boolean;
}

/** Allows three starts within a minute; `now` is in milliseconds. */
export function countRestarts(): Restarts {
  let recent: number[] = [];
  return {
    allow: (now) => {
      recent = [...recent.filter((at) => now - at < WITHIN_MS), now];
      return recent.length <= MOST;
    },
  };
}
