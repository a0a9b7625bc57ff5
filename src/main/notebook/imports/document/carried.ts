/**
 * A person's work on a document, and where each piece of it belongs in the newer version. Only what is found beyond doubt is
 * carried over; what is ambiguous or lost stays on the older version and is listed. Reads only.
 */
import type { Analysis } from '../../../../core/analysis';
import { type Replaced, reanchorer } from '../../../../core/document/anchors/reanchor';
import type { Span } from '../../../../core/document/model';
import type { Figure } from '../../../../core/figure/model';
import { sameNumbers } from '../../../../core/figure/display/same-numbers';
import { all, type ReadableDb } from '../../../storage/db/db';
import {
  type AnnotationRow,
  type DocumentRow,
  type FigureRow,
  isPlaced,
  type LinkRow,
  type NoteRow,
  type PlacedRow,
  type StructureRow,
} from '../../../storage/db/rows';
import { parseReading, parseSpans, parseStrings } from '../../stored/json';

interface Found {
  readonly how: Replaced['how'];
  /** In the new text; empty where lost. */
  readonly span: Span;
  /** What a person should know of it, else null. */
  readonly reason: string | null;
}

export type Carried = Found & { readonly what: string; readonly quote: string } & (
    | { readonly kind: 'figure'; readonly row: PlacedRow }
    | { readonly kind: 'annotation'; readonly row: AnnotationRow }
    | { readonly kind: 'item'; readonly row: StructureRow }
    | { readonly kind: 'note'; readonly row: NoteRow }
    | { readonly kind: 'removal'; readonly was: Span }
  );

export function findCarried(
  db: ReadableDb,
  document: DocumentRow,
  before: string,
  after: string,
  analysis: Analysis,
): readonly Carried[] {
  const find = reanchorer(before, after);
  const found = (span: Span): Found => samePlace(before.slice(span.start, span.end), find(span), after);
  const read = new Map(analysis.figures.map((figure) => [`${figure.start}-${figure.end}`, figure]));
  return [
    ...touchedFigures(db, document.id).map(({ row, what }): Carried => {
      const place = figurePlace(row, find({ start: row.start_at, end: row.end_at }), after, read);
      return { kind: 'figure', row, what, quote: row.quote, ...place };
    }),
    ...all<AnnotationRow>(db, 'SELECT * FROM annotation WHERE document = ? ORDER BY start_at', document.id).map(
      (row): Carried => ({
        kind: 'annotation',
        row,
        what: row.body === '' ? 'highlighted' : 'annotated',
        quote: row.exact,
        ...found({ start: row.start_at, end: row.end_at }),
      }),
    ),
    ...all<StructureRow>(
      db,
      'SELECT * FROM structure_item WHERE document = ? AND edited = 1 ORDER BY position',
      document.id,
    ).map(
      (row): Carried => ({
        kind: 'item',
        row,
        what: 'edited',
        quote: row.quote || row.label,
        ...itemPlace(row, found),
      }),
    ),
    ...all<NoteRow>(db, 'SELECT * FROM note WHERE document = ? AND figure IS NULL ORDER BY rowid', document.id).map(
      (row): Carried => ({
        kind: 'note',
        row,
        what: 'noted',
        quote: row.body,
        how: 'exact',
        span: { start: 0, end: 0 },
        reason: null,
      }),
    ),
    ...parseSpans(document.removed).map(
      ([start, end]): Carried => ({
        kind: 'removal',
        was: { start, end },
        what: 'taken out',
        quote: before.slice(start, end),
        ...found({ start, end }),
      }),
    ),
  ];
}

/** An item added by hand has no place and needs none. */
const itemPlace = (row: StructureRow, found: (span: Span) => Found): Found =>
  row.start_at === null || row.end_at === null
    ? { how: 'exact', span: { start: 0, end: 0 }, reason: null }
    : found({ start: row.start_at, end: row.end_at });

function touchedFigures(
  db: ReadableDb,
  document: string,
): readonly { readonly row: PlacedRow; readonly what: string }[] {
  const linked = new Set(
    all<LinkRow>(db, 'SELECT l.* FROM link l JOIN figure f ON f.id = l.figure WHERE f.document = ?', document).map(
      (link) => link.figure,
    ),
  );
  const noted = new Set(
    all<NoteRow>(db, 'SELECT n.* FROM note n JOIN figure f ON f.id = n.figure WHERE f.document = ?', document).map(
      (note) => note.figure,
    ),
  );
  return all<FigureRow>(db, 'SELECT * FROM figure WHERE document = ? ORDER BY start_at', document)
    .filter(isPlaced)
    .flatMap((row) => {
      const words = [
        ...(row.review === 'unreviewed' ? [] : [row.review]),
        ...(isOwn(row) ? ['added'] : row.edited === '[]' ? [] : ['edited']),
        ...(linked.has(row.id) ? ['linked'] : []),
        ...(row.note !== '' || noted.has(row.id) ? ['noted'] : []),
      ];
      return words.length === 0 ? [] : [{ row, what: words.join(', ') }];
    });
}

/** Made by the analyst, not read by the extraction. */
const isOwn = (row: FigureRow): boolean => parseReading(row.reading).rule === 'analyst';

const LOST = { how: 'lost', span: { start: 0, end: 0 } } as const;
const nowReads = (words: string): string => `now reads “${words.slice(0, 60)}”`;

/** A mark on words may follow them where they were reworded, but never onto another number, sign or unit. */
function samePlace(words: string, { how, span }: Replaced, after: string): Found {
  const now = after.slice(span.start, span.end);
  if (how === 'lost' || sameNumbers(words, now)) return { how, span, reason: null };
  return { ...LOST, reason: nowReads(now) };
}

/** A tick vouches for one number in one sense: other words there, or another metric or period, and it vouches for nothing. */
function figurePlace(row: PlacedRow, place: Replaced, after: string, read: ReadonlyMap<string, Figure>): Found {
  const { how, span } = place;
  if (how === 'lost') return { how, span, reason: null };
  const words = after.slice(span.start, span.end);
  if (words !== row.quote) return { ...LOST, reason: nowReads(words) };
  const now = read.get(`${span.start}-${span.end}`);
  if (how !== 'moved' || now === undefined || isOwn(row)) return { how, span, reason: null };
  const edited = new Set(parseStrings(row.edited));
  const means =
    (edited.has('metric') || row.metric === now.metric) && (edited.has('period') || row.period === now.period);
  return means ? { how, span, reason: null } : { how: 'ambiguous', span, reason: 'the same number of something else' };
}
