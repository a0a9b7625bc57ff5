/** CLS01: classed as disclosed for a metric that the company, by the document's own word, does not disclose. */
import { finding } from '../finding';
import type { AuditFigure, Rule } from '../model';
import type { UndisclosedItem } from '../../provenance/model';

const isOf = (item: UndisclosedItem, figure: AuditFigure): boolean =>
  figure.metric !== null &&
  item.metrics.includes(figure.metric) &&
  (item.entity === null || figure.entity === null || item.entity === figure.entity);

export const CLS01: Rule = {
  id: 'CLS01',
  severity: 'error',
  title: 'Disclosed, yet not disclosed',
  about: 'A figure is classed as disclosed for a metric on the undisclosed register.',
  check: (model) =>
    model.documents.flatMap((document) =>
      document.figures.flatMap((figure) => {
        const item =
          figure.provenance === 'disclosed' ? document.undisclosed.find((entry) => isOf(entry, figure)) : undefined;
        if (!item) return [];
        const denial = finding('CLS01', 'error', document, [figure], {
          message: `“${figure.quote.trim()}” is classed as disclosed, but the document says that ${item.label} is not. Change its class.`,
        });
        return [{ ...denial, spans: [{ document: document.id, start: item.start, end: item.end }] }];
      }),
    ),
};
