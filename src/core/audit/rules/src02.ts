/** SRC02: a disclosed figure cited only to somebody who relays it. */
import { citingOf } from '../evidence';
import { finding } from '../finding';
import type { Rule } from '../model';

export const SRC02: Rule = {
  id: 'SRC02',
  severity: 'warning',
  title: 'Secondary source',
  about: 'A disclosed figure is cited only to a secondary source.',
  across: 'sources',
  examples: [
    { text: 'Northwind (NWD) reported revenue of $500 million in Q1 2026 [Daily Courier].', says: 'warning' },
    { text: 'The company reported revenue of $500 million in Q1 2026 [Form 10-Q].', says: 'nothing' },
  ],
  check: (document, model) => {
    const citing = citingOf(model);
    return document.figures.flatMap((figure) => {
      const sources = figure.provenance === 'disclosed' && !figure.ticked ? citing.ownSources(document, figure) : [];
      if (sources.length === 0 || sources.some((source) => citing.isPrimary(document, source))) return [];
      const names = sources.map((source) => source.publisher ?? source.title ?? source.id).join(', ');
      return [
        finding('SRC02', 'warning', document, [figure], {
          message: `“${figure.quote.trim()}” is disclosed by the company but cited to ${names} only. Cite the filing or release.`,
        }),
      ];
    });
  },
};
