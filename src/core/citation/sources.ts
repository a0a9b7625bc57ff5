/** The sources of a document: one a distinct marker, filled in from the reference list where there is one. */
import { type FoundMarker, hostOf } from './found';
import type { CslItem } from './model';
import type { Jumps } from './jumps';
import { isDocumentName, isNameLike, knownPublisher } from './names';
import type { Entry, EntryFields } from './entry';
import { isSourceLike, readEntry, typeOf } from './references';

/** "Company data" and "own estimates" are not pages of the web. */
const OWN_WORDS = /\b(?:data|estimates?|calculations?|filings?|reports?|models?)$|^公司|测算$|整理$/iu;

export class SourceList {
  private readonly list: CslItem[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly byLabel = new Map<string, Entry>();
  private readonly used = new Set<Entry>();
  private readonly byEntry = new Map<Entry, number>();

  /** Notes of `cited` only say what they cite. */
  constructor(
    private readonly entries: readonly Entry[],
    cited: Jumps['ofNote'],
  ) {
    for (const entry of entries) if (entry.label !== null && cited.has(entry.label)) this.used.add(entry);
    for (const entry of entries)
      if (entry.label !== null && !this.byLabel.has(entry.label)) this.byLabel.set(entry.label, entry);
  }

  /** The index of the marker's source, made when it is met first. */
  indexOf(marker: FoundMarker): number {
    if (marker.entry) return this.ofEntry(marker.entry);
    const key = keyOf(marker);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const entry = marker.points === 'note' ? this.byLabel.get(marker.marker) : this.entryNamed(marker);
    const index = this.add(entry ? fieldsOf(entry, marker) : bareFields(marker));
    if (entry) this.used.add(entry);
    this.byKey.set(key, index);
    return index;
  }

  private ofEntry(entry: Entry): number {
    const known = this.byEntry.get(entry) ?? this.add(entry.source ?? readEntry(entry.text, entry.url));
    this.byEntry.set(entry, known);
    this.used.add(entry);
    return known;
  }

  /** All sources; entries of the reference list that no marker points to come last. */
  items(): CslItem[] {
    for (const entry of this.entries) {
      const named = entry.label !== null && isNameLike(entry.label);
      if (
        this.used.has(entry) ||
        (entry.source === null && entry.label !== null && !named && !/^\d+$/.test(entry.label))
      )
        continue;
      if (entry.source) this.add(entry.source);
      else if (named || entry.url !== null || isSourceLike(entry.text))
        this.add(readEntry(entry.text, entry.url, named ? entry.label : null));
      this.used.add(entry);
    }
    return this.list;
  }

  private add(fields: EntryFields): number {
    this.list.push({ id: `s${this.list.length + 1}`, ...fields });
    return this.list.length - 1;
  }

  /** The one entry that starts with, or is published by, what the marker names; none where two fit. */
  private entryNamed({ marker, url }: FoundMarker): Entry | undefined {
    const name = marker.toLowerCase().replace(/[,\s]+(?:19|20)\d{2}[a-z]?$/, '');
    const labelled = this.entries.find(({ label }) => label?.toLowerCase() === name);
    if (labelled) return labelled;
    const fitting = this.entries.filter(({ text }) => {
      const entry = text.toLowerCase();
      if (url) return entry.includes(url.toLowerCase());
      const at = entry.indexOf(name);
      return (
        at >= 0 && !/[\p{L}\p{N}]/u.test(entry.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(entry.charAt(at + name.length))
      );
    });
    return fitting.length === 1 ? fitting[0] : undefined;
  }
}

function keyOf({ points, marker, url, style }: FoundMarker): string {
  if (points === 'note') return `#${marker}`;
  if (url && style === 'link') return url;
  return marker
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/, '');
}

/** A note that only comments ("methodology varies") has words but no source in it; its words are kept as the note. */
function fieldsOf(entry: Entry, marker: FoundMarker): EntryFields {
  if (entry.url === null && marker.points === 'note' && !isSourceLike(entry.text))
    return { type: 'document', note: entry.text };
  const label = entry.label !== null && isNameLike(entry.label) ? entry.label : null;
  const fields = readEntry(entry.text, entry.url, label);
  return marker.points === 'name' ? { ...fields, publisher: fields.publisher ?? marker.marker } : fields;
}

function bareFields({ marker, issued, url, points, style }: FoundMarker): EntryFields {
  if (points === 'note') return { type: 'document' };
  const kind = knownPublisher(marker)?.kind ?? null;
  const dated = issued?.['date-parts'] ? { issued } : {};
  if (url && kind !== null) return { type: typeOf(marker, kind, true), publisher: marker, URL: url, ...dated };
  if (url) return { type: typeOf(marker, kind, true), title: marker, publisher: hostOf(url), URL: url, ...dated };
  if (isDocumentName(marker) || style === 'wiki') return { type: typeOf(marker, kind, false), title: marker, ...dated };
  const type = style === 'author-year' || OWN_WORDS.test(marker) ? 'document' : typeOf(marker, kind, kind === null);
  return { type, publisher: marker, ...dated };
}
