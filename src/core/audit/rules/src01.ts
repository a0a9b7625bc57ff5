/** SRC01: a figure that somebody else vouches for, without a source. */
import { conceptOf } from '../../figure/placing/tagged';
import { citingOf } from '../evidence';
import { finding } from '../finding';
import type { AuditFigure, Rule } from '../model';

const NEEDS_SOURCE = new Set(['disclosed', 'management', 'consensus', 'third_party']);
/** What a filing tags is its own source. */
export const needsSource = (figure: AuditFigure): boolean =>
  NEEDS_SOURCE.has(figure.provenance) && !figure.ticked && conceptOf(figure.rule) === null;

export const SRC01: Rule = {
  id: 'SRC01',
  severity: 'warning',
  title: 'No source',
  about: 'A figure stands without a source, its own or inherited.',
  across: 'sources',
  examples: [
    { text: 'The company reported revenue of $500 million in Q1 2026.', says: 'warning' },
    { text: 'The company reported revenue of $500 million in Q1 2026 [Annual report].', says: 'nothing' },
  ],
  check: (document, model) =>
    document.figures
      .filter((figure) => needsSource(figure) && !citingOf(model).hasNamedSource(document, figure))
      .map((figure) =>
        finding('SRC01', 'warning', document, [figure], {
          message: `“${figure.quote.trim()}” has no source, its own or inherited. Link one, or tick it against the source you checked.`,
        }),
      ),
};
