/** Turns search hits and commands into the palette's rows: what they are called, and where they lead. Pure. */
import type { SearchHit } from '../../../../contract/records';
import { isNear } from '../../../../core/search/near';
import type { Command } from '../../app/commands';
import type { Place } from '../../app/state/navigation';
import { SEARCH_KIND_LABEL } from '../shared/labels';

interface Matched {
  readonly start: number;
  readonly end: number;
}

export interface Row {
  readonly key: string;
  readonly group: string;
  readonly title: string;
  /** Matched stretches of the title. */
  readonly inTitle: readonly Matched[];
  /** What stands beside the title, dimmer. */
  readonly snippet: string;
  readonly matches: readonly Matched[];
  readonly leads: { readonly place: Place } | { readonly command: Command } | { readonly expand: string };
}

/** The order of groups; what an analyst looks up most stands first. */
const ORDER: readonly SearchHit['kind'][] = [
  'figure',
  'document',
  'source',
  'passage',
  'finding',
  'structure',
  'annotation',
  'note',
  'report',
];

export function rowsOf(hits: readonly SearchHit[]): readonly Row[] {
  return hits
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map((hit) => ({
      key: `${hit.kind} ${hit.id} ${hit.start ?? ''}`,
      group: SEARCH_KIND_LABEL[hit.kind],
      ...wordsOf(hit),
      leads: { place: placeOf(hit) },
    }));
}

/** Kinds that are found by their own words, which then come first; their title only says whose they are. */
const BY_WORDS: ReadonlySet<SearchHit['kind']> = new Set(['passage', 'annotation', 'note']);

function wordsOf({ kind, title, snippet, matches }: SearchHit): Pick<Row, 'title' | 'inTitle' | 'snippet' | 'matches'> {
  if (BY_WORDS.has(kind) && snippet !== '') return { title: snippet, inTitle: matches, snippet: title, matches: [] };
  // A source is indexed with all its fields, which read as a jumble; its title is enough.
  return { title, inTitle: [], snippet: kind === 'source' ? '' : snippet, matches };
}

/** Where a hit is best looked at: in its text where it has one, else in its own view. */
export function placeOf(hit: SearchHit): Place {
  const { kind, id, document } = hit;
  const stretch = hit.start === null ? {} : { start: hit.start, end: hit.end ?? hit.start };
  if (kind === 'document') return { view: 'reader', document: id };
  if (kind === 'source') return { view: 'sources', source: id };
  if (kind === 'finding') return { view: 'audit', finding: id };
  if (kind === 'report') return { view: 'report', report: id };
  if (kind === 'structure') return { view: 'thesis', item: id };
  if (kind === 'figure')
    return document ? { view: 'reader', document, figure: id, ...stretch } : { view: 'figures', figure: id };
  return document ? { view: 'reader', document, ...stretch } : { view: 'library' };
}

/** Commands whose words begin with the words typed, in any order; one that was mistyped is forgiven. */
export function commandRows(commands: readonly Command[], typed: string): readonly Row[] {
  const wanted = typed
    .toLowerCase()
    .split(/[\s:…]+/)
    .filter(Boolean);
  const seen = new Set<string>();
  return commands.flatMap((command) => {
    if (command.keyOnly || seen.has(command.id)) return [];
    seen.add(command.id);
    const words = `${command.group} ${command.label}`.toLowerCase().split(/[\s:…]+/);
    const exact = wanted.every((want) => words.some((word) => word.startsWith(want)));
    if (!exact && !wanted.every((want) => words.some((word) => word.startsWith(want) || isNear(want, word)))) return [];
    return [
      {
        key: command.id,
        group: 'Commands',
        title: command.label,
        inTitle: [],
        snippet: '',
        matches: [],
        leads: { command },
      },
    ];
  });
}

/** At most this many rows of a group are shown until the person asks for the rest. */
export const SHOWN_OF_GROUP = 6;

/** Folds long groups: their first rows, then one row that opens the rest. `opened` groups are whole. */
export function folded(rows: readonly Row[], opened: ReadonlySet<string>): readonly Row[] {
  const groups = [...new Set(rows.map((row) => row.group))];
  return groups.flatMap((group) => {
    const list = rows.filter((row) => row.group === group);
    const rest = list.length - SHOWN_OF_GROUP;
    if (rest <= 1 || opened.has(group)) return list;
    const more: Row = {
      key: `more ${group}`,
      group,
      title: `${rest} more`,
      inTitle: [],
      snippet: '',
      matches: [],
      leads: { expand: group },
    };
    return [...list.slice(0, SHOWN_OF_GROUP), more];
  });
}

export interface Part {
  readonly at: number;
  readonly words: string;
  readonly on: boolean;
}

/** Cuts a snippet into what matched and what did not, in order; overlapping matches count once. */
export function cutAt(text: string, matches: Row['matches']): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const take = (to: number, on: boolean) => {
    if (to > from) parts.push({ at: from, words: text.slice(from, to), on });
    from = Math.max(from, to);
  };
  for (const match of matches.toSorted((a, b) => a.start - b.start)) {
    take(match.start, false);
    take(match.end, true);
  }
  take(text.length, false);
  return parts;
}
