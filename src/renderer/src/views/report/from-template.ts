/** Starts a report from a template, filled with what the notebook has about the company that most of its documents are about. */
import { fromTemplate, type TemplateFilling, type TemplateId } from '../../../../core/report/templates';
import { call } from '../../app/calls/client';

/** Figures of one company that are asked for. */
const MOST = 2000;

/** Whom most documents are about, the first of those that tie; null where none says. */
function companyOf(documents: readonly { readonly entity: string | null }[]): string | null {
  const counts = new Map<string, number>();
  for (const { entity } of documents) if (entity !== null) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}

async function fillingOf(): Promise<TemplateFilling> {
  const documents = await call('document.list', {});
  const company = companyOf(documents);
  const own = new Set(documents.filter(({ entity }) => entity === company).map(({ id }) => id));
  const [{ rows }, items] = await Promise.all([
    call('figure.page', { filter: {}, sort: [{ column: 'position', descending: false }], start: 0, end: MOST }),
    call('structure.list', {}),
  ]);
  return { company, figures: rows, items: items.filter(({ document }) => document === null || own.has(document)) };
}

/** Title and text of a new report. */
export const filledTemplate = async (id: TemplateId) => fromTemplate(id, await fillingOf());
