/**
 * Whether a message comes from our own page in the top frame of a window, and not from a frame inside it or a page that
 * replaced it.
 */

export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

export const APP_ORIGIN = 'app://tieout';

/** False for a frame that is gone, one inside another, and one of another origin. */
export function isOwnTopFrame(frame: SenderFrame | null): boolean {
  if (frame === null || frame.parent !== null) return false;
  try {
    const { protocol, host } = new URL(frame.url);
    return `${protocol}//${host}` === APP_ORIGIN;
  } catch {
    return false;
  }
}
