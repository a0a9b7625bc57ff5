/** CALC08: an implied upside against the targets beside it, and the price they imply. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { say } from '../relations/say';

export const CALC08: Rule = {
  id: 'CALC08',
  severity: 'error',
  title: 'Upside fits another target',
  about: 'An implied upside fits one target beside it but not the other.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document).upsides.map((relation) =>
        say(
          'CALC08',
          'error',
          document,
          relation,
          relation.anchor
            ? `It fits the ${relation.anchor.quote.trim()} target: say which target is meant.`
            : 'Check target, price and upside.',
        ),
      ),
    ),
};
