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
  let parent = parentOf(entry, byKey);
  while (parent && !seen.has(parent.entry) && seen.size <= MOST_PARENTS) {
    seen.add(parent.entry);
    for (const [name, value] of parent.entry.fields) {
      const target = parent.by === 'crossref' ? (AS_CONTAINER[name] ?? name) : name;
      if (!NEVER.has(name) && !fields.has(target)) fields.set(target, value);
    }
    parent = parentOf(parent.entry, byKey);
  }
  return fields;
}

function parentOf(
  { fields }: Keyed,
  byKey: ReadonlyMap<string, Keyed>,
): { readonly entry: Keyed; readonly by: string } | null {
  for (const by of ['crossref', 'xdata']) {
    const entry = byKey.get((fields.get(by) ?? '').split(',')[0]?.trim().toLowerCase() ?? '');
    if (entry) return { entry, by };
  }
  return null;
}
