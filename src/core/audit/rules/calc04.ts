/** CALC04: parts against their total. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { say } from '../relations/say';

export const CALC04: Rule = {
  id: 'CALC04',
  severity: 'error',
  title: 'Parts do not add up',
  about: 'Parts do not add to their total.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document).sums.map((relation) => say('CALC04', 'error', document, relation)),
    ),
};
