/** CLS01: classed as disclosed for a metric that the company, by the document's own word, does not disclose. */
import { finding } from '../model/finding';
import { registerOf } from '../../provenance/cues/veto';
import type { Rule } from '../model/model';

export const CLS01: Rule = {
  id: 'CLS01',
  severity: 'error',
  title: 'Disclosed, yet not disclosed',
  about: 'A figure is classed as disclosed for a metric on the undisclosed register.',
  examples: [
    {
      text: 'The company does not disclose its gross margin. We think the gross margin is near 40%.',
      set: [{ quote: 'near 40%', provenance: 'disclosed' }],
      says: 'error',
    },
    { text: 'The company does not disclose its gross margin. We think it is near 40%.', says: 'nothing' },
  ],
  check: (document) => {
    const register = registerOf(document.undisclosed);
    return document.figures.flatMap((figure) => {
      const item = figure.provenance === 'disclosed' ? register.denies(figure) : null;
      if (!item) return [];
      const denial = finding('CLS01', 'error', document, [figure], {
        message: `“${figure.quote.trim()}” is classed as disclosed, but the document says that ${item.label} is not. Change its class.`,
      });
      return [{ ...denial, spans: [{ document: document.id, start: item.start, end: item.end }] }];
    });
  },
};
