/** CALC01: a stated change or beat against the two values beside it. */
import { evidenceOf } from '../evidence';
import type { Rule } from '../model';
import { say } from '../relations/say';

export const CALC01: Rule = {
  id: 'CALC01',
  severity: 'error',
  title: 'Change does not follow',
  about: 'A stated change or beat does not follow from the two values beside it.',
  check: (model) =>
    model.documents.flatMap((document) =>
      evidenceOf(document)
        .changes.filter(({ form }) => form === 'change')
        .map((relation) => say('CALC01', 'error', document, relation)),
    ),
};
