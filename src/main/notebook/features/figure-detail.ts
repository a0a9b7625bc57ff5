/** Everything the inspector says of one figure: where it stands, why it has its class, what checks it, what became of it. */
import type { NotebookResponse } from '../../../contract/notebook';
import type { Row } from '../../../core/change/changeset';
import { FIELD_NAMES, fieldOf } from '../../../core/figure/fields';
import { pageAt, pageLocator } from '../../../core/document/anchors/pages';
import { all, type ReadableDb } from '../../storage/db/db';
import { recordHistory } from '../../storage/queries/changes';
import { notSuperseded } from '../../storage/queries/versions';
import { type FigureRow, isPlaced } from '../../storage/db/rows';
import type { Context, NotebookHandlers } from '../context/context';
import { parseReading } from '../stored/json';
import { toFigureRecords } from '../records/figure';
import { findingsOfFigure } from '../records/finding';
import { requireRecord } from '../stored/required-record';

type Detail = NotebookResponse<'figure.detail'>;

export const figureDetail = {
  'figure.detail': (context, { id }) => {
    const { db } = context;
    const row = requireRecord(db, 'figure', id);
    const [figure] = toFigureRecords(db, [row]);
    if (figure === undefined) throw new Error('A record was lost between two reads of one query.');
    return {
      figure,
      documentTitle: row.document === null ? null : requireRecord(db, 'document', row.document).title,
      page: pageOf(context, row),
      context: readContext(context, row),
      sources: sourcesOf(context, id),
      checks: findingsOfFigure(db, id),
      mentions: mentionsOf(db, row),
      history: historyOf(db, id),
      readBy: readBy(row, figure),
    };
  },
} satisfies Pick<NotebookHandlers, 'figure.detail'>;

function pageOf({ db, documents }: Context, row: FigureRow): Detail['page'] {
  if (!isPlaced(row)) return null;
  const page = pageAt(documents.pages(requireRecord(db, 'document', row.document)), row.start_at);
  return page === null ? null : pageLocator(page);
}

function readContext(context: Context, row: FigureRow): Detail['context'] {
  if (!isPlaced(row)) return null;
  const layout = context.documents.layout(requireRecord(context.db, 'document', row.document));
  const holds = (span: { start: number; end: number }): boolean => span.start <= row.start_at && span.end >= row.end_at;
  const span = layout.sentences.find(holds) ?? layout.blocks.find(holds);
  if (span === undefined) return null;
  return {
    text: layout.text.slice(span.start, span.end),
    start: row.start_at - span.start,
    end: row.end_at - span.start,
  };
}

function sourcesOf({ db, sources }: Context, id: string): Detail['sources'] {
  const cited = all<{ readonly source: string | null }>(
    db,
    `SELECT c.source FROM citation_figure cf JOIN citation c ON c.id = cf.citation WHERE cf.figure = ?
     UNION SELECT source FROM link WHERE figure = ?`,
    id,
    id,
  );
  const ids = new Set(cited.map(({ source }) => source));
  return sources.list().filter((source) => ids.has(source.id));
}

/**
 * Other figures of the same metric, entity and period that say the same kind of thing: a threshold, a scenario or what
 * others expect beside what was reported is no mention of it, and an older version says nothing new.
 */
function mentionsOf(db: ReadableDb, row: FigureRow): Detail['mentions'] {
  if (row.metric === null || row.period === null) return [];
  const rows = all<FigureRow & { readonly heading: string | null }>(
    db,
    `SELECT f.*, s.title AS heading FROM figure f LEFT JOIN section s ON s.document = f.document AND s.idx = f.section
     WHERE f.metric = ? AND f.period = ? AND f.entity IS ? AND f.unit = ? AND f.id <> ?
       AND f.assertion = ? AND (f.provenance = 'consensus') = ? AND ${notSuperseded('f')}
     ORDER BY f.position LIMIT 100`,
    row.metric,
    row.period,
    row.entity,
    row.unit,
    row.id,
    row.assertion,
    row.provenance === 'consensus' ? 1 : 0,
  );
  return rows.flatMap((other) =>
    isPlaced(other)
      ? [
          {
            id: other.id,
            section: other.heading ?? '',
            quote: other.quote,
            value: other.value,
            agrees: other.low === row.low && other.high === row.high,
            document: other.document,
            start: other.start_at,
            end: other.end_at,
          },
        ]
      : [],
  );
}

/** What a figure is comes before what it is of. */
const HISTORY_FIELDS = FIELD_NAMES.toSorted((a, b) => Number(b === 'value') - Number(a === 'value'));

function historyOf(db: ReadableDb, id: string): Detail['history'] {
  return recordHistory(db, 'figure', id)
    .toReversed()
    .flatMap(({ at, label, before, after }) =>
      before === null || after === null ? [] : cellsOf(before, after).map((cell) => ({ at, label, ...cell })),
    );
}

function cellsOf(before: Row, after: Row): readonly { field: string; before: string; after: string }[] {
  return HISTORY_FIELDS.flatMap((field) => {
    const [column] = fieldOf(field).columns;
    return column in after ? [{ field, before: String(before[column] ?? ''), after: String(after[column] ?? '') }] : [];
  });
}

/** Which rule read each part of the figure, and from which words. */
function readBy(row: FigureRow, figure: Detail['figure']): Detail['readBy'] {
  const reading = parseReading(row.reading);
  return [
    { what: 'value', rule: reading.rule, words: row.quote },
    ...(reading.qualifierCue === null
      ? []
      : [{ what: 'qualifier', rule: row.qualifier, words: reading.qualifierCue.text }]),
    ...(reading.periodCue === null
      ? []
      : [{ what: 'period', rule: reading.periodCue.rule, words: reading.periodCue.text }]),
    { what: 'class', rule: figure.cue.rule, words: figure.cue.text },
  ];
}
