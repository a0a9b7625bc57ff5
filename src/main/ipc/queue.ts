/** One thing at a time, in order of asking: the notebook is never in the middle of something when something else begins. */

export type Enqueue = <T>(work: () => T | Promise<T>) => Promise<T>;

/** What was asked for runs once all before it has ended, well or badly; its own failure goes to its asker alone. */
export function makeQueue(): Enqueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
