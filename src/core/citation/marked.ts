/** Citation markers that the parser of Markdown or HTML has marked: links, notes and superscripts. */
import type { Layout } from '../document/model';
import { type FoundMarker, hostOf } from './found';
import type { Jumps } from './jumps';

/** Markers that the parser of Markdown or HTML already knows: links, notes and superscripts, by block. */
export function markedMarkers(
  { text, marks, blocks }: Layout,
  notes: ReadonlySet<string>,
  { ofNote }: Jumps,
): ReadonlyMap<number, FoundMarker[]> {
  const found = new Map<number, FoundMarker[]>();
  const noted = new Set(marks.flatMap((mark) => (mark.kind === 'note-reference' ? [mark.start] : [])));
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const marker = readMark(text, mark, notes, noted);
    if (!marker) continue;
    while (blocks[at + 1] && (blocks[at + 1]?.start ?? 0) <= marker.start) at += 1;
    const own = found.get(at);
    const cited = mark.kind === 'note-reference' ? ofNote.get(mark.note) : undefined;
    const all = cited ? cited.map((entry) => ({ ...marker, entry })) : [marker];
    if (own) own.push(...all);
    else found.set(at, all);
  }
  return found;
}

function readMark(
  text: string,
  mark: Layout['marks'][number],
  notes: ReadonlySet<string>,
  noted: ReadonlySet<number>,
): FoundMarker | null {
  const span = { start: mark.start, end: mark.end };
  const base = { ...span, locator: null, issued: null, url: null, group: span, side: 'after' as const };
  if (mark.kind === 'note-reference') return { ...base, style: 'footnote', marker: mark.note, points: 'note' };
  if (mark.kind === 'superscript') {
    const label = text.slice(mark.start, mark.end).replace(/[\s[\]()^]/g, '');
    const labelled = notes.has(label) || /^\d{1,3}$/.test(label);
    return labelled && !noted.has(mark.start) ? { ...base, style: 'superscript', marker: label, points: 'note' } : null;
  }
  if (mark.kind !== 'link' || !/^https?:/i.test(mark.href)) return null;
  const label = text
    .slice(mark.label.start, mark.label.end)
    .replace(/[*_[\]]/g, '')
    .trim();
  if (label === '') return null;
  const bare = /^\^?\d{1,3}$/.test(label) && notes.has(label.replace('^', ''));
  const alone = text.charAt(mark.start - 1) === '(' && text.charAt(mark.end) === ')';
  if (alone && !bare) {
    const group = { start: mark.start - 1, end: mark.end + 1 };
    return { ...base, style: 'link', marker: label, points: 'name', url: mark.href, group };
  }
  return bare
    ? { ...base, style: 'bracket-number', marker: label, points: 'note', url: mark.href }
    : {
        ...base,
        style: 'link',
        marker: /^https?:/i.test(label) ? hostOf(label) : label,
        points: 'name',
        url: mark.href,
        side: 'within',
      };
}
