/** The user's guide as it ships: the pages of docs/guide and what they lead to, with their pictures. */

const guide = import.meta.glob<string>('../../../../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const about = import.meta.glob<string>(['../../../../../docs/audit.md', '../../../../../docs/rules.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../../../docs/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const DOCS = '../../../../../docs/';

/** Pages by their place in docs: `guide/import.md`, `rules.md`. */
export const PAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...guide, ...about }).map(([path, text]) => [path.slice(DOCS.length), text]),
);

/** Addresses of pictures by their place in docs: `images/audit-light.png`. */
export const PICTURES: ReadonlyMap<string, string> = new Map(
  Object.entries(pictures).map(([path, url]) => [path.slice(DOCS.length), url]),
);

export const FIRST_PAGE = 'guide/index.md';

/** The place in docs that a link of a page leads to, without its anchor: `import.md` of `guide/index.md` is `guide/import.md`. */
export function placeOf(link: string, page: string): string {
  const [path = ''] = link.split('#');
  return new URL(path, `file:///${page}`).pathname.slice(1);
}
