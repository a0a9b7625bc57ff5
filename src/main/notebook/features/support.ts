/** *Find support* for a figure in the notebook's other documents, and citing the document that has it. */
import { verify } from '../../../core/audit/verify/verify';
import { newestDocuments } from '../../storage/queries/versions';
import { isPlaced } from '../audit-model';
import type { Context, NotebookHandlers } from '../context';
import { needOwnSource, ownSource } from '../imports/own-source';
import { need } from '../need';
import { addLink } from './links';

const CONTEXT = 80;

export const support = {
  'figure.support': (context, { id }) => {
    const { db } = context;
    const row = need(db, 'figure', id);
    const documents = newestDocuments(db).filter((document) => document.id !== row.document);
    const nothing = { searched: documents.length, kind: null, expression: null, operands: [] };
    if (documents.length === 0) return { verdict: 'not_found', ...nothing };
    const texts = documents.map((document) => context.documents.text(document));
    const claim = claimOf(context, id);
    const found = verify(claim.sentence, texts).figures.find(({ quote }) => quote === claim.quote);
    if (found === undefined || found.support === null) return { verdict: found?.verdict ?? 'not_found', ...nothing };
    return {
      verdict: found.verdict,
      searched: documents.length,
      kind: found.support.kind,
      expression: found.support.expression,
      operands: found.support.operands.flatMap(({ evidence, start, end, quote }) => {
        const document = documents[evidence];
        if (document === undefined) return [];
        const context = (texts[evidence] ?? '')
          .slice(Math.max(0, start - CONTEXT), end + CONTEXT)
          .replaceAll(/\s+/g, ' ');
        return [
          {
            start,
            end,
            quote,
            document: document.id,
            title: document.title,
            context,
            source: ownSource(db, document.id),
          },
        ];
      }),
    };
  },

  'link.addDocument': ({ command, newId, now }, { figure, document, locator }) => {
    const done = command('Link source', (tx) => {
      const row = need(tx.db, 'document', document);
      const source = needOwnSource(tx, { newId, now }, row);
      return addLink(tx, { newId, now }, { figure, source, locator });
    });
    return { revision: done.revision, id: done.value };
  },
} satisfies Pick<NotebookHandlers, 'figure.support' | 'link.addDocument'>;

/** The sentence the figure stands in; for one typed by hand what the grid says of it. */
function claimOf(context: Context, id: string): { readonly sentence: string; readonly quote: string } {
  const row = need(context.db, 'figure', id);
  if (!isPlaced(row)) {
    const what = [row.entity, row.metric_label ?? row.metric, 'was', row.quote, row.period && `in ${row.period}`];
    return { sentence: `${what.filter(Boolean).join(' ')}.`, quote: row.quote };
  }
  const layout = context.documents.layout(need(context.db, 'document', row.document));
  const holds = (span: { start: number; end: number }): boolean => span.start <= row.start_at && span.end >= row.end_at;
  const span = layout.sentences.find(holds) ?? layout.blocks.find(holds);
  return { sentence: span === undefined ? row.quote : layout.text.slice(span.start, span.end), quote: row.quote };
}
