/** Which copies are still worth their place: the newest ones, one a day for a while, and all that a person asked for. */

export interface Copy {
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly kind: 'automatic' | 'migration' | 'manual';
}

const RECENT = 10;
const DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Names of the copies to drop: automatic ones that are neither among the ten newest nor the last of a recent day. */
export function copiesToDrop(copies: readonly Copy[], now: string): readonly string[] {
  const automatic = copies.filter((copy) => copy.kind === 'automatic').sort((a, b) => b.at.localeCompare(a.at));
  const kept = new Set(automatic.slice(0, RECENT).map((copy) => copy.name));
  const days = new Set<string>();
  for (const copy of automatic) {
    const day = copy.at.slice(0, 10);
    if (Date.parse(now) - Date.parse(copy.at) > DAYS * DAY_MS || days.has(day)) continue;
    days.add(day);
    kept.add(copy.name);
  }
  return automatic.filter((copy) => !kept.has(copy.name)).map((copy) => copy.name);
}
