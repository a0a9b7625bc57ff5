/** SRC02: disclosed figures cited only to a source that relays them. */
import { citingOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, AuditModel, Finding, Rule } from '../model/model';

/**
 * A reader cannot look up an id: a source without publisher and title goes by its marker in the text, or its address.
 */
function nameOf(document: AuditDocument, source: AuditModel['sources'][number]): string {
  const named = source.publisher ?? source.title ?? source['container-title'] ?? source['title-short'];
  const marker = document.citations.find(({ sourceId }) => sourceId === source.id)?.marker.trim();
  return named ?? (marker ? `[${marker}]` : (source.URL ?? 'a source without a name'));
}

/** One finding a source, because one better citation mends all that rest on it. */
function check(document: AuditDocument, model: AuditModel): readonly Finding[] {
  const citing = citingOf(model);
  const groups = new Map<string, AuditFigure[]>();
  for (const figure of document.figures) {
    const sources = figure.provenance === 'disclosed' && !figure.ticked ? citing.ownSources(document, figure) : [];
    if (sources.length === 0 || sources.some((source) => citing.isPrimary(document, source))) continue;
    const names = sources.map((source) => nameOf(document, source)).join(', ');
    const group = groups.get(names);
    if (group) group.push(figure);
    else groups.set(names, [figure]);
  }
  return [...groups].map(([names, figures]) => told(document, names, figures));
}

function told(document: AuditDocument, names: string, figures: readonly AuditFigure[]): Finding {
  const [only] = figures;
  if (figures.length === 1 && only) {
    return finding('SRC02', 'warning', document, figures, {
      message: `“${only.quote.trim()}” is disclosed by the company but cited to ${names} only. Cite the filing or release.`,
    });
  }
  const message = `${figures.length} disclosed figures rest on ${names} alone. Cite the filing or release they come from.`;
  return { ...finding('SRC02', 'warning', document, figures, { message }), key: `SRC02|${document.id}|${names}` };
}

export const SRC02: Rule = {
  id: 'SRC02',
  severity: 'warning',
  title: 'Secondary source',
  about: 'Disclosed figures are cited only to a secondary source; reported once per source.',
  across: 'sources',
  examples: [
    { text: 'Northwind (NWD) reported revenue of $500 million in Q1 2026 [Daily Courier].', says: 'warning' },
    { text: 'The company reported revenue of $500 million in Q1 2026 [Form 10-Q].', says: 'nothing' },
  ],
  check,
};
