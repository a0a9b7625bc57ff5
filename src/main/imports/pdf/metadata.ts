/** What a PDF says of itself, without what its program put there by default. */

const JUNK =
  /^(?:untitled|document\d*|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|pptx?|xlsx?|indd|qxd|pdf|rtf|tex|dvi|ps)|powerpoint presentation|slide \d+|\(anonymous\)|unknown|none|title|null|\W*)$/i;

export interface Metadata {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

/** `entries` of the information dictionary; values that are no text are passed over. */
export function metadataOf(entries: readonly (readonly [string, unknown])[]): Metadata {
  const info = new Map(entries);
  return {
    title: words(info.get('Title')),
    author: words(info.get('Author')),
    published: dateOf(info.get('CreationDate')),
    language: languageOf(info.get('Language')),
  };
}

function words(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const plain = value.replaceAll('\u0000', '').replace(/\s+/g, ' ').trim().slice(0, 1000);
  return JUNK.test(plain) ? null : plain;
}

/** `D:20260501093000Z` → `2026-05-01`. */
function dateOf(value: unknown): string | null {
  const match = typeof value === 'string' ? /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(value) : null;
  if (!match) return null;
  const iso = `${match[1]}-${match[2]}-${match[3]}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

const languageOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[a-z]{2,3}(?:-[\w-]{1,30})?$/i.test(value.trim()) ? value.trim() : null;
