/** Writes what is carried over to a newer version: copies, so that the older version stays as it was. */
import type { Analysis } from '../../../../core/analysis';
import { selectorFor } from '../../../../core/document/anchors/selector';
import type { Span } from '../../../../core/document/model';
import { all } from '../../../storage/db/db';
import type { Recorder } from '../../../storage/recorder';
import {
  type CitationFigureRow,
  type DocumentRow,
  type FigureRow,
  type LinkRow,
  type NoteRow,
  type PlacedRow,
  type SourceRow,
  type StructureRow,
} from '../../../storage/db/rows';
import { parseReading, parseStrings } from '../../stored/json';
import type { Carried } from './carried';
import { positionIn } from '../figure-rows';
import { keepPersonal } from './keep-personal';

interface Tools {
  readonly now: () => string;
  readonly newId: (prefix: string) => string;
}

const isCarried = ({ how }: Carried): boolean => how === 'exact' || how === 'moved';

/** Spans that the analyst had taken out, where they are now: they are not read again. */
export const removedSpans = (carried: readonly Carried[]): readonly (readonly [number, number])[] =>
  carried.flatMap((one) => (one.kind === 'removal' && isCarried(one) ? [[one.span.start, one.span.end] as const] : []));

export function carryOver(
  tx: Recorder,
  tools: Tools,
  document: DocumentRow,
  carried: readonly Carried[],
  analysis: Analysis,
): void {
  const { text } = analysis.layout;
  const successors = new Map<string, string>();
  for (const one of carried.filter(isCarried)) {
    if (one.kind === 'figure')
      successors.set(one.row.id, carryFigure(tx, tools, document, one.row, one.span, analysis));
    if (one.kind === 'annotation') {
      const { exact, prefix, suffix } = selectorFor(text, one.span);
      const place = { document: document.id, start_at: one.span.start, end_at: one.span.end, exact, prefix, suffix };
      tx.insert('annotation', { ...one.row, ...place, id: tools.newId('a') });
    }
    if (one.kind === 'note') tx.insert('note', { ...one.row, id: tools.newId('n'), document: document.id });
  }
  for (const one of carried.filter(isCarried)) {
    if (one.kind === 'item') carryItem(tx, tools, document.id, one.row, one.span, successors, text);
  }
  if (document.replaces !== null) moveOwnText(tx, document.replaces, document.id);
}

/** The figure read at the same words takes on the person's cells; where none was read, the figure comes over as it was. */
function carryFigure(
  tx: Recorder,
  tools: Tools,
  document: DocumentRow,
  old: PlacedRow,
  span: Span,
  analysis: Analysis,
): string {
  const [read] = all<FigureRow>(
    tx.db,
    'SELECT * FROM figure WHERE document = ? AND start_at = ? AND end_at = ?',
    document.id,
    span.start,
    span.end,
  );
  const id = read?.id ?? tools.newId('f');
  if (read) tx.update('figure', id, keepPersonal(old, read));
  else tx.insert('figure', { ...old, ...placed(document, old, span, analysis), id });
  for (const link of all<LinkRow>(tx.db, 'SELECT * FROM link WHERE figure = ?', old.id)) {
    tx.insert('link', { ...link, id: tools.newId('l'), figure: id });
  }
  for (const note of all<NoteRow>(tx.db, 'SELECT * FROM note WHERE figure = ?', old.id)) {
    const place = note.document === null ? null : document.id;
    tx.insert('note', { ...note, id: tools.newId('n'), figure: id, document: place });
  }
  if (parseStrings(old.edited).includes('citations')) keepMarkers(tx, old.id, id);
  return id;
}

function placed(document: DocumentRow, old: PlacedRow, span: Span, { layout }: Analysis): Partial<FigureRow> {
  const block = layout.blocks.findLast((one) => one.start <= span.start);
  const sentence = layout.sentences.findLast((one) => one.start <= span.start)?.index ?? 0;
  const reading = { ...parseReading(old.reading), block: block?.index ?? 0, sentence, cell: null, mention: NO_MENTION };
  return {
    document: document.id,
    position: positionIn(document.ordinal, span.start),
    start_at: span.start,
    end_at: span.end,
    section: block?.section ?? 0,
    reading: JSON.stringify({ ...reading, qualifierCue: null, periodCue: null }),
  };
}

/** What was read in another text is in no group of mentions of this one. */
const NO_MENTION = -1;

/** The analyst took citations off the figure: those whose marker is no longer on the old one go from the new one too. */
function keepMarkers(tx: Recorder, old: string, id: string): void {
  const markers = (figure: string) =>
    all<CitationFigureRow & { readonly marker: string }>(
      tx.db,
      'SELECT cf.*, c.marker FROM citation_figure cf JOIN citation c ON c.id = cf.citation WHERE cf.figure = ?',
      figure,
    );
  const kept = new Set(markers(old).map(({ marker }) => marker));
  for (const row of markers(id)) if (!kept.has(row.marker)) tx.remove('citation_figure', row.id);
}

/** The edited item stands in for the one that was read at its place. */
function carryItem(
  tx: Recorder,
  tools: Tools,
  document: string,
  old: StructureRow,
  span: Span,
  successors: ReadonlyMap<string, string>,
  text: string,
): void {
  const isPlacedItem = old.start_at !== null;
  const read = isPlacedItem
    ? all<StructureRow>(
        tx.db,
        'SELECT * FROM structure_item WHERE document = ? AND type = ? AND start_at = ? AND end_at = ?',
        document,
        old.type,
        span.start,
        span.end,
      )
    : [];
  for (const row of read) tx.remove('structure_item', row.id);
  const figures =
    read[0]?.figures ?? JSON.stringify(parseStrings(old.figures).flatMap((id) => successors.get(id) ?? []));
  const place = isPlacedItem
    ? { start_at: span.start, end_at: span.end, quote: text.slice(span.start, span.end) }
    : { start_at: null, end_at: null, quote: old.quote };
  tx.insert('structure_item', { ...old, ...place, id: tools.newId('st'), document, figures });
}

/** A source whose own text is here has it in the newest version. */
function moveOwnText(tx: Recorder, from: string, to: string): void {
  for (const source of all<SourceRow>(tx.db, 'SELECT * FROM source WHERE document = ?', from)) {
    tx.update('source', source.id, { document: to });
  }
}
