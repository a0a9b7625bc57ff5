/** Where a window opens: where it was, if that is still on a screen, else in the middle at a size that suits. */
import type { WindowState } from './prefs';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MIN_SIZE = { width: 1024, height: 700 } as const;
const USUAL = { width: 1440, height: 900 } as const;
/** Less of a window than this on any screen cannot be caught with the mouse. */
const CATCHABLE = 100;

/** Places and sizes are in the screen's own pixels; `screens` are the work areas, `primary` the main one. */
export function placeWindow(
  saved: WindowState | null,
  screens: readonly Area[],
  primary: Area,
): Area & { maximised: boolean } {
  if (saved && screens.some((screen) => overlap(saved, screen) >= CATCHABLE)) {
    return { ...saved, width: Math.max(saved.width, MIN_SIZE.width), height: Math.max(saved.height, MIN_SIZE.height) };
  }
  const width = Math.max(MIN_SIZE.width, Math.min(USUAL.width, primary.width));
  const height = Math.max(MIN_SIZE.height, Math.min(USUAL.height, primary.height));
  return {
    x: primary.x + Math.max(0, Math.round((primary.width - width) / 2)),
    y: primary.y + Math.max(0, Math.round((primary.height - height) / 2)),
    width,
    height,
    maximised: saved?.maximised ?? false,
  };
}

/** The smaller side of what two areas share, in pixels. */
function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(width, height);
}
