/** Figures in the grid: pages, creation, edits of many cells as one step, removal, and like cases to offer. */
import { TieoutError } from '../../../contract/errors';
import { EMPTY_PLAIN, FIELD_NAMES, fieldOf } from '../../../core/figure/fields';
import { count } from '../../storage/db/db';
import { figuresById, figuresByRowid } from '../../storage/queries/figures';
import type { FigureRow } from '../../storage/db/rows';
import type { Context, NotebookHandlers, Parsed } from '../context/context';
import { analystCue, editFigure } from '../figures/figure-edit';
import { AFTER_DOCUMENTS, positionIn } from '../imports/figure-rows';
import { removeFigure } from '../figures/remove-figure';
import { parseSpans } from '../stored/json';
import { toFigureRecords } from '../records/figure';
import { likeCases } from '../audit/like-cases';
import { requireRecord } from '../stored/required-record';

export const figures = {
  'figure.page': ({ db, order, auditing, revision }, { filter, sort, start, end }) => {
    const rowids = order.rowids(filter, sort, `${revision()}/${auditing.generation}`);
    const rows = figuresByRowid(db, rowids.slice(start, end));
    return { rows: toFigureRecords(db, rows), total: rowids.length };
  },

  'figure.suggest': ({ db }, { id, field }) => {
    const [figure] = figuresById(db, [id]);
    return figure === undefined ? [] : toFigureRecords(db, likeCases(db, figure, field));
  },

  'figure.create': (context, request) => {
    const done = context.command('Add figure', (tx) => {
      const row = newFigure(context, request);
      tx.insert('figure', row);
      return row.id;
    });
    return { revision: done.revision, id: done.value };
  },

  'figure.update': (context, { edits, create, label }) => {
    const done = context.command(label ?? labelOf(edits), (tx) => {
      let changed = 0;
      for (const { id, set } of edits) {
        const row = requireRecord(tx.db, 'figure', id);
        const cells = editFigure(row, set, context.now());
        if (Object.keys(cells).length > 0 && tx.update('figure', id, cells)) changed += 1;
      }
      for (const set of create ?? []) tx.insert('figure', newFigure(context, { place: null, set }));
      return changed + (create?.length ?? 0);
    });
    return { revision: done.revision, changed: done.value };
  },

  'figure.remove': ({ command }, { ids }) => {
    const done = command(ids.length === 1 ? 'Remove figure' : `Remove ${ids.length} figures`, (tx) => {
      for (const id of ids) {
        rememberRemoval(tx, requireRecord(tx.db, 'figure', id));
        removeFigure(tx, id);
      }
    });
    return { revision: done.revision };
  },
} satisfies Pick<
  NotebookHandlers,
  'figure.page' | 'figure.suggest' | 'figure.create' | 'figure.update' | 'figure.remove'
>;

function labelOf(edits: Parsed<'figure.update'>['edits']): string {
  const fields = FIELD_NAMES.filter((name) => edits.some(({ set }) => set[name] !== undefined));
  const words = fields.map((name) => fieldOf(name).step ?? name).join(', ');
  return edits.length === 1 ? `Edit ${words || 'figure'}` : `Edit ${words || 'cells'} of ${edits.length} figures`;
}

type Tx = Parameters<Parameters<Context['command']>[1]>[0];

/** So that a re-extraction does not bring the figure back. */
function rememberRemoval(tx: Tx, row: FigureRow): void {
  if (row.document === null || row.start_at === null || row.end_at === null) return;
  const document = tx.read('document', row.document);
  if (document === undefined) return;
  const removed = [...parseSpans(document.removed), [row.start_at, row.end_at]];
  tx.update('document', document.id, { removed: JSON.stringify(removed) });
}

function newFigure(context: Context, { place, set }: Parsed<'figure.create'>): FigureRow {
  const blank = blankFigure(context.newId('f'), place === null ? loosePlace(context) : placeIn(context, place));
  const row = { ...blank, ...editFigure(blank, set, context.now()) };
  if (row.value === '') {
    throw new TieoutError('E_INPUT', 'A figure needs a value: type a number such as 37.6, ~43.2, 60–70 or >15.');
  }
  const reason = 'Entered by the analyst.';
  return { ...row, quote: row.quote || row.value, cue: analystCue(row, reason), edited: JSON.stringify(ALL_FIELDS) };
}

/** A typed figure is the person's own in all that a document could say of it. */
const ALL_FIELDS = FIELD_NAMES.filter((name) => fieldOf(name).by === 'extraction');

type Place = Pick<FigureRow, 'document' | 'position' | 'start_at' | 'end_at' | 'section' | 'quote'> & {
  readonly block: number;
  readonly sentence: number;
};

function loosePlace({ db }: Context): Place {
  const position = Math.max(count(db, 'SELECT max(position) FROM figure') + 1, AFTER_DOCUMENTS);
  return { document: null, position, start_at: null, end_at: null, section: null, quote: '', block: 0, sentence: 0 };
}

function placeIn(
  context: Context,
  place: { readonly document: string; readonly start: number; readonly end: number },
): Place {
  const row = requireRecord(context.db, 'document', place.document);
  const layout = context.documents.layout(row);
  const quote = layout.text.slice(place.start, place.end);
  if (quote.trim() === '' || place.end > layout.text.length) {
    throw new TieoutError('E_INPUT', 'Select the words of the figure in the text first.');
  }
  const block = layout.blocks.findLast((one) => one.start <= place.start);
  return {
    document: row.id,
    position: positionIn(row.ordinal, place.start),
    start_at: place.start,
    end_at: place.end,
    section: block?.section ?? 0,
    quote,
    block: block?.index ?? 0,
    sentence: layout.sentences.findLast((one) => one.start <= place.start)?.index ?? 0,
  };
}

function blankFigure(id: string, { block, sentence, ...place }: Place): FigureRow {
  return {
    id,
    ...place,
    value: '',
    scale: 0,
    low: null,
    high: null,
    low_exponent: 0,
    high_exponent: 0,
    unit: 'count',
    currency: null,
    qualifier: 'none',
    approximate: 0,
    strict: 0,
    direction: null,
    kind: 'level',
    metric: null,
    metric_label: null,
    entity_label: null,
    ...EMPTY_PLAIN,
    period: null,
    per: null,
    assertion: 'reported',
    provenance: 'unclassified',
    inherited_class: null,
    cue: analystCue(place, 'Entered by the analyst.'),
    reading: JSON.stringify({
      block,
      sentence,
      cell: null,
      qualifierCue: null,
      periodCue: null,
      expression: 'numeric',
      rule: 'analyst',
      mention: NO_MENTION,
    }),
    edited: '[]',
    review: 'unreviewed',
    reviewed_at: null,
  };
}

/** Typed figures take part in no machine-made group of mentions. */
const NO_MENTION = -1;
