/** Documents as the Library lists them: older versions under the newest one that took their place. Pure. */

interface Versioned {
  readonly id: string;
  readonly supersededBy: string | null;
}

/** In the order given, each newest version followed by the older ones, newest first. */
export function groupVersions<T extends Versioned>(documents: readonly T[]): readonly T[] {
  const older = new Map<string, T[]>();
  const ids = new Set(documents.map(({ id }) => id));
  for (const one of documents) {
    if (one.supersededBy === null || !ids.has(one.supersededBy)) continue;
    older.set(one.supersededBy, [...(older.get(one.supersededBy) ?? []), one]);
  }
  const listed: T[] = [];
  const open = documents.filter(({ supersededBy }) => supersededBy === null || !ids.has(supersededBy)).toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    listed.push(next);
    open.push(...(older.get(next.id) ?? []).toReversed());
  }
  return listed;
}

/** Whether no newer version of the document stands in the notebook. */
export const isNewest = ({ supersededBy }: Pick<Versioned, 'supersededBy'>): boolean => supersededBy === null;
