/** CALC02: a step from one value to another against the stated rate. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { say } from '../relations/say';

export const CALC02: Rule = {
  id: 'CALC02',
  severity: 'error',
  title: 'Step does not give its rate',
  about: 'A step-up or step-down “from A to B” does not give the stated rate.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document)
        .changes.filter(({ form }) => form === 'step')
        .map((relation) => say('CALC02', 'error', document, relation)),
    ),
};
