/** A citation marker as it is found, before its scope and source are known. */
import type { Span } from '../document/model';
import type { CslDate, MarkerStyle } from './model';
import type { Entry } from './entry';

/** A marker as found: what it points at is known, not yet what it vouches for. */
export interface FoundMarker extends Span {
  readonly style: MarkerStyle;
  readonly marker: string;
  /** `note` points at an entry by number or sign, `name` at a source by name. */
  readonly points: 'note' | 'name';
  readonly locator: string | null;
  readonly issued: CslDate | null;
  readonly url: string | null;
  /** The whole marker, where several sources share one pair of brackets. */
  readonly group: Span;
  /** It follows what it vouches for, or stands within it. */
  readonly side: 'after' | 'within';
  /** The entry of the list of sources to which it leads by itself. */
  readonly entry?: Entry;
}

/** What the rest of the document tells about markers. */
export interface MarkerContext {
  /** Numbers and signs of the entries in reference lists and notes. */
  readonly notes: ReadonlySet<string>;
  /** Author names of the reference list, lower case. */
  readonly authors: ReadonlySet<string>;
  /** Bracketed words that close a clause somewhere, lower case: the same words elsewhere are markers too. */
  readonly closers: ReadonlySet<string>;
}

/** A marker that follows what it vouches for and gives nothing but its words, unless `extra` says more. */
export function foundMarker(
  span: Span,
  style: MarkerStyle,
  marker: string,
  points: 'note' | 'name',
  extra: Partial<FoundMarker> = {},
): FoundMarker {
  return {
    start: extra.start ?? span.start,
    end: extra.end ?? span.end,
    style: extra.style ?? style,
    marker: extra.marker ?? marker,
    points: extra.points ?? points,
    locator: extra.locator ?? null,
    issued: extra.issued ?? null,
    url: extra.url ?? null,
    group: extra.group ?? span,
    side: extra.side ?? 'after',
  };
}

/** Sources that one note cites have its mark together. */
const shareMark = (one: FoundMarker, other: FoundMarker | undefined): boolean =>
  other !== undefined &&
  one.entry !== undefined &&
  other.entry !== undefined &&
  one.start === other.start &&
  one.end === other.end &&
  one.entry !== other.entry;

/** The markers in order; of two that overlap the first, or the longer where they start together, stays. */
export function withoutOverlaps(found: readonly FoundMarker[]): FoundMarker[] {
  const kept: FoundMarker[] = [];
  for (const marker of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (marker.start >= (kept.at(-1)?.end ?? 0) || shareMark(marker, kept.at(-1))) kept.push(marker);
  }
  return kept;
}

/** `www.reuters.com/x` → `reuters.com`. */
export function hostOf(url: string): string {
  return (/^[a-z]+:\/\/(?:www\.)?([^/:?#\s]+)/i.exec(url)?.[1] ?? url).toLowerCase();
}
