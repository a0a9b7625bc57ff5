/** What an entry takes from the one it names in `crossref` or `xdata`; a loop ends where it began. */

interface Keyed {
  readonly type: string;
  readonly key: string | null;
  readonly fields: ReadonlyMap<string, string>;
}

const MOST_PARENTS = 5;
/** A parent's own title is the title of the work that the child stands in. */
const AS_CONTAINER: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
};
const NEVER = new Set(['crossref', 'xref', 'xdata', 'label', 'shorttitle', 'keywords', 'ids']);

export function inherit(entry: Keyed, byKey: ReadonlyMap<string, Keyed>): ReadonlyMap<string, string> {
  const fields = new Map(entry.fields);
  const seen = new Set<Keyed>([entry]);
  const open = parentsOf(entry).map((parent) => ({ ...parent, as: parent.by }));
  while (open.length > 0 && seen.size <= MOST_PARENTS) {
    const next = open.shift();
    const parent = next && byKey.get(next.key);
    if (!next || !parent || seen.has(parent)) continue;
    seen.add(parent);
    for (const [name, value] of parent.fields) {
      const target = next.as === 'crossref' ? (AS_CONTAINER[name] ?? name) : name;
      if (!NEVER.has(name) && !fields.has(target)) fields.set(target, value);
    }
    // Data that a parent takes from elsewhere are the parent's own: its title stays the work's.
    open.push(...parentsOf(parent).map((above) => ({ ...above, as: next.as === 'crossref' ? next.as : above.by })));
  }
  return fields;
}

/** Keys of the entries that an entry takes from, by the field that names them: many may stand in `xdata`. */
export function parentsOf({ fields }: Pick<Keyed, 'fields'>): readonly { readonly by: string; readonly key: string }[] {
  return ['crossref', 'xdata'].flatMap((by) =>
    (fields.get(by) ?? '')
      .split(',')
      .map((key) => key.trim().toLowerCase())
      .filter((key) => key !== '')
      .slice(0, MOST_PARENTS)
      .map((key) => ({ by, key })),
  );
}
