/** Which rows of a long list of equal rows are worth drawing: those in view and some around them. */
import { type RefObject, useLayoutEffect, useState } from 'react';

const AROUND = 12;

export interface RowWindow {
  readonly from: number;
  readonly to: number;
  /** Heights in pixels that stand for the rows left out. */
  readonly before: number;
  readonly after: number;
}

export function rowWindow(top: number, height: number, count: number, row: number): RowWindow {
  const from = Math.max(0, Math.min(count, Math.floor(top / row)) - AROUND);
  const to = Math.min(count, Math.ceil((top + height) / row) + AROUND);
  return { from, to, before: from * row, after: (count - to) * row };
}

export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, row: number): RowWindow {
  const [box, setBox] = useState({ top: 0, height: 600 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setBox({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller]);
  return rowWindow(box.top, box.height, count, row);
}
