/** TIM01: elapsed time against the dates it is counted between. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { say } from '../relations/say';

export const TIM01: Rule = {
  id: 'TIM01',
  severity: 'warning',
  title: 'Elapsed time does not follow',
  about: 'Elapsed time is not what the dates give.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document).elapsed.map((relation) => say('TIM01', 'warning', document, relation)),
    ),
};
