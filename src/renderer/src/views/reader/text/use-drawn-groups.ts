/** Which groups of a long text are drawn: those that have come near the view, and those that the Reader was opened at. */
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type BlockGroup, groupAt, withNeighbours } from './groups';

/** How far beyond the view groups are drawn ahead, so that scrolling meets text and not gaps. */
const AHEAD = '1500px 0px';

export interface DrawnGroups {
  readonly isDrawn: (group: number) => boolean;
  /** Changes when more is drawn. */
  readonly count: number;
  /** Draws what stands at an offset, now: for handlers that are about to scroll there. */
  readonly ensure: (offset: number) => void;
}

/**
 * `wanted` is an offset that must be drawn at the first drawing for it (a landing, the place last read); a change of
 * it is followed while drawing, so that the text is there before anything scrolls.
 */
export function useDrawnGroups(
  groups: readonly BlockGroup[],
  isLong: boolean,
  wanted: number,
  scroller: RefObject<HTMLElement | null>,
): DrawnGroups {
  const around = (offset: number) => withNeighbours(groupAt(groups, offset));
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(() => new Set(around(wanted)));
  const [followed, setFollowed] = useState(wanted);
  if (followed !== wanted) {
    setFollowed(wanted);
    setDrawn(adding(around(wanted)));
  }
  const count = groups.length;
  useEffect(() => {
    const root = scroller.current;
    if (!isLong || !root || count === 0) return undefined;
    const observer = new IntersectionObserver((entries) => setDrawn(adding(groupsIn(entries))), {
      root,
      rootMargin: AHEAD,
    });
    for (const element of root.querySelectorAll('[data-group]')) observer.observe(element);
    return () => observer.disconnect();
  }, [isLong, count, scroller]);
  return {
    isDrawn: (group) => !isLong || drawn.has(group),
    count: isLong ? drawn.size : count,
    ensure: (offset) => {
      if (isLong) flushSync(() => setDrawn(adding(around(offset))));
    },
  };
}

/** The set with more in it; the same set where that changes nothing. */
const adding = (more: readonly number[]) => (now: ReadonlySet<number>) =>
  more.every((group) => now.has(group)) ? now : new Set([...now, ...more]);

function groupsIn(entries: readonly IntersectionObserverEntry[]): readonly number[] {
  return entries
    .filter((entry) => entry.isIntersecting)
    .map((entry) => Number(entry.target.getAttribute('data-group')));
}
