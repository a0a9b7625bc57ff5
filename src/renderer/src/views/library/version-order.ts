/** Documents as the Library lists them: older versions under the newest one that took their place. Pure. */
import { groupBy } from '../../../../core/base/group';

interface Versioned {
  readonly id: string;
  readonly supersededBy: string | null;
}

/** In the order given, each newest version followed by the older ones, newest first. */
export function groupVersions<T extends Versioned>(documents: readonly T[]): readonly T[] {
  const ids = new Set(documents.map(({ id }) => id));
  const older = groupBy(documents, ({ supersededBy }) => supersededBy);
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
