/** Which backups are kept: the newest ones, one a day for a while, and all that a person asked for. */

import type { BackupKind } from '../../../contract/records';
export interface Copy {
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly kind: BackupKind;
  readonly bytes: number;
}

export interface Drop {
  readonly name: string;
  /** The next newer copy that is kept: it stands in for this one. */
  readonly instead: string;
}

const RECENT = 10;
const DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Of all automatic copies together; so many of the newest are kept whatever they take. */
const MOST_BYTES = 4 * 1024 ** 3;
const ALWAYS = 3;

/**
 * The copies to drop, oldest first: automatic ones that are neither among the ten newest nor the last of a recent day, and
 * the oldest of the others where all of them together take more than 4 GB.
 */
export function copiesToDrop(copies: readonly Copy[], now: string): readonly Drop[] {
  const automatic = copies
    .filter((copy) => copy.kind === 'automatic')
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const kept = withinBytes(automatic.filter(isWanted(automatic, now)));
  const drops: Drop[] = [];
  let instead = automatic[0]?.name;
  for (const { name } of automatic) {
    if (kept.has(name)) instead = name;
    else if (instead !== undefined) drops.push({ name, instead });
  }
  return drops.toReversed();
}

/** By age alone. */
function isWanted(automatic: readonly Copy[], now: string): (copy: Copy) => boolean {
  const wanted = new Set(automatic.slice(0, RECENT));
  const days = new Set<string>();
  for (const copy of automatic) {
    const day = copy.at.slice(0, copy.at.indexOf('T'));
    if (Date.parse(now) - Date.parse(copy.at) > DAYS * DAY_MS || days.has(day)) continue;
    days.add(day);
    wanted.add(copy);
  }
  return (copy) => wanted.has(copy);
}

function withinBytes(newestFirst: readonly Copy[]): ReadonlySet<string> {
  const kept = new Set<string>();
  let bytes = 0;
  for (const copy of newestFirst) {
    bytes += copy.bytes;
    if (kept.size >= ALWAYS && bytes > MOST_BYTES) break;
    kept.add(copy.name);
  }
  return kept;
}
