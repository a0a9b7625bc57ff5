/** SRC03: a figure of the thesis that rests on a single outside source. */
import { citingOf } from '../evidence/evidence';
import { finding } from '../model/finding';
import type { AuditDocument, AuditModel, Finding, Rule } from '../model/model';

const check = (document: AuditDocument, model: AuditModel): readonly Finding[] => {
  const citing = citingOf(model);
  const figures = new Set(document.structure.flatMap((item) => (item.type === 'thesis' ? item.figures : [])));
  return [...figures].flatMap((at) => {
    const figure = document.figures[at];
    const sources = figure ? citing.sourcesOf(document, figure) : [];
    const [only] = sources;
    if (!figure || figure.ticked || figure.provenance !== 'third_party' || sources.length !== 1 || !only) return [];
    if (citing.isPrimary(document, only)) return [];
    const name = only.publisher ?? only.title ?? only.id;
    return [
      finding('SRC03', 'warning', document, [figure], {
        message: `The thesis rests on “${figure.quote.trim()}”, and that on ${name} alone. Find a second source or the original.`,
      }),
    ];
  });
};

export const SRC03: Rule = {
  id: 'SRC03',
  severity: 'warning',
  title: 'Rests on one weak source',
  about: 'A figure of the thesis rests on one source that is not the issuer’s own.',
  across: 'sources',
  examples: [
    {
      text: 'Investment thesis\n\nAccording to Daily Courier, the market grew 12% in 2025 [Daily Courier], and Northwind takes share.\n',
      says: 'warning',
    },
    { text: 'The market grew 12% in 2025 [Daily Courier].', says: 'nothing' },
  ],
  check,
};
