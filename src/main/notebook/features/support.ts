/** *Find support* for a figure in the notebook's other documents, and citing the document that has it. */
import { taggedMatch } from '../../../core/audit/evidence/tagged-facts';
import type { Operand } from '../../../core/audit/verify/model';
import { verify } from '../../../core/audit/verify/verify';
import { pageAt, pageLocator } from '../../../core/document/anchors/pages';
import { newestDocuments } from '../../storage/queries/versions';
import { type DocumentRow, type FigureRow, isPlaced } from '../../storage/db/rows';
import { AuditedDocuments } from '../audit/audited-documents';
import type { Context, NotebookHandlers } from '../context/context';
import { needOwnSource, ownSource } from '../imports/own-source';
import { requireRecord } from '../stored/required-record';
import { addLink } from './links';
import { metricName } from '../../../core/figure/display/names';

const CONTEXT = 80;

export const support = {
  'figure.support': (context, { id }) => {
    const { db } = context;
    const row = requireRecord(db, 'figure', id);
    const documents = newestDocuments(db).filter((document) => document.id !== row.document);
    const nothing = { searched: documents.length, kind: null, expression: null, operands: [], against: null };
    if (documents.length === 0) return { verdict: 'not_found', ...nothing };
    const tagged = taggedSupport(context, row);
    if (tagged !== null) return { ...tagged, searched: documents.length };
    const texts = documents.map((document) => context.documents.text(document));
    const claim = claimOf(context, id);
    const found = verify(claim.sentence, texts).figures.find(({ quote }) => quote === claim.quote);
    if (found === undefined) return { verdict: 'not_found', ...nothing };
    const places = (operands: readonly Operand[]) =>
      operands.flatMap((operand) => {
        const document = documents[operand.evidence];
        return document === undefined ? [] : [placeIn(context, document, operand)];
      });
    const { support: vouching, against } = found;
    return {
      verdict: found.verdict,
      searched: documents.length,
      kind: vouching?.kind ?? null,
      expression: vouching?.expression ?? null,
      operands: places(vouching?.operands ?? []),
      against: against && { ...against, operands: places(against.operands) },
    };
  },

  'link.addDocument': ({ command, newId, now }, { figure, document, locator }) => {
    const done = command('Link source', (tx) => {
      const row = requireRecord(tx.db, 'document', document);
      const source = needOwnSource(tx, { newId, now }, row);
      return addLink(tx, { newId, now }, { figure, source, locator });
    });
    return { revision: done.revision, id: done.value };
  },
} satisfies Pick<NotebookHandlers, 'figure.support' | 'link.addDocument'>;

function placeIn(context: Context, document: DocumentRow, { start, end, quote }: Operand) {
  const page = pageAt(context.documents.pages(document), start);
  return {
    start,
    end,
    quote,
    document: document.id,
    title: document.title,
    context: contextOf(context, document, start, end),
    source: ownSource(context.db, document.id),
    page: page === null ? null : pageLocator(page),
  };
}

/** What the company's own filings tag for the figure decides before any words do; null where they tag nothing for it. */
function taggedSupport(context: Context, row: FigureRow) {
  if (!isPlaced(row)) return null;
  const model = new AuditedDocuments(context.db, context.documents).read();
  const document = model.documents.find(({ id }) => id === row.document);
  const figure = document?.figures.find(({ id }) => id === row.id);
  const match = document && figure ? taggedMatch(document, figure, model) : null;
  if (match === null) return null;
  const { fact, filing } = match;
  const of = requireRecord(context.db, 'document', match.document.id);
  return {
    verdict: match.agrees ? ('supported' as const) : ('contradicted' as const),
    kind: 'direct' as const,
    expression: null,
    against: null,
    operands: [
      {
        start: fact.start,
        end: fact.end,
        quote: fact.quote,
        document: of.id,
        title: filing === null ? of.title : `${of.title}, ${filing}`,
        context: contextOf(context, of, fact.start, fact.end),
        source: ownSource(context.db, of.id),
        // Neither filings nor company facts have pages.
        page: null,
      },
    ],
  };
}

/** The sentence the figure stands in; for one typed by hand what the grid says of it. */
function claimOf(context: Context, id: string): { readonly sentence: string; readonly quote: string } {
  const row = requireRecord(context.db, 'figure', id);
  if (!isPlaced(row)) {
    const what = [
      row.entity,
      metricName({ metricLabel: row.metric_label, metric: row.metric }),
      'was',
      row.quote,
      row.period && `in ${row.period}`,
    ];
    return { sentence: `${what.filter(Boolean).join(' ')}.`, quote: row.quote };
  }
  const layout = context.documents.layout(requireRecord(context.db, 'document', row.document));
  const holds = (span: { start: number; end: number }): boolean => span.start <= row.start_at && span.end >= row.end_at;
  const span = layout.sentences.find(holds) ?? layout.blocks.find(holds);
  return { sentence: span === undefined ? row.quote : layout.text.slice(span.start, span.end), quote: row.quote };
}

/** The words around a place, within its sentence or row: headings and marks of the file are no part of what was said. */
function contextOf(context: Context, document: DocumentRow, start: number, end: number): string {
  const { text, sentences, blocks } = context.documents.layout(document);
  const holds = (span: { start: number; end: number }): boolean => span.start <= start && span.end >= end;
  const whole = sentences.find(holds) ?? blocks.find(holds) ?? { start, end };
  const from = Math.max(whole.start, start - CONTEXT);
  const to = Math.min(whole.end, end + CONTEXT);
  const words = text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  return `${from > whole.start ? '…' : ''}${words}${to < whole.end ? '…' : ''}`;
}
