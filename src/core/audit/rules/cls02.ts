/** CLS02: a figure for which nobody could be found who vouches for it. */
import { finding } from '../finding';
import type { Rule } from '../model';

export const CLS02: Rule = {
  id: 'CLS02',
  severity: 'warning',
  title: 'Unclassified',
  about: 'A figure stays unclassified.',
  examples: [{ text: 'The bridge is 40 km long, 12% of it in tunnels.', says: 'nothing' }],
  check: (document) =>
    document.figures
      .filter((figure) => figure.provenance === 'unclassified' && !figure.ticked)
      .map((figure) =>
        finding('CLS02', 'warning', document, [figure], {
          message: `No words say who vouches for “${figure.quote.trim()}”. Set its class or cite a source.`,
        }),
      ),
};
