/** CALC05: a stated share against its part and whole. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { say } from '../relations/say';

export const CALC05: Rule = {
  id: 'CALC05',
  severity: 'warning',
  title: 'Share does not follow',
  about: 'A stated share or ratio is not what the parts give.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document).shares.map((relation) => say('CALC05', 'warning', document, relation)),
    ),
};
