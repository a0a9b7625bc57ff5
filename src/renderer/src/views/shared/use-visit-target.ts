/** Shows what another place asked a view for, once a visit. */
import { useEffect, useRef } from 'react';

/**
 * Calls `show` once for each visit whose place names something (`asked`), as soon as `find` finds it. The serial tells
 * a new visit from the same one: settling on another row changes `asked`, and is no new visit.
 */
export function useVisitTarget<T>(
  asked: string | undefined,
  serial: number,
  find: (id: string) => T | undefined,
  show: (found: T) => void,
): void {
  const visit = useRef<number | null>(null);
  const pending = useRef<string | undefined>(undefined);
  // After each drawing, because what is asked for may not have been read yet.
  useEffect(() => {
    if (visit.current !== serial) {
      visit.current = serial;
      pending.current = asked;
    }
    const found = pending.current === undefined ? undefined : find(pending.current);
    if (found === undefined) return;
    pending.current = undefined;
    show(found);
  });
}
